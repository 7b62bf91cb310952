"""Requests about the file itself, and what stays out of the copy that a young person or a parent gets."""

from datetime import date, timedelta
from typing import Any

from sqlmodel import Session

from eletdesk.domain.rights_request import RequestKind, RightsRequest
from eletdesk.domain.school_calendar import working_days_after
from eletdesk.domain.tables import BY_TABLE
from eletdesk.errors import InvalidInputError, ReasonNeededError
from eletdesk.operations.finding import row_of, write_changes
from eletdesk.programmes.law.rights_rules import rights_rules
from eletdesk.translation import _


def request_due_on(kind: RequestKind, received_on: date) -> date:
    """Return the last day to answer a request: the day it came in does not count (rules 15 and 16)."""
    term = rights_rules().term(kind.value)
    if term.unit == "working_days":
        return working_days_after(received_on, term.amount)
    return received_on + timedelta(days=term.amount)


def record_request(
    session: Session, /, *, kind: RequestKind, received_on: date, asked_by: str = "", **details: Any
) -> RightsRequest:
    """Record a request about the file with the day before which it must be answered."""
    request = RightsRequest(kind=kind, received_on=received_on, asked_by=asked_by)
    write_changes(request, details)
    if request.due_on is None:
        request.due_on = request_due_on(kind, received_on)
    session.add(request)
    return request


def change_request(session: Session, /, request_id: str, **changes: Any) -> RightsRequest:
    """Change a request; another day of arrival or kind counts the term anew, unless it was set by hand."""
    request = row_of(session, RightsRequest, request_id)
    was_counted = request.due_on == request_due_on(request.kind, request.received_on)
    is_set_by_hand = changes.get("due_on") not in (None, request.due_on)
    write_changes(request, changes)
    if request.due_on is None or (was_counted and not is_set_by_hand):
        write_changes(request, {"due_on": request_due_on(request.kind, request.received_on)})
    return request


def handle_request(
    session: Session, /, request_id: str, *, handled_on: date, decision: str = "", reason: str = ""
) -> RightsRequest:
    """Record that a request was answered; an answer after the term asks why it came late, and keeps it."""
    request = row_of(session, RightsRequest, request_id)
    if handled_on < request.received_on:
        raise InvalidInputError("handled_on", _("This is before the request came in."))
    if request.due_on is not None and handled_on > request.due_on and not reason.strip():
        raise ReasonNeededError("reason", _("The answer came after the term. Why?"))
    request.handled_on = handled_on
    request.decision = decision
    if reason.strip():
        request.note = "\n".join(part for part in (request.note, reason.strip()) if part)
    return request


def exclude_row(session: Session, /, table: str, row_id: str, grounds: list[str]) -> None:
    """Mark on which grounds a note stays out of an inspection copy; none: it is shown (rule 15)."""
    known = {ground.code for ground in rights_rules().exclusions}
    if not set(grounds) <= known:
        raise InvalidInputError("exclusions", _("Choose a ground from the list."))
    row = row_of(session, BY_TABLE[table], row_id)
    write_changes(row, {"exclusions": sorted(grounds)})
