"""Goals and care from the menu of a case, told by name when undone, and their history in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eletdesk.operations.assessments import change_assessment
from eletdesk.operations.care_steps import change_care_step
from eletdesk.operations.goals import change_goal
from eletdesk.queries.row_history import row_history
from tests.ui.case_pages import Opened, opened_case, sheet_of
from tests.ui.goal_case import fill_goals
from ui.goals.assessment_dialog import AssessmentDialog
from ui.goals.care_dialog import CareStepDialog
from ui.goals.goal_dialogs import GoalDialog
from ui.history.shown_values import shown_value


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened_case(tmp_path, qtbot) as found:
        yield found


def test_the_menu_opens_each_sheet(opened: Opened) -> None:
    page = opened[0]
    for key, kind in (("goal", GoalDialog), ("assess", AssessmentDialog), ("care", CareStepDialog)):
        page.menu.choose(key)
        sheet = sheet_of(page)
        assert type(sheet) is kind
        sheet.reject()


def test_the_history_of_goals_and_care_speaks_in_words(opened: Opened) -> None:
    _page, desk, case_id = opened
    filled = fill_goals(opened)
    desk.run(case_id, change_goal, filled.goal, life_domain="leisure")
    desk.run(case_id, change_assessment, filled.assessment, scores={"school": 8})
    desk.run(case_id, change_care_step, filled.step, phase="phase_2")
    said = {}
    for table, row_id in (
        ("goal", filled.goal), ("assessment", filled.assessment), ("care_step", filled.step),
    ):  # fmt: skip
        (change,) = desk.read(case_id, row_history, table, row_id)[0].fields
        said[table] = tuple(shown_value(table, change.field, each) for each in (change.before, change.after))
    assert said == {
        "goal": ("School en leren", "Vrije tijd"),
        "assessment": ("School en leren 7, Thuis en gezin 4, Vrije tijd 5", "School en leren 8"),
        "care_step": ("1 · Verhoogde zorg", "2 · Uitbreiding van zorg"),
    }
