"""From the first start to a locked desk, in one process: what somebody sees before and after unlocking."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from eletdesk import clock
from eletdesk.desk.drafts import desk_draft
from eletdesk.errors import DeskInUseError
from eletdesk.preferences import Preferences, read_preferences, write_preferences
from eletdesk.storage.desk_lock import DeskLock
from tests.ui.desk_fixtures import NOW, PASSPHRASE, Keys, fill_desk, fix_clock, make_desk
from ui.application import Application, Start
from ui.first_run.choices import FirstRunChoices
from ui.first_run.page import FirstRunPage
from ui.locking import IdleWatch, LockReason
from ui.main_window import MainWindow
from ui.single_instance import SingleInstance
from ui.unlock.page import UnlockPage

LONG = 20_000


@pytest.fixture
def desk_folder(tmp_path: Path) -> Path:
    """Make a filled desk and close it."""
    fix_clock()
    desk = make_desk(tmp_path / "desk")
    fill_desk(desk)
    desk.close()
    return desk.folder


@pytest.fixture
def application(qapp: QApplication, qtbot: QtBot) -> Iterator[Application]:
    """Give the program, which locks in its own process."""
    running = Application(qapp)
    yield running
    running.close_desk()
    qtbot.waitUntil(lambda: not running.is_working(), timeout=LONG)
    running.entry_window.hide()
    running.deleteLater()


def unlock_page(application: Application) -> UnlockPage:
    """Return the page that asks for the passphrase."""
    page = application.entry_window.page
    assert isinstance(page, UnlockPage)
    return page


def type_passphrase(application: Application, qtbot: QtBot, typed: str) -> None:
    """Type into what has the focus, once the window is awake."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=LONG)
    keys = Keys(application.entry_window)
    keys.type(typed)
    keys.press("Return")


def unlocked(application: Application, qtbot: QtBot, folder: Path) -> MainWindow:
    """Start with a desk, type its passphrase and wait for its window."""
    application.start(Start(folder))
    type_passphrase(application, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: application.window is not None, timeout=LONG)
    assert application.window is not None
    return application.window


def test_without_a_desk_the_first_steps_are_shown(application: Application) -> None:
    application.start(Start())
    assert isinstance(application.entry_window.page, FirstRunPage)


def test_a_desk_that_is_not_at_its_place_is_said(application: Application, tmp_path: Path) -> None:
    application.start(Start(tmp_path / "stick"))
    assert str(tmp_path / "stick") in application.entry_window.why()


def test_the_first_steps_lead_to_an_open_desk(application: Application, qtbot: QtBot, tmp_path: Path) -> None:
    application.start(Start())
    page = application.entry_window.page
    assert isinstance(page, FirstRunPage)
    page.finished.emit(
        FirstRunChoices(
            language="nl", start="new", worker_name="Sara Maes", organisation="", worker_role="NAFT-coach",
            folder=tmp_path / "mine", passphrase=PASSPHRASE,
        )
    )  # fmt: skip
    qtbot.waitUntil(lambda: application.window is not None, timeout=LONG)
    assert read_preferences().last_desk == tmp_path / "mine"
    assert not application.entry_window.isVisible()


def test_a_folder_that_cannot_be_used_is_said_at_its_field(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("x")
    application.start(Start())
    page = application.entry_window.page
    assert isinstance(page, FirstRunPage)
    page.finished.emit(
        FirstRunChoices(
            language="nl", start="new", worker_name="Sara", organisation="", worker_role="",
            folder=tmp_path, passphrase=PASSPHRASE,
        )
    )  # fmt: skip
    qtbot.waitUntil(lambda: not application.is_working(), timeout=LONG)
    assert application.window is None
    assert page.step().number >= 0


def test_the_passphrase_opens_the_last_desk(
    application: Application, qtbot: QtBot, desk_folder: Path
) -> None:
    write_preferences(Preferences(last_desk=desk_folder))
    application.use(read_preferences())
    application.start(Start())
    assert isinstance(application.entry_window.page, UnlockPage)
    window = unlocked(application, qtbot, desk_folder)
    assert window.isVisible()
    assert not application.entry_window.isVisible()


def test_a_wrong_passphrase_says_so_and_opens_nothing(
    application: Application, qtbot: QtBot, desk_folder: Path
) -> None:
    application.start(Start(desk_folder))
    page = unlock_page(application)
    type_passphrase(application, qtbot, "geen van deze woorden")
    qtbot.waitUntil(lambda: not application.is_working(), timeout=LONG)
    assert application.window is None
    assert page.secret.text() == "geen van deze woorden"


def test_a_desk_that_is_open_elsewhere_is_said(
    application: Application, qtbot: QtBot, desk_folder: Path
) -> None:
    with DeskLock.acquire(desk_folder, "jan @ laptop"):
        application.start(Start(desk_folder))
        labels = unlock_page(application).findChildren(QLabel)
        type_passphrase(application, qtbot, PASSPHRASE)
        qtbot.waitUntil(lambda: any("jan @ laptop" in one.text() for one in labels), timeout=LONG)


def test_locking_keeps_the_draft_closes_the_desk_and_says_why(
    application: Application, qtbot: QtBot, desk_folder: Path
) -> None:
    window = unlocked(application, qtbot, desk_folder)
    keys = Keys(window)
    keys.note("noor gesprek half getypt")
    keys.press("Ctrl+L")
    assert application.open_desk is None
    assert isinstance(application.entry_window.page, UnlockPage)
    assert application.entry_window.why()
    DeskLock.acquire(desk_folder, "test").release()  # free again: the desk is really closed
    again = unlocked(application, qtbot, desk_folder)
    kept = desk_draft(again.desk.desk, "quick_line")
    assert kept is not None
    assert kept.values["text"] == "noor gesprek half getypt"


def test_an_open_desk_holds_its_lock(application: Application, qtbot: QtBot, desk_folder: Path) -> None:
    unlocked(application, qtbot, desk_folder)
    with pytest.raises(DeskInUseError):
        DeskLock.acquire(desk_folder, "test")


def test_the_strategy_gets_the_folder_of_the_closed_desk_and_the_reason(
    qapp: QApplication, qtbot: QtBot, desk_folder: Path
) -> None:
    asked: list[tuple[Path, LockReason]] = []
    application = Application(qapp, lambda folder, reason: asked.append((folder, reason)))
    unlocked(application, qtbot, desk_folder)
    application.lock(LockReason.idle)
    assert asked == [(desk_folder, LockReason.idle)]
    DeskLock.acquire(desk_folder, "test").release()
    qtbot.waitUntil(lambda: not application.is_working(), timeout=LONG)
    application.deleteLater()


def test_nobody_there_for_ten_minutes_is_warned_and_then_locked(qapp: QApplication) -> None:
    fix_clock()
    watch = IdleWatch(10, qapp)
    warned: list[int] = []
    locked: list[bool] = []
    watch.warned.connect(warned.append)
    watch.idle.connect(lambda: locked.append(True))
    clock.use_clock(lambda: NOW + timedelta(minutes=9, seconds=29))
    watch.look()
    assert warned == []
    clock.use_clock(lambda: NOW + timedelta(minutes=9, seconds=40))
    watch.look()
    assert warned == [20]
    assert locked == []
    clock.use_clock(lambda: NOW + timedelta(minutes=10))
    watch.look()
    assert locked == [True]
    watch.deleteLater()


def test_a_key_takes_the_warning_away(application: Application, qtbot: QtBot, desk_folder: Path) -> None:
    window = unlocked(application, qtbot, desk_folder)
    watch = IdleWatch(10, window)
    watch.warned.connect(window.warn_of_lock)
    handle = window.windowHandle()
    assert handle is not None
    watch.watch(handle)
    clock.use_clock(lambda: NOW + timedelta(minutes=9, seconds=50))
    watch.look()
    assert len(window.notices.texts()) == 1
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(handle, key)
    assert window.notices.texts() == []
    watch.stop()


def test_language_on_the_unlock_page_changes_at_once(application: Application, desk_folder: Path) -> None:
    application.start(Start(desk_folder))
    before = unlock_page(application)
    before.language_chosen.emit("en")
    after = unlock_page(application)
    assert after is not before
    assert read_preferences().language == "en"


def test_the_second_start_raises_the_first_window(qapp: QApplication, qtbot: QtBot) -> None:
    first, second = SingleInstance(), SingleInstance()
    assert first.acquire()
    first.listen()
    with qtbot.waitSignal(first.raised, timeout=LONG):
        assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()


def test_closing_the_window_keeps_the_draft_and_closes_the_desk(
    application: Application, qtbot: QtBot, desk_folder: Path
) -> None:
    window = unlocked(application, qtbot, desk_folder)
    Keys(window).note("noor net voor het sluiten")
    window.close()
    assert application.open_desk is None
    again = unlocked(application, qtbot, desk_folder)
    kept = desk_draft(again.desk.desk, "quick_line")
    assert kept is not None
    assert kept.values["text"] == "noor net voor het sluiten"


def test_another_idle_time_counts_from_the_next_page_on(
    application: Application, qtbot: QtBot, desk_folder: Path
) -> None:
    window = unlocked(application, qtbot, desk_folder)
    window.desk.desk.file.keep_setting("idle_minutes", 0)
    window.ways.go("caseload")
    clock.use_clock(lambda: NOW + timedelta(hours=5))
    qtbot.wait(50)
    assert application.open_desk is not None
