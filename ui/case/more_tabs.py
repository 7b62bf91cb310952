"""The tabs of a case that other rooms bring: each is built when it is first shown, and reads by itself.

A tab is a QWidget made with `make(case, parent)`. It has `show_case(view)`, called whenever the case
changed while the tab can be seen and when it comes in sight, and it may have the signals
`toast_requested(str, bool)`, `problem_requested(str)`, `row_requested(table, row_id)` and the methods
`show_row(row_id)`, `keep_drafts()`.
A new tab is one function and one line here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from eletdesk.translation import N_, _
from ui.case.reading import CaseView
from ui.open_case import OpenCase
from ui.widgets.layouts import Column


@dataclass(frozen=True)
class TabKind:
    """One tab: its key, its name, who makes it, the tables whose rows are found there, and its sheets.

    Sheets are the names of FormDialogs whose drafts the tab opens again: `open_draft(sheet, row_id)`.
    """

    key: str
    name: str
    make: Callable[[OpenCase, QWidget], QWidget]
    tables: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


def _trajectory(case: OpenCase, parent: QWidget) -> QWidget:
    from ui.trajectory.trajectory_tab import TrajectoryTab  # noqa: PLC0415

    return TrajectoryTab(case, parent)


def _rights(case: OpenCase, parent: QWidget) -> QWidget:
    from ui.rights.rights_tab import RightsTab  # noqa: PLC0415

    return RightsTab(case, parent)


def _absences(case: OpenCase, parent: QWidget) -> QWidget:
    from ui.absences.absences_tab import AbsencesTab  # noqa: PLC0415

    return AbsencesTab(case, parent)


def _goals(case: OpenCase, parent: QWidget) -> QWidget:
    from ui.goals.goals_tab import GoalsTab  # noqa: PLC0415

    return GoalsTab(case, parent)


def _care(case: OpenCase, parent: QWidget) -> QWidget:
    from ui.goals.care_tab import CareTab  # noqa: PLC0415

    return CareTab(case, parent)


def _follow_up(case: OpenCase, parent: QWidget) -> QWidget:
    from ui.follow_up.follow_up_tab import FollowUpTab  # noqa: PLC0415

    return FollowUpTab(case, parent)


MORE_TABS: tuple[TabKind, ...] = (
    TabKind(
        "absences", N_("Attendance"), _absences, ("absence",), ("AbsenceDialog", "ChangeAbsenceDialog"),
    ),
    TabKind(
        "goals", N_("Goals"), _goals, ("goal", "goal_review", "assessment"),
        ("GoalDialog", "ReviewDialog", "AssessmentDialog"),
    ),
    TabKind("care", N_("Care"), _care, ("care_step",), ("CareStepDialog",)),
    TabKind(
        "follow_up", N_("Follow-up"), _follow_up, ("follow_up", "situation", "enrolment"),
        ("SituationDialog", "FollowUpDialog", "ClockDialog", "OkotDialog"),
    ),
    TabKind("trajectory", N_("On one page"), _trajectory),
    TabKind("rights", N_("Rights"), _rights, ("rights_request",), ("RequestDialog", "AnswerDialog")),
)  # fmt: skip


class LazyTab(QWidget):
    """The place of a tab; the tab itself is made when it first comes in sight."""

    def __init__(
        self, kind: TabKind, case: OpenCase, made: Callable[[QWidget], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._case, self._made = case, made
        self._view: CaseView | None = None
        self._column = Column(self)
        self.content: Any = None

    def show_case(self, view: CaseView) -> None:
        """Remember the case, and show it when this tab can be seen."""
        self._view = view
        if not self.isHidden():
            self.fill()

    def fill(self) -> None:
        """Build the tab if it is not there yet, and let it read."""
        if self.content is None:
            self.content = self.kind.make(self._case, self)
            self._column.addWidget(self.content)
            self._made(self.content)
        if self._view is not None:
            self.content.show_case(self._view)

    def show_row(self, row_id: str) -> None:
        """Bring one row in sight, where the tab can do that."""
        self.fill()
        if hasattr(self.content, "show_row"):
            self.content.show_row(row_id)


def name_of(kind: TabKind) -> str:
    """Return the name of a tab in the language spoken now."""
    return _(kind.name)


__all__ = ["MORE_TABS", "N_", "LazyTab", "TabKind", "name_of"]
