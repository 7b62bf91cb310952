"""The tab on goals by keyboard: agree, look back, ask how it goes, and see the change."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eletdesk.domain.goal import GoalState, Perspective
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.pathway import Pathway
from eletdesk.operations.pathways import change_pathway
from eletdesk.operations.sessions import record_session
from eletdesk.queries.goals import assessments_of_case
from eletdesk.queries.live_rows import live_rows
from tests.ui.audit import settle
from tests.ui.case_pages import Opened, opened_case, press, save, sheet_of, tab_to, type_text
from tests.ui.goal_case import fill_goals, goals_tab, kept_goals
from ui.goals.change_chart import ChangeChart
from ui.goals.course_chart import CourseChart
from ui.goals.focus_keeper import focus_key, key_in_focus
from ui.goals.score_track import ScoreTrack
from ui.widgets.labels import Label


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened_case(tmp_path, qtbot) as found:
        yield found


def test_a_goal_is_agreed_by_keyboard_and_the_focus_stays(opened: Opened) -> None:
    page = opened[0]
    told: list[tuple[str, bool]] = []
    page.toast_requested.connect(lambda sentence, undo: told.append((sentence, undo)))
    tab = goals_tab(opened)
    focus_key(tab, "add_goal")
    press(Qt.Key.Key_Return)
    type_text("Op tijd op school")
    save()
    settle()
    (line,) = kept_goals(opened).open
    assert (line.goal.text, line.goal.agreed_on) == ("Op tijd op school", date(2026, 11, 23))
    assert told == [("Doel toegevoegd", True)]
    assert key_in_focus(tab) == "add_goal"


def test_a_goal_without_words_is_refused_at_its_field(opened: Opened) -> None:
    tab = goals_tab(opened)
    tab.add_goal()
    sheet = sheet_of(opened[0])
    tab_to(sheet.widget("note"))
    type_text("dit blijft staan")
    save()
    assert sheet.form.box("text").has_error()
    assert sheet.widget("note").text() == "dit blijft staan"
    assert kept_goals(opened).open == ()


def test_looking_back_takes_a_digit_and_can_end_the_goal(opened: Opened) -> None:
    filled = fill_goals(opened)
    tab = goals_tab(opened)
    assert focus_key(tab, f"look:{filled.goal}")
    press(Qt.Key.Key_Return)
    sheet = sheet_of(opened[0])
    save()
    assert sheet.form.box("score").has_error()
    type_text("10")
    sheet.widget("state").set_value("reached")
    save()
    settle()
    (line,) = kept_goals(opened).ended
    assert (line.reviews[-1].score, line.goal.state) == (10, GoalState.reached)
    assert tab.ended.isVisible()
    assert key_in_focus(tab) == "add_goal"


def test_the_line_of_a_goal_says_its_progress_in_words(opened: Opened) -> None:
    fill_goals(opened)
    (track,) = goals_tab(opened).findChildren(ScoreTrack)
    assert track.accessibleName() == "Voortgang: van 3 op vr 18 sep naar 7 op vr 20 nov, 4 hoger."


def test_a_goal_and_a_review_are_changed_and_undone_as_one_step(opened: Opened) -> None:
    filled = fill_goals(opened)
    tab = goals_tab(opened)
    tab.edit_goal(filled.goal)
    sheet = sheet_of(opened[0])
    sheet.widget("text").set_text("Anders gezegd")
    sheet.widget("state").set_value("dropped")
    save()
    (line,) = kept_goals(opened).ended
    assert (line.goal.text, line.goal.state) == ("Anders gezegd", GoalState.dropped)
    tab.edit_review(filled.review)
    type_text("2")
    save()
    assert kept_goals(opened).ended[0].reviews[-1].score == 2
    tab.edit_review("gone")
    assert kept_goals(opened).ended[0].reviews[-1].score == 2


def test_an_assessment_is_typed_digit_by_digit(opened: Opened) -> None:
    page, desk, case_id = opened
    tab = goals_tab(opened)
    focus_key(tab, "add_assessment")
    press(Qt.Key.Key_Return)
    sheet = sheet_of(page)
    first, *_rest = sheet.scores.values()  # type: ignore[attr-defined]
    tab_to(first)
    for keys in ("3", "10", "", "6"):
        type_text(keys)
        press(Qt.Key.Key_Tab)
    save()
    settle()
    (row,) = desk.read(case_id, assessments_of_case).rows
    assert row.scores == {"school": 3, "future": 10, "friends": 6}
    assert key_in_focus(tab) == "add_assessment"


def test_an_assessment_without_a_number_is_refused_and_stays(opened: Opened) -> None:
    tab = goals_tab(opened)
    tab.add_assessment()
    sheet = sheet_of(opened[0])
    sheet.widget("note").set_text("nog niets")
    save()
    assert sheet.isVisible()
    assert sheet.said.text() == "Geef een cijfer voor minstens één domein."  # type: ignore[attr-defined]
    assert next(iter(sheet.scores.values())).hasFocus()  # type: ignore[attr-defined]


def test_the_picture_and_the_words_say_the_same(opened: Opened) -> None:
    fill_goals(opened)
    tab = goals_tab(opened)
    (chart,) = tab.picture.findChildren(ChangeChart)
    school = "School en leren: van 3 op vr 18 sep naar 7 op vr 20 nov, 4 hoger."
    home = "Thuis en gezin: van 6 op vr 18 sep naar 4 op vr 20 nov, 2 lager."
    assert chart.accessibleName().startswith("Hoe het gaat, De jongere. ")
    assert school in chart.accessibleName()
    assert home in chart.accessibleName()
    assert tab.picture.way_choice is not None
    tab.picture.way_choice.choose("words")
    settle()
    said = [label.text() for label in tab.picture.findChildren(Label) if label.isVisible()]
    assert {school, home, "Vrije tijd: 5 op 10 op vr 20 nov."} <= set(said)
    tab.picture.way_choice.choose("course")
    settle()
    (course,) = tab.picture.findChildren(CourseChart)
    assert "School en leren: 3 (vr 18 sep), 7 (vr 20 nov)" in course.accessibleName()


def test_each_person_who_was_asked_has_a_picture(opened: Opened) -> None:
    fill_goals(opened)
    tab = goals_tab(opened)
    assert tab.picture.view_choice is not None
    tab.picture.view_choice.setFocus()
    press(Qt.Key.Key_Right)
    settle()
    assert tab.picture.seen_by() is Perspective.school
    (chart,) = [one for one in tab.picture.findChildren(ChangeChart) if one.isVisible()]
    assert [row.change.last.score for row in chart.rows] == [2]
    tab.picture.add_asked.emit()
    assert sheet_of(opened[0]).read("seen_by") is Perspective.school


def test_goals_are_made_of_the_lines_of_the_plan(opened: Opened) -> None:
    page, desk, case_id = opened
    pathway = desk.read(case_id, live_rows, Pathway)[0]
    desk.run(case_id, change_pathway, pathway.id, goals="1. Op tijd\n2. Sporten")
    tab = goals_tab(opened)
    told: list[str] = []
    tab.toast_requested.connect(lambda sentence, _undo: told.append(sentence))
    tab.make_goals()
    settle()
    assert [line.goal.text for line in kept_goals(opened).open] == ["Op tijd", "Sporten"]
    assert told == ["2 doelen toegevoegd"]
    assert kept_goals(opened).lines == ()
    assert page.isVisible()


def test_a_session_ticks_the_goals_that_were_worked_on(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    filled = fill_goals(opened)
    held = desk.run(case_id, record_session, held_on=date(2026, 11, 20), minutes=50, goal_ids=["elsewhere"])
    settle()
    page.do.moments.open_row("guidance_session", held.id)
    sheet = sheet_of(page)
    tab_to(sheet.widget(f"goal:{filled.goal}"))
    press(Qt.Key.Key_Space)
    save()
    (row,) = desk.read(case_id, live_rows, GuidanceSession)
    assert row.goal_ids == ["elsewhere", filled.goal]
    tab = goals_tab(opened)
    assert tab.goals.open[0].sessions[0].session_id == held.id


def test_the_timeline_opens_a_goal_in_its_tab(opened: Opened, qtbot: QtBot) -> None:
    page = opened[0]
    filled = fill_goals(opened)
    qtbot.waitUntil(lambda: ("goal", filled.goal) in [item.key for item in page.line.items()])
    page.line.opened.emit(("goal", filled.goal))
    settle()
    assert page.tabs.strip.key() == "goals"
    assert key_in_focus(goals_tab(opened)) == f"look:{filled.goal}"
    page.line.opened.emit(("goal_review", filled.review))
    assert sheet_of(page).widget("score").score() == 7
    sheet_of(page).reject()
    settle()
    page.line.opened.emit(("assessment", filled.assessment))
    assert sheet_of(page).read("is_confidential") is True


def test_what_was_typed_in_a_sheet_is_a_draft_that_opens_again(opened: Opened, qtbot: QtBot) -> None:
    page = opened[0]
    goals_tab(opened).add_goal()
    type_text("nog niet af")
    page.keep_drafts()
    sheet = sheet_of(page)
    sheet.hide()  # as a power cut does: nobody said cancel
    sheet.deleteLater()
    settle()
    page.tabs.choose("timeline")
    page.read()
    (draft,) = [item.key for item in page.line.items() if item.key[0] == "draft"]  # type: ignore[index]
    page.line.opened.emit(draft)
    settle()
    assert page.tabs.strip.key() == "goals"
    assert sheet_of(page).widget("text").text() == "nog niet af"


def test_a_goal_goes_to_the_bin(opened: Opened) -> None:
    filled = fill_goals(opened)
    tab = goals_tab(opened)
    focus_key(tab, f"erase:{filled.goal}")
    press(Qt.Key.Key_Return)
    settle()
    assert kept_goals(opened).open == ()
    assert key_in_focus(tab) == "add_goal"
    focus_key(tab, f"erase_assessment:{filled.assessment}")
    press(Qt.Key.Key_Return)
    settle()
    assert QApplication.focusWidget() is not None
    assert filled.assessment not in [row.id for row in tab.assessments.rows]
