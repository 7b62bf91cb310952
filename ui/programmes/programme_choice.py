"""Choose a programme: its name in a list, and under it what it is and where that was read."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.own_programme import is_own, version_shown
from eletdesk.translation import _
from ui.case.source_note import say_basis
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import Label
from ui.widgets.layouts import Column

_LETTERS = 24


def programme_name(programme: Programme) -> str:
    """Return the name of a programme; an own version says so."""
    name = programme.label.said()
    if is_own(programme):
        number = version_shown(programme.version)
        return _("{programme}, own version {number}").format(programme=name, number=number)
    return name


def version_name(programme: Programme) -> str:
    """Return which version this is."""
    number = version_shown(programme.version)
    text = _("own version {number}") if is_own(programme) else _("version {number}")
    return text.format(number=number)


def what_it_is(programme: Programme, on: date) -> str:
    """Return what a programme is, and since when no new pathway starts in it."""
    said = programme.what.said()
    if programme.valid_until is not None and not programme.is_open_on(on):
        ended = _("Ended on {date}; for what happened before.").format(
            date=numeric_date(programme.valid_until)
        )
        said = f"{ended} {said}"
    return said


class ProgrammeChoice(QWidget):
    """A list of programmes; `chosen()` when another one is taken."""

    chosen = Signal()

    def __init__(
        self, programmes: Sequence[Programme], code: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._programmes = {programme.code: programme for programme in programmes}
        self.box = ChoiceBox([(one.code, programme_name(one)) for one in programmes], value=code or None)
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_LETTERS)
        self.what = Label("", role="small", tone="text2", wrap=True)
        self.source = Label("", role="caption", tone="text3", wrap=True)
        column = Column(self, gap=4)
        for part in (self.box, self.what, self.source):
            column.addWidget(part)
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(self._show)
        self._show()

    def programme(self) -> Programme:
        """Return the programme that is chosen."""
        return self._programmes[self.code()]

    def code(self) -> str:
        """Return its code."""
        return str(self.box.value())

    def _show(self) -> None:
        programme = self.programme()
        self.what.setText(what_it_is(programme, clock.today()))
        self.source.setText(say_basis(programme.first_stage.basis))
        self.chosen.emit()
