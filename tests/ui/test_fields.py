"""Fields keep what was typed, understand early, complain late, and say it to a screen reader."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QWidget
from pytestqt.qtbot import QtBot

from eletdesk.errors import InvalidInputError
from tests.ui.audit import settle
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.duration_field import DurationField, parse_minutes, write_minutes
from ui.widgets.form import Form, TextField
from ui.widgets.layouts import Column
from ui.widgets.note_edit import NoteEdit
from ui.widgets.secret_field import SecretField

DAY = date(2026, 11, 20)


def parse(text: str) -> date | None:
    if not text.strip():
        return None
    if text == "vr":
        return DAY
    raise InvalidInputError("held_on", "31 februari bestaat niet.")


def describe(day: date) -> str:
    return f"vr {day.day} november"


def shown(qtbot: QtBot, *parts: QWidget) -> QWidget:
    whole = QWidget()
    column = Column(whole)
    for part in parts:
        column.addWidget(part)
    qtbot.addWidget(whole)
    vars(qtbot).setdefault("kept", []).append(whole)  # qtbot itself only holds it weakly
    whole.show()
    whole.activateWindow()
    settle()
    return whole


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_date_is_said_back_and_the_words_stay(qtbot: QtBot) -> None:
    field = DateField(parse, describe)
    shown(qtbot, field)
    with qtbot.waitSignal(field.day_changed) as changed:
        QTest.keyClicks(field.line, "vr")
    assert changed.args == [DAY]
    assert (field.day(), field.text(), field.message.text()) == (DAY, "vr", "vr 20 november")
    assert field.line.accessibleDescription() == "vr 20 november"


def test_wrong_date_is_told_on_leaving_and_kept(qtbot: QtBot) -> None:
    field, after = DateField(parse, describe), TextField()
    shown(qtbot, field, after)
    field.setFocus()
    QTest.keyClicks(field.line, "31/2")
    assert field.message.text() == ""
    after.setFocus()
    assert field.message.text() == "31 februari bestaat niet."
    assert field.line.property("state") == "error"
    assert (field.text(), field.day()) == ("31/2", None)
    field.set_text("vr")
    assert field.line.property("state") == ""


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_calendar_chooses_a_day(qtbot: QtBot) -> None:
    field = DateField(lambda text: date(2026, 11, int(text.split("/")[0])) if text else None, value=DAY)
    shown(qtbot, field)
    QTest.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    calendar.activated.emit(calendar.selectedDate().addDays(2))
    assert field.day() == date(2026, 11, 22)


def test_compact_date_shows_only_errors_under_it(qtbot: QtBot) -> None:
    field = DateField(parse, describe, compact=True)
    shown(qtbot, field)
    field.set_text("vr")
    assert not field.message.isVisible()
    field.set_text("31/2")
    assert not field.check()
    assert field.message.isVisible()


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("45", 45), ("45m", 45), ("1u15", 75), ("1h15", 75), ("2u", 120), ("1:30", 90), ("", None), ("'(", 45)],
)
def test_lengths_are_understood(typed: str, minutes: int | None) -> None:
    assert parse_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["lang", "-5", "99999", "1u2u"])
def test_lengths_that_cannot_be(typed: str) -> None:
    with pytest.raises(InvalidInputError):
        parse_minutes(typed)


@pytest.mark.parametrize("minutes", [0, 5, 45, 59, 60, 75, 600, 1440])
def test_written_length_is_read_back(minutes: int) -> None:
    assert parse_minutes(write_minutes(minutes).replace(" ", "")) == minutes


def test_up_and_down_step_five_minutes(qtbot: QtBot) -> None:
    field = DurationField(43)
    shown(qtbot, field)
    steps = [
        (Qt.Key.Key_Up, 45), (Qt.Key.Key_Up, 50), (Qt.Key.Key_Down, 45), (Qt.Key.Key_Down, 40)
    ]  # fmt: skip
    for key, minutes in steps:
        QTest.keyClick(field.line, key)
        assert field.minutes() == minutes
    field.set_minutes(3)
    QTest.keyClick(field.line, Qt.Key.Key_Down)
    assert field.minutes() == 0


def test_wrong_length_stays_and_is_explained(qtbot: QtBot) -> None:
    field, after = DurationField(45), TextField()
    shown(qtbot, field, after)
    field.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "lang")
    assert not field.message.isVisible()
    after.setFocus()
    assert field.message.isVisible()
    assert (field.line.text(), field.minutes()) == ("lang", None)


def test_note_reports_after_the_pause_and_on_leaving(qtbot: QtBot) -> None:
    note, after = NoteEdit(pause_ms=20), TextField()
    shown(qtbot, note, after)
    note.setFocus()
    with qtbot.waitSignal(note.edited) as told:
        QTest.keyClicks(note, "rust")
    assert told.args == ["rust"]
    slow = NoteEdit(pause_ms=60_000)
    shown(qtbot, slow)
    slow.setFocus()
    QTest.keyClicks(slow, "x")
    assert slow.is_waiting()
    with qtbot.waitSignal(slow.edited):
        slow.flush()
    assert not slow.is_waiting()


def test_note_grows_up_to_its_limit_and_lets_tab_through(qtbot: QtBot) -> None:
    note, after = NoteEdit(min_lines=2, max_lines=6), TextField()
    shown(qtbot, note, after)
    low = note.height()
    note.set_text("\n".join("abcdef"))
    high = note.height()
    note.set_text("\n".join("abcdefghijklmnop"))
    assert low < high == note.height()
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert note.toPlainText().count("\t") == 0
    assert after.hasFocus()


def test_note_submits_and_pastes_words_only(qtbot: QtBot) -> None:
    from PySide6.QtCore import QMimeData

    note = NoteEdit()
    shown(qtbot, note)
    pasted = QMimeData()
    pasted.setHtml("<b>vet</b>")
    pasted.setText("<b>vet</b>")
    note.insertFromMimeData(pasted)
    assert note.text() == "<b>vet</b>"
    with qtbot.waitSignal(note.submitted):
        QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_form_names_its_fields_and_shows_errors(qtbot: QtBot) -> None:
    form = Form()
    name, day = TextField(), DateField(parse, describe)
    form.add("family_name", "&Naam", name, "Zoals op de kaart")
    form.add("held_on", "Wanneer", day)
    shown(qtbot, form)
    assert spoken(name) == "Naam"
    assert spoken(day.line) == "Wanneer"
    assert form.show_error("family_name", "Dit veld is leeg.")
    assert name.hasFocus()
    assert form.box("family_name").message.text() == "Dit veld is leeg."
    assert name.accessibleDescription() == "Dit veld is leeg."
    QTest.keyClicks(name, "V")
    assert form.box("family_name").message.text() == "Zoals op de kaart"
    assert form.show_error(day, "Te vroeg.")
    assert not form.show_error("no_such_field", "x")


def test_choice_box_keeps_values(qtbot: QtBot) -> None:
    box = ChoiceBox([(None, "geen"), ("nl", "Nederlands")], value="nl")
    qtbot.addWidget(box)
    assert box.value() == "nl"
    box.set_value("fr")
    assert box.value() == "nl"
    box.set_value(None)
    assert box.currentText() == "geen"


def test_secret_field_hides_reveals_and_warns(qtbot: QtBot) -> None:
    field = SecretField()
    shown(qtbot, field)
    QTest.keyClicks(field.line, "abc")
    assert not field.is_warning()
    QTest.keyClicks(field.line, "D")
    assert field.is_warning()
    QTest.keyClicks(field.line, "E", Qt.KeyboardModifier.ShiftModifier)
    assert not field.is_warning()
    assert not field.is_revealed()
    field.set_revealed(True)
    assert field.line.displayText() == "abcDE"
    field.clear()
    assert (field.text(), field.is_revealed()) == ("", False)
