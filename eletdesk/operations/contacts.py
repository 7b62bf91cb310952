"""Record contact with parents and network, reached or not."""

from datetime import date
from typing import Any

from sqlmodel import Session

from eletdesk.domain.contact_moment import ContactMedium, ContactMoment
from eletdesk.operations.attempt_tasks import settle_attempts
from eletdesk.operations.finding import row_of, write_changes


def record_contact(
    session: Session, /, *, happened_on: date, medium: ContactMedium = ContactMedium.phone, **details: Any
) -> ContactMoment:
    """Record a contact or an attempt; an unanswered call counts as an attempt."""
    contact = ContactMoment(happened_on=happened_on, medium=medium)
    write_changes(contact, details)
    session.add(contact)
    if contact.is_reached:
        settle_attempts(session)
    return contact


def change_contact(session: Session, /, contact_id: str, **changes: Any) -> ContactMoment:
    """Change a recorded contact."""
    contact = row_of(session, ContactMoment, contact_id)
    write_changes(contact, changes)
    if contact.is_reached:
        settle_attempts(session)
    return contact
