"""Closed files, their term, and the destruction in two steps; the certificate names nobody (rule 17)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eletdesk.desk.cases import binned_cases
from eletdesk.desk.desk import Desk
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.desk.retention import destroy_case, due_count, keep_own_terms, kept_files, put_aside
from eletdesk.desk.steps import undo
from eletdesk.domain.young_person import YoungPerson
from eletdesk.errors import MissingFileError, NotFoundError
from eletdesk.exports.pdf.pages import read_text
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.pathways import close_pathway
from eletdesk.operations.people import change_person, enrol
from eletdesk.programmes.law.retention_rules import OwnTerm
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.present_rows import pathways_in_order
from tests.desks import add_noor, make_desk

CLOSED = date(2026, 11, 2)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = make_desk(tmp_path / "desk")
    yield opened
    opened.close()


def closed_case(desk: Desk, programme_code: str = "") -> str:
    if not programme_code:
        case_id = add_noor(desk)
    else:
        case_id = new_case(desk, NewCase({"given_name": "Noor"}), programme_code, date(2026, 9, 14))
    pathway = desk.read(case_id, pathways_in_order)[0]
    programme = desk.programme_of(case_id, pathway.programme_code, pathway.programme_version)
    desk.run(
        case_id, close_pathway, pathway.id,
        programme=programme, outcome=programme.outcomes[0].code, on=CLOSED, reason="Verhuisd.",
    )  # fmt: skip
    return case_id


def test_open_file_has_no_term(desk: Desk) -> None:
    add_noor(desk)
    assert kept_files(desk) == []


def test_closed_naft_file_is_kept_until_35(desk: Desk) -> None:
    case_id = closed_case(desk)
    (kept,) = kept_files(desk)
    assert kept.case_id == case_id
    assert kept.term is not None
    assert kept.term.ends_on == date(2045, 3, 4)
    assert kept.term.basis.source.code == "bewaartermijn"
    assert not kept.is_due(date(2045, 3, 3))
    assert kept.is_due(date(2045, 3, 4))
    assert (due_count(desk, date(2045, 3, 3)), due_count(desk, date(2045, 3, 4))) == (0, 1)


def test_contact_after_the_closing_counts_for_a_term_by_contact(desk: Desk) -> None:
    case_id = closed_case(desk)
    keep_own_terms(desk, {"youth_help": OwnTerm(years_after_contact=10)})
    desk.run(case_id, record_contact, happened_on=date(2027, 2, 28), with_whom="Noor")
    (kept,) = kept_files(desk)
    assert kept.term is not None
    assert (kept.term.ends_on, kept.term.is_own) == (date(2037, 2, 28), True)


@pytest.mark.parametrize(("last_form", "ends_on"), [("none", date(2036, 11, 2)), ("ov3", date(2038, 3, 4))])
def test_rule_17_who_ended_in_special_education_is_kept_longer_by_a_clb(
    desk: Desk, last_form: str, ends_on: date
) -> None:
    """vrijclb.be: until 30 for pupils who ended in special education, not for who left it."""
    case_id = closed_case(desk, "clb_truancy")
    desk.run(case_id, change_person, birth_on=date(2008, 3, 4))
    earlier: dict[str, Any] = {"started_on": date(2020, 9, 1), "ended_on": date(2022, 6, 30)}
    desk.run(case_id, enrol, school="BuSO", training_form="ov3", **earlier)
    desk.run(case_id, enrol, school="TA De Linde", training_form=last_form, started_on=date(2022, 9, 1))
    (kept,) = kept_files(desk)
    assert kept.term is not None
    assert kept.term.ends_on == ends_on


def test_without_a_birth_date_the_term_is_not_guessed(desk: Desk) -> None:
    case_id = closed_case(desk)
    desk.run(case_id, change_person, birth_on=None)
    (kept,) = kept_files(desk)
    assert kept.term is None
    assert not kept.is_due(date(2099, 1, 1))


def test_first_step_can_be_undone(desk: Desk) -> None:
    case_id = closed_case(desk)
    put_aside(desk, case_id)
    assert [case.case_id for case in binned_cases(desk)] == [case_id]
    undo(desk)
    assert binned_cases(desk) == []


def test_first_step_is_for_closed_files(desk: Desk) -> None:
    case_id = add_noor(desk)
    with pytest.raises(NotFoundError):
        put_aside(desk, case_id)


def test_second_step_destroys_and_certifies_without_a_name(desk: Desk) -> None:
    case_id = closed_case(desk)
    person = desk.read(case_id, live_rows, YoungPerson)[0]
    put_aside(desk, case_id)
    text = read_text(destroy_case(desk, case_id, "nl"))
    assert case_id in "".join(text.split())
    assert "2010" in text
    for name in (person.given_name, person.family_name, "De Linde", "4 maart"):
        assert name not in text
    assert not desk.case_path(case_id).exists()
    assert desk.file.rows("SELECT id, reason FROM erasure") == [(case_id, "retention")]
    with pytest.raises(MissingFileError):
        desk.case(case_id)
