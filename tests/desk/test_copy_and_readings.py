from datetime import date
from pathlib import Path

import pytest

from eletdesk.desk.checking import check_desk
from eletdesk.desk.desk_copy import DESK_COPY, DESK_FILE
from eletdesk.desk.opening import open_desk
from eletdesk.desk.readings import note_reading
from eletdesk.desk.steps import next_undo
from eletdesk.errors import DamagedFileError
from eletdesk.operations.sessions import record_session
from eletdesk.queries.register.views import index_cards
from tests.desks import PASSPHRASE, add_noor, make_desk


@pytest.mark.parametrize("damage", ["gone", "flipped", "empty"])
def test_the_checked_copy_takes_the_place_of_a_damaged_desk_file(tmp_path: Path, damage: str) -> None:
    desk = make_desk(tmp_path / "desk")
    case_id = add_noor(desk)
    desk.close()
    path = tmp_path / "desk" / DESK_FILE
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(content if damage == "flipped" else b"")
    again = open_desk(tmp_path / "desk", PASSPHRASE)
    assert [card.case_id for card in again.ask(index_cards)] == [case_id]
    assert DESK_FILE in again.problems
    assert check_desk(again).is_sound
    again.close()
    kept = list((tmp_path / "desk").glob("*.damaged"))
    assert len(kept) == (0 if damage == "gone" else 1)


def test_with_both_damaged_nothing_is_touched(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    add_noor(desk)
    desk.close()
    for name in (DESK_FILE, DESK_COPY):
        (tmp_path / "desk" / name).write_bytes(b"x" * 8192)
    with pytest.raises(DamagedFileError):
        open_desk(tmp_path / "desk", PASSPHRASE)
    assert (tmp_path / "desk" / DESK_FILE).read_bytes() == b"x" * 8192


def test_reading_confidential_notes_is_journalled_once(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    open_one, secret = add_noor(desk), add_noor(desk, "Ilyas", "Bensalem")
    for case_id, hidden in ((open_one, False), (secret, True)):
        desk.run(case_id, record_session, held_on=date(2026, 11, 20), minutes=45, is_confidential=hidden)
        step = next_undo(desk)
        note_reading(desk, case_id)
        note_reading(desk, case_id)
        assert next_undo(desk) == step
    found = {
        case_id: desk.case(case_id)
        .connection.execute("SELECT worker, after FROM journal_entry WHERE operation = 'read'")
        .fetchall()
        for case_id in (open_one, secret)
    }
    assert found == {open_one: [], secret: [("Sara Maes", '{"confidential":1}')]}
    desk.close()
    again = open_desk(tmp_path / "desk", PASSPHRASE)
    assert check_desk(again).is_sound
    again.close()


def test_a_step_that_can_never_be_undone_does_not_block_the_ones_below(tmp_path: Path) -> None:
    from eletdesk.desk import steps
    from eletdesk.errors import EletdeskError
    from eletdesk.operations.tasks import add_task

    desk = make_desk(tmp_path / "desk")
    sound, damaged = add_noor(desk), add_noor(desk, "Ilyas", "Bensalem")
    desk.run(sound, add_task, title="mama bellen")
    desk.run(damaged, add_task, title="papa bellen")
    desk.close_case(damaged)
    path = desk.case_path(damaged)
    content = bytearray(path.read_bytes())
    content[9000] ^= 1
    path.write_bytes(content)
    with pytest.raises(EletdeskError, match="ongedaan"):
        steps.undo(desk)
    undone = steps.undo(desk)
    assert undone is not None
    assert (undone.case_id, undone.operation) == (sound, "add_task")
    desk.close()
