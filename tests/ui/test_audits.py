"""The audits find what is planted, and find nothing in our own widgets."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.audit import (
    StrayWindows,
    audit_accessibility,
    find_clipped_labels,
    find_double_letters,
    find_lost_parts,
    find_rich_text,
    lengthen_words,
    settle,
)
from tests.ui.gallery import LOOKS, PAGES
from ui.theme import Mode, current
from ui.widgets.banner import Banner
from ui.widgets.buttons import icon_button, primary
from ui.widgets.card import Card
from ui.widgets.cells import Cell
from ui.widgets.check_row import CheckRow
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.form import Form, TextField
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.page import Page
from ui.widgets.sheet_table import SheetColumn, SheetModel, SheetTable
from ui.widgets.tooltips import set_tooltip

HOSTILE = '<b>x</b><img src="file:///etc/passwd"><a href="http://x">y</a> & <table>'


def holding(*parts: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    for part in parts:
        column.addWidget(part)
    return whole


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(1280, 800)
    widget.show()
    settle()
    return widget


def test_planted_html_label_is_found(qtbot: QtBot) -> None:
    whole = shown(qtbot, holding(Label(HOSTILE), QLabel(HOSTILE)))
    assert len(find_rich_text(whole)) == 1


def test_planted_tooltips_are_found(qtbot: QtBot) -> None:
    safe, bare, half = Label("a"), Label("b"), Label("c")
    set_tooltip(safe, HOSTILE)
    bare.setToolTip(HOSTILE)
    half.setToolTip(f"<span>{HOSTILE}</span>")
    assert len(find_rich_text(shown(qtbot, holding(safe, bare, half)))) == 2


def test_planted_faults_are_found(qtbot: QtBot) -> None:
    unnamed, small, trap = QLineEdit(), QPushButton("x"), QPlainTextEdit()
    small.setStyleSheet("min-height: 10px; min-width: 10px; padding: 0;")
    small.setFixedSize(12, 12)
    trap.setAccessibleName("Note")
    found = audit_accessibility(shown(qtbot, holding(unnamed, small, trap)))
    assert [fault.split(":")[0] for fault in found] == ["no name", "12 x 12 is too small", "holds Tab"]


def test_planted_cut_words_are_found(qtbot: QtBot) -> None:
    cut = Label("A sentence that is far too long for its place")
    cut.setFixedWidth(60)
    lines = Label("A sentence that is far too long for its place", wrap=True)
    lines.setFixedSize(80, 20)
    button = primary("A button with many words")
    button.setFixedWidth(50)
    elided = ElidedLabel("A sentence that is far too long for its place")
    elided.setFixedWidth(60)
    assert len(find_clipped_labels(shown(qtbot, holding(cut, lines, button, elided)))) == 3


def test_planted_double_letters_are_found(qtbot: QtBot) -> None:
    whole = shown(qtbot, holding(primary("&Bewaar"), primary("We&b"), primary("&Sluit"), primary("A && B")))
    assert len(find_double_letters(whole)) == 1


def test_planted_stray_window_is_found(qtbot: QtBot) -> None:
    early = Label("too early")
    qtbot.addWidget(early)
    with StrayWindows() as stray:
        early.setVisible(True)
    assert len(stray.found) == 1


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_building_opens_no_stray_window(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    with StrayWindows() as stray:
        page = make()
    qtbot.addWidget(page)
    assert not stray.found


def test_hostile_words_stay_words(qtbot: QtBot) -> None:
    page = Page(HOSTILE, HOSTILE)
    card = Card(HOSTILE, count=HOSTILE)
    card.add(CheckRow(HOSTILE, HOSTILE), Label(HOSTILE, wrap=True), Chip(HOSTILE))
    form = Form()
    form.add("name", HOSTILE, TextField(HOSTILE), HOSTILE)
    form.show_error("name", HOSTILE)
    model: SheetModel[str] = SheetModel([SheetColumn("Name", lambda row: Cell(row, row))])
    model.set_rows([HOSTILE])
    for part in (card, form, Banner(HOSTILE), EmptyState(HOSTILE, HOSTILE), SheetTable("t", model)):
        page.add(part)
    page.add_action(icon_button("close", HOSTILE))
    assert not find_rich_text(shown(qtbot, page))


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_own_widgets_pass_every_audit(
    qapp: QApplication, qtbot: QtBot, make: Callable[[], QWidget], mode: str, scale: int
) -> None:
    current().install(qapp, cast("Mode", mode), scale)
    page = shown(qtbot, make())
    assert not audit_accessibility(page)
    assert not find_rich_text(page)
    assert not find_clipped_labels(page)
    assert not find_lost_parts(page)


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_longer_words_fit(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    page = shown(qtbot, make())
    lengthen_words(page)
    assert not find_clipped_labels(page)
