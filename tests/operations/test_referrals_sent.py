"""What left is kept with hash and consent, and what came back is kept too."""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from eletdesk.domain.referral import Disclosure, Referral, ReferralStatus
from eletdesk.errors import InvalidInputError, NotFoundError, ReasonNeededError
from eletdesk.operations import referrals
from eletdesk.operations.consents import record_consent
from eletdesk.queries.live_rows import live_rows
from eletdesk.storage.case_file import CaseFile, CaseKeys
from tests.referral_case import KIND, TODAY, filled_case, is_draft, refer, run

PDF = b"%PDF-1.7 a dossier"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    yield from filled_case(tmp_path)


def kept(case: CaseFile, referral_id: str) -> Referral:
    """Read the referral again from the file."""
    with case.reading() as session:
        referral = session.get_one(Referral, referral_id)
        session.expunge(referral)
        return referral


def make_whole(case: CaseFile, referral_id: str) -> None:
    """Give a dossier all that it needs."""
    for section in ("already_done", "practical"):
        run(case, referrals.write_section, referral_id, kind=KIND, section=section, text="Iets.")
    run(
        case,
        record_consent,
        purpose="share_with_naft",
        given_by="young_person",
        given_on=date(2026, 11, 20),
    )


def send(case: CaseFile, referral_id: str, **details: Any) -> Disclosure:
    sent: Disclosure = run(case, referrals.mark_sent, referral_id, kind=KIND, content=PDF, **details)
    return sent


def sent_referral(case: CaseFile) -> str:
    referral_id = refer(case)
    send(case, referral_id, reason="de ouders bellen vandaag")
    return referral_id


def test_what_left_is_kept_with_its_hash_its_consent_and_its_sections(case: CaseFile) -> None:
    referral_id = refer(case, language="fr")
    make_whole(case, referral_id)
    sent = send(case, referral_id, has_password=True)
    with case.reading() as session:
        disclosure = session.get_one(Disclosure, sent.id)
        session.expunge(disclosure)
    assert disclosure.content == PDF
    assert disclosure.sha256 == hashlib.sha256(PDF).hexdigest()
    assert disclosure.referral_id == referral_id
    assert disclosure.recipient == "Groeikracht vzw"
    assert (disclosure.is_recipient_bound, disclosure.has_password, disclosure.is_draft) == (
        True,
        True,
        False,
    )
    assert disclosure.language == "fr"
    assert "wellbeing" not in disclosure.sections
    assert "goals" in disclosure.sections
    assert disclosure.purpose
    assert disclosure.consent_id is not None
    referral = kept(case, referral_id)
    assert (referral.status, referral.sent_on) == (ReferralStatus.sent, TODAY)


def test_sending_without_consent_asks_why_and_keeps_the_answer(case: CaseFile) -> None:
    """Product: a rule never blocks recording what happened; it asks for a reason and keeps it."""
    referral_id = refer(case)
    for nothing in ("", "  "):
        with pytest.raises(ReasonNeededError) as caught:
            send(case, referral_id, reason=nothing)
        assert caught.value.field == "reason"
    assert kept(case, referral_id).status is ReferralStatus.draft
    sent = send(case, referral_id, reason="gevaar voor de jongere")
    assert sent.purpose == "gevaar voor de jongere"
    assert sent.consent_id is None
    assert sent.is_draft


def test_a_dossier_is_not_sent_without_a_file(case: CaseFile) -> None:
    referral_id = refer(case)
    with pytest.raises(InvalidInputError) as caught:
        run(case, referrals.mark_sent, referral_id, kind=KIND, content=b"", reason="zomaar")
    assert caught.value.field == "content"


def test_what_left_cannot_be_changed_any_more(case: CaseFile) -> None:
    referral_id = sent_referral(case)
    for operation, details in (
        (referrals.write_section, {"kind": KIND, "section": "goals", "text": "x"}),
        (referrals.share_section, {"kind": KIND, "section": "goals", "is_shared": False}),
        (referrals.set_recipient, {"recipient": "x"}),
        (referrals.set_due_date, {"due_on": None}),
        (referrals.unpick_item, {"item_id": "x"}),
        (referrals.mark_ready, {"kind": KIND}),
        (referrals.mark_sent, {"kind": KIND, "content": PDF, "reason": "x"}),
    ):
        with pytest.raises(InvalidInputError) as caught:
            run(case, operation, referral_id, **details)
        assert caught.value.field == "status"


def test_a_yes_is_kept_with_its_day(case: CaseFile) -> None:
    referral_id = sent_referral(case)
    run(case, referrals.answer_referral, referral_id, is_accepted=True, answered_on=date(2026, 11, 24))
    referral = kept(case, referral_id)
    assert (referral.status, referral.answered_on) == (ReferralStatus.accepted, date(2026, 11, 24))


def test_a_no_asks_for_its_reason(case: CaseFile) -> None:
    referral_id = sent_referral(case)
    with pytest.raises(ReasonNeededError):
        run(case, referrals.answer_referral, referral_id, is_accepted=False, answered_on=TODAY)
    run(
        case,
        referrals.answer_referral,
        referral_id,
        is_accepted=False,
        answered_on=TODAY,
        reason="geen plaats",
    )
    referral = kept(case, referral_id)
    assert (referral.status, referral.answer_reason) == (ReferralStatus.rejected, "geen plaats")


def test_an_answer_comes_after_the_dossier(case: CaseFile) -> None:
    draft_id = refer(case)
    with pytest.raises(InvalidInputError) as caught:
        run(case, referrals.answer_referral, draft_id, is_accepted=True, answered_on=TODAY)
    assert caught.value.field == "status"
    sent_id = sent_referral(case)
    with pytest.raises(InvalidInputError) as caught:
        run(case, referrals.answer_referral, sent_id, is_accepted=True, answered_on=date(2026, 11, 22))
    assert caught.value.field == "answered_on"


def test_a_draft_is_withdrawn_without_a_word_a_sent_one_with_a_reason(case: CaseFile) -> None:
    draft_id, sent_id = refer(case), sent_referral(case)
    run(case, referrals.withdraw_referral, draft_id)
    assert kept(case, draft_id).status is ReferralStatus.withdrawn
    with pytest.raises(ReasonNeededError):
        run(case, referrals.withdraw_referral, sent_id)
    run(case, referrals.withdraw_referral, sent_id, reason="verhuisd")
    assert kept(case, sent_id).answer_reason == "verhuisd"
    with pytest.raises(InvalidInputError) as caught:
        run(case, referrals.withdraw_referral, sent_id, reason="nog eens")
    assert caught.value.field == "status"
    with case.reading() as session:
        assert len(session.exec(select(Disclosure)).all()) == 1


def test_a_referral_that_is_not_there(case: CaseFile) -> None:
    with pytest.raises(NotFoundError):
        run(case, referrals.withdraw_referral, "no such id")


def test_sending_is_one_step_that_can_be_undone(case: CaseFile) -> None:
    referral_id = refer(case)
    with case.transaction("mark_sent", "An", operation_id="one") as session:
        referrals.mark_sent(session, referral_id, kind=KIND, content=PDF, reason="x")
    case.history.undo("one", "An")
    assert kept(case, referral_id).status is ReferralStatus.draft
    with case.reading() as session:
        assert live_rows(session, Disclosure) == []
        assert session.exec(select(Disclosure)).one().content == PDF, "what left stays in the file"
    assert is_draft(case, referral_id)


def test_everything_is_there_after_closing_and_opening(case: CaseFile) -> None:
    referral_id = sent_referral(case)
    case.close()
    keys = CaseKeys.of(case.case_id, bytes(range(32)))
    again = CaseFile.open(case.path, case.case_id, keys)
    with again.reading() as session:
        assert session.get_one(Referral, referral_id).status is ReferralStatus.sent
        assert session.exec(select(Disclosure)).one().content == PDF
    again.close()
    assert PDF not in case.path.read_bytes()
