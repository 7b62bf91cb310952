"""The key envelope under interruption: made, given another passphrase, given other recovery words."""

from pathlib import Path

from eletdesk.errors import MissingFileError, WrongPassphraseError
from eletdesk.storage.atomic_write import remove_leftovers
from eletdesk.storage.keys import (
    DeskKey,
    Kdf,
    change_passphrase,
    create_envelope,
    open_envelope,
    open_with_recovery,
    set_recovery,
)
from eletdesk.storage.words import recovery_words_from_key
from tests.reliability.scenario import Scenario

QUICK = Kdf(memory_kib=64, passes=1, lanes=1)
OLD, NEW = "fiets-lantaarn-molen", "kasteel-rivier-appel"
OLD_WORDS, NEW_WORDS = (" ".join(recovery_words_from_key(bytes([n] * 32), "nl")) for n in (1, 2))

Prepared = tuple[Path, DeskKey]


def make(folder: Path) -> None:
    folder.mkdir()
    create_envelope(folder, OLD, OLD_WORDS, kdf=QUICK)


def prepare(folder: Path) -> Prepared:
    return folder, open_envelope(folder, OLD)


def opening(folder: Path) -> str:
    """Say what opens the desk. The first secret that opens settles a change that was cut off."""
    remove_leftovers(folder)
    opens = []
    for name, secret in (("old", OLD), ("new", NEW)):
        try:
            open_envelope(folder, secret)
        except WrongPassphraseError:
            continue
        opens.append(f"{name} passphrase")
    for name, words in (("old", OLD_WORDS), ("new", NEW_WORDS)):
        try:
            open_with_recovery(folder, words)
        except WrongPassphraseError:
            continue
        opens.append(f"{name} words")
    first, second = ((folder / name).read_bytes() for name in ("desk.key", "desk.key.bak"))
    return f"{opens}, copies {'agree' if first == second else 'differ'}"


def opening_or_nothing(folder: Path) -> str:
    try:
        return opening(folder)
    except MissingFileError:
        return "no desk"


def create(folder: Path) -> None:
    """Make an envelope; where an earlier try could not even tidy up, that comes first."""
    for leftover in folder.glob("desk.key*"):
        leftover.unlink()
    create_envelope(folder, OLD, OLD_WORDS, kdf=QUICK)


def change(prepared: Prepared) -> None:
    folder, desk_key = prepared
    change_passphrase(folder, desk_key, NEW, kdf=QUICK)


def give_words(prepared: Prepared) -> None:
    folder, desk_key = prepared
    set_recovery(folder, desk_key, NEW_WORDS)


creation = Scenario(
    make=lambda folder: folder.mkdir(),
    prepare=lambda folder: folder,
    act=create,
    look=opening_or_nothing,
)
passphrase_change = Scenario(
    make=make,
    prepare=prepare,
    act=change,
    look=opening,
)
recovery_change = Scenario(
    make=make,
    prepare=prepare,
    act=give_words,
    look=opening,
)


def change_in_place(prepared: Prepared) -> None:
    """Write both files over themselves: what a sweep must find."""
    folder, desk_key = prepared
    other = folder.with_name("other")
    other.mkdir(exist_ok=True)
    for name in ("desk.key", "desk.key.bak"):
        (other / name).write_bytes((folder / name).read_bytes())
    change_passphrase(other, desk_key, NEW, kdf=QUICK)
    first, second = ((folder / name).open("wb") for name in ("desk.key", "desk.key.bak"))
    with first, second:
        first.write((other / "desk.key").read_bytes())
        second.write((other / "desk.key").read_bytes())


careless_change = Scenario(make=make, prepare=prepare, act=change_in_place, look=opening)


def change_without_sync(prepared: Prepared) -> None:
    """Change the passphrase on a disk that is never asked to sync: what a power cut must find."""
    import os

    kept, os.fsync = os.fsync, lambda fd: None
    try:
        change(prepared)
    finally:
        os.fsync = kept


unsynced_change = Scenario(make=make, prepare=prepare, act=change_without_sync, look=opening)
