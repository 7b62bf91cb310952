"""Fields of the case page: dates and times as people type them, choices, notes, with how each is read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.date_reading import Direction
from eletdesk.domain.spoken_dates import describe_date, numeric_date, parse_date
from eletdesk.domain.spoken_times import parse_time, say_time
from eletdesk.errors import InvalidInputError
from ui.widgets.check_row import CheckBox
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.duration_field import DurationField
from ui.widgets.form import TextField
from ui.widgets.note_edit import NoteEdit


@dataclass(frozen=True)
class FormField:
    """A field under the name of the argument that it fills; `read` gives the value."""

    name: str
    label: str
    widget: QWidget
    read: Callable[[], Any]
    hint: str = ""


def make_date_field(
    value: date | None = None,
    *,
    looks: Direction = "back",
    optional: bool = True,
    compact: bool = False,
    describe: Callable[[date], str] | None = None,
) -> DateField:
    """Make a date field; an empty optional one has no date, an empty other one is today."""

    def parse(text: str) -> date | None:
        if optional and not text.strip():
            return None
        return parse_date(text, clock.today(), looks).on

    say = describe or (lambda day: describe_date(day, clock.today()))
    return DateField(parse, say, value=value, write=numeric_date, compact=compact)


def day(
    name: str,
    label: str,
    value: date | None = None,
    *,
    looks: Direction = "back",
    optional: bool = True,
    describe: Callable[[date], str] | None = None,
    hint: str = "",
) -> FormField:
    """Make a field for a day."""
    widget = make_date_field(value, looks=looks, optional=optional, describe=describe)
    return FormField(name, label, widget, widget.day, hint)


def at(name: str, label: str, value: time | None = None) -> FormField:
    """Make a field for a time of day."""
    widget = TextField(say_time(value) if value else "", placeholder="14:00")

    def read() -> time | None:
        try:
            return parse_time(widget.text())
        except InvalidInputError as error:
            raise InvalidInputError(name, str(error)) from None

    return FormField(name, label, widget, read)


def words(name: str, label: str, value: str = "", *, placeholder: str = "", hint: str = "") -> FormField:
    """Make a field for one line."""
    widget = TextField(value, placeholder=placeholder)
    return FormField(name, label, widget, lambda: widget.text().strip(), hint)


def note(name: str, label: str, value: str = "", *, lines: int = 3, hint: str = "") -> FormField:
    """Make a field for several lines."""
    widget = NoteEdit(value, min_lines=lines, max_lines=10)
    return FormField(name, label, widget, lambda: widget.text().strip(), hint)


def length(name: str, label: str, value: int = 0) -> FormField:
    """Make a field for minutes; empty is 0: not known."""
    widget = DurationField(value or None)
    return FormField(name, label, widget, lambda: widget.minutes() or 0)


def short_choice_box(
    choices: Iterable[tuple[str, str]] = (), value: str = "", letters: int = 10
) -> ChoiceBox:
    """Make a choice that is not wider than it must be, however long a name in it is."""
    widget = ChoiceBox(choices, value=value)
    widget.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    widget.setMinimumContentsLength(letters)
    return widget


def choice(
    name: str,
    label: str,
    choices: Iterable[tuple[str, str]],
    value: str = "",
    *,
    kind: Callable[[str], Any] = str,
    hint: str = "",
) -> FormField:
    """Make a field for one of a few; kind turns the code into what the operation wants."""
    widget = short_choice_box([(str(code), text) for code, text in choices], value=str(value))
    return FormField(name, label, widget, lambda: kind(str(widget.value() or "")), hint)


def tick(name: str, text: str, *, value: bool = False) -> FormField:
    """Make a box to tick."""
    widget = CheckBox(text)
    widget.setAccessibleName(text)
    widget.setChecked(value)
    return FormField(name, "", widget, widget.isChecked)
