"""What can be done with the young person, the school and the network around them."""

from typing import Any

from sqlmodel import Session

from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.network_member import MemberRole, NetworkMember
from eletdesk.domain.young_person import YoungPerson
from eletdesk.errors import InvalidInputError
from eletdesk.operations.finding import row_of, write_changes
from eletdesk.queries.live_rows import live_rows
from eletdesk.translation import _

#: CLB staff and youth-help workers are bound by professional secrecy; teachers and VDAB have a duty of
#: discretion (kennisplein "Beroepsgeheim voor dummies"). A worker can change it for each person.
BOUND_BY_SECRECY = frozenset({MemberRole.clb_counsellor, MemberRole.youth_help})
PARENTS = frozenset({MemberRole.mother, MemberRole.father, MemberRole.guardian})


def register_person(
    session: Session, /, *, given_name: str, family_name: str = "", **details: Any
) -> YoungPerson:
    """Write down who the case is about; the first thing in every case file."""
    if not given_name.strip() and not family_name.strip():
        raise InvalidInputError("given_name", _("Give at least one name."))
    person = YoungPerson(given_name=given_name.strip(), family_name=family_name.strip())
    write_changes(person, details)
    session.add(person)
    return person


def change_person(session: Session, /, **changes: Any) -> YoungPerson:
    """Change what is known of the young person."""
    person = live_rows(session, YoungPerson)[0]
    write_changes(person, changes)
    if not person.given_name.strip() and not person.family_name.strip():
        raise InvalidInputError("given_name", _("Give at least one name."))
    return person


def enrol(session: Session, /, *, school: str, **details: Any) -> Enrolment:
    """Write down a school and study option."""
    if not school.strip():
        raise InvalidInputError("school", _("Give the name of the school."))
    enrolment = Enrolment(school=school.strip())
    write_changes(enrolment, details)
    _check_period(enrolment.started_on, enrolment.ended_on)
    session.add(enrolment)
    return enrolment


def change_enrolment(session: Session, /, enrolment_id: str, **changes: Any) -> Enrolment:
    """Change an enrolment, for example its end or a school-specific free day."""
    enrolment = row_of(session, Enrolment, enrolment_id)
    write_changes(enrolment, changes)
    _check_period(enrolment.started_on, enrolment.ended_on)
    return enrolment


def _check_period(starts_on: Any, ends_on: Any) -> None:
    if starts_on and ends_on and ends_on < starts_on:
        raise InvalidInputError("ended_on", _("The end is before the start."))


def add_member(session: Session, /, *, name: str, role: MemberRole, **details: Any) -> NetworkMember:
    """Add somebody to the network around the young person."""
    if not name.strip():
        raise InvalidInputError("name", _("Give a name."))
    member = NetworkMember(
        name=name.strip(),
        role=role,
        has_authority=role in PARENTS,
        is_bound_by_secrecy=role in BOUND_BY_SECRECY,
    )
    write_changes(member, details)
    session.add(member)
    return member


def change_member(session: Session, /, member_id: str, **changes: Any) -> NetworkMember:
    """Change what is known of somebody in the network."""
    member = row_of(session, NetworkMember, member_id)
    write_changes(member, changes)
    return member
