"""Which activities are seen: a period, a project, a programme."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.groups.views import ActivityFilter, known_words
from eletdesk.desk.groups.words import in_words
from eletdesk.domain.spoken_dates import describe_date
from eletdesk.statistics.facts import Period
from eletdesk.translation import _
from ui.case.fields import make_date_field
from ui.figures.periods import OWN, named_periods
from ui.open_desk import OpenDesk
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow import Flow
from ui.widgets.form import Form
from ui.widgets.layouts import Column

_ALL = ""


class ActivityFilterBar(QWidget):
    """`changed` after each choice; `chosen()` says what is seen."""

    changed = Signal()

    def __init__(self, desk: OpenDesk) -> None:
        super().__init__()
        self._desk = desk
        self._periods = named_periods(clock.today())
        self.period = _box(_("Period"), [(_ALL, _("All periods"))])
        self.project, self.programme = _box(_("Project"), []), _box(_("Programme"), [])
        for each in self._periods:
            self.period.addItem(each.text, each.key)
        row = Flow(gap=8)
        row.add(self.period, self.project, self.programme)
        column = Column(self, gap=10)
        column.addWidget(row)
        column.addWidget(self._make_dates())
        self.read()
        for box in (self.period, self.project, self.programme):
            box.currentIndexChanged.connect(lambda _at: self._choose())

    def _make_dates(self) -> Form:
        today = clock.today()
        describe = partial(_describe, today)
        self.first = make_date_field(today.replace(day=1), describe=describe)
        self.last = make_date_field(today, describe=describe)
        self.form = Form()
        self.form.add_pair(("first", _("&From"), self.first), ("last", _("&Up to and including"), self.last))
        for field in (self.first, self.last):
            field.day_changed.connect(lambda _day: self._choose())
        self.form.hide()
        return self.form

    def read(self) -> None:
        """Offer the projects and programmes that there are now; what was chosen stays chosen."""
        for box, name, every in (
            (self.project, "project", _("All projects")),
            (self.programme, "programme_code", _("All programmes")),
        ):
            now = box.value()
            found = [(each, in_words(self._desk.desk, name, each)) for each in self._known(name)]
            box.blockSignals(True)
            box.set_choices([(_ALL, every), *sorted(found, key=lambda pair: pair[1].casefold())], value=now)
            box.blockSignals(False)

    def _known(self, name: str) -> list[str]:
        return known_words(self._desk.desk, name)

    def chosen(self) -> ActivityFilter:
        """Return what is seen."""
        return ActivityFilter(
            self._period(), str(self.programme.value() or ""), str(self.project.value() or "")
        )

    def is_narrowed(self) -> bool:
        """Tell whether anything was chosen."""
        return any(box.value() for box in (self.period, self.project, self.programme))

    def state(self) -> dict[str, object]:
        """Return what was chosen, in plain values."""
        return {name: getattr(self, name).value() for name in ("period", "project", "programme")}

    def restore(self, state: dict[str, object]) -> None:
        """Choose that again."""
        for name in ("period", "project", "programme"):
            getattr(self, name).set_value(state.get(name, _ALL))

    def _period(self) -> Period | None:
        for each in self._periods:
            if each.key == self.period.value() and each.period is not None:
                return each.period
        if self.period.value() != OWN:
            return None
        first, last = self.first.day(), self.last.day()
        return Period(first, last) if first and last and first <= last else None

    def _choose(self) -> None:
        own = self.period.value() == OWN
        first, last = self.first.day(), self.last.day()
        wrong = own and first is not None and last is not None and first > last
        self.form.box("last").show_error(_("The end is before the start.") if wrong else "")
        self.form.setVisible(own)
        self.changed.emit()


def _box(label: str, choices: list[tuple[str, str]]) -> ChoiceBox:
    box = ChoiceBox(choices)
    box.setAccessibleName(label)
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(20)
    return box


def _describe(today: date, day: date) -> str:
    return describe_date(day, today)
