"""What the line was understood to say, as chips; several people of one name to choose from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.names import first_name_and_initial
from eletdesk.domain.quick_line import KnownPerson, QuickLine, Role
from eletdesk.domain.quick_line_words import KIND_NAMES, EntryKind
from eletdesk.domain.spoken_dates import short_date
from eletdesk.translation import _
from ui.quick_line.line_edit import TONES
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.labels import caption
from ui.widgets.toast import announce

_KIND_ICONS = {
    EntryKind.session: "session",
    EntryKind.home_visit: "home-visit",
    EntryKind.call: "call",
    EntryKind.message: "message",
    EntryKind.meeting: "meeting",
    EntryKind.task: "task",
    EntryKind.note: "write",
}
_ICONS: dict[Role, str] = {
    "person": "person",
    "minutes": "duration",
    "date": "date",
    "attendance": "absence",
    "member": "network",
    "topic": "tag",
    "task": "task",
}


@dataclass(frozen=True)
class Fact:
    """What one chip says."""

    text: str
    tone: str
    icon: str


def name_of(person: KnownPerson, short_names: bool) -> str:
    """Return what the screen calls somebody."""
    if short_names:
        return first_name_and_initial(person.given_name, person.family_name)
    return person.full_name


def facts(line: QuickLine, today: date, *, short_names: bool = False) -> Iterator[Fact]:
    """Yield what will be kept, in the order of the drawing: who, what, how long, when, the rest."""
    if line.person is not None:
        yield Fact(name_of(line.person, short_names), "accent", "person")
    yield Fact(_(KIND_NAMES[line.kind]).capitalize(), "info", _KIND_ICONS[line.kind])
    if minutes := _label(line, "minutes"):
        yield Fact(minutes, "neutral", "duration")
    if line.kind is not EntryKind.task:
        planned = line.on > today and line.kind in (EntryKind.session, EntryKind.home_visit)
        when = short_date(line.on, today)
        text = _("planned for {date}").format(date=when) if planned else when
        yield Fact(text, "warn" if planned else "neutral", "plan" if planned else "date")
    for role in ("attendance", "member"):
        if label := _label(line, role):
            yield Fact(label, TONES[role], _ICONS[role])
    for topic in line.topics:
        yield Fact(topic, "neutral", "tag")
    if task := _label(line, "task"):
        yield Fact(_("Task: {task}").format(task=task), "warn", "task")


def _label(line: QuickLine, role: Role) -> str:
    return next((span.label for span in line.spans if span.role == role), "")


class ChipRow(Flow):
    """Shows the chips of a line; `chosen(KnownPerson)` when one of several people is taken."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=7, parent=parent)
        self._showing: object = None
        self._people: list[KnownPerson] = []
        self._ask = ""
        self._at = 0
        self.short_names = False

    def show_facts(self, found: Sequence[Fact]) -> None:
        """Show what was understood."""
        if self._showing == list(found):
            return
        self._showing, self._people = list(found), []
        self.clear()
        self.add(*(Chip(fact.text, tone=fact.tone, icon_name=fact.icon) for fact in found))

    def show_people(self, people: Sequence[KnownPerson], ask: str) -> None:
        """Let somebody be chosen; the first is marked."""
        if self._showing == list(people):
            return
        self._showing, self._people, self._ask, self._at = list(people), list(people), ask, 0
        self._draw_people()

    def marked(self) -> KnownPerson | None:
        """Return the person that Tab takes, when there is somebody to choose."""
        return self._people[self._at] if self._people else None

    def step(self, by: int) -> None:
        """Mark the next or previous person."""
        if self._people:
            self._at = (self._at + by) % len(self._people)
            self._draw_people()
            announce(self, name_of(self._people[self._at], self.short_names))

    def _draw_people(self) -> None:
        self.clear()
        chips = []
        for number, person in enumerate(self._people):
            strong = number == self._at
            name = name_of(person, self.short_names)
            chip = Chip(name, tone="accent", icon_name="person", strong=strong, pressable=True)
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            chip.pressed.connect(lambda person=person: self.chosen.emit(person))
            chips.append(chip)
        self.add(caption(self._ask), *chips)
