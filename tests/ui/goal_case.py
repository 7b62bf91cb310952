"""A case with goals, reviews, assessments and steps of care, for tests of their tabs."""

from datetime import date
from typing import Any, NamedTuple

from eletdesk.domain.goal import Perspective
from eletdesk.operations import goals
from eletdesk.operations.assessments import record_assessment
from eletdesk.operations.care_steps import record_care_step
from eletdesk.queries.goals import goals_of_case
from tests.ui.audit import settle
from tests.ui.case_pages import Opened
from ui.goals.care_tab import CareTab
from ui.goals.goals_tab import GoalsTab

SEPTEMBER, NOVEMBER = date(2026, 9, 18), date(2026, 11, 20)


class Filled(NamedTuple):
    """The ids of what was filled in."""

    goal: str
    review: str
    assessment: str
    step: str


def fill_goals(opened: Opened, words: str = "Vier voormiddagen aanwezig") -> Filled:
    """Write goals, reviews, assessments and steps in a case, with the same words everywhere."""
    _page, desk, case_id = opened

    def do(operation: Any, *values: Any, **named: Any) -> Any:
        return desk.run(case_id, operation, *values, **named)

    goal = do(goals.add_goal, text=words, note=words, life_domain="school", agreed_on=SEPTEMBER)
    do(goals.review_goal, goal.id, score=3, reviewed_on=SEPTEMBER)
    review = do(goals.review_goal, goal.id, score=7, reviewed_on=NOVEMBER, note=words)
    do(record_assessment, scores={"school": 3, "family": 6}, assessed_on=SEPTEMBER)
    do(record_assessment, scores={"school": 2}, assessed_on=SEPTEMBER, seen_by=Perspective.school)
    asked = do(
        record_assessment, scores={"school": 7, "family": 4, "leisure": 5}, assessed_on=NOVEMBER, note=words,
        is_confidential=True,
    )  # fmt: skip
    step = do(
        record_care_step,
        phase="phase_1", actor="school", what=words, by_whom=words[:200], effect=words, started_on=SEPTEMBER,
    )  # fmt: skip
    do(record_care_step, phase="hgd_strategy", actor="clb", what=words, started_on=NOVEMBER)
    settle()
    return Filled(goal.id, review.id, asked.id, step.id)


def goals_tab(opened: Opened) -> GoalsTab:
    """Show the tab on goals."""
    page, _desk, _case_id = opened
    page.tabs.choose("goals")
    settle()
    tab = page.tabs.more["goals"].content
    assert isinstance(tab, GoalsTab)
    return tab


def care_tab(opened: Opened) -> CareTab:
    """Show the tab on care."""
    page, _desk, _case_id = opened
    page.tabs.choose("care")
    settle()
    tab = page.tabs.more["care"].content
    assert isinstance(tab, CareTab)
    return tab


def kept_goals(opened: Opened) -> Any:
    """Read the goals from the file."""
    _page, desk, case_id = opened
    return desk.read(case_id, goals_of_case)
