"""From the first window to an open desk: unlock one, make one, or make one to practise in."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from eletdesk import clock
from eletdesk.errors import EletdeskError, InvalidInputError, WrongPassphraseError
from eletdesk.locations import default_desk_folder, settings_folder
from eletdesk.translation import _
from eletdesk.version import VERSION
from ui.background import Progress, run_in_background
from ui.entry_window import EntryWindow, WaitingPage
from ui.files import choose_folder
from ui.locking import LockReason, reason_sentence
from ui.unlock.page import UnlockPage

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk
    from ui.first_run.choices import FirstRunChoices, Secrets
    from ui.first_run.page import FirstRunPage
    from ui.main_window import MainWindow

After = Callable[["MainWindow"], None] | None


class Entry(QObject):
    """Shows the pages before unlocking; `opened(Desk, what to do then or None)`."""

    opened = Signal(object, object)
    language_chosen = Signal(str)

    def __init__(self, window: EntryWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._folder: Path | None = None
        self._reason: LockReason | None = None

    def begin(self, folder: Path | None, reason: LockReason | None = None) -> None:
        """Show the page to unlock the desk of a folder, or the first steps when there is no desk yet."""
        known = [place for place in (folder, default_desk_folder()) if place and _holds_desk(place)]
        if known:
            self.show_unlock(known[0], reason)
        else:
            self.show_first_run()
        if folder is not None and folder not in known:
            # A stick that is not plugged in must not look like a lost desk.
            self._window.say(_("There is no desk at {place} now.").format(place=folder))

    def say_again(self) -> None:
        """Show the unlock page in another language; the first steps do this themselves."""
        if isinstance(self._window.page, UnlockPage) and self._folder is not None:
            self.show_unlock(self._folder, self._reason)

    def show_unlock(self, folder: Path, reason: LockReason | None = None) -> None:
        """Ask for the passphrase of a desk."""
        self._folder, self._reason = folder, reason
        page = UnlockPage(version=VERSION)
        page.set_desk(folder.name, str(folder.parent), _last_used(folder))
        page.unlock_requested.connect(lambda typed: self._unlock(page, typed, words=False))
        page.recovery_requested.connect(lambda typed: self._unlock(page, typed, words=True))
        page.switch_desk_requested.connect(self._switch)
        page.language_chosen.connect(self.language_chosen)
        why = reason_sentence(reason) if reason else ""
        if folder == demo_folder():
            why = f"{why} {_demo_sentence()}".strip()
        self._window.show_page(page, why)

    def show_first_run(self) -> None:
        """Show the first steps."""
        from ui.first_run.page import FirstRunPage  # noqa: PLC0415

        page = FirstRunPage(_secrets(), default_desk_folder())
        page.finished.connect(lambda choices: self._make(page, choices))
        page.print_requested.connect(lambda words: self._print(page, words))
        page.open_existing_requested.connect(self._open_other)
        page.language_chosen.connect(self.language_chosen)
        self._window.show_page(page)

    def make_demo(self) -> None:
        """Make a desk of invented people in a fresh folder and open it."""
        self._window.show_page(WaitingPage(_("The practice desk is being made …")))
        run_in_background(self, _make_demo, lambda desk: self.opened.emit(desk, None), self._demo_refused)

    def _demo_refused(self, error: Exception) -> None:
        self.show_first_run()
        self._window.say(_sentence(error))

    def _unlock(self, page: UnlockPage, typed: str, *, words: bool) -> None:
        folder = self._folder
        assert folder is not None
        page.set_busy(True)

        def work(_report: Progress) -> "Desk":
            from eletdesk.desk.opening import open_desk, open_desk_with_recovery  # noqa: PLC0415

            return (open_desk_with_recovery if words else open_desk)(folder, typed)

        def done(desk: "Desk") -> None:
            page.clear()
            self.opened.emit(desk, None)

        def refused(error: Exception) -> None:
            wrong = isinstance(error, WrongPassphraseError | InvalidInputError)
            page.show_problem(_sentence(error), wrong_try=wrong)

        run_in_background(self, work, done, refused)

    def _make(self, page: "FirstRunPage", choices: "FirstRunChoices") -> None:
        page.set_busy(True)

        def done(desk: "Desk") -> None:
            page.clear()
            after = partial(_read_in, choices.spreadsheet) if choices.start == "import" else None
            self.opened.emit(desk, after)

        def refused(error: Exception) -> None:
            page.show_problem(_sentence(error), getattr(error, "field", ""))

        run_in_background(self, lambda _report: _make_desk(choices), done, refused)

    def _print(self, page: "FirstRunPage", words: list[str]) -> None:
        from ui.recovery_sheet import offer_recovery_sheet  # noqa: PLC0415

        offer_recovery_sheet(page, words, page.draft.worker_name, page.show_problem)

    def _switch(self) -> None:
        start = str(self._folder.parent) if self._folder else ""
        chosen = choose_folder(self._window, _("Choose the folder of a desk"), start)
        if chosen is not None:
            self._open_other(chosen)

    def _open_other(self, folder: Path) -> None:
        if _holds_desk(folder):
            self.show_unlock(folder)
        else:
            self._window.say(_("There is no desk in this folder."))


def demo_folder() -> Path:
    """Return where the practice desk is made."""
    return settings_folder() / "demo"


def _demo_sentence() -> str:
    from eletdesk.desk.demo.desk import DEMO_PASSPHRASE  # noqa: PLC0415

    return _("The passphrase of the practice desk is “{words}”.").format(words=DEMO_PASSPHRASE)


def _make_demo(_report: Progress) -> "Desk":
    from eletdesk.desk.demo.desk import make_demo_desk  # noqa: PLC0415
    from eletdesk.storage.desk_lock import DeskLock  # noqa: PLC0415

    folder = demo_folder()
    if _holds_desk(folder):
        import shutil  # noqa: PLC0415

        DeskLock.acquire(folder, "").release()
        shutil.rmtree(folder)
    return make_demo_desk(folder)


def _make_desk(choices: "FirstRunChoices") -> "Desk":
    from eletdesk.desk.opening import DeskOwner, create_desk  # noqa: PLC0415

    owner = DeskOwner(
        choices.worker_name, choices.worker_role, choices.organisation, programme=choices.programme
    )
    demo = choices.start == "demo"
    desk = create_desk(
        choices.folder, choices.passphrase, choices.recovery_words or None, owner, is_demo=demo
    )
    if demo:
        from eletdesk.desk.demo.desk import fill_demo_desk  # noqa: PLC0415

        fill_demo_desk(desk)
    return desk


def _read_in(file: Path | None, window: "MainWindow") -> None:
    """Go on with the list that was chosen in the first steps."""
    window.ways.go("import")
    read = getattr(window.stack.page(), "read_file", None)
    if file is not None and callable(read):
        read(file)


def _secrets() -> "Secrets":
    from eletdesk.storage.strength import judge  # noqa: PLC0415
    from eletdesk.storage.words import generate_passphrase, new_recovery_words  # noqa: PLC0415
    from ui.first_run.choices import Secrets  # noqa: PLC0415

    return Secrets(generate_passphrase, new_recovery_words, judge)


def _holds_desk(folder: Path) -> bool:
    """Tell whether a folder holds a desk, without loading what opens it."""
    from eletdesk.storage.envelope import is_there  # noqa: PLC0415

    return is_there(folder) and (folder / "desk.db").exists()


def _last_used(folder: Path) -> str:
    from eletdesk.domain.spoken_dates import distance_in_words  # noqa: PLC0415

    try:
        at = datetime.fromtimestamp((folder / "desk.db").stat().st_mtime).astimezone().replace(tzinfo=None)
    except OSError:
        return ""
    return f"{distance_in_words(at.date(), clock.today())} {at:%H:%M}"


def _sentence(error: Exception) -> str:
    """Return what is said: an expected error says it itself."""
    if isinstance(error, EletdeskError):
        return str(error)
    return _("Something went wrong in eletdesk ({kind}).").format(kind=type(error).__name__)
