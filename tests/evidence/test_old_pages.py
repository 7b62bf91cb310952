"""Old pages and a lost journal: each page is authentic, only the seal sees that they do not fit together."""

import shutil
import subprocess
import sys
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import pytest
from sqlmodel import Session

from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.errors import EletdeskError, OlderCopyError
from eletdesk.operations.sessions import change_session, record_session
from eletdesk.queries.live_rows import live_rows
from eletdesk.storage.case_file import CaseFile, CaseKeys
from eletdesk.storage.connection import FileKind, check_integrity, connect
from eletdesk.storage.content_seal import SealState
from tests.evidence.stored_case import PAGE, StoredCase, desk_with_notes, opened_notes, stored
from tests.figures import Figure

MIXES, SEED = 200, 20261122


@dataclass(frozen=True)
class TwoVersions:
    """The same case file before and after a change, both closed and sound."""

    before: StoredCase
    after: StoredCase

    @property
    def changed(self) -> list[int]:
        """Return the numbers of the pages that differ, also those that only one version has."""
        most = max(self.before.pages, self.after.pages)
        return [n for n in range(most) if page(self.before.content, n) != page(self.after.content, n)]

    def with_old(self, pages: set[int]) -> bytes:
        """Return the newer file with these pages as they were; a page that was not there yet is cut off."""
        parts = [
            page(self.before.content if number in pages else self.after.content, number)
            for number in range(self.after.pages)
        ]
        return b"".join(parts)


def page(content: bytes, number: int) -> bytes:
    return content[number * PAGE : (number + 1) * PAGE]


@pytest.fixture(scope="module", params=["one new note", "every note changed"])
def two(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> TwoVersions:
    desk, case_id = desk_with_notes(tmp_path_factory.mktemp("versions") / "desk")
    before = stored(desk, case_id)
    if request.param == "one new note":
        desk.run(
            case_id, record_session, held_on=desk.read(case_id, first_day), minutes=30, note="Nieuw. " * 40
        )
    else:
        for session_id in before.notes:
            desk.run(case_id, change_session, session_id, note="Later anders gezegd. " * 50)
    after = stored(desk, case_id)
    desk.close()
    return TwoVersions(before, after)


def first_day(session: Session) -> date:
    return live_rows(session, GuidanceSession)[0].held_on


def all_rows(path: Path, key: bytes) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table, read after the engine's own two checks and without the seal."""
    with closing(connect(path, key, kind=FileKind.CASE, version=1)) as connection:
        check_integrity(connection)
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {table: connection.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}


def engine_verdict(two: TwoVersions, content: bytes, wanted: dict[str, list[tuple[object, ...]]]) -> str:
    two.after.path.write_bytes(content)
    try:
        rows = all_rows(two.after.path, two.after.key)
    except EletdeskError:
        return "found"
    return "right" if rows == wanted else "WRONG ROWS"


def seal_verdict(two: TwoVersions, content: bytes, known: SealState) -> str:
    """Open a file as the desk does, which remembers the last seal it saw."""
    two.after.path.write_bytes(content)
    try:
        case = CaseFile.open(two.after.path, two.after.case_id, two.after.keys)
    except EletdeskError as error:
        return type(error).__name__
    try:
        case.check_not_older(known)
        notes = dict(case.connection.execute("SELECT id, note FROM guidance_session").fetchall())
    except EletdeskError as error:
        return type(error).__name__
    finally:
        case.close()
    return "right" if notes == two.after.notes else "WRONG TEXT"


def newest_seal(two: TwoVersions) -> SealState:
    two.after.path.write_bytes(two.after.content)
    case = CaseFile.open(two.after.path, two.after.case_id, two.after.keys)
    case.close()
    return case.seal.state


def replays(two: TwoVersions) -> list[bytes]:
    """Each changed page put back alone, the first so many of them, and random choices of them."""
    changed, chance = two.changed, Random(SEED)
    kept = [{number} for number in changed]
    kept += [set(changed[:count]) for count in range(1, len(changed))]
    kept += [set(chance.sample(changed, chance.randrange(1, len(changed)))) for _ in range(MIXES)]
    return [two.with_old(pages) for pages in kept]


def test_old_pages_are_found(two: TwoVersions, figure: Figure) -> None:
    known = newest_seal(two)
    wanted = all_rows(two.after.path, two.after.key)
    by_seal: Counter[str] = Counter()
    by_engine: Counter[str] = Counter()
    for content in replays(two):
        sealed, plain = seal_verdict(two, content, known), engine_verdict(two, content, wanted)
        by_seal[sealed] += 1
        by_engine[plain] += 1
        # A page without a row in it (a free page, a counter in the header) changes nothing anybody reads;
        # all pages with rows put back together are an older copy, which only the desk can tell.
        assert sealed in ("DamagedFileError", "OlderCopyError") or plain == "right"
    figure(f"{len(two.changed)} pages changed; opened with the seal", dict(by_seal))
    figure("by the two checks of the engine alone (control)", dict(by_engine))
    assert set(by_seal) <= {"DamagedFileError", "OlderCopyError", "right"}
    assert by_engine["WRONG ROWS"] > 0


def test_the_whole_older_file_is_sound_alone_and_refused_by_the_desk(two: TwoVersions) -> None:
    """Alone an older file is sound: only what the desk remembers of it tells (tests/desk has that side)."""
    known = newest_seal(two)
    two.after.path.write_bytes(two.before.content)
    older = CaseFile.open(two.after.path, two.after.case_id, two.after.keys)
    with pytest.raises(OlderCopyError):
        older.check_not_older(known)
    older.close()


HALF_WRITTEN = """
import os, shutil, sys
from pathlib import Path
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.queries.live_rows import live_rows
from eletdesk.storage.case_file import CaseFile, CaseKeys

path, case_id, key, out = Path(sys.argv[1]), sys.argv[2], bytes.fromhex(sys.argv[3]), Path(sys.argv[4])
case = CaseFile.open(path, case_id, CaseKeys.of(case_id, key))
case.connection.execute("PRAGMA cache_size = 5")  # so that pages go to the disk before the commit
with case.transaction("rewrite", "Sara") as session:
    for number, row in enumerate(live_rows(session, GuidanceSession)):
        row.note = ("anders gezegd " * 1000)[: len(row.note)]  # as long as it was: the tree keeps its shape
        session.flush()
        folder = out / f"{number:02}"
        folder.mkdir()
        # Copied by another program: closing a file here would give the lock of SQLite away.
        os.system(f"cp '{path}' '{path}-journal' '{folder}' 2>/dev/null")
    os._exit(0)
"""


@pytest.fixture(scope="module")
def half_written(tmp_path_factory: pytest.TempPathFactory) -> tuple[StoredCase, list[Path]]:
    """A case file copied again and again in the middle of one long transaction, journal included."""
    folder = tmp_path_factory.mktemp("half")
    desk, case_id = desk_with_notes(folder / "desk")
    case = stored(desk, case_id)
    desk.close()
    (folder / "copies").mkdir()
    arguments = [str(case.path), case.case_id, case.key.hex(), str(folder / "copies")]
    subprocess.run(
        [sys.executable, "-c", HALF_WRITTEN, *arguments], check=True, cwd=Path(__file__).parents[2]
    )
    return case, sorted((folder / "copies").iterdir())


def copied(case: StoredCase, folder: Path, to: Path, *, journal: bool) -> Path:
    to.mkdir(exist_ok=True)
    path = to / case.path.name
    shutil.copyfile(folder / case.path.name, path)
    beside = path.with_name(f"{path.name}-journal")
    beside.unlink(missing_ok=True)
    if journal:
        shutil.copyfile(folder / beside.name, beside)
    return path


def test_with_its_journal_a_half_written_file_is_as_before(
    half_written: tuple[StoredCase, list[Path]], tmp_path: Path
) -> None:
    case, copies = half_written
    for folder in copies:
        path = copied(case, folder, tmp_path, journal=True)
        assert opened_notes(path, case.case_id, case.keys) == case.notes


def test_a_lost_journal_is_found(
    half_written: tuple[StoredCase, list[Path]], tmp_path: Path, figure: Figure
) -> None:
    case, copies = half_written
    with_seal: Counter[str] = Counter()
    without: Counter[str] = Counter()
    for folder in copies:
        path = copied(case, folder, tmp_path, journal=False)
        try:
            notes = opened_notes(path, case.case_id, CaseKeys.of(case.case_id, case.key))
            with_seal["as before" if notes == case.notes else "MIX SHOWN"] += 1
        except EletdeskError as error:
            with_seal[type(error).__name__] += 1
        path = copied(case, folder, tmp_path, journal=False)
        without[_engine_alone(path, case)] += 1
    figure("with the seal", dict(with_seal))
    figure("by the engine's checks alone (control)", dict(without))
    assert set(with_seal) <= {"DamagedFileError", "as before"}
    assert with_seal["DamagedFileError"] > 0
    assert without["MIX SHOWN"] > 0


def _engine_alone(path: Path, case: StoredCase) -> str:
    try:
        rows = all_rows(path, case.key)
    except EletdeskError:
        return "found"
    sessions = rows["guidance_session"]
    return (
        "as before"
        if all(any(text in row for row in sessions) for text in case.notes.values())
        else "MIX SHOWN"
    )
