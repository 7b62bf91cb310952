"""A real case file with long and short notes, and what a reader sees of it when it was damaged."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from eletdesk.desk.case_keys import case_key_hex
from eletdesk.desk.desk import Desk
from eletdesk.errors import EletdeskError
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.sessions import record_session
from eletdesk.operations.tasks import add_task
from eletdesk.storage.case_file import CaseFile, CaseKeys
from tests.desks import add_noor, make_desk

PAGE = 4096
#: Signs in each note: five of them fill more than one page.
NOTE_SIGNS = (40, 120, 300, 900, 6000, 80, 200, 700, 1500, 9000) * 2
WORDS = "Vertelt dat de voormiddagen beter lukken, wil woensdag proefdraaien. "


@dataclass(frozen=True)
class StoredCase:
    """A closed case file: where it stands, how it opens, and what is in it."""

    path: Path
    case_id: str
    key: bytes
    content: bytes
    notes: dict[str, str]

    @property
    def keys(self) -> CaseKeys:
        """Return the keys that open it."""
        return CaseKeys.of(self.case_id, self.key)

    @property
    def pages(self) -> int:
        """Return how many pages it has."""
        return len(self.content) // PAGE


def stored(desk: Desk, case_id: str) -> StoredCase:
    """Close a case and look at its file."""
    key = bytes.fromhex(case_key_hex(desk, case_id))
    desk.close_case(case_id)
    path = desk.case_path(case_id)
    return StoredCase(path, case_id, key, path.read_bytes(), plain_notes(path, key))


def desk_with_notes(folder: Path) -> tuple[Desk, str]:
    """Make a desk with one young person and twenty notes, some longer than a page."""
    desk = make_desk(folder)
    case_id = add_noor(desk)
    naft = desk.programmes[("naft", 1)]
    for number, signs in enumerate(NOTE_SIGNS):
        text = (f"Gesprek {number}. " + WORDS * (signs // len(WORDS) + 1))[:signs]
        on = date(2026, 9, 15) + timedelta(days=number)
        desk.run(case_id, record_session, held_on=on, minutes=45, note=text, programme=naft)
    desk.run(case_id, record_contact, happened_on=date(2026, 11, 2), with_whom="mama", note="Belt terug.")
    desk.run(case_id, add_task, title="Stageplek bellen", due_on=date(2026, 12, 1))
    return desk, case_id


def opened_notes(path: Path, case_id: str, keys: CaseKeys) -> dict[str, str]:
    """Open a file as the program does and return its notes."""
    case = CaseFile.open(path, case_id, keys)
    try:
        return dict(case.connection.execute("SELECT id, note FROM guidance_session").fetchall())
    finally:
        case.close()


def verdict(case: StoredCase, content: bytes) -> str:
    """Put content in the place of the file; name the error at opening, or say whether the notes are right."""
    case.path.write_bytes(content)
    return verdict_of(case)


def verdict_of(case: StoredCase) -> str:
    """Open what stands in the place of the file and name what came of it."""
    try:
        notes = opened_notes(case.path, case.case_id, case.keys)
    except EletdeskError as error:
        return type(error).__name__
    return "right" if notes == case.notes else "WRONG TEXT"


def without_checks(path: Path, key: bytes) -> Any:
    """Open a file as any SQLCipher program does: with the key and without one check."""
    connection = dbapi2.connect(str(path))
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    return connection


def plain_notes(path: Path, key: bytes) -> dict[str, str]:
    """Read all notes without checks."""
    with closing(without_checks(path, key)) as connection:
        return dict(connection.execute("SELECT id, note FROM guidance_session").fetchall())


def plain_verdict(case: StoredCase) -> str:
    """Read note by note without checks: noticed, not noticed, or wrong text without a word."""
    seen = "right"
    with closing(without_checks(case.path, case.key)) as connection:
        for row_id, text in case.notes.items():
            try:
                found = connection.execute(
                    "SELECT note FROM guidance_session WHERE id = ?", (row_id,)
                ).fetchone()
            except dbapi2.Error:
                seen = "noticed" if seen == "right" else seen
                continue
            if found != (text,):
                return "WRONG TEXT"
    return seen


def flipped(content: bytes, place: int, bit: int) -> bytes:
    """Return content with one bit turned."""
    return content[:place] + bytes([content[place] ^ (1 << bit)]) + content[place + 1 :]


def page_starts(content: bytes) -> Iterator[int]:
    """Yield where each page begins."""
    yield from range(0, len(content), PAGE)
