"""Make a new desk and open an existing one."""

import getpass
import json
import platform
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from pathlib import Path

from eletdesk.desk.cases import empty_bin_of_old_cases
from eletdesk.desk.clock_trust import clock_is_trusted
from eletdesk.desk.desk import Desk
from eletdesk.desk.desk_copy import DESK_COPY, DESK_FILE, keep_desk_copy, open_desk_file
from eletdesk.desk.following import Following
from eletdesk.desk.groups.activities import empty_bin_of_old_activities
from eletdesk.desk.programmes import DEFAULT_PROGRAMME
from eletdesk.desk.refresh import catch_up
from eletdesk.desk.settling import finish_erasures, settle_intents
from eletdesk.errors import EletdeskError, InvalidInputError, MissingFileError
from eletdesk.log import note_error
from eletdesk.storage.atomic_write import (
    LEFTOVER_SUFFIX,
    leftover_name,
    private_folder,
    put_in_place,
    remove_leftovers,
)
from eletdesk.storage.desk_file import DeskFile
from eletdesk.storage.desk_lock import DeskLock
from eletdesk.storage.driver_errors import plain_errors
from eletdesk.storage.keys import DeskKey, create_envelope, open_envelope, open_with_recovery
from eletdesk.storage.register import Register
from eletdesk.storage.slots import Kdf
from eletdesk.translation import _

_UNFINISHED = frozenset(
    {"desk.key", "desk.key.bak", "desk.lock", "register.db", "register.db-journal", "cases"}
)


@dataclass(frozen=True)
class DeskOwner:
    """Whose desk it is; kept inside the desk only."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    desk_name: str = ""
    programme: str = ""


def is_desk(folder: Path) -> bool:
    """Tell whether a folder holds a desk."""
    has_key = (folder / "desk.key").exists() or (folder / "desk.key.bak").exists()
    return has_key and ((folder / DESK_FILE).exists() or (folder / DESK_COPY).exists())


def create_desk(
    folder: Path,
    passphrase: str,
    recovery_words: str | None,
    owner: DeskOwner,
    *,
    is_demo: bool = False,
    kdf: Kdf | None = None,
) -> Desk:
    """Make a desk in an empty or new folder and return it unlocked."""
    if is_desk(folder):
        raise InvalidInputError(
            "folder", _("There is already a desk in this folder. Open it, or choose another.")
        )
    private_folder(folder)
    if not _is_free(folder):
        raise InvalidInputError("folder", _("This folder is not empty. Choose an empty one for the desk."))
    lock = DeskLock.acquire(folder, _lock_owner())
    try:
        _clear_unfinished(folder)  # with the lock: another program may be making a desk here
        with ExitStack() as unfinished:
            private_folder(folder / "cases")
            key = create_envelope(folder, passphrase, recovery_words, kdf=kdf)
            register = Register.create(folder / "register.db", key)
            unfinished.callback(register.close)
            file = _new_desk_file(folder, key, owner, is_demo=is_demo)
            unfinished.callback(file.close)
            register.mark(is_open=True)
            unfinished.pop_all()
    except BaseException:
        with suppress(EletdeskError):
            _clear_unfinished(folder)
        lock.release()
        raise
    return Desk(folder, key, lock, file, register, Following())


def _new_desk_file(folder: Path, key: DeskKey, owner: DeskOwner, *, is_demo: bool) -> DeskFile:
    """Fill the desk file under another name; its rename is the moment from which there is a desk."""
    waiting = leftover_name(folder / DESK_FILE)
    file = DeskFile.create(waiting, key)
    with closing(file), file.transaction() as execute:
        for name, value in (
            ("worker_name", owner.name),
            ("worker_role", owner.role),
            ("organisation", owner.organisation),
            ("desk_name", owner.desk_name or owner.name),
            ("is_demo", is_demo),
            ("programme", owner.programme or DEFAULT_PROGRAMME),
        ):
            execute("INSERT INTO setting VALUES (?, ?)", (name, json.dumps(value)))
    put_in_place(waiting, folder / DESK_FILE)
    return DeskFile.open(folder / DESK_FILE, key)


def _is_free(folder: Path) -> bool:
    """Tell whether nothing is in a folder but what a crash left while a desk was being made there."""
    with plain_errors(folder):
        names = {entry.name for entry in folder.iterdir() if LEFTOVER_SUFFIX not in entry.name}
        return names <= _UNFINISHED and not any((folder / "cases").glob("*"))


def _clear_unfinished(folder: Path) -> None:
    """Remove what a crash left while a desk was being made: without a desk file nothing can be in it."""
    remove_leftovers(folder)
    if not _is_free(folder):
        return
    with plain_errors(folder):
        for name in sorted(_UNFINISHED - {"cases", "desk.lock"}):
            (folder / name).unlink(missing_ok=True)
        if (folder / "cases").exists():
            (folder / "cases").rmdir()


def open_desk(folder: Path, passphrase: str) -> Desk:
    """Open a desk with its passphrase; settle what a crash left and bring the register up to date."""
    _must_exist(folder)
    return _open(folder, open_envelope(folder, passphrase))


def open_desk_with_recovery(folder: Path, words: str) -> Desk:
    """Open a desk with the 24 words of its recovery key."""
    _must_exist(folder)
    return _open(folder, open_with_recovery(folder, words))


def _must_exist(folder: Path) -> None:
    if not is_desk(folder):
        raise MissingFileError(_("There is no desk in this folder."))


def _open(folder: Path, key: DeskKey) -> Desk:
    lock = DeskLock.acquire(folder, _lock_owner())
    try:
        remove_leftovers(folder)
        remove_leftovers(folder / "cases")
        file, from_copy = open_desk_file(folder, key)
        try:
            register = _register(folder, key)
        except BaseException:
            file.close()
            raise
    except BaseException:
        lock.release()
        raise
    desk = Desk(folder, key, lock, file, register, Following())
    try:
        register.mark(is_open=True)
        settle_intents(desk)
        finish_erasures(desk)
        desk.may_empty_bins = clock_is_trusted(desk)
        catch_up(desk)
        if desk.may_empty_bins:
            empty_bin_of_old_cases(desk)
            empty_bin_of_old_activities(desk)
        keep_desk_copy(desk)
    except BaseException:
        desk.close()
        raise
    if from_copy:
        desk.problems[DESK_FILE] = _("The file of the desk itself was damaged. Its checked copy is used now.")
    return desk


def _register(folder: Path, key: DeskKey) -> Register:
    """Open the register, or make a new one when it is missing or damaged: nothing in it is the only copy."""
    path = folder / "register.db"
    if path.exists():
        try:
            return Register.open(path, key)
        except EletdeskError as error:
            note_error(error)
            for leftover in (path, path.with_name("register.db-journal")):
                leftover.unlink(missing_ok=True)
    return Register.create(path, key)


def _lock_owner() -> str:
    """Name the computer account that holds the desk; it stands only in the desk's own folder."""
    with suppress(Exception):
        return f"{getpass.getuser()} @ {platform.node()}"
    return platform.node()
