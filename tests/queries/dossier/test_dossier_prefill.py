"""What the case file says for each section of a dossier, before anybody writes a word."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from eletdesk.domain.consent import ConsentGiver, ConsentPurpose, ConsentState
from eletdesk.domain.network_member import MemberRole
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.time_out import TimeOutKind
from eletdesk.errors import InvalidInputError
from eletdesk.operations.consents import record_consent
from eletdesk.operations.people import add_member, change_person, enrol, register_person
from eletdesk.operations.time_outs import record_time_out
from eletdesk.storage.case_file import CaseFile
from tests.referral_case import (
    bare_case,
    filled_case,
    prefill,
    refer,
    run,
    values_of,
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    yield from filled_case(tmp_path)


def test_identification_comes_from_the_file(case: CaseFile) -> None:
    filled = prefill(case, refer(case), "identification")
    said = values_of(filled)
    for value in (
        "Mathis Lambert",
        "4 maart 2011",
        "1070 Anderlecht",
        "Frans, Nederlands",
        "Lyceum De Kade",
        "3de jaar Mechanica",
        "Claire Lambert",
        "0470 00 00 00",
        "An Declercq, CLB De Brug",
        "10 november 2026",
    ):
        assert value in said
    assert "Tante Sophie" not in said
    assert all(label and value for label, value in filled.rows)


def test_a_guess_at_the_referrer_is_the_clb_counsellor_in_the_network(tmp_path: Path) -> None:
    bare = bare_case(tmp_path)
    run(bare, register_person, given_name="Noor")
    run(bare, add_member, name="Bram", role=MemberRole.clb_counsellor, organisation="CLB Zuid")
    assert "Bram, CLB Zuid" in values_of(prefill(bare, refer(bare), "identification"))
    bare.close()


def test_the_school_career_stands_in_order_of_time(case: CaseFile) -> None:
    run(
        case,
        record_time_out,
        starts_on=date(2026, 10, 5),
        ends_on=date(2026, 10, 6),
        kind=TimeOutKind.temporary_exclusion,
    )
    run(
        case,
        record_time_out,
        starts_on=date(2026, 11, 9),
        ends_on=date(2026, 11, 10),
        kind=TimeOutKind.internal,
    )
    rows = prefill(case, refer(case), "school_career").rows
    assert [label for label, _value in rows[:3]] == ["2024-2025", "2025-2026", "2026-2027"]
    assert rows[1][1] == "2A, Lyceum De Kade, A-attest"
    assert [value for _label, value in rows[3:]] == ["5 – 6 oktober 2026"]


def test_repeated_years_are_said(case: CaseFile) -> None:
    run(case, enrol, school="Atheneum", year_label="1B", repeated_years=1)
    assert ("Atheneum", "1B, 1 jaar overgedaan") in prefill(case, refer(case), "school_career").rows


def test_an_interpreter_is_asked_for(case: CaseFile) -> None:
    run(case, change_person, needs_interpreter=True)
    assert "Frans, Nederlands, tolk nodig" in values_of(prefill(case, refer(case), "identification"))


def test_a_programme_that_this_house_does_not_have_leaves_its_codes(case: CaseFile) -> None:
    with case.transaction("change_pathway", "An") as session:
        session.exec(select(Pathway)).one().programme_version = 99
    assert values_of(prefill(case, refer(case), "question")) == ["social, personal"]


def test_feedback_goes_to_the_referrer(case: CaseFile) -> None:
    assert values_of(prefill(case, refer(case), "practical")) == ["An Declercq, CLB De Brug"]


def test_reasons_and_question_come_from_the_pathway(case: CaseFile) -> None:
    filled = prefill(case, refer(case), "question")
    assert values_of(filled) == ["Sociaal, Persoonlijk"]
    assert filled.text == "Afwezig in de namiddag."


def test_consent_is_said_with_who_when_and_how(case: CaseFile) -> None:
    run(
        case,
        record_consent,
        purpose=ConsentPurpose.share_with_naft,
        given_by=ConsentGiver.young_person,
        given_on=date(2026, 11, 20),
        name="Mathis",
        is_written=True,
        valid_until=date(2027, 6, 30),
    )
    run(
        case,
        record_consent,
        purpose=ConsentPurpose.guidance,
        given_by=ConsentGiver.parent,
        given_on=date(2026, 11, 1),
        state=ConsentState.refused,
    )
    sharing, guidance = values_of(prefill(case, refer(case), "consent"))
    assert sharing.startswith("Mathis (")
    assert "20 november 2026" in sharing
    assert "30 juni 2027" in sharing
    assert "1 november 2026" in guidance


def test_an_unknown_section_is_refused(case: CaseFile) -> None:
    referral_id = refer(case)
    with pytest.raises(InvalidInputError):
        prefill(case, referral_id, "gossip")
