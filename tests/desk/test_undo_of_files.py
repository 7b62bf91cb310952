"""Undo and redo of what holds a file: the file itself is never lost."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.desk import steps
from eletdesk.desk.checking import check_desk
from eletdesk.desk.desk import Desk
from eletdesk.desk.dossier_files import issue_dossier, issued_file, newest_kind
from eletdesk.operations.bin import restore_row
from eletdesk.operations.documents import add_document
from eletdesk.operations.referrals import start_referral
from eletdesk.queries.bin_rows import binned_rows
from eletdesk.queries.kept_files import disclosure_lines, document_content, document_lines
from eletdesk.storage.undo import ChangedSinceError
from tests.desks import add_noor, make_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()


def test_a_document_comes_back_with_redo_or_from_the_bin(desk: Desk) -> None:
    case_id = add_noor(desk)
    document = desk.run(case_id, add_document, name="verslag.pdf", content=b"%PDF inhoud")
    steps.undo(desk)
    assert desk.read(case_id, document_lines) == []
    assert [row.row_id for row in desk.read(case_id, binned_rows)] == [document.id]
    steps.redo(desk)
    assert desk.read(case_id, document_content, document.id) == b"%PDF inhoud"
    steps.undo(desk)
    desk.run(case_id, restore_row, "document", document.id)
    assert desk.read(case_id, document_content, document.id) == b"%PDF inhoud"
    assert check_desk(desk).is_sound


def test_a_document_that_left_the_bin_for_good_is_not_done_again(desk: Desk) -> None:
    case_id = add_noor(desk)
    desk.run(case_id, add_document, name="verslag.pdf", content=b"%PDF inhoud")
    steps.undo(desk)
    now = clock.now()
    clock.use_clock(lambda: now + timedelta(days=31))
    desk.close_case(case_id)
    with pytest.raises(ChangedSinceError):
        steps.redo(desk)


def test_the_file_that_left_stays_when_sending_is_undone(desk: Desk) -> None:
    case_id = add_noor(desk)
    kind = newest_kind("naft")
    referral = desk.run(case_id, start_referral, kind=kind, recipient="NAFT Groeikracht")
    issued = issue_dossier(desk, case_id, referral.id, reason="dringend")
    steps.undo(desk)
    assert desk.read(case_id, disclosure_lines) == []
    kept = desk.case(case_id).connection.execute("SELECT content FROM disclosure").fetchall()
    assert kept == [(issued.content,)]
    steps.redo(desk)
    assert issued_file(desk, case_id, issued.disclosure_id) == issued.content
    assert check_desk(desk).is_sound
