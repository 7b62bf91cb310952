"""Toasts undo and announce; dialogs keep the focus and give it back; pages follow the width."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import focused, settle
from ui.theme import current
from ui.widgets.bars import Bar, ColumnChart, ColumnValue, HorizontalBars, Part, StackedBar
from ui.widgets.buttons import MenuButton, danger, icon_button, primary
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.column_chart import round_top
from ui.widgets.dialog import Dialog, ask
from ui.widgets.flow import Flow
from ui.widgets.form import TextField
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.layouts import Column, clear_layout
from ui.widgets.page import Page, columns_for, has_rail
from ui.widgets.stepper import Step, Stepper
from ui.widgets.toast import Toasts


def window(qtbot: QtBot, *parts: QWidget, width: int = 900) -> QWidget:
    whole = QWidget()
    column = Column(whole)
    for part in parts:
        column.addWidget(part)
    qtbot.addWidget(whole)
    vars(qtbot).setdefault("kept", []).append(whole)  # qtbot itself only holds it weakly
    whole.resize(width, 600)
    whole.show()
    whole.activateWindow()
    settle()
    return whole


def test_toasts_undo_one_by_one_newest_first(qtbot: QtBot) -> None:
    toasts = Toasts(window(qtbot))
    undone: list[str] = []
    toasts.tell("Taak gewist", undo=lambda: undone.append("taak"))
    toasts.tell("Gesprek gewist", undo=lambda: undone.append("gesprek"))
    toasts.tell("Bewaard")
    first, second, third = toasts.shown()
    assert first.geometry().bottom() < second.y()
    assert second.geometry().bottom() < third.y()
    assert toasts.undo_newest()
    assert undone == ["gesprek"]
    assert toasts.undo_newest()
    assert not toasts.undo_newest()
    assert undone == ["gesprek", "taak"]


def test_toast_undoes_only_once_and_leaves_in_time(qtbot: QtBot) -> None:
    toasts = Toasts(window(qtbot))
    undone: list[int] = []
    toast = toasts.tell("Gewist", undo=lambda: undone.append(1))
    assert toast.button is not None
    toast.button.click()
    toast.undo()
    assert undone == [1]
    toasts.tell("Weg", seconds=0)
    qtbot.waitUntil(lambda: not toasts.shown())


def test_long_toast_stays_inside_the_window(qtbot: QtBot) -> None:
    whole = window(qtbot, width=400)
    toast = Toasts(whole).tell("Gesprek met Noor bewaard, taak toegevoegd voor woensdag " * 3)
    settle()
    assert whole.rect().contains(toast.geometry())


def test_dialog_keeps_tab_inside_and_gives_the_focus_back(qtbot: QtBot) -> None:
    outside = TextField()
    whole = window(qtbot, outside)
    outside.setFocus()
    dialog = Dialog(whole, "Wissen?")
    inside = TextField()
    dialog.add(inside)
    cancel = dialog.add_cancel()
    wipe = dialog.add_button(danger("Wissen"))
    dialog.open()
    seen = []
    for _round in range(4):
        seen.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert seen == [inside, cancel, wipe, inside]
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    with qtbot.waitSignal(dialog.closed) as closed:
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert closed.args == [False]
    assert outside.hasFocus()


def test_a_sheet_that_asks_on_gives_the_page_back(qtbot: QtBot) -> None:
    field = TextField()
    page = window(qtbot, field)
    second = Dialog(page, "En nog een vraag")
    second.add_button(primary("Ja"))
    first = Dialog(page, "Eerst dit")
    first.add_button(primary("Ja", second.open))
    field.setFocus()
    first.open()
    second.open()
    first.accept()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not field.isEnabled()
    second.accept()
    assert field.isEnabled()
    assert focused() is field


def test_a_sheet_whose_button_waits_still_has_the_keyboard(qtbot: QtBot) -> None:
    field = TextField()
    page = window(qtbot, field)
    field.clearFocus()
    dialog = Dialog(page, "Eerst invullen")
    dialog.add_cancel()
    waiting = dialog.add_button(primary("Maken"))
    waiting.setEnabled(False)
    dialog.open(waiting)
    assert dialog.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_ask_does_it_only_on_yes(qtbot: QtBot) -> None:
    whole = window(qtbot)
    done: list[int] = []
    ask(whole, "Wissen?", "Echt?", danger("Wissen"), lambda: done.append(1)).reject()
    assert done == []
    button = danger("Wissen")
    ask(whole, "Wissen?", "Echt?", button, lambda: done.append(1))
    button.click()
    assert done == [1]


def test_page_tells_its_columns(qtbot: QtBot, qapp: QApplication) -> None:
    page = Page("Vandaag")
    page.add_side(Card("Agenda"))
    told: list[int] = []
    page.layout_changed.connect(told.append)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.resize(700, 800)
    settle()
    assert told == [2, 1]
    page.resize(1280, 800)
    settle()
    current().install(qapp, "light", 200)
    settle()
    assert told == [2, 1, 2, 1]


def test_breakpoints() -> None:
    assert [columns_for(width, 100) for width in (859, 860)] == [1, 2]
    assert [has_rail(width, 100) for width in (1179, 1180)] == [True, False]
    assert (columns_for(1280, 200), has_rail(1280, 200)) == (1, True)


def test_buttons_have_clean_names_and_press_on_enter(qtbot: QtBot) -> None:
    pressed: list[str] = []
    save = primary("&Bewaar", lambda: pressed.append("save"), icon_name="done")
    shut = icon_button("close", "Sluit dit", lambda: pressed.append("close"))
    more = MenuButton("Meer", icon_name="more")
    more.add("Afsluiten", lambda: pressed.append("menu"), shortcut="Ctrl+W")
    window(qtbot, save, shut, more)
    assert (save.accessibleName(), shut.accessibleName()) == ("Bewaar", "Sluit dit")
    QTest.keyClick(save, Qt.Key.Key_Return)
    QTest.keyClick(shut, Qt.Key.Key_Space)
    more.menu().actions()[0].trigger()
    assert pressed == ["save", "close", "menu"]


def test_chip_presses_from_the_keyboard(qtbot: QtBot) -> None:
    chip = Chip("stage", pressable=True)
    window(qtbot, chip)
    with qtbot.waitSignal(chip.pressed):
        QTest.keyClick(chip, Qt.Key.Key_Space)


def test_flow_breaks_lines_and_grows(qtbot: QtBot) -> None:
    flow = Flow()
    for number in range(12):
        flow.add(Chip(f"label nummer {number}"))
    whole = window(qtbot, flow, width=900)
    few = flow.heightForWidth(900)
    assert flow.heightForWidth(300) > few
    whole.resize(300, 600)
    settle()
    assert all(flow.rect().contains(chip.geometry()) for chip in flow.widgets())
    flow.clear()
    assert flow.heightForWidth(300) == 0


def test_elided_label_offers_the_whole_text(qtbot: QtBot) -> None:
    label = ElidedLabel("Een lange zin die hier niet past <b>")
    whole = window(qtbot, label, width=120)
    assert label.is_elided()
    assert label.toolTip() == "<span>Een lange zin die hier niet past &lt;b&gt;</span>"
    whole.resize(900, 100)
    settle()
    assert label.toolTip() == ""


def test_cleared_layout_is_empty(qtbot: QtBot) -> None:
    whole = QWidget()
    column, inner = Column(whole), Column()
    inner.addWidget(Label("binnen"))
    column.addLayout(inner)
    column.addWidget(Label("buiten"))
    qtbot.addWidget(whole)
    clear_layout(column)
    assert column.count() == 0


def test_card_clears_its_rows_and_keeps_its_title(qtbot: QtBot) -> None:
    card = Card("Taken")
    qtbot.addWidget(card)
    card.add_row(Label("een"))
    card.add(Label("twee"))
    card.clear()
    card.add_row(Label("drie"))
    settle()
    shown = [label.text() for label in card.findChildren(Label) if label.text()]
    assert shown == ["Taken", "drie"]


def test_charts_say_every_number_and_every_hidden_one(qtbot: QtBot) -> None:
    bars = HorizontalBars("Fases", [Bar("Intake", 18, second="14 %"), Bar("Nazorg", None, "verborgen")])
    stack = StackedBar("Caseload", [Part("Intake", 6), Part("Traject", 0, shown="geen")])
    columns = ColumnChart(
        "Per week", [ColumnValue("45", 22, says="22, herfstvakantie"), ColumnValue("46", 98)]
    )
    for chart in (bars, stack, columns):
        qtbot.addWidget(chart)
    assert bars.accessibleName() == "Fases: Intake: 18 14 %; Nazorg: verborgen"
    assert stack.accessibleName() == "Caseload: Intake 6, Traject geen"
    assert columns.accessibleName() == "Per week: 45: 22, herfstvakantie; 46: 98"


def test_round_top_is_round_and_high_enough() -> None:
    for most in range(2000):
        top = round_top(most)
        assert top >= most
        assert top % 4 == 0
    assert round_top(108) == 120


def test_stepper_says_the_state_of_each_stage(qtbot: QtBot) -> None:
    stepper = Stepper((Step("Intake", "21 sep", "done"), Step("Traject", "", "now", paused=True)))
    qtbot.addWidget(stepper)
    said = stepper.accessibleName().split("; ")
    assert said[0].startswith("Intake, ")
    assert said[0].endswith(", 21 sep")
    assert len(said) == 2
