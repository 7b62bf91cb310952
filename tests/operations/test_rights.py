"""Requests about the file: the term with its edge days, late answers, grounds."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from eletdesk.desk.desk import Desk
from eletdesk.domain.rights_request import RequestKind
from eletdesk.errors import InvalidInputError, ReasonNeededError
from eletdesk.operations.rights import change_request, handle_request, record_request, request_due_on
from tests.desks import add_noor, make_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = make_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("received_on", "due_on"),
    [
        (date(2026, 11, 2), date(2026, 11, 17)),  # 11 November is a public holiday
        (date(2026, 11, 13), date(2026, 11, 27)),  # a Friday
        (date(2026, 12, 18), date(2027, 1, 5)),  # Christmas and New Year, both Fridays
        (date(2026, 11, 1), date(2026, 11, 16)),  # came in on a Sunday and holiday
        (date(2027, 8, 31), date(2027, 9, 14)),  # over the turn of the school year: holidays of school count
    ],
)
def test_rule_15_ten_working_days(received_on: date, due_on: date) -> None:
    """vrijclb.be: within 10 working days; weekends and public holidays are not counted."""
    assert request_due_on(RequestKind.inspection, received_on) == due_on


@pytest.mark.parametrize(
    ("enrolled_on", "due_on"),
    [
        (date(2026, 9, 1), date(2026, 9, 11)),
        (date(2026, 12, 25), date(2027, 1, 4)),
        (date(2028, 2, 20), date(2028, 3, 1)),  # a leap year
    ],
)
def test_rule_16_objection_to_transfer_within_ten_days(enrolled_on: date, due_on: date) -> None:
    """iclb.gent.be; sinte-maartenschool.be: in writing within 10 days of the enrolment or the notice."""
    assert request_due_on(RequestKind.transfer_objection, enrolled_on) == due_on


def test_request_keeps_its_term_and_follows_a_change_of_day(desk: Desk) -> None:
    case_id = add_noor(desk)
    request = desk.run(case_id, record_request, kind=RequestKind.inspection, received_on=date(2026, 11, 2))
    assert request.due_on == date(2026, 11, 17)
    changed = desk.run(case_id, change_request, request.id, received_on=date(2026, 11, 3))
    assert changed.due_on == date(2026, 11, 18)
    by_hand = desk.run(case_id, change_request, request.id, due_on=date(2026, 12, 1))
    assert by_hand.due_on == date(2026, 12, 1)
    again = desk.run(case_id, change_request, request.id, received_on=date(2026, 11, 4))
    assert again.due_on == date(2026, 12, 1)


def test_late_answer_asks_why_and_keeps_it(desk: Desk) -> None:
    case_id = add_noor(desk)
    request = desk.run(case_id, record_request, kind=RequestKind.inspection, received_on=date(2026, 11, 2))
    with pytest.raises(ReasonNeededError):
        desk.run(case_id, handle_request, request.id, handled_on=date(2026, 11, 18))
    handled = desk.run(
        case_id, handle_request, request.id, handled_on=date(2026, 11, 18), reason="Noor was ziek."
    )
    assert handled.handled_on == date(2026, 11, 18)
    assert handled.note == "Noor was ziek."


def test_answer_on_the_last_day_is_in_time(desk: Desk) -> None:
    case_id = add_noor(desk)
    request = desk.run(case_id, record_request, kind=RequestKind.inspection, received_on=date(2026, 11, 2))
    handled = desk.run(case_id, handle_request, request.id, handled_on=date(2026, 11, 17))
    assert handled.handled_on == date(2026, 11, 17)


def test_answer_before_the_request_is_refused_at_its_field(desk: Desk) -> None:
    case_id = add_noor(desk)
    request = desk.run(case_id, record_request, kind=RequestKind.copy, received_on=date(2026, 11, 2))
    with pytest.raises(InvalidInputError) as refused:
        desk.run(case_id, handle_request, request.id, handled_on=date(2026, 11, 1))
    assert refused.value.field == "handled_on"
