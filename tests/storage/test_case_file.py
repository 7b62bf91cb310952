from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.errors import DamagedFileError, InvalidInputError
from eletdesk.operations.people import register_person
from eletdesk.operations.sessions import record_session
from eletdesk.storage.case_file import CaseFile, CaseKeys, Commit
from eletdesk.storage.keys import new_key


@pytest.fixture
def keys() -> CaseKeys:
    return CaseKeys.of("een-zaak", new_key())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "een-zaak.eletcase"


def _filled(path: Path, keys: CaseKeys) -> CaseFile:
    case = CaseFile.create(path, "een-zaak", keys)
    with case.transaction("open_case", "Sara") as session:
        register_person(session, given_name="Noor", family_name="Verlinden")
    return case


def _log(case: CaseFile, note: str, on: date = date(2026, 11, 20)) -> None:
    with case.transaction("record_session", "Sara") as session:
        record_session(session, held_on=on, minutes=45, note=note)


def _reopen(path: Path, keys: CaseKeys) -> CaseFile:
    return CaseFile.open(path, "een-zaak", keys)


def test_rows_come_back_as_they_were_written(path: Path, keys: CaseKeys) -> None:
    case = _filled(path, keys)
    _log(case, "Ça va, Şeyma? 你好")
    case.close()
    again = _reopen(path, keys)
    with again.reading() as session:
        held = session.exec(select(GuidanceSession)).one()
    assert (held.note, held.held_on, held.minutes) == ("Ça va, Şeyma? 你好", date(2026, 11, 20), 45)
    again.close()


def test_only_the_file_itself_lies_there_when_it_is_closed(path: Path, keys: CaseKeys) -> None:
    case = _filled(path, keys)
    _log(case, "iets")
    case.close()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_refused_row_leaves_nothing_and_never_shows_its_value(path: Path, keys: CaseKeys) -> None:
    case = _filled(path, keys)
    with pytest.raises(InvalidInputError) as refused, case.transaction("record_session", "Sara") as session:
        record_session(session, held_on="geheim-kanarie", minutes=45)  # type: ignore[arg-type]
    assert refused.value.field == "held_on"
    assert "kanarie" not in f"{refused.value!r} {refused.value.__cause__!r}"
    generation = case.seal.state.generation
    _log(case, "daarna")
    assert case.seal.state.generation == generation + 1
    case.close()
    _reopen(path, keys).close()


def test_every_change_is_in_the_journal_also_one_in_plain_sql(path: Path, keys: CaseKeys) -> None:
    case = _filled(path, keys)
    _log(case, "voor")
    with case.transaction("plain", "Sara") as session:
        session.connection()
        case.connection.execute("UPDATE guidance_session SET note = 'na'")
    entries = case.connection.execute(
        "SELECT operation, table_name, before, after, worker FROM journal_entry ORDER BY sequence"
    ).fetchall()
    assert [(entry[0], entry[1]) for entry in entries] == [
        ("open_case", "young_person"), ("record_session", "guidance_session"), ("plain", "guidance_session")
    ]  # fmt: skip
    assert '"note":"voor"' in entries[2][2]
    assert '"note":"na"' in entries[2][3]
    case.close()
    _reopen(path, keys).close()


def test_a_write_behind_the_seal_is_found_at_open(path: Path, keys: CaseKeys) -> None:
    """What a lost journal or an old page put back does: rows that are authentic, but not of one moment."""
    from eletdesk.storage.connection import FileKind, connect

    case = _filled(path, keys)
    _log(case, "voor")
    case.close()
    raw = connect(path, keys.pages, kind=FileKind.CASE, version=1)
    raw.execute("UPDATE guidance_session SET note = 'vals'")
    raw.close()
    with pytest.raises(DamagedFileError):
        _reopen(path, keys)


@pytest.mark.parametrize(
    "forge",
    [
        "UPDATE journal_entry SET worker = 'Iemand anders' WHERE sequence = 2",
        "DELETE FROM journal_entry WHERE sequence = 2",
        "DELETE FROM journal_entry WHERE sequence = (SELECT max(sequence) FROM journal_entry)",
        "UPDATE journal_entry SET sequence = -sequence; UPDATE journal_entry SET sequence = "
        "CASE sequence WHEN -1 THEN 2 WHEN -2 THEN 1 ELSE -sequence END",
        "INSERT INTO journal_entry SELECT sequence + 100, operation_id, operation, table_name, row_id,"
        " before, after, worker, at, mac FROM journal_entry LIMIT 1",
        "UPDATE seal SET generation = generation + 1",
        "DELETE FROM seal",
    ],
)
def test_a_forged_journal_or_seal_is_found_at_open(path: Path, keys: CaseKeys, forge: str) -> None:
    from eletdesk.storage.connection import FileKind, connect

    case = _filled(path, keys)
    _log(case, "een")
    _log(case, "twee")
    case.close()
    raw = connect(path, keys.pages, kind=FileKind.CASE, version=1)
    raw.executescript(forge)
    raw.close()
    with pytest.raises(DamagedFileError):
        _reopen(path, keys)


def test_another_case_cannot_stand_in_for_this_one(path: Path, keys: CaseKeys) -> None:
    _filled(path, keys).close()
    with pytest.raises(DamagedFileError):
        CaseFile.open(path, "andere-zaak", keys)


def test_a_commit_says_what_changed(path: Path, keys: CaseKeys) -> None:
    case = _filled(path, keys)
    told: list[Commit] = []
    case.on_commit = told.append
    _log(case, "iets")
    with case.transaction("nothing", "Sara"):
        pass
    assert [(commit.operation, commit.tables) for commit in told] == [
        ("record_session", frozenset({"guidance_session"}))
    ]
    case.close()


def test_a_draft_is_kept_but_leaves_no_journal_entry(path: Path, keys: CaseKeys) -> None:
    from eletdesk.operations.drafts import keep_draft

    case = _filled(path, keys)
    before = case.journal.sequence
    with case.transaction("keep_draft", "Sara") as session:
        keep_draft(session, form="session", values={"note": "half geschreven"})
    assert case.journal.sequence == before
    case.close()
    again = _reopen(path, keys)
    assert again.connection.execute("SELECT count(*) FROM draft").fetchone() == (1,)
    again.close()


def test_keys_and_rows_show_nothing_of_themselves(path: Path, keys: CaseKeys) -> None:
    case = _filled(path, keys)
    with case.transaction("record_session", "Sara") as session:
        held = record_session(session, held_on=date(2026, 11, 20), minutes=5, note="kanarie")
    assert "kanarie" not in f"{held!r}{held}"
    assert keys.pages.hex() not in repr(keys)
    assert repr(keys.pages) not in repr(keys)
    case.close()
