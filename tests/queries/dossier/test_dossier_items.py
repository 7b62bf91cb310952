"""What can be ticked for a dossier, and what stays in the file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from eletdesk.domain.contact_moment import ContactMedium
from eletdesk.domain.guidance_session import Attendance, SessionPlace
from eletdesk.domain.network_member import MemberRole
from eletdesk.operations.bin import delete_row
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.documents import add_document
from eletdesk.operations.people import add_member
from eletdesk.operations.referrals import (
    pick_item,
)
from eletdesk.operations.sessions import record_session
from eletdesk.operations.time_outs import record_time_out
from eletdesk.queries.dossier.items import LONGEST_SUMMARY, first_line
from eletdesk.storage.case_file import CaseFile
from tests.referral_case import (
    filled_case,
    items,
    refer,
    run,
    section_of,
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    yield from filled_case(tmp_path)


def test_the_timeline_is_offered_oldest_first_with_one_line_each(case: CaseFile) -> None:
    run(case, record_time_out, starts_on=date(2026, 11, 2), ends_on=date(2026, 11, 13), note="rustplek")
    run(
        case,
        record_session,
        held_on=date(2026, 10, 20),
        minutes=50,
        title="Klassenraad",
        note="\naangepast\nmeer",
    )
    run(
        case,
        record_contact,
        happened_on=date(2026, 10, 6),
        medium=ContactMedium.phone,
        with_whom="mama",
        note="slaap",
    )
    run(case, record_session, held_on=date(2026, 11, 12), minutes=30, place=SessionPlace.home)
    run(case, add_document, name="attest.pdf", content=b"%PDF")
    run(case, record_session, held_on=date(2026, 11, 30), minutes=30, attendance=Attendance.planned)
    run(case, record_session, held_on=date(2026, 11, 3), minutes=30, attendance=Attendance.cancelled)
    offered = items(case, refer(case))
    assert [item.subject for item in offered.items] == [
        "contact_moment",
        "guidance_session",
        "time_out",
        "guidance_session",
        "document",
    ]
    assert [item.on.day for item in offered.items] == [6, 20, 2, 12, 23]
    assert offered.items[1].title == "Klassenraad"
    assert offered.items[1].summary == "aangepast"
    assert "mama" in offered.items[0].title
    assert offered.items[2].until == date(2026, 11, 13)
    assert offered.items[4].title == "attest.pdf"
    assert offered.confidential_count == 0
    assert not any(item.is_picked for item in offered.items)


def test_who_did_not_come_or_was_not_reached_is_said(case: CaseFile) -> None:
    run(
        case,
        record_session,
        held_on=date(2026, 11, 3),
        minutes=0,
        attendance=Attendance.no_show,
        title="Gesprek",
    )
    run(case, record_contact, happened_on=date(2026, 11, 4), is_reached=False)
    run(case, record_contact, happened_on=date(2026, 11, 5))
    missed, unanswered, answered = items(case, refer(case)).items
    assert missed.title.startswith("Gesprek,")
    assert unanswered.title.startswith(f"{answered.title},")


def test_a_contact_names_the_member_of_the_network(case: CaseFile) -> None:
    member = run(case, add_member, name="Koen Peeters", role=MemberRole.school_contact)
    run(case, record_contact, happened_on=date(2026, 11, 4), member_id=member.id)
    assert "Koen Peeters" in items(case, refer(case)).items[0].title


def test_confidential_notes_are_counted_and_never_offered(case: CaseFile) -> None:
    run(case, record_session, held_on=date(2026, 11, 3), minutes=40, note="geheim een", is_confidential=True)
    run(case, record_contact, happened_on=date(2026, 11, 4), note="geheim twee", is_confidential=True)
    run(case, add_document, name="geheim.pdf", content=b"x", is_confidential=True)
    offered = items(case, refer(case))
    assert offered.items == ()
    assert offered.confidential_count == 3


def test_ticked_items_go_along_and_documents_are_attachments(case: CaseFile) -> None:
    held = run(
        case, record_session, held_on=date(2026, 10, 20), minutes=50, title="Klassenraad", note="lesrooster"
    )
    run(case, record_session, held_on=date(2026, 10, 21), minutes=50, title="Niet mee", note="blijft")
    paper = run(case, add_document, name="attest.pdf", content=b"%PDF")
    referral_id = refer(case)
    for row in (held, paper):
        run(case, pick_item, referral_id, item_id=row.id)
    already_done = section_of(case, referral_id, "already_done")
    practical = section_of(case, referral_id, "practical")
    assert already_done is not None
    assert practical is not None
    assert already_done.bullets == ("20 oktober 2026 · Klassenraad: lesrooster",)
    assert [value for _label, value in practical.rows][1:] == ["attest.pdf"]
    assert [item.is_picked for item in items(case, referral_id).items] == [True, False, True]


def test_a_ticked_item_that_becomes_confidential_or_is_deleted_stays_home(case: CaseFile) -> None:
    first = run(case, record_session, held_on=date(2026, 10, 20), minutes=50, note="wordt geheim")
    second = run(case, record_session, held_on=date(2026, 10, 21), minutes=50, note="wordt gewist")
    referral_id = refer(case)
    for row in (first, second):
        run(case, pick_item, referral_id, item_id=row.id)
    with case.transaction("change_session", "An") as session:
        session.get_one(type(first), first.id).is_confidential = True
    run(case, delete_row, "guidance_session", second.id)
    already_done = section_of(case, referral_id, "already_done")
    assert already_done is not None
    assert already_done.bullets == ()


@pytest.mark.parametrize(
    ("note", "line"),
    [
        ("", ""),
        ("\n  \n een\ntwee", "een"),
        ("a" * LONGEST_SUMMARY, "a" * LONGEST_SUMMARY),
    ],
)
def test_the_first_line_of_a_note(note: str, line: str) -> None:
    assert first_line(note) == line


def test_a_long_first_line_ends_at_a_word() -> None:
    short = first_line("woord, " * 60)
    assert short.endswith("woord …")
    assert len(short) <= LONGEST_SUMMARY + 2
