"""A score from 0 to 10 with one key; leaving it out is a choice too."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.audit import audit_accessibility, settle
from ui.widgets.score_field import ScoreField


def shown(qtbot: QtBot, score: int | None = None) -> ScoreField:
    field = ScoreField(score)
    field.setAccessibleName("School")
    qtbot.addWidget(field)
    field.resize(field.sizeHint())
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    settle()
    return field


def test_a_digit_gives_the_score_and_one_and_zero_is_ten(qtbot: QtBot) -> None:
    field = shown(qtbot)
    assert field.score() is None
    assert field.accessibleDescription() == "weggelaten"
    heard: list[object] = []
    field.score_changed.connect(heard.append)
    for keys, score in (("7", 7), ("0", 0), ("1", 1), ("0", 10), ("0", 0)):
        QTest.keyClicks(field, keys)
        assert field.score() == score
    assert heard == [7, 0, 1, 10, 0]
    assert field.accessibleDescription() == "0 op 10"


def test_arrows_move_and_delete_leaves_out(qtbot: QtBot) -> None:
    field = shown(qtbot, 9)
    for key, score in (
        (Qt.Key.Key_Right, 10), (Qt.Key.Key_Right, 10), (Qt.Key.Key_Left, 9),
        (Qt.Key.Key_Delete, None), (Qt.Key.Key_Right, 0), (Qt.Key.Key_Backspace, None),
        (Qt.Key.Key_Up, None), (Qt.Key.Key_PageUp, None),
    ):  # fmt: skip
        QTest.keyClick(field, key)
        assert field.score() == score


def test_a_click_chooses_and_the_same_click_leaves_out(qtbot: QtBot) -> None:
    field = shown(qtbot)
    cell = field.width() // 11
    for at, score in ((3, 3), (10, 10), (10, None), (0, 0)):
        place = QPoint(at * cell + cell // 2, field.height() // 2)
        QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=place)
        assert field.score() == score


def test_what_was_typed_comes_back_from_a_draft(qtbot: QtBot) -> None:
    field = shown(qtbot, 4)
    assert field.text() == "4"
    for text, score in (("10", 10), ("", None), ("eleven", None), ("11", None), ("0", 0)):
        field.set_text(text)
        assert field.score() == score
    assert audit_accessibility(field) == []
