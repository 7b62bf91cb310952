"""Open a case for one young person from the few things that are known at the start."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from eletdesk import clock
from eletdesk.desk.cases import open_case
from eletdesk.desk.programmes import my_programme
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.reading import newest_programme

if TYPE_CHECKING:
    from sqlmodel import Session

    from eletdesk.desk.desk import Desk


@dataclass(frozen=True)
class NewCase:
    """What is known when a case is opened; each mapping holds fields of its subject."""

    person: dict[str, Any]
    enrolment: dict[str, Any] = field(default_factory=dict)
    pathway: dict[str, Any] = field(default_factory=dict)
    members: tuple[dict[str, Any], ...] = ()
    note: str = ""


def new_case(desk: "Desk", case: NewCase, programme_code: str = "", started_on: date | None = None) -> str:
    """Open a case with its pathway in one step; return the case id."""
    programme = present_programme(desk, programme_code)
    return open_case(desk, lambda session: fill_case(session, case, programme, started_on or clock.today()))


def present_programme(desk: "Desk", code: str = "") -> Programme:
    """Return the newest version of a programme, of the worker's own programme when none is named."""
    return newest_programme(desk.programmes, code or my_programme(desk))


def fill_case(session: "Session", case: NewCase, programme: Programme, started_on: date) -> None:
    """Write a new case's first rows."""
    from eletdesk.operations.pathways import start_pathway  # noqa: PLC0415
    from eletdesk.operations.people import add_member, enrol, register_person  # noqa: PLC0415

    details = dict(case.person)
    if case.note:
        details["remarks"] = "\n".join(part for part in (details.get("remarks", ""), case.note) if part)
    register_person(session, **details)
    if case.enrolment.get("school"):
        enrol(session, **case.enrolment)
    for member in case.members:
        add_member(session, **member)
    pathway = dict(case.pathway)
    start_pathway(session, programme=programme, started_on=pathway.pop("started_on", started_on), **pathway)
