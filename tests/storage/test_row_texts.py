"""Texts that a paste may bring: nothing makes a file unreadable, nothing keeps a national number."""

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.referral import Referral
from eletdesk.operations.sessions import change_session, record_session
from eletdesk.storage.case_file import CaseFile, CaseKeys, Commit
from eletdesk.storage.keys import new_key

NUMBER = "85.07.30-033.28"


@pytest.fixture
def keys() -> CaseKeys:
    return CaseKeys.of("een-zaak", new_key())


@pytest.fixture
def case(tmp_path: Path, keys: CaseKeys) -> CaseFile:
    return CaseFile.create(tmp_path / "een-zaak.eletcase", "een-zaak", keys)


def _kept_after_reopening(case: CaseFile, keys: CaseKeys, note: str) -> str:
    with case.transaction("record_session", "Sara") as session:
        held = record_session(session, held_on=date(2026, 11, 20), minutes=5, note="eerst")
    with case.transaction("change_session", "Sara") as session:
        change_session(session, held.id, note=note)
    case.close()
    again = CaseFile.open(case.path, case.case_id, keys)
    with again.reading() as session:
        kept = session.exec(select(GuidanceSession)).one().note
    again.close()
    return kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("voor\0na", "voorna"),
        ("half \ud83d emoji", "half \ufffd emoji"),
        ("heel \ud83d\ude00", "heel \U0001f600"),
        ("\ufeff\u2028\u202e e\u0301 \x07", "\ufeff\u2028\u202e e\u0301 \x07"),
    ],
)
def test_no_pasted_text_makes_a_file_unreadable(
    case: CaseFile, keys: CaseKeys, typed: str, kept: str
) -> None:
    assert _kept_after_reopening(case, keys, typed) == kept


def test_no_list_and_no_mapping_keeps_a_national_number(case: CaseFile) -> None:
    told: list[Commit] = []
    case.on_commit = told.append
    with case.transaction("record_session", "Sara") as session:
        held = record_session(
            session, held_on=date(2026, 11, 20), minutes=5, topics=["stage", f"nr {NUMBER}"]
        )
        referral = Referral(kind="naft", texts={"why": f"nr {NUMBER} en meer"})
        session.add(referral)
    assert held.topics == ["stage", "nr …"]
    assert referral.texts == {"why": "nr … en meer"}
    assert told[0].national_numbers == 2
    case.close()


def test_an_id_is_never_taken_for_a_number(case: CaseFile) -> None:
    looks_like_one = "0193a4f2-7c1e-7d3b-9a5f-a85073003328"
    with case.transaction("start_referral", "Sara") as session:
        referral = Referral(kind="naft", picked=[looks_like_one])
        session.add(referral)
    assert referral.picked == [looks_like_one]
    case.close()
