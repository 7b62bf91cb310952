"""Outreach: an attempt without an answer plans the next one, and a contact that is accepted ends it."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.desk.desk import Desk
from eletdesk.desk.steps import undo
from eletdesk.domain.contact_moment import ContactDirection, ContactMoment
from eletdesk.domain.task import Task
from eletdesk.operations.attempts import log_no_answer
from eletdesk.operations.contacts import change_contact, record_contact
from eletdesk.operations.sessions import record_session
from eletdesk.queries.contact_attempts import contact_attempts
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.views import index_card
from tests.desks import add_noor, make_desk

TODAY = date(2026, 11, 23)
Opened = tuple[Desk, str]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Open Noor's case on a Monday."""
    clock.use_clock(lambda: datetime.combine(TODAY, time(9, 30)))
    desk = make_desk(tmp_path / "desk")
    yield desk, add_noor(desk)
    desk.close()


def open_tasks(opened: Opened) -> list[date | None]:
    desk, case_id = opened
    return [task.due_on for task in desk.read(case_id, live_rows, Task) if task.done_at is None]


def test_the_next_attempt_is_proposed_later_each_time_and_never_in_a_weekend(opened: Opened) -> None:
    """Own choice: after 3, 7, 14 and then every 30 days."""
    desk, case_id = opened
    expected = [
        (date(2026, 11, 2), date(2026, 11, 5)),
        (date(2026, 11, 5), date(2026, 11, 12)),
        (date(2026, 11, 12), date(2026, 11, 26)),
        (date(2026, 11, 19), date(2026, 12, 21)),  # 30 days later is a Saturday
    ]
    for on, due_on in expected:
        desk.run(case_id, log_no_answer, on=on)
        assert open_tasks(opened) == [due_on]
    found = desk.read(case_id, contact_attempts, TODAY)
    assert (found.total, found.since_reached, found.silent_days) == (4, 4, 21)
    assert found.next_on == date(2026, 12, 21)


def test_a_contact_that_is_accepted_ends_the_attempts(opened: Opened) -> None:
    desk, case_id = opened
    desk.run(case_id, log_no_answer, on=date(2026, 11, 10))
    desk.run(case_id, log_no_answer, on=date(2026, 11, 13))
    desk.run(case_id, record_contact, happened_on=date(2026, 11, 20), minutes=10)
    found = desk.read(case_id, contact_attempts, TODAY)
    assert (found.attempts_before_first, found.first_reached_on) == (2, date(2026, 11, 20))
    assert (found.total, found.since_reached, found.silent_days) == (2, 0, 3)
    assert open_tasks(opened) == []
    card = index_card(desk.register, case_id)
    assert card is not None
    assert card.attempts_since_reached == 0


def test_a_contact_before_the_last_attempt_does_not_end_them(opened: Opened) -> None:
    desk, case_id = opened
    desk.run(case_id, log_no_answer, on=date(2026, 11, 20))
    contact = desk.run(case_id, record_contact, happened_on=date(2026, 11, 16))
    assert len(open_tasks(opened)) == 1
    card = index_card(desk.register, case_id)
    assert card is not None
    assert card.attempts_since_reached == 1
    desk.run(case_id, change_contact, contact.id, happened_on=date(2026, 11, 23))
    assert open_tasks(opened) == []


def test_a_session_counts_as_reached_and_what_others_sought_is_no_attempt(opened: Opened) -> None:
    desk, case_id = opened
    programme = desk.programmes[("naft", 1)]
    desk.run(case_id, log_no_answer, on=date(2026, 11, 6))
    desk.run(case_id, record_session, held_on=date(2026, 11, 9), minutes=50, programme=programme)
    assert open_tasks(opened) == []
    desk.run(
        case_id, record_contact,
        happened_on=date(2026, 11, 16), is_reached=False, direction=ContactDirection.incoming,
    )  # fmt: skip
    found = desk.read(case_id, contact_attempts, TODAY)
    assert (found.total, found.first_reached_on, found.silent_days) == (1, date(2026, 11, 9), 14)
    card = index_card(desk.register, case_id)
    assert card is not None
    assert (found.since_reached, card.attempts_since_reached) == (0, 0)


def test_an_attempt_is_one_step(opened: Opened) -> None:
    desk, case_id = opened
    desk.run(case_id, log_no_answer, on=TODAY)
    undo(desk)
    assert desk.read(case_id, live_rows, ContactMoment) == []
    assert open_tasks(opened) == []


def test_nothing_tried_is_no_silence(opened: Opened) -> None:
    desk, case_id = opened
    found = desk.read(case_id, contact_attempts, TODAY)
    assert (found.total, found.silent_days, found.next_on) == (0, None, None)
