"""A dossier is composed from a real case file: what is prefilled, what stays in, what is missing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eletdesk.domain.consent import ConsentGiver, ConsentPurpose
from eletdesk.domain.referral import Referral
from eletdesk.operations.consents import record_consent
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.people import register_person
from eletdesk.operations.referrals import (
    pick_item,
    set_recipient,
    share_section,
    write_section,
)
from eletdesk.operations.sessions import record_session
from eletdesk.operations.time_outs import record_time_out
from eletdesk.queries.dossier.compose import (
    compose_dossier,
    readiness,
    section_text,
    shared_sections,
)
from eletdesk.queries.dossier.draft import ReadyState
from eletdesk.storage.case_file import CaseFile
from eletdesk.translation import speaking
from tests.referral_case import (
    KIND,
    TODAY,
    bare_case,
    everything,
    filled_case,
    is_draft,
    prefill,
    refer,
    run,
    section_of,
    states,
    values_of,
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    yield from filled_case(tmp_path)


def test_a_case_that_knows_little_still_has_a_dossier(tmp_path: Path) -> None:
    bare = bare_case(tmp_path)
    run(bare, register_person, given_name="Noor")
    referral_id = refer(bare)
    with bare.reading() as session:
        dossier = compose_dossier(session, session.get_one(Referral, referral_id), KIND)
    assert dossier.is_draft
    assert [value for _label, value in dossier.sections[0].rows] == ["Noor"]
    said = states(bare, referral_id)
    assert {code for code, (state, _why) in said.items() if state is ReadyState.ready} == set()
    assert said["identification"][0] is ReadyState.missing
    bare.close()


def test_goals_are_numbered_points_without_the_marks_that_were_typed(case: CaseFile) -> None:
    goals = section_of(case, refer(case), "goals")
    assert goals is not None
    assert goals.bullets == ("Vier voormiddagen aanwezig.", "Een beroep verkennen.")
    assert goals.is_numbered
    assert goals.paragraphs == ()
    assert [value for _label, value in goals.rows] == ["Preventief"]


def test_the_dossier_speaks_its_own_language(case: CaseFile) -> None:
    referral_id = refer(case, language="fr")
    assert "4 mars 2011" in values_of(prefill(case, referral_id, "identification"))
    assert "4 March 2011" in values_of(prefill(case, referral_id, "identification", "en"))
    with case.reading() as session:
        dossier = compose_dossier(session, session.get_one(Referral, referral_id), KIND)
        assert dossier.language == "fr"
        assert dossier.title == "Dossier d'orientation NAFT"
        assert dossier.sections[1].title == "Demande et question"
        assert dossier.sections[1].rows[0][1] == "Social, Personnel"
        other = compose_dossier(session, session.get_one(Referral, referral_id), KIND, language="en")
        assert other.sections[1].title == "Reason and question"
    with speaking("en"):
        assert "Well-being" in [state.label for state in _states_of(case, referral_id)]


def _states_of(case: CaseFile, referral_id: str) -> Any:
    with case.reading() as session:
        return readiness(session, session.get_one(Referral, referral_id), KIND)


def test_what_is_written_stands_instead_and_the_source_stays(case: CaseFile) -> None:
    referral_id = refer(case)
    run(case, write_section, referral_id, kind=KIND, section="question", text="Eerste zin.\n\nTweede zin.")
    written = section_of(case, referral_id, "question")
    assert written is not None
    assert written.paragraphs == ("Eerste zin.", "Tweede zin.")
    filled = prefill(case, referral_id, "question")
    assert filled.text == "Afwezig in de namiddag."
    with case.reading() as session:
        referral = session.get_one(Referral, referral_id)
        assert section_text(referral, KIND.section("question"), filled) == "Eerste zin.\n\nTweede zin."


def test_a_text_that_was_emptied_stays_empty(case: CaseFile) -> None:
    referral_id = refer(case)
    run(case, write_section, referral_id, kind=KIND, section="question", text="")
    written = section_of(case, referral_id, "question")
    assert written is not None
    assert written.paragraphs == ()
    assert states(case, referral_id)["question"][0] is ReadyState.missing


def test_rule_14_without_secrecy_no_notes_no_family_no_wellbeing(case: CaseFile) -> None:
    """Rule 14: a receiver without professional secrecy gets no session notes, health or family."""
    held = run(
        case, record_session, held_on=date(2026, 10, 20), minutes=50, title="Gesprek", note="lag wakker"
    )
    away = run(
        case, record_time_out, starts_on=date(2026, 11, 2), ends_on=date(2026, 11, 6), note="thuis ruzie"
    )
    call = run(case, record_contact, happened_on=date(2026, 11, 4), note="ziek")
    referral_id = refer(case)
    for row in (held, away, call):
        run(case, pick_item, referral_id, item_id=row.id)
    run(case, write_section, referral_id, kind=KIND, section="wellbeing", text="Slaapt slecht.")
    run(case, share_section, referral_id, kind=KIND, section="wellbeing", is_shared=True)
    assert "lag wakker" in everything(case, referral_id)
    assert "Slaapt slecht." in everything(case, referral_id)
    assert "Tante Sophie" in everything(case, referral_id)
    run(case, set_recipient, referral_id, recipient="School", is_recipient_bound=False)
    said = everything(case, referral_id)
    for private in ("lag wakker", "thuis ruzie", "ziek", "Slaapt slecht.", "Tante Sophie"):
        assert private not in said
    assert "Gesprek" in said
    assert states(case, referral_id)["wellbeing"][0] is ReadyState.not_shared


def test_a_section_that_is_kept_is_not_in_the_dossier(case: CaseFile) -> None:
    referral_id = refer(case)
    run(case, write_section, referral_id, kind=KIND, section="wellbeing", text="Slaapt slecht.")
    assert section_of(case, referral_id, "wellbeing") is None
    run(case, share_section, referral_id, kind=KIND, section="question", is_shared=False)
    assert section_of(case, referral_id, "question") is None
    with case.reading() as session:
        shared = shared_sections(session.get_one(Referral, referral_id), KIND)
    assert "question" not in shared
    assert "wellbeing" not in shared
    assert len(shared) == 7


def test_an_empty_section_that_may_stay_empty_is_left_out(case: CaseFile) -> None:
    referral_id = refer(case)
    run(case, share_section, referral_id, kind=KIND, section="wellbeing", is_shared=True)
    assert section_of(case, referral_id, "wellbeing") is None
    assert states(case, referral_id)["wellbeing"][0] is ReadyState.not_shared
    assert section_of(case, referral_id, "practical") is not None


def test_a_dossier_is_a_draft_until_the_last_section_is_ready(case: CaseFile) -> None:
    referral_id = refer(case)
    said = states(case, referral_id)
    missing = {code for code, (state, _why) in said.items() if state is ReadyState.missing}
    assert missing == {"already_done", "practical", "consent"}
    assert all(why for state, why in said.values() if state is not ReadyState.ready)
    for section in ("already_done", "practical"):
        run(case, write_section, referral_id, kind=KIND, section=section, text="Iets.")
    assert is_draft(case, referral_id)
    run(
        case,
        record_consent,
        purpose=ConsentPurpose.share_with_naft,
        given_by=ConsentGiver.both,
        given_on=date(2026, 11, 20),
    )
    assert not is_draft(case, referral_id)


def test_the_head_of_the_dossier(case: CaseFile) -> None:
    referral_id = refer(case)
    with case.reading() as session:
        referral = session.get_one(Referral, referral_id)
        dossier = compose_dossier(session, referral, KIND, made_by="An Declercq", organisation="CLB De Brug")
    assert (dossier.kind, dossier.recipient, dossier.made_on) == ("naft", "Groeikracht vzw", TODAY)
    assert (dossier.made_by, dossier.organisation) == ("An Declercq", "CLB De Brug")
    assert dossier.young_person == "Mathis Lambert"
    assert dossier.case_title == "ML"
    assert "Lambert" not in dossier.title
    assert dossier.has_secrecy_note
    assert len(dossier.signatures) == 3


def test_a_section_that_nobody_may_see_is_never_composed(case: CaseFile) -> None:
    locked = replace(
        KIND,
        sections=tuple(replace(s, sharing="never") if s.code == "question" else s for s in KIND.sections),
    )
    assert section_of(case, refer(case), "question", locked) is None
