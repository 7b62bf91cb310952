"""The two copies of the key envelope on disk: read, judge, and write them so that one always opens."""

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from eletdesk.errors import DamagedFileError, EletdeskError, MissingFileError, NewerFileError
from eletdesk.storage.atomic_write import atomic_write
from eletdesk.storage.os_errors import translate_os_error
from eletdesk.storage.slots import Slot

KEY_FILE = "desk.key"
KEY_FILE_COPY = "desk.key.bak"
FORMAT = 1
_MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Envelope:
    """What desk.key says: which desk, and the slots that hold its key."""

    desk_id: str
    slots: dict[str, Slot]

    def with_slot(self, kind: str, slot: Slot | None) -> "Envelope":
        """Return the envelope with one slot put in, replaced or (None) taken out."""
        others = {name: value for name, value in self.slots.items() if name != kind}
        return replace(self, slots=others if slot is None else {**others, kind: slot})

    def content(self) -> bytes:
        """Return the bytes of the file: JSON with sorted names and a SHA-256 over all the rest."""
        return _rendered({"format": FORMAT, "desk": self.desk_id, "slots": self.slots})


def is_there(folder: Path) -> bool:
    """Return whether a folder has a key envelope, in whatever state."""
    return (folder / KEY_FILE).exists() or (folder / KEY_FILE_COPY).exists()


def read_copies(folder: Path) -> list[Envelope]:
    """Return the distinct envelopes that can be read, desk.key before its copy: one or two.

    Two differ only when a change was cut off between the two writes. Raises MissingFileError if neither
    file is there, NewerFileError if one is from a newer program, DamagedFileError if none can be read.
    """
    found: list[Envelope] = []
    missing = 0
    for name in (KEY_FILE, KEY_FILE_COPY):
        try:
            envelope = _read(folder / name)
        except MissingFileError:
            missing += 1
        except DamagedFileError:
            continue
        else:
            if envelope not in found:
                found.append(envelope)
    if missing == 2:
        raise MissingFileError
    if not found or len({envelope.desk_id for envelope in found}) > 1:
        raise DamagedFileError
    return found


def write_both(folder: Path, envelope: Envelope) -> None:
    """Replace both files; when this raises, desk.key still has what it had.

    The copy goes first: if the disk is full now, nothing has changed. If only the second write fails, the
    new slots are in the copy alone, and the next unlock through desk.key puts the old ones back there.
    """
    content = envelope.content()
    before = _bytes_of(folder / KEY_FILE_COPY)
    try:
        atomic_write(folder / KEY_FILE_COPY, content)
        atomic_write(folder / KEY_FILE, content)
    except EletdeskError:
        if _bytes_of(folder / KEY_FILE) == content:
            return  # only the last sync of the folder failed, and the copy is safely on the disk
        with suppress(EletdeskError):
            if before is not None:
                atomic_write(folder / KEY_FILE_COPY, before)
        raise


def repair(folder: Path, envelope: Envelope) -> None:
    """Write the envelope that just opened over a copy that says something else; try, never fail."""
    content = envelope.content()
    for name in (KEY_FILE, KEY_FILE_COPY):
        if _bytes_of(folder / name) != content:
            with suppress(EletdeskError):
                atomic_write(folder / name, content)


def remove(folder: Path) -> None:
    """Take away what an unfinished creation wrote, as far as that is possible."""
    for name in (KEY_FILE, KEY_FILE_COPY):
        with suppress(OSError):
            (folder / name).unlink()


def _read(path: Path) -> Envelope:
    """Read one of the two files; a single changed bit is damage, never a wrong passphrase."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(_MOST_BYTES)
    except IsADirectoryError:
        raise DamagedFileError from None
    except OSError as error:
        raise translate_os_error(error) from None
    try:
        said: dict[str, Any] = json.loads(raw)
        said.pop("check")
        if _rendered(said) != raw:
            raise DamagedFileError
        if said["format"] > FORMAT:
            raise NewerFileError
        return Envelope(desk_id=str(said["desk"]), slots=dict(said["slots"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise DamagedFileError from None


def _rendered(said: dict[str, Any]) -> bytes:
    """Return the only way to write these values down, with the check; every later format keeps it."""
    check = sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
    return (json.dumps({**said, "check": check}, sort_keys=True, indent=1) + "\n").encode()


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
