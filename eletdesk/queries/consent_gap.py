"""What is missing before something may be done or shared: whose consent, and why (rule 13)."""

from datetime import date

from sqlmodel import Session, col, select

from eletdesk.domain.ages import age_on
from eletdesk.domain.consent import Consent, ConsentGiver, ConsentPurpose, ConsentState
from eletdesk.domain.consent_ages import asked_again_since
from eletdesk.domain.young_person import YoungPerson
from eletdesk.programmes.rights_rules import rights_rules
from eletdesk.translation import _


def last_answer(session: Session, purpose: ConsentPurpose, on: date) -> Consent | None:
    """Return the last answer to a question for consent up to a day."""
    return session.exec(
        select(Consent)
        .where(col(Consent.deleted_at).is_(None), Consent.purpose == purpose, Consent.given_on <= on)
        .order_by(col(Consent.given_on).desc(), col(Consent.id).desc())
    ).first()


def consent_gap(session: Session, purpose: ConsentPurpose, on: date) -> str:
    """Return what is missing in one sentence; empty when the consent holds on that day.

    From 12 the young person's own consent is needed, unless assessed as incapable; before that a parent's.
    At the 12th and 18th birthday it is asked again. Truancy guidance is compulsory and needs none.
    """
    answer = last_answer(session, purpose, on)
    if answer is None:
        return _("Nobody has given consent yet.")
    if answer.state is ConsentState.refused:
        return _("Consent was refused.")
    if answer.state is ConsentState.withdrawn:
        return _("Consent was withdrawn.")
    if answer.valid_until is not None and answer.valid_until < on:
        return _("The consent is over: ask for it again.")
    person = session.exec(select(YoungPerson)).first()
    if answer.is_compulsory or person is None or person.birth_on is None:
        return ""
    return _gap_for_age(answer, person.birth_on, on)


def _gap_for_age(answer: Consent, birth_on: date, on: date) -> str:
    age = asked_again_since(birth_on, answer.given_on, on)
    if age is not None:
        return _("Ask for consent again: the young person has turned {age}.").format(age=age)
    of_age = age_on(birth_on, on) >= rights_rules().age("majority").age
    is_capable_by_age = age_on(birth_on, on) >= rights_rules().age("capable").age
    capable = is_capable_by_age and (of_age or not answer.is_assessed_incapable)
    if capable and answer.given_by is ConsentGiver.parent:
        return _("The young person is 12 or older: ask for their own consent.")
    if not capable and answer.given_by is ConsentGiver.young_person:
        return _("The consent of a parent is missing.")
    return ""
