"""Put the program together: preferences, look, the window before unlocking and that of the open desk."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QMainWindow

from eletdesk.errors import EletdeskError
from eletdesk.log import note_error
from eletdesk.preferences import Preferences, read_preferences, write_preferences
from eletdesk.translation import _, use_language
from ui.background import BackgroundWork, run_in_background
from ui.entry import Entry
from ui.entry_window import EntryWindow, keep_geometry, use_geometry
from ui.locking import IDLE_MINUTES, IdleWatch, LockReason, LockStrategy
from ui.theme import current

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk
    from ui.main_window import MainWindow
    from ui.open_desk import OpenDesk


@dataclass(frozen=True)
class Start:
    """What was asked on the command line."""

    folder: Path | None = None
    locked: LockReason | None = None
    demo: bool = False


class Application(QObject):
    """Owns the look, the preferences, the window and the open desk; there is one for each process."""

    def __init__(self, app: QApplication, lock: LockStrategy | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._translator: QTranslator | None = None
        self.preferences = read_preferences()
        self.open_desk: OpenDesk | None = None
        self.window: MainWindow | None = None
        self._idle: IdleWatch | None = None
        self._lock = lock or self.unlock_here
        self.entry_window = EntryWindow()
        self.entry = Entry(self.entry_window, self)
        self.entry.language_chosen.connect(lambda code: self.use(replace(self.preferences, language=code)))
        self.entry.opened.connect(self._opened)
        self._use_look()

    def start(self, start: Start) -> None:
        """Show the first window and load the rest while somebody types the passphrase."""
        use_geometry(self.entry_window)
        folder = start.folder or self.preferences.last_desk
        if start.demo:
            self.entry.make_demo()
        else:
            self.entry.begin(folder, start.locked)
        self.entry_window.show()
        QTimer.singleShot(0, self, self._warm_up)

    def use(self, preferences: Preferences) -> None:
        """Keep preferences and show them at once."""
        before, self.preferences = self.preferences, preferences
        write_preferences(preferences)
        looks = (before.theme, before.text_scale), (preferences.theme, preferences.text_scale)
        if self.window is not None and looks[0] != looks[1]:
            self.window.stack.put_away()
        self._use_look()
        if before.language != preferences.language and self.entry_window.isVisible():
            self.entry.say_again()
        if self.window is not None:
            self.window.use_preferences(preferences)

    def lock(self, reason: LockReason = LockReason.asked) -> None:
        """Keep what is being typed, close the desk, and ask for the passphrase again."""
        if self.window is None or self.open_desk is None:
            return
        folder = self.open_desk.desk.folder
        keep_geometry(self.window)
        self.close_desk()
        self._lock(folder, reason)

    def unlock_here(self, folder: Path, reason: LockReason) -> None:
        """Ask for the passphrase in this same process."""
        use_geometry(self.entry_window)
        self.entry.begin(folder, reason)
        self.entry_window.show()

    def close_desk(self) -> None:
        """Keep what is being typed and close the desk and its window."""
        window, self.window = self.window, None
        desk, self.open_desk = self.open_desk, None
        if self._idle is not None:
            self._idle.stop()
            self._idle = None
        if window is not None:
            try:
                window.keep_drafts()
            except EletdeskError as error:  # a full disk must not keep the desk open
                note_error(error)
            window.closed.disconnect(self._closed)
            window.hide()
            window.setParent(None)
            window.deleteLater()
        if desk is not None:
            desk.close()

    def is_working(self) -> bool:
        """Tell whether something still runs in the background."""
        return any(work.isRunning() for work in self.findChildren(BackgroundWork))

    def present_window(self) -> QMainWindow:
        """Return the window in sight."""
        return self.window or self.entry_window

    def come_forward(self) -> None:
        """Bring the window to the front: somebody started the program again."""
        window = self.present_window()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def tell_bug(self, error: BaseException) -> None:
        """Say that something went wrong inside; what was typed is kept first."""
        sentence = _("Something went wrong in eletdesk ({kind}). What you typed is still here.").format(
            kind=type(error).__name__
        )
        if self.window is not None:
            self.window.tell_problem(sentence)
        else:
            self.entry_window.say(sentence)

    def _opened(self, desk: "Desk", after: Callable[["MainWindow"], None] | None) -> None:
        from ui.main_window import MainWindow  # noqa: PLC0415 - loaded while the passphrase was typed
        from ui.open_desk import OpenDesk  # noqa: PLC0415

        if not desk.is_demo:
            self.preferences = replace(self.preferences, last_desk=desk.folder)
            write_preferences(self.preferences)
        desk.note_use()
        self.open_desk = OpenDesk(desk, self)
        window = MainWindow(self.open_desk, self.preferences)
        window.preferences_chosen.connect(self.use)
        window.lock_requested.connect(self.lock)
        window.closed.connect(self._closed)
        self.window = window
        if self.entry_window.isVisible():
            window.setGeometry(self.entry_window.geometry())
        else:
            use_geometry(window)
        window.show()
        self.entry_window.hide()
        self._watch(window)
        if after is not None:
            after(window)

    def _watch(self, window: "MainWindow") -> None:
        desk = self.open_desk
        assert desk is not None
        self._idle = idle = IdleWatch(int(desk.setting("idle_minutes", IDLE_MINUTES)), self)
        window.moved.connect(lambda _place: idle.allow(int(desk.setting("idle_minutes", IDLE_MINUTES))))
        handle = window.windowHandle()
        if handle is not None:
            idle.watch(handle)
        idle.warned.connect(window.warn_of_lock)
        idle.idle.connect(lambda: self.lock(LockReason.idle))

    def _closed(self) -> None:
        if self.window is not None:
            keep_geometry(self.window)
        self.close_desk()
        self._app.quit()

    def _use_look(self) -> None:
        use_language(self.preferences.language)
        current().install(self._app, self.preferences.theme, self.preferences.text_scale)  # type: ignore[arg-type]
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self.preferences.language}", place):
            self._app.installTranslator(self._translator)

    def _warm_up(self) -> None:
        """Load in a thread what the open desk needs."""
        run_in_background(self, lambda _report: _load(), lambda _none: None, note_error)


def _load() -> None:
    """Import what the first window did not need, and read the programmes while a passphrase is typed."""
    import eletdesk.desk.opening  # noqa: PLC0415
    import eletdesk.domain.tables  # noqa: PLC0415
    import eletdesk.storage.case_file  # noqa: F401, PLC0415
    import ui.main_window  # noqa: PLC0415
    import ui.today.today_page  # noqa: F401, PLC0415
    from eletdesk.programmes.reading import house_programmes  # noqa: PLC0415

    house_programmes()
