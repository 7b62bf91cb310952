"""A referral while it is being written, in a real encrypted case file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from eletdesk.domain.pathway import Pathway
from eletdesk.domain.referral import Disclosure, Referral, ReferralStatus
from eletdesk.errors import InvalidInputError, NotFoundError
from eletdesk.operations import referrals
from eletdesk.operations.bin import delete_row
from eletdesk.operations.consents import record_consent
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.documents import add_document
from eletdesk.operations.sessions import record_session
from eletdesk.operations.time_outs import record_time_out
from eletdesk.storage.case_file import CaseFile
from tests.referral_case import KIND, TODAY, filled_case, refer, run

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


def test_a_new_referral_is_a_draft_that_keeps_wellbeing_home(case: CaseFile) -> None:
    referral = kept(case, refer(case, language="fr", due_on=date(2026, 11, 25)))
    assert referral.status is ReferralStatus.draft
    assert (referral.kind, referral.kind_version) == ("naft", 1)
    assert referral.not_shared == ["wellbeing"]
    assert referral.is_recipient_bound
    assert (referral.language, referral.due_on) == ("fr", date(2026, 11, 25))


def test_a_dossier_speaks_three_languages_only(case: CaseFile) -> None:
    with pytest.raises(InvalidInputError) as caught:
        refer(case, language="de")
    assert caught.value.field == "language"
    referral_id = refer(case)
    run(case, referrals.set_dossier_language, referral_id, language="en")
    assert kept(case, referral_id).language == "en"
    with pytest.raises(InvalidInputError):
        run(case, referrals.set_dossier_language, referral_id, language="")


def test_a_text_belongs_to_the_referral_and_leaves_its_source_alone(case: CaseFile) -> None:
    referral_id, other_id = refer(case), refer(case)
    run(case, referrals.write_section, referral_id, kind=KIND, section="question", text="Anders gezegd.")
    assert kept(case, referral_id).texts == {"question": "Anders gezegd."}
    assert kept(case, other_id).texts == {}
    with case.reading() as session:
        assert session.exec(select(Pathway)).one().question == "Afwezig in de namiddag."


def test_a_text_can_be_forgotten_so_that_the_file_speaks_again(case: CaseFile) -> None:
    referral_id = refer(case)
    run(case, referrals.write_section, referral_id, kind=KIND, section="question", text="Anders.")
    run(case, referrals.forget_section_text, referral_id, kind=KIND, section="question")
    run(case, referrals.forget_section_text, referral_id, kind=KIND, section="goals")
    assert kept(case, referral_id).texts == {}


def test_writing_the_same_text_again_changes_nothing(case: CaseFile) -> None:
    referral_id = refer(case)
    run(case, referrals.write_section, referral_id, kind=KIND, section="question", text="Eens.")
    before = case.journal.sequence
    run(case, referrals.write_section, referral_id, kind=KIND, section="question", text="Eens.")
    assert case.journal.sequence == before


def test_an_unknown_section_is_refused(case: CaseFile) -> None:
    referral_id = refer(case)
    for operation, details in (
        (referrals.write_section, {"text": "x"}),
        (referrals.share_section, {"is_shared": True}),
        (referrals.forget_section_text, {}),
    ):
        with pytest.raises(InvalidInputError) as caught:
            run(case, operation, referral_id, kind=KIND, section="gossip", **details)
        assert caught.value.field == "section"


def test_items_are_ticked_once_and_unticked(case: CaseFile) -> None:
    rows = [
        run(case, record_session, held_on=TODAY, minutes=45),
        run(case, record_contact, happened_on=TODAY),
        run(case, record_time_out, starts_on=TODAY, ends_on=TODAY),
        run(case, add_document, name="attest.pdf", content=b"x"),
    ]
    referral_id = refer(case)
    for row in [*rows, rows[0]]:
        run(case, referrals.pick_item, referral_id, item_id=row.id)
    assert kept(case, referral_id).picked == [row.id for row in rows]
    for row in (rows[1], rows[1]):
        run(case, referrals.unpick_item, referral_id, item_id=row.id)
    assert kept(case, referral_id).picked == [rows[0].id, rows[2].id, rows[3].id]


def test_what_is_confidential_cannot_be_ticked(case: CaseFile) -> None:
    rows = [
        run(case, record_session, held_on=TODAY, minutes=45, is_confidential=True),
        run(case, record_contact, happened_on=TODAY, is_confidential=True),
        run(case, record_time_out, starts_on=TODAY, ends_on=TODAY, is_confidential=True),
        run(case, add_document, name="geheim.pdf", content=b"x", is_confidential=True),
    ]
    referral_id = refer(case)
    for row in rows:
        with pytest.raises(InvalidInputError) as caught:
            run(case, referrals.pick_item, referral_id, item_id=row.id)
        assert caught.value.field == "item_id"
    assert kept(case, referral_id).picked == []


def test_what_is_not_in_the_timeline_cannot_be_ticked(case: CaseFile) -> None:
    gone = run(case, record_session, held_on=TODAY, minutes=45)
    run(case, delete_row, "guidance_session", gone.id)
    planned = run(case, record_session, held_on=TODAY, minutes=45, attendance="planned")
    referral_id = refer(case)
    for item_id in (gone.id, planned.id, referral_id, ""):
        with pytest.raises(NotFoundError):
            run(case, referrals.pick_item, referral_id, item_id=item_id)


def test_sections_are_opened_and_kept(case: CaseFile) -> None:
    referral_id = refer(case)
    run(case, referrals.share_section, referral_id, kind=KIND, section="wellbeing", is_shared=True)
    assert kept(case, referral_id).not_shared == []
    for _again in range(2):
        run(case, referrals.share_section, referral_id, kind=KIND, section="goals", is_shared=False)
    assert kept(case, referral_id).not_shared == ["goals"]


def test_rule_14_wellbeing_cannot_be_opened_for_who_is_not_bound(case: CaseFile) -> None:
    """Rule 14: roles without professional secrecy get no health."""
    referral_id = refer(case)
    run(case, referrals.set_recipient, referral_id, recipient="School", is_recipient_bound=False)
    with pytest.raises(InvalidInputError) as caught:
        run(case, referrals.share_section, referral_id, kind=KIND, section="wellbeing", is_shared=True)
    assert caught.value.field == "section"
    run(case, referrals.share_section, referral_id, kind=KIND, section="wellbeing", is_shared=False)


def test_the_recipient_keeps_the_duty_of_secrecy_when_it_is_not_said(case: CaseFile) -> None:
    referral_id = refer(case)
    run(case, referrals.set_recipient, referral_id, recipient=" Arktos ", recipient_contact="Jan")
    referral = kept(case, referral_id)
    assert (referral.recipient, referral.recipient_contact) == ("Arktos", "Jan")
    assert referral.is_recipient_bound


def test_a_due_date_can_be_set_and_taken_away(case: CaseFile) -> None:
    referral_id = refer(case)
    run(case, referrals.set_due_date, referral_id, due_on=date(2026, 12, 1))
    assert kept(case, referral_id).due_on == date(2026, 12, 1)
    run(case, referrals.set_due_date, referral_id, due_on=None)
    assert kept(case, referral_id).due_on is None


def test_a_dossier_is_ready_when_nothing_is_missing(case: CaseFile) -> None:
    referral_id = refer(case)
    with pytest.raises(InvalidInputError) as caught:
        run(case, referrals.mark_ready, referral_id, kind=KIND)
    assert caught.value.field == "section"
    assert "Wat is al gebeurd" in str(caught.value)
    make_whole(case, referral_id)
    run(case, referrals.mark_ready, referral_id, kind=KIND)
    assert kept(case, referral_id).status is ReferralStatus.ready


def test_a_dossier_without_a_receiver_is_neither_ready_nor_sent(case: CaseFile) -> None:
    referral_id = refer(case)
    make_whole(case, referral_id)
    run(case, referrals.set_recipient, referral_id, recipient=" ")
    for operation, details in ((referrals.mark_ready, {}), (referrals.mark_sent, {"content": PDF})):
        with pytest.raises(InvalidInputError) as caught:
            run(case, operation, referral_id, kind=KIND, **details)
        assert caught.value.field == "recipient"


@pytest.mark.parametrize(
    "change",
    [
        lambda case, it: run(case, referrals.write_section, it, kind=KIND, section="goals", text="Meer."),
        lambda case, it: run(case, referrals.share_section, it, kind=KIND, section="goals", is_shared=False),
        lambda case, it: run(case, referrals.set_recipient, it, recipient="Ander"),
        lambda case, it: run(
            case,
            referrals.pick_item,
            it,
            item_id=run(case, record_contact, happened_on=TODAY).id,
        ),
        lambda case, it: run(case, referrals.forget_section_text, it, kind=KIND, section="practical"),
    ],
)
def test_a_change_makes_a_ready_dossier_a_draft_again(case: CaseFile, change: Any) -> None:
    referral_id = refer(case)
    make_whole(case, referral_id)
    run(case, referrals.mark_ready, referral_id, kind=KIND)
    change(case, referral_id)
    assert kept(case, referral_id).status is ReferralStatus.draft
