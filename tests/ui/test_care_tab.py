"""The tab on care: a stepper of phases, what was tried, and where the rule was read."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eletdesk.domain.care_step import CareActor
from eletdesk.operations.care_steps import record_care_step
from tests.ui.audit import settle
from tests.ui.case_pages import Opened, opened_case, press, save, sheet_of, tab_to, type_text
from tests.ui.goal_case import care_tab, fill_goals
from ui.goals.focus_keeper import focus_key, key_in_focus
from ui.widgets.chip import Chip
from ui.widgets.labels import Label
from ui.widgets.stepper import Stepper


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened_case(tmp_path, qtbot) as found:
        yield found


def said(tab: object) -> str:
    labels = tab.findChildren(Label)  # type: ignore[attr-defined]
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_a_step_is_noted_by_keyboard(opened: Opened) -> None:
    tab = care_tab(opened)
    focus_key(tab, "add_step")
    press(Qt.Key.Key_Return)
    sheet = sheet_of(opened[0])
    assert sheet.read("phase") == "phase_0"
    sheet.widget("phase").set_value("phase_2")
    assert "Verantwoordelijk: CLB" in sheet.about.text()  # type: ignore[attr-defined]
    save()
    assert sheet.form.box("what").has_error()
    tab_to(sheet.widget("what"))
    type_text("Spijbelbegeleiding")
    sheet.widget("actor").set_value("clb")
    save()
    settle()
    (step,) = tab.care.continuum[2].steps
    assert (step.what, step.actor, step.started_on) == (
        "Spijbelbegeleiding",
        CareActor.clb,
        date(2026, 11, 23),
    )
    assert key_in_focus(tab) == "add_step"
    tab.add_step()
    assert sheet_of(opened[0]).read("phase") == "phase_2"


def test_the_stepper_says_where_care_stands(opened: Opened) -> None:
    fill_goals(opened)
    continuum, assessment = care_tab(opened).findChildren(Stepper)
    assert continuum.accessibleName() == (
        "0 · Brede basiszorg, later; 1 · Verhoogde zorg, klaar, vr 18 sep; "
        "2 · Uitbreiding, nu; 3 · IAC, later"
    )
    assert "Strategie, nu" in assessment.accessibleName()


def test_what_is_missing_and_the_sources_are_said(opened: Opened) -> None:
    """Source: meldpuntsi.be: an offer outside school starts from phase 2, after what school and CLB tried."""
    fill_goals(opened)
    text = said(care_tab(opened))
    assert "Niets genoteerd voor 0 · Brede basiszorg." in text
    assert "Bron: Draaiboek samenwerking school" in text
    assert "Bron: VCLB en Prodia: het zorgcontinuüm" in text
    assert "Namen nog niet nagekeken: Intakefase, Adviesfase." in text


def test_confidential_steps_and_missing_effects_are_marked(opened: Opened) -> None:
    _page, desk, case_id = opened
    tab = care_tab(opened)
    desk.run(
        case_id,
        record_care_step,
        phase="phase_0",
        actor=CareActor.school,
        what="Gesprek",
        is_confidential=True,
    )
    settle()
    chips = [chip.text() for chip in tab.findChildren(Chip) if chip.isVisible()]
    assert chips == ["effect niet genoteerd", "vertrouwelijk"]


def test_the_timeline_opens_a_step_in_its_tab_and_it_can_go_to_the_bin(opened: Opened, qtbot: QtBot) -> None:
    page = opened[0]
    filled = fill_goals(opened)
    qtbot.waitUntil(lambda: ("care_step", filled.step) in [item.key for item in page.line.items()])
    page.line.opened.emit(("care_step", filled.step))
    settle()
    tab = care_tab(opened)
    assert key_in_focus(tab) == f"step:{filled.step}"
    focus_key(tab, f"erase:{filled.step}")
    press(Qt.Key.Key_Return)
    settle()
    assert tab.care.continuum[1].steps == ()
    tab.edit_step(filled.step)
    assert key_in_focus(tab) == "add_step"
