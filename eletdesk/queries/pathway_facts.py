"""What is known of a pathway when it wants to pass a gate."""

from datetime import date

from sqlmodel import Session, col, or_, select

from eletdesk.domain.answer import Answer
from eletdesk.domain.consent import Consent, ConsentPurpose, ConsentState
from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.goal import Goal, GoalState
from eletdesk.domain.network_member import MemberRole, NetworkMember
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.time_out import TimeOut
from eletdesk.programmes.facts import ANSWER
from eletdesk.queries.consent_gap import consent_gap, last_answer

_PARENTS = (MemberRole.mother, MemberRole.father, MemberRole.guardian)


def consent_in_force(session: Session, purpose: ConsentPurpose, on: date) -> Consent | None:
    """Return the consent that holds on a day: the last answer, when it is a yes and not over."""
    last = last_answer(session, purpose, on)
    if last is None or last.state is not ConsentState.given:
        return None
    return None if last.valid_until is not None and last.valid_until < on else last


def pathway_facts(session: Session, pathway: Pathway, on: date) -> dict[str, object]:
    """Return the facts that gates ask for (eletdesk.programmes.facts.KNOWN_FACTS)."""
    reached = session.exec(
        select(ContactMoment)
        .where(col(ContactMoment.deleted_at).is_(None), col(ContactMoment.is_reached))
        .order_by(col(ContactMoment.happened_on))
    ).all()
    parents = set(
        session.exec(
            select(NetworkMember.id).where(
                col(NetworkMember.deleted_at).is_(None), col(NetworkMember.role).in_(_PARENTS)
            )
        ).all()
    )
    agreed = session.exec(
        select(TimeOut.id).where(col(TimeOut.deleted_at).is_(None), col(TimeOut.is_director_agreed))
    ).first()
    has_referrer = pathway.referrer.strip() and pathway.referrer_centre.strip() and pathway.referred_on
    return {
        "clb_referrer": bool(has_referrer),
        "consent": not consent_gap(session, ConsentPurpose.guidance, on),
        "plan_goals": bool(pathway.goals.strip()) or _has_goal(session, pathway),
        "round_table_on": pathway.closing_round_table_on,
        "outcome": pathway.outcome,
        "director_agreement": agreed is not None,
        "first_contact_on": reached[0].happened_on if reached else None,
        "parents_informed": any(contact.member_id in parents for contact in reached),
        **_answers(session, pathway.id),
    }


def _has_goal(session: Session, pathway: Pathway) -> bool:
    """Tell whether a goal of this pathway, or of the case, was agreed and not dropped."""
    goals = select(Goal.id).where(
        col(Goal.deleted_at).is_(None),
        Goal.state != GoalState.dropped,
        or_(col(Goal.pathway_id).is_(None), Goal.pathway_id == pathway.id),
    )
    return session.exec(goals).first() is not None


def _answers(session: Session, pathway_id: str) -> dict[str, object]:
    """Return what was answered to the questions of the programme, by the fact that a gate may ask for."""
    answers = session.exec(
        select(Answer).where(col(Answer.deleted_at).is_(None), Answer.pathway_id == pathway_id)
    )
    return {ANSWER + answer.question: answer.value for answer in answers}
