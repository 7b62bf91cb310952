"""Add a person of a list to a case: fill what is empty, note what differs, overwrite nothing."""

from typing import TYPE_CHECKING, Any

from eletdesk.desk.imported_absences import add_absences
from eletdesk.desk.imported_values import (
    ENROLMENT,
    PERSON,
    enrolment_of,
    history_fields,
    members_of,
    note_of,
    record_history,
)
from eletdesk.imports.merging import PersonToWrite
from eletdesk.programmes.definition import Programme

if TYPE_CHECKING:
    from sqlmodel import Session

    from eletdesk.domain.case_row import CaseRow

_EMPTY = (None, "", "unknown")
_PATHWAY = {"reason": "question", "referrer": "referrer", "started_on": "started_on", "stage": "stage"}


def add_person(session: "Session", person: PersonToWrite, programme: Programme) -> None:
    """Add what a list says of somebody who has a case; what finds no place goes into the note."""
    from eletdesk.domain.young_person import YoungPerson  # noqa: PLC0415
    from eletdesk.operations.people import change_person  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415

    row = live_rows(session, YoungPerson)[0]
    placed = _fill(
        row, {name: person.values[field] for field, name in PERSON.items() if field in person.values}
    )
    fields = {field for field, name in PERSON.items() if name in placed}
    fields |= _add_school(session, person) | _add_members(session, person) | _add_to_pathway(session, person)
    fields |= history_fields(person.values)
    record_history(session, person.values, _programme_here(session) or programme)
    note = "\n".join(part for part in (row.remarks, note_of(person, fields)) if part)
    change_person(session, remarks=note)
    session.flush()
    add_lines(session, person)


def add_lines(session: "Session", person: PersonToWrite) -> None:
    """Write the days of an absence list as absences; what is not sure goes into the note."""
    from eletdesk.domain.young_person import YoungPerson  # noqa: PLC0415
    from eletdesk.operations.people import change_person  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415

    rest = add_absences(session, person.absences) if person.absences else ""
    if rest:
        row = live_rows(session, YoungPerson)[0]
        change_person(session, remarks="\n".join(part for part in (row.remarks, rest) if part))


def _programme_here(session: "Session") -> Programme | None:
    """Return the programme that the case itself is worked with."""
    from eletdesk.queries.present_rows import present_pathway, programme_in_case  # noqa: PLC0415

    pathway = present_pathway(session)
    return None if pathway is None else programme_in_case(session, pathway)


def _fill(row: "CaseRow", wanted: dict[str, Any]) -> set[str]:
    """Fill empty fields; return the names of those that now say what was wanted."""
    placed = set()
    for name, value in wanted.items():
        present = getattr(row, name)
        # "No interpreter needed" is what nobody has asked yet; "not Belgian" is an answer.
        if present in _EMPTY or (name == "needs_interpreter" and present is False):
            setattr(row, name, value)
            placed.add(name)
        elif str(present) == str(value):
            placed.add(name)
    return placed


def _add_school(session: "Session", person: PersonToWrite) -> set[str]:
    from eletdesk.domain.enrolment import Enrolment  # noqa: PLC0415
    from eletdesk.operations.people import enrol  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415

    wanted = enrolment_of(person.values)
    if not wanted:
        return set()
    same = [
        old for old in live_rows(session, Enrolment) if old.school.casefold() == wanted["school"].casefold()
    ]
    if not same:
        enrol(session, **wanted)
        return {*ENROLMENT, "community"} if "community" in wanted else set(ENROLMENT)
    wanted.pop("school")
    return {"school"} | _fill(same[-1], wanted)


def _add_members(session: "Session", person: PersonToWrite) -> set[str]:
    from eletdesk.domain.network_member import NetworkMember  # noqa: PLC0415
    from eletdesk.operations.people import add_member  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415

    placed = set()
    known = live_rows(session, NetworkMember)
    for member in members_of(person.values):
        prefix = "contact" if member["role"] == "other" else member["role"]
        same = [
            old
            for old in known
            if (old.name.casefold(), old.role) == (member["name"].casefold(), member["role"])
        ]
        parts = {part: member[part] for part in ("name", "phone", "email") if member[part]}
        if not same:
            add_member(session, **member)
            placed |= {f"{prefix}_{part}" for part in parts}
        else:
            placed |= {f"{prefix}_{part}" for part in _fill(same[-1], parts)}
    return placed


def _add_to_pathway(session: "Session", person: PersonToWrite) -> set[str]:
    from eletdesk.queries.present_rows import present_pathway  # noqa: PLC0415

    pathway = present_pathway(session)
    if pathway is None:
        return set()
    wanted = {name: person.values[field] for field, name in _PATHWAY.items() if field in person.values}
    placed = _fill(pathway, wanted)
    return {field for field, name in _PATHWAY.items() if name in placed}
