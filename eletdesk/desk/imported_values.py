"""Turn one person of a list into the rows of a case; what finds no place of its own goes into the note."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from eletdesk.desk.new_case import NewCase
from eletdesk.domain.names import fold
from eletdesk.imports.fields import label_of
from eletdesk.imports.merging import PersonToWrite, shown_value
from eletdesk.imports.stage_words import stage_in
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.reference import municipality_of
from eletdesk.translation import _

if TYPE_CHECKING:
    from sqlmodel import Session

PERSON = {
    "given_name": "given_name", "family_name": "family_name", "birth_on": "birth_on", "gender": "gender",
    "is_belgian": "is_belgian", "school_record_number": "school_record_number", "address": "street",
    "postcode": "postcode", "place": "place", "phone": "phone", "email": "email",
    "home_language": "home_language", "interpreter": "needs_interpreter",
}  # fmt: skip
ENROLMENT = ("school", "year_label", "study")
_MEMBERS = {"mother": "mother", "father": "father", "guardian": "guardian", "contact": "other"}
_PARTS = ("name", "phone", "email")


def new_case_of(person: PersonToWrite, programme: Programme) -> NewCase:
    """Return the new case for a person of a list."""
    values = person.values
    pathway: dict[str, Any] = {
        "question": str(values.get("reason", "")),
        "referrer": str(values.get("referrer", "")),
    }
    placed = {*PERSON, *ENROLMENT, *_member_fields(), "reason", "referrer", *history_fields(values)}
    if isinstance(values.get("started_on"), date):
        pathway["started_on"] = values["started_on"]
        placed.add("started_on")
    if stage := stage_in(programme, str(values.get("stage", ""))):
        pathway["stage"] = stage
        placed.add("stage")
    enrolment = enrolment_of(values)
    if enrolment and community_of(values):
        placed.add("community")
    return NewCase(
        person=person_of(values),
        enrolment=enrolment,
        pathway=pathway,
        members=members_of(values),
        note=note_of(person, placed),
    )


def person_of(values: Mapping[str, object]) -> dict[str, Any]:
    """Return the fields of the young person."""
    person = {name: values[field] for field, name in PERSON.items() if field in values}
    municipality = municipality_of(str(values.get("postcode", "")))
    if municipality is not None:
        person["municipality_nis"] = municipality.nis
    return person


def enrolment_of(values: Mapping[str, object]) -> dict[str, Any]:
    """Return the school, empty when the list says nothing of one."""
    enrolment = {name: str(values[name]) for name in ENROLMENT if name in values}
    if enrolment and "school" not in enrolment:
        enrolment["school"] = _("School not known")
    community = community_of(values)
    if enrolment and community:
        enrolment["community"] = community
    return enrolment


def community_of(values: Mapping[str, object]) -> str:
    """Return flemish or french when the list says so in a word that is understood."""
    words = fold(str(values.get("community", "")))
    if words.startswith(("fr", "fwb", "communaute fr", "franstalig")):
        return "french"
    return "flemish" if words.startswith(("vl", "nl", "ned", "flam", "flem", "communaute fl")) else ""


def members_of(values: Mapping[str, object]) -> tuple[dict[str, Any], ...]:
    """Return the people around the young person that the list names."""
    members = []
    for prefix, role in _MEMBERS.items():
        found = {part: str(values.get(f"{prefix}_{part}", "")) for part in _PARTS}
        if any(found.values()):
            found["name"] = found["name"] or _("Name not known")
            members.append({"role": role, **found})
    return tuple(members)


def _member_fields() -> set[str]:
    return {f"{prefix}_{part}" for prefix in _MEMBERS for part in _PARTS}


def history_fields(values: Mapping[str, object]) -> set[str]:
    """Return the fields that `record_history` writes."""
    fields = {"last_contact_on"} if isinstance(values.get("last_contact_on"), date) else set()
    if isinstance(values.get("session_on"), date):
        fields |= {"session_on", "session_minutes"}
    return fields


def note_of(person: PersonToWrite, placed: set[str]) -> str:
    """Return the note: each value that found no place, then what the list's own note says."""
    lines = [
        f"{label_of(field)}: {shown_value(value)}"
        for field, value in person.values.items()
        if field not in placed and value not in (None, "")
    ]
    return "\n".join(part for part in (*lines, person.note) if part)


def record_history(session: "Session", values: Mapping[str, object], programme: Programme) -> None:
    """Record the last contact and the session that a list names, once."""
    from eletdesk.domain.contact_moment import ContactMedium, ContactMoment  # noqa: PLC0415
    from eletdesk.domain.guidance_session import GuidanceSession  # noqa: PLC0415
    from eletdesk.operations.contacts import record_contact  # noqa: PLC0415
    from eletdesk.operations.sessions import record_session  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415

    contact_on, session_on = values.get("last_contact_on"), values.get("session_on")
    known_contacts = {contact.happened_on for contact in live_rows(session, ContactMoment)}
    if isinstance(contact_on, date) and contact_on not in known_contacts:
        record_contact(
            session, happened_on=contact_on, medium=ContactMedium.unknown, note=_("Taken from the list.")
        )
    known_sessions = {held.held_on for held in live_rows(session, GuidanceSession)}
    if isinstance(session_on, date) and session_on not in known_sessions:
        minutes = values.get("session_minutes")
        record_session(
            session,
            held_on=session_on,
            minutes=minutes if isinstance(minutes, int) else 0,
            programme=programme,
            note=_("Taken from the list."),
        )
