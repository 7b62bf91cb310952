"""Record and withdraw consent."""

from datetime import date
from typing import Any

from sqlmodel import Session

from eletdesk.domain.consent import Consent, ConsentGiver, ConsentPurpose, ConsentState
from eletdesk.errors import InvalidInputError, ReasonNeededError
from eletdesk.operations.finding import row_of, write_changes
from eletdesk.operations.rule_tasks import finish_met_gates
from eletdesk.translation import _


def record_consent(
    session: Session,
    /,
    *,
    purpose: ConsentPurpose,
    given_by: ConsentGiver,
    given_on: date,
    state: ConsentState = ConsentState.given,
    reason: str = "",
    **details: Any,
) -> Consent:
    """Record an answer; a refusal is put in the file as well (decree of 7 May 2004, art. 10).

    Whoever is 12 is presumed capable: the assessment that somebody is not needs a ground (art. 4).
    """
    consent = Consent(purpose=purpose, given_by=given_by, given_on=given_on, state=state)
    write_changes(consent, details)
    if consent.is_assessed_incapable and not consent.assessment_ground.strip():
        if not reason.strip():
            raise ReasonNeededError("reason", _("On what ground is the young person not able to judge?"))
        consent.assessment_ground = reason.strip()
    if consent.valid_until and consent.valid_until < given_on:
        raise InvalidInputError("valid_until", _("The end is before the start."))
    session.add(consent)
    finish_met_gates(session, given_on)
    return consent


def withdraw_consent(session: Session, consent_id: str, *, on: date, note: str = "") -> Consent:
    """Record that consent was withdrawn; the earlier answer stays in the file."""
    earlier = row_of(session, Consent, consent_id)
    withdrawn = Consent(
        purpose=earlier.purpose, given_by=earlier.given_by, name=earlier.name,
        given_on=on, state=ConsentState.withdrawn, note=note,
    )  # fmt: skip
    session.add(withdrawn)
    return withdrawn
