"""Write down what a young person does now; the former situation ends the day before."""

from datetime import date, timedelta
from typing import Any

from sqlmodel import Session

from eletdesk.domain.follow_up import FollowUp
from eletdesk.domain.situation import Occupation, Situation
from eletdesk.errors import InvalidInputError
from eletdesk.operations.finding import row_of, write_changes
from eletdesk.operations.follow_ups import LEFT_EDUCATION, start_follow_ups
from eletdesk.programmes.law.youth_guarantee import youth_guarantee
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.situations import situations_in_order
from eletdesk.translation import _

_DAY = timedelta(days=1)


def set_situation(
    session: Session,
    /,
    *,
    occupation: Occupation,
    since_on: date,
    starts_clock: bool = False,
    meets_offer: bool = False,
    **details: Any,
) -> Situation:
    """Write down what somebody does from a day on; the one before ends the day before it.

    A situation of the same day is corrected. starts_clock starts the terms of the Youth Guarantee from that
    day (rule 19); meets_offer ends the open terms for an offer with this situation.
    """
    _check(since_on, details.get("until_on"))
    rows = situations_in_order(session)
    row = next((one for one in rows if one.since_on == since_on), None)
    if row is None:
        row = Situation(since_on=since_on)
        session.add(row)
        _make_room(row, rows)
        if details.get("until_on") is None:
            details.pop("until_on", None)
    write_changes(row, {"occupation": Occupation(occupation), **details})
    session.flush()
    if starts_clock:
        start_follow_ups(session, starts=LEFT_EDUCATION, starts_on=since_on)
    if meets_offer:
        _meet_offers(session, row)
    return row


def change_situation(session: Session, /, situation_id: str, **changes: Any) -> Situation:
    """Change what is known of a situation."""
    row = row_of(session, Situation, situation_id)
    write_changes(row, changes)
    _check(row.since_on, row.until_on)
    return row


def _check(since_on: date, until_on: date | None) -> None:
    if until_on is not None and until_on < since_on:
        raise InvalidInputError("until_on", _("The end is before the start."))


def _make_room(row: Situation, rows: list[Situation]) -> None:
    """End the situation before, and end this one where a later one begins."""
    before = [one for one in rows if one.since_on < row.since_on]
    after = [one for one in rows if one.since_on > row.since_on]
    if before and (before[-1].until_on is None or before[-1].until_on >= row.since_on):
        before[-1].until_on = row.since_on - _DAY
    if after:
        row.until_on = after[0].since_on - _DAY


def _meet_offers(session: Session, row: Situation) -> None:
    rules = youth_guarantee()
    finding = rules.finding_of(row.occupation, "offer")
    if finding is None:
        return
    for follow_up in live_rows(session, FollowUp):
        term = rules.term(follow_up.clock)
        is_open = follow_up.done_on is None and follow_up.starts_on <= row.since_on
        if is_open and term is not None and term.looks_for == "offer":
            follow_up.done_on, follow_up.outcome = row.since_on, finding.code
