"""Every school that was written down, from when to when; each can be changed."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.programmes.law.early_leaving import early_leaving
from eletdesk.programmes.law.school_career import school_career
from eletdesk.queries.live_rows import live_rows
from eletdesk.translation import _
from ui.case.career_choices import delay_of, say_delay
from ui.case.icon_row import IconRow
from ui.case.reading import CaseView
from ui.follow_up.actions import FollowUpActions
from ui.follow_up.rows import MARGINS
from ui.open_case import OpenCase
from ui.widgets.buttons import icon_button, soft
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.labels import small


class SchoolsCard(Card):
    """The last school first."""

    def __init__(self, do: FollowUpActions, parent: QWidget | None = None) -> None:
        super().__init__(_("Schools"), parent=parent)
        self._do = do
        self.row_ids: list[str] = []
        self.add_action(soft(_("Another school"), do.edit_school, icon_name="add", sz="s"))

    def show_schools(self, case: OpenCase, view: CaseView) -> None:
        """Show the enrolments of a case."""
        self.clear()
        rows = sorted(
            case.read(live_rows, Enrolment),
            key=lambda row: (row.ended_on is None, row.started_on or date.min, row.id),
            reverse=True,
        )
        self.row_ids = [row.id for row in rows]
        for row in rows:
            self.add_row(self._row(row, view))
        if not rows:
            self.add(small(_("No school is known yet."), wrap=True))

    def edit_last(self) -> None:
        """Change the present or last school."""
        self._do.edit_school(self.row_ids[0] if self.row_ids else "")

    def _row(self, row: Enrolment, view: CaseView) -> QWidget:
        position = school_career().exit_position(row.exit_position)
        first = " · ".join(
            part
            for part in (_span(row), row.year_label, row.study, position.label.said() if position else "")
            if part
        )
        delay, year = delay_of(
            view.head.person.birth_on, row.year_label, (row.grade, row.grade_year), row.ended_on,
            row.community, row.repeated_years, view.today,
        )  # fmt: skip
        second = "\n".join(part for part in (first, say_delay(delay, year)) if part)
        found = early_leaving().qualification(row.qualification)
        has_one = found is not None and found.code != "none"
        chips = [Chip(found.label.said(), tone="info", icon_name="outcome")] if found and has_one else []
        name = row.school.replace("&", "&&")
        ends = [
            icon_button("write", _("Change {name}").format(name=name), partial(self._do.edit_school, row.id)),
            icon_button(
                "erase",
                _("Move {name} to the bin").format(name=name),
                partial(self._do.erase, "enrolment", row.id, row.school),
            ),
        ]
        return IconRow("school", row.school, second, ends=ends, chips=chips, wraps=True, margins=MARGINS)


def _span(row: Enrolment) -> str:
    since = _("since {date}").format(date=numeric_date(row.started_on)) if row.started_on else ""
    until = _("until {date}").format(date=numeric_date(row.ended_on)) if row.ended_on else ""
    return " ".join(part for part in (since, until) if part)
