"""Write down that the codes of time-outs left for the school (rules 8 and 14)."""

import hashlib

from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.consent import ConsentPurpose
from eletdesk.domain.referral import Disclosure
from eletdesk.errors import InvalidInputError, ReasonNeededError
from eletdesk.queries.consent_gap import consent_gap
from eletdesk.queries.pathway_facts import consent_in_force
from eletdesk.translation import _, language

KIND = "absence_codes"


def record_code_lines(session: Session, /, *, content: bytes, recipient: str, reason: str = "") -> Disclosure:
    """Keep the lines that leave, with their hash, receiver and consent; the school has a duty of discretion.

    Raises ReasonNeededError when no consent to share with the school holds and no reason is given.
    """
    if not recipient.strip():
        raise InvalidInputError("recipient", _("Who receives it?"))
    gap = consent_gap(session, ConsentPurpose.share_with_school, clock.today())
    if gap and not reason.strip():
        raise ReasonNeededError("reason", _("{gap} Why do you send it all the same?").format(gap=gap))
    consent = None if gap else consent_in_force(session, ConsentPurpose.share_with_school, clock.today())
    disclosure = Disclosure(
        kind=KIND,
        recipient=recipient.strip(),
        is_recipient_bound=False,
        purpose=reason.strip() or _("Absence codes of time-outs"),
        sections=["half_days", "codes"],
        consent_id=consent.id if consent else None,
        language=language(),
        sent_at=clock.now(),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
    )
    session.add(disclosure)
    return disclosure
