"""How it goes in the domains of life: the picture of change, the course over time, and the same in words."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.assessment import Assessment
from eletdesk.domain.change_picture import Change, say_change, say_every_point
from eletdesk.domain.goal import Perspective
from eletdesk.domain.labels import label
from eletdesk.domain.spoken_dates import short_date
from eletdesk.programmes.law.life_domains import domain_name
from eletdesk.queries.goals import AssessmentsOfCase
from eletdesk.translation import _, ngettext
from ui.case.icon_row import IconRow
from ui.goals.change_chart import ChangeChart, ChartRow
from ui.goals.course_chart import CourseChart
from ui.goals.focus_keeper import keyed
from ui.widgets.buttons import icon_button, soft
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, clear_layout
from ui.widgets.segmented import Segmented


class PictureCard(Card):
    """One picture for each person who was asked; the choices stay while the case changes."""

    add_asked = Signal()
    edit_asked = Signal(str)
    erase_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("How it goes"), parent=parent)
        add = soft(_("Ask how it goes"), self.add_asked.emit, icon_name="add", sz="s")
        self.add_action(keyed(add, "add_assessment"))
        self._found = AssessmentsOfCase((), {})
        self._today = date.min
        self._seen_by, self._way = Perspective.young_person, "change"
        self.view_choice: Segmented | None = None
        self.way_choice: Segmented | None = None
        self._place = Column(gap=8)

    def seen_by(self) -> Perspective:
        """Return whose picture is shown."""
        return self._seen_by

    def show_assessments(self, found: AssessmentsOfCase, today: date) -> None:
        """Show what was asked until today."""
        had = next(
            (
                name
                for name in ("view_choice", "way_choice")
                if (one := getattr(self, name)) and one.hasFocus()
            ),
            "",
        )
        self._found, self._today = found, today
        self.clear()
        self.view_choice = self.way_choice = None
        if not found.rows:
            hint = _(
                "Ask for a number from 0 to 10 in each domain of life; ask again later and see the change."
            )
            self.add_row(EmptyState(_("Nobody was asked yet"), hint, icon_name="assessment"))
            return
        if self._seen_by not in found.changes:
            self._seen_by = next(iter(found.changes))
        self.add(self._choices())
        self._place = Column(gap=8)
        self.add(self._place)
        self._draw()
        for row in found.rows:
            self.add_row(self._row(row))
        if had:
            getattr(self, had).setFocus()

    def _choices(self) -> QWidget:
        flow = Flow(gap=8)
        self.view_choice = Segmented(_("In the eyes of"))
        for perspective in self._found.changes:
            self.view_choice.add(perspective.value, label("perspective", perspective))
        self.view_choice.choose(self._seen_by.value)
        self.view_choice.chosen.connect(self._choose_view)
        self.way_choice = Segmented(_("How to show it"))
        for key, text in (
            ("change", _("First and last")), ("course", _("Over time")), ("words", _("In words")),
        ):  # fmt: skip
            self.way_choice.add(key, text)
        self.way_choice.choose(self._way)
        self.way_choice.chosen.connect(self._choose_way)
        flow.add(self.view_choice, self.way_choice)
        return flow

    def _choose_view(self, code: str) -> None:
        self._seen_by = Perspective(code)
        self._draw()

    def _choose_way(self, way: str) -> None:
        self._way = way
        self._draw()

    def _draw(self) -> None:
        clear_layout(self._place)
        changes = self._found.changes[self._seen_by]
        if self._way == "words":
            for change in changes:
                self._place.addWidget(Label(self._sentence(change), wrap=True))
            return
        make = CourseChart if self._way == "course" else ChangeChart
        says = say_every_point if self._way == "course" else say_change
        rows = [
            ChartRow(name, change, says(change, name, self._today))
            for change in changes
            for name in (domain_name(change.code),)
        ]
        whose = label("perspective", self._seen_by)
        self._place.addWidget(make(_("How it goes, {whose}").format(whose=whose), rows))

    def _sentence(self, change: Change) -> str:
        name = domain_name(change.code)
        said = say_change(change, name, self._today)
        between = ", ".join(
            f"{point.score} ({short_date(point.on, self._today)})" for point in change.points[1:-1]
        )
        return f"{said} {_('Between them: {scores}.').format(scores=between)}" if between else said

    def _row(self, row: Assessment) -> QWidget:
        on = short_date(row.assessed_on, self._today)
        count = ngettext("{count} domain", "{count} domains", len(row.scores))
        first = f"{on} · {label('perspective', row.seen_by)}"
        second = " · ".join(part for part in (count.format(count=len(row.scores)), row.note.strip()) if part)
        change = icon_button(
            "write", _("Change {name}").format(name=first), partial(self.edit_asked.emit, row.id)
        )
        says = _("Move {name} to the bin").format(name=first)
        erase = icon_button("erase", says, partial(self.erase_asked.emit, row.id))
        chips = [Chip(_("confidential"), icon_name="confidential")] if row.is_confidential else []
        ends = [keyed(change, f"assessment:{row.id}"), keyed(erase, f"erase_assessment:{row.id}")]
        return IconRow(
            "assessment", first, second, ends=ends, chips=chips, wraps=True, margins=(16, 10, 12, 10)
        )
