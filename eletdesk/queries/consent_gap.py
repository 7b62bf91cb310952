"""What is missing before something may be done or shared: whose consent, and why (rule 13)."""

from datetime import date

from sqlmodel import Session, col, select

from eletdesk.domain.ages import age_on
from eletdesk.domain.consent import Consent, ConsentGiver, ConsentPurpose, ConsentState
from eletdesk.domain.consent_ages import asked_again_since
from eletdesk.domain.young_person import YoungPerson
from eletdesk.programmes.law.rights_rules import rights_rules
from eletdesk.translation import _


def last_answer(session: Session, purpose: ConsentPurpose, on: date) -> Consent | None:
    """Return the last answer up to a day of who decides on it; without one, the last of anybody.

    What a parent says later does not take the place of what a capable young person answered (art. 8).
    """
    answers = session.exec(
        select(Consent)
        .where(col(Consent.deleted_at).is_(None), Consent.purpose == purpose, Consent.given_on <= on)
        .order_by(col(Consent.given_on).desc(), col(Consent.id).desc())
    ).all()
    if not answers:
        return None
    person = session.exec(select(YoungPerson)).first()
    born = person.birth_on if person else None
    if born is None:
        return answers[0]
    own = ConsentGiver.young_person if _decides(answers[0], born, on) else ConsentGiver.parent
    return next((one for one in answers if one.given_by in (own, ConsentGiver.both)), answers[0])


def _decides(answer: Consent, birth_on: date, on: date) -> bool:
    """Tell whether the young person decides: of age, or 12 and not assessed as incapable in an answer."""
    rules, age = rights_rules(), age_on(birth_on, on)
    if age >= rules.age("majority").age:
        return True
    return age >= rules.age("capable").age and not answer.is_assessed_incapable


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
    decides = _decides(answer, birth_on, on)
    if decides and answer.given_by is ConsentGiver.parent:
        return _("The young person is 12 or older: ask for their own consent.")
    if not decides and answer.given_by is ConsentGiver.young_person:
        return _("The consent of a parent is missing.")
    return ""
