from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from eletdesk.desk import steps
from eletdesk.desk.cases import bin_case, binned_cases, empty_bin_of_old_cases, erase_case, restore_case
from eletdesk.desk.changes import Changes
from eletdesk.desk.checking import check_desk
from eletdesk.desk.desk import Desk
from eletdesk.desk.opening import create_desk, open_desk, open_desk_with_recovery
from eletdesk.desk.passphrases import choose_passphrase
from eletdesk.desk.refresh import rebuild_register
from eletdesk.errors import (
    DamagedFileError,
    DeskInUseError,
    InvalidInputError,
    MissingFileError,
    OlderCopyError,
    WrongPassphraseError,
)
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.sessions import change_session, record_session
from eletdesk.operations.tasks import add_task
from eletdesk.queries.register.views import index_card, index_cards, search_texts
from eletdesk.queries.timeline import timeline
from eletdesk.storage.undo import ChangedSinceError
from tests.desks import CHEAP, PASSPHRASE, add_noor, make_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()


def _log(desk: Desk, case_id: str, note: str = "stage besproken", on: date = date(2026, 11, 20)) -> str:
    naft = desk.programmes[("naft", 1)]
    return desk.run(case_id, record_session, held_on=on, minutes=45, note=note, programme=naft).id


def test_a_new_case_stands_in_the_register_and_in_the_search(desk: Desk) -> None:
    case_id = add_noor(desk)
    _log(desk, case_id, "Wil proefdraaien bij de bakkerij")
    card = desk.ask(index_card, case_id)
    assert card is not None
    assert (card.name, card.school, card.last_contact_on) == ("Noor Verlinden", "TA De Linde", "2026-11-20")
    assert [hit.case_id for hit in desk.ask(search_texts, "bakkér")] == [case_id]


def test_everything_is_there_after_closing_and_opening(desk: Desk, tmp_path: Path) -> None:
    case_id = add_noor(desk)
    _log(desk, case_id)
    desk.close()
    again = open_desk(tmp_path / "desk", PASSPHRASE)
    assert [item.text for item in again.read(case_id, timeline)][:1] == ["stage besproken"]
    assert check_desk(again).is_sound
    again.close()


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.close()
    before = {path.name: path.read_bytes() for path in (tmp_path / "desk").iterdir() if path.is_file()}
    with pytest.raises(WrongPassphraseError):
        open_desk(tmp_path / "desk", PASSPHRASE + "x")
    after = {path.name: path.read_bytes() for path in (tmp_path / "desk").iterdir() if path.is_file()}
    assert {k: v for k, v in after.items() if k != "desk.lock"} == {
        k: v for k, v in before.items() if k != "desk.lock"
    }


def test_two_programs_cannot_open_one_desk(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DeskInUseError):
        open_desk(tmp_path / "desk", PASSPHRASE)


def test_a_desk_is_never_made_over_another(desk: Desk, tmp_path: Path) -> None:
    from eletdesk.desk.opening import DeskOwner

    with pytest.raises(InvalidInputError) as refused:
        create_desk(tmp_path / "desk", PASSPHRASE, None, DeskOwner(), kdf=CHEAP)
    assert refused.value.field == "folder"


def test_a_missing_desk_is_said_as_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        open_desk(tmp_path, PASSPHRASE)


def test_the_recovery_key_opens_the_desk_and_outlives_a_new_passphrase(tmp_path: Path) -> None:
    from eletdesk.desk.opening import DeskOwner
    from eletdesk.storage.words import new_recovery_words

    words = " ".join(new_recovery_words("nl"))
    desk = create_desk(tmp_path / "desk", PASSPHRASE, words, DeskOwner(), kdf=CHEAP)
    choose_passphrase(desk, "zes andere woorden voor deze bureau", kdf=CHEAP)
    desk.close()
    with pytest.raises(WrongPassphraseError):
        open_desk(tmp_path / "desk", PASSPHRASE)
    open_desk_with_recovery(tmp_path / "desk", words).close()
    open_desk(tmp_path / "desk", "zes andere woorden voor deze bureau").close()


def test_undo_and_redo_go_back_and_forth(desk: Desk) -> None:
    case_id = add_noor(desk)
    session_id = _log(desk, case_id)
    desk.run(case_id, change_session, session_id, note="anders")
    desk.run(case_id, add_task, title="mama bellen")

    def notes() -> list[str]:
        return [item.text for item in desk.read(case_id, timeline) if item.table == "guidance_session"]

    steps.undo(desk)
    steps.undo(desk)
    assert notes() == ["stage besproken"]
    steps.undo(desk)
    assert notes() == []
    for _time in range(3):
        steps.redo(desk)
    assert notes() == ["anders"]
    card = desk.ask(index_card, case_id)
    assert card is not None
    assert card.open_tasks == 1
    assert check_desk(desk).is_sound


def test_a_step_below_a_later_change_is_not_undone_silently(desk: Desk) -> None:
    case_id = add_noor(desk)
    session_id = _log(desk, case_id)
    case = desk.case(case_id)
    operation = case.connection.execute(
        "SELECT operation_id FROM journal_entry ORDER BY sequence DESC LIMIT 1"
    ).fetchone()[0]
    desk.run(case_id, change_session, session_id, note="later")
    with pytest.raises(ChangedSinceError):
        case.history.undo(operation, "Sara")
    assert desk.read(case_id, timeline)[0].text == "later"


def test_undoing_a_new_case_moves_it_to_the_bin(desk: Desk) -> None:
    case_id = add_noor(desk)
    steps.undo(desk)
    assert desk.ask(index_cards) == []
    assert [case.case_id for case in binned_cases(desk)] == [case_id]
    steps.redo(desk)
    assert [card.case_id for card in desk.ask(index_cards)] == [case_id]


def test_the_bin_keeps_a_case_thirty_days(desk: Desk) -> None:
    from datetime import timedelta

    from eletdesk import clock

    kept, gone = add_noor(desk), add_noor(desk, "Ilyas", "Bensalem")
    bin_case(desk, gone)
    bin_case(desk, kept)
    restore_case(desk, kept)
    now = clock.now()
    clock.use_clock(lambda: now + timedelta(days=29))
    assert empty_bin_of_old_cases(desk) == 0
    clock.use_clock(lambda: now + timedelta(days=31))
    assert empty_bin_of_old_cases(desk) == 1
    assert not desk.case_path(gone).exists()
    assert desk.file.case_key(gone) is None
    assert [card.case_id for card in desk.ask(index_cards)] == [kept]


def test_an_erased_case_leaves_no_key_and_no_word(desk: Desk) -> None:
    case_id = add_noor(desk)
    _log(desk, case_id, "Kanariewoordxyz")
    erase_case(desk, case_id, "gevraagd")
    assert desk.ask(search_texts, "Kanariewoordxyz") == []
    terms = desk.register.connection
    terms.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search_text', 'row')")
    assert not [row for row in terms.execute("SELECT term FROM temp.words") if "kanarie" in row[0]]
    assert steps.next_undo(desk) is None


def test_the_register_can_be_deleted_and_rebuilt(desk: Desk, tmp_path: Path) -> None:
    case_id = add_noor(desk)
    _log(desk, case_id)
    before = desk.ask(index_cards)
    desk.close()
    (tmp_path / "desk" / "register.db").unlink()
    again = open_desk(tmp_path / "desk", PASSPHRASE)
    assert again.ask(index_cards) == before
    assert rebuild_register(again) == 1
    assert again.ask(index_cards) == before
    assert [hit.case_id for hit in again.ask(search_texts, "besproken")] == [case_id]
    again.close()


def test_a_damaged_register_is_made_again(desk: Desk, tmp_path: Path) -> None:
    add_noor(desk)
    before = desk.ask(index_cards)
    desk.close()
    path = tmp_path / "desk" / "register.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    again = open_desk(tmp_path / "desk", PASSPHRASE)
    assert again.ask(index_cards) == before
    again.close()


def test_an_older_copy_of_a_case_is_noticed(desk: Desk, tmp_path: Path) -> None:
    case_id = add_noor(desk)
    desk.close_case(case_id)
    path = desk.case_path(case_id)
    old = path.read_bytes()
    _log(desk, case_id)
    desk.close_case(case_id)
    path.write_bytes(old)
    with pytest.raises(OlderCopyError):
        desk.case(case_id)
    desk.close()
    again = open_desk(tmp_path / "desk", PASSPHRASE)
    assert case_id in again.problems
    report = check_desk(again)
    assert [problem.kind for problem in report.problems] == ["OlderCopyError"]
    again.close()


def test_a_damaged_case_does_not_keep_the_desk_shut(desk: Desk, tmp_path: Path) -> None:
    bad, good = add_noor(desk), add_noor(desk, "Ilyas", "Bensalem")
    path = desk.case_path(bad)
    desk.close()
    content = bytearray(path.read_bytes())
    content[5000] ^= 1
    path.write_bytes(content)
    again = open_desk(tmp_path / "desk", PASSPHRASE)
    with pytest.raises(DamagedFileError):
        again.case(bad)
    assert again.read(good, timeline)
    assert path.read_bytes() == bytes(content)
    assert [problem.case_id for problem in check_desk(again).problems] == [bad]
    again.close()


def test_a_national_number_is_taken_out_and_told(desk: Desk) -> None:
    case_id = add_noor(desk)
    heard: list[Changes] = []
    desk.subscriptions.subscribe(heard.append)
    _log(desk, case_id, "rijksregister 85.07.30-033.28, verder alles goed")
    item = desk.read(case_id, timeline)[0]
    assert "85.07.30" not in item.text
    assert "verder alles goed" in item.text
    assert heard[-1].national_numbers == 1


def test_listeners_hear_which_subjects_changed_until_they_leave(desk: Desk) -> None:
    case_id = add_noor(desk)
    heard: list[Changes] = []
    leave = desk.subscriptions.subscribe(heard.append)
    desk.run(case_id, record_contact, happened_on=date(2026, 11, 20), with_whom="mama")
    leave()
    desk.run(case_id, add_task, title="iets")
    assert [(change.case_id, change.subjects) for change in heard] == [
        (case_id, frozenset({"contact_moment"}))
    ]


def test_no_file_name_and_no_mode_tells_anything(desk: Desk, tmp_path: Path) -> None:
    add_noor(desk)
    for path in (tmp_path / "desk").rglob("*"):
        assert "noor" not in path.name.lower()
        assert path.stat().st_mode & 0o077 == 0


def test_a_deleted_note_can_be_brought_back_for_thirty_days(desk: Desk) -> None:
    from datetime import timedelta

    from eletdesk import clock
    from eletdesk.operations.bin import delete_row, restore_row, rows_in_bin

    case_id = add_noor(desk)
    kept, gone = _log(desk, case_id, "blijft"), _log(desk, case_id, "verdwijnt")
    for session_id in (kept, gone):
        desk.run(case_id, delete_row, "guidance_session", session_id)
    desk.run(case_id, restore_row, "guidance_session", kept)
    assert [row.id for row in desk.read(case_id, rows_in_bin)] == [gone]
    now = clock.now()
    clock.use_clock(lambda: now + timedelta(days=31))
    desk.close_case(case_id)
    assert desk.read(case_id, rows_in_bin) == []
    rows = desk.case(case_id).connection.execute("SELECT note FROM guidance_session").fetchall()
    assert rows == [("blijft",)]
    assert check_desk(desk).is_sound
