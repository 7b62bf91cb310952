"""A clock that is set wrong for a day removes nothing from a bin."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.desk.cases import bin_case, binned_cases
from eletdesk.desk.desk import Desk
from eletdesk.desk.opening import open_desk
from eletdesk.operations.bin import delete_row
from eletdesk.operations.sessions import record_session
from tests.desks import PASSPHRASE, add_noor, make_desk

START = datetime.fromisoformat("2026-11-22T09:00")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    clock.use_clock(lambda: START)
    make_desk(tmp_path / "desk").close()
    return tmp_path / "desk"


def _opened(folder: Path, after: timedelta) -> Desk:
    clock.use_clock(lambda: START + after)
    return open_desk(folder, PASSPHRASE)


def _filled(folder: Path) -> str:
    """Put a case and a note into their bins, and return the other case."""
    desk = _opened(folder, timedelta())
    kept, gone = add_noor(desk), add_noor(desk, "Ilyas", "Bensalem")
    session_id = desk.run(kept, record_session, held_on=date(2026, 11, 20), minutes=45, note="weg").id
    desk.run(kept, delete_row, "guidance_session", session_id)
    bin_case(desk, gone)
    desk.close()
    return kept


def _left_after(folder: Path, case_id: str, days: int) -> tuple[int, int]:
    """Return how many cases and notes are in the bins when the desk is opened so many days later."""
    desk = _opened(folder, timedelta(days=days))
    notes = desk.case(case_id).connection.execute("SELECT count(*) FROM guidance_session").fetchone()[0]
    cases = len(binned_cases(desk))
    desk.close()
    return cases, notes


def test_bins_are_emptied_after_thirty_days_of_work(folder: Path) -> None:
    case_id = _filled(folder)
    assert _left_after(folder, case_id, 20) == (1, 1)
    assert _left_after(folder, case_id, 31) == (0, 0)


def test_a_clock_ten_years_ahead_and_put_right_again_removes_nothing(folder: Path) -> None:
    case_id = _filled(folder)
    assert _left_after(folder, case_id, 3650) == (1, 1)
    assert _left_after(folder, case_id, 3652) == (1, 1)
    assert _left_after(folder, case_id, 3) == (1, 1)
    assert _left_after(folder, case_id, 12) == (1, 1)
    assert _left_after(folder, case_id, 40) == (0, 0)


def test_after_a_summer_away_bins_wait_one_week(folder: Path) -> None:
    case_id = _filled(folder)
    assert _left_after(folder, case_id, 70) == (1, 1)
    assert _left_after(folder, case_id, 76) == (1, 1)
    assert _left_after(folder, case_id, 78) == (0, 0)
