"""Everything that leaves is remembered, before it leaves, without a word of what it says."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from eletdesk.desk.case_keys import case_key_hex
from eletdesk.desk.caseload_export import export_rows
from eletdesk.desk.desk import Desk
from eletdesk.desk.dossier_files import issue_dossier, newest_kind
from eletdesk.desk.releases import copy_of_document, copy_of_issued
from eletdesk.desk.summaries import export_summary
from eletdesk.errors import EletdeskError, NotFoundError
from eletdesk.operations.documents import add_document
from eletdesk.operations.referrals import start_referral
from eletdesk.statistics.facts import Period
from tests.desks import add_noor, make_desk

QUARTER = Period(date(2026, 10, 1), date(2026, 11, 22))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()


def _left(desk: Desk) -> list[tuple[str, dict[str, object]]]:
    rows = desk.file.rows("SELECT kind, payload FROM release ORDER BY id")
    return [(kind, json.loads(payload)) for kind, payload in rows]


def test_copies_keys_and_lists_are_remembered(desk: Desk, tmp_path: Path) -> None:
    case_id = add_noor(desk)
    document = desk.run(case_id, add_document, name="Noor.pdf", content=b"%PDF Noor")
    referral = desk.run(case_id, start_referral, kind=newest_kind("naft"), recipient="NAFT")
    issued = issue_dossier(desk, case_id, referral.id, reason="dringend")
    assert copy_of_document(desk, case_id, document.id) == b"%PDF Noor"
    assert copy_of_issued(desk, case_id, issued.disclosure_id) == issued.content
    assert len(case_key_hex(desk, case_id)) == 64
    export_rows(desk, ["Naam"], [["Noor"]], tmp_path / "lijst.xlsx")
    left = _left(desk)
    assert [kind for kind, _payload in left] == ["document", "dossier", "case_key", "caseload"]
    assert {payload.get("case") for _kind, payload in left[:3]} == {case_id}
    assert left[1][1]["sha256"] == issued.sha256
    assert "Noor" not in json.dumps(left)


def test_what_is_not_there_did_not_leave(desk: Desk) -> None:
    case_id = add_noor(desk)
    with pytest.raises(NotFoundError):
        copy_of_document(desk, case_id, "nothing")
    assert _left(desk) == []


def test_a_summary_whose_folder_cannot_be_made_did_not_leave(desk: Desk, tmp_path: Path) -> None:
    for number in range(12):
        add_noor(desk, f"Jongere {number}")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(EletdeskError):
        export_summary(desk, QUARTER, tmp_path / "file" / "folder")
    assert _left(desk) == []
    export_summary(desk, QUARTER, tmp_path / "folder")
    assert [kind for kind, _payload in _left(desk)] == ["summary"]
