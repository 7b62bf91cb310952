"""Turn one person of a list into the rows of a case; what has no field of its own goes into the note."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from eletdesk.desk.new_case import NewCase
from eletdesk.imports.fields import label_of
from eletdesk.imports.merging import PersonToWrite, shown_value
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.reference import municipality_of
from eletdesk.translation import _

if TYPE_CHECKING:
    from sqlmodel import Session

_PERSON = {
    "given_name": "given_name", "family_name": "family_name", "birth_on": "birth_on", "gender": "gender",
    "is_belgian": "is_belgian", "school_record_number": "school_record_number", "address": "street",
    "postcode": "postcode", "place": "place", "phone": "phone", "email": "email",
    "home_language": "home_language", "interpreter": "needs_interpreter",
}  # fmt: skip
_ENROLMENT = ("school", "year_label", "study")
_MEMBERS = {"mother": "mother", "father": "father", "guardian": "guardian", "contact": "other"}
#: Fields that have no place of their own yet and are written in the note.
_NOTED = ("absence_half_days",)


def new_case_of(person: PersonToWrite, programme: Programme) -> NewCase:
    """Return the new case for a person of a list."""
    values = person.values
    pathway: dict[str, Any] = {
        "question": str(values.get("reason", "")),
        "referrer": str(values.get("referrer", "")),
    }
    if isinstance(values.get("started_on"), date):
        pathway["started_on"] = values["started_on"]
    stages = {stage.code for stage in programme.stages}
    if values.get("stage") in stages:
        pathway["stage"] = values["stage"]
    return NewCase(
        person=_person(values),
        enrolment=_enrolment(values),
        pathway=pathway,
        members=_members(values),
        note=_note(person),
    )


def _person(values: Mapping[str, object]) -> dict[str, Any]:
    person = {name: values[field] for field, name in _PERSON.items() if field in values}
    municipality = municipality_of(str(values.get("postcode", "")))
    if municipality is not None:
        person["municipality_nis"] = municipality.nis
    return person


def _enrolment(values: Mapping[str, object]) -> dict[str, Any]:
    enrolment = {name: str(values[name]) for name in _ENROLMENT if name in values}
    if enrolment and "school" not in enrolment:
        enrolment["school"] = _("School not known")
    words = str(values.get("community", "")).casefold()
    if words.startswith(("fr", "fwb", "com")):
        enrolment["community"] = "french"
    return enrolment


def _members(values: Mapping[str, object]) -> tuple[dict[str, Any], ...]:
    members = []
    for prefix, role in _MEMBERS.items():
        found = {part: str(values.get(f"{prefix}_{part}", "")) for part in ("name", "phone", "email")}
        if any(found.values()):
            found["name"] = found["name"] or _("Name not known")
            members.append({"role": role, **found})
    return tuple(members)


def _note(person: PersonToWrite) -> str:
    lines = [
        f"{label_of(field)}: {shown_value(person.values[field])}"
        for field in _NOTED
        if field in person.values
    ]
    return "\n".join(part for part in (*lines, person.note) if part)


def record_history(session: "Session", values: Mapping[str, object], programme: Programme) -> None:
    """Record the last contact and the session that a list names."""
    from eletdesk.domain.contact_moment import ContactMedium  # noqa: PLC0415
    from eletdesk.operations.contacts import record_contact  # noqa: PLC0415
    from eletdesk.operations.sessions import record_session  # noqa: PLC0415

    contact_on, session_on = values.get("last_contact_on"), values.get("session_on")
    if isinstance(contact_on, date):
        record_contact(
            session, happened_on=contact_on, medium=ContactMedium.unknown, note=_("Taken from the list.")
        )
    if isinstance(session_on, date):
        minutes = values.get("session_minutes")
        record_session(
            session,
            held_on=session_on,
            minutes=minutes if isinstance(minutes, int) else 0,
            programme=programme,
            note=_("Taken from the list."),
        )


def add_person(session: "Session", person: PersonToWrite) -> None:
    """Add to a case that is there: empty fields are filled, what differs goes into the note."""
    from eletdesk.domain.enrolment import Enrolment  # noqa: PLC0415
    from eletdesk.domain.network_member import NetworkMember  # noqa: PLC0415
    from eletdesk.domain.young_person import YoungPerson  # noqa: PLC0415
    from eletdesk.operations.people import add_member, change_person, enrol  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415

    row = live_rows(session, YoungPerson)[0]
    changes: dict[str, Any] = {}
    lines: list[str] = []
    for field, name in _PERSON.items():
        value, present = person.values.get(field), getattr(row, name)
        if value is not None and present in (None, "", "unknown"):
            changes[name] = value
        elif value is not None and str(present) != str(value):
            lines.append(f"{label_of(field)}: {shown_value(value)}")
    note = "\n".join(part for part in (row.remarks, *lines, _note(person)) if part)
    change_person(session, **changes, remarks=note)
    enrolment = _enrolment(person.values)
    schools = {old.school.casefold() for old in live_rows(session, Enrolment)}
    if enrolment and enrolment["school"].casefold() not in schools:
        enrol(session, **enrolment)
    known = {member.name.casefold() for member in live_rows(session, NetworkMember)}
    for member in _members(person.values):
        if member["name"].casefold() not in known:
            add_member(session, **member)
