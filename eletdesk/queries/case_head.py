"""The head of a case: who, which school, which pathway, which stage, since when."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from eletdesk.domain.ages import age_on
from eletdesk.domain.consent import Consent
from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.network_member import NetworkMember
from eletdesk.domain.pathway import Pathway, StageChange
from eletdesk.domain.task import Task
from eletdesk.domain.time_out import TimeOut
from eletdesk.domain.young_person import YoungPerson
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.present_rows import pathways_in_order, present_enrolment
from eletdesk.queries.spells import Spell, spells


@dataclass(frozen=True)
class CaseHead:
    """What stands above the timeline; rows are read-only."""

    person: YoungPerson
    age: int | None
    enrolment: Enrolment | None
    pathway: Pathway | None
    stages_entered: dict[str, date]
    time_out: TimeOut | None
    #: All pathways, the present one first.
    pathways: tuple[Pathway, ...] = ()
    #: The spells up to the pathway shown: more than one when a closed case was reopened.
    spells: tuple[Spell, ...] = ()

    def day(self, today: date) -> int:
        """Return the how-manieth day of the pathway it is, from 1."""
        return (today - self.pathway.started_on).days + 1 if self.pathway else 0


def case_head(session: Session, today: date, pathway_id: str = "") -> CaseHead:
    """Return the head of the case with its present pathway, or with the one named.

    A running time-out is one that has not ended yet.
    """
    person = live_rows(session, YoungPerson)[0]
    pathways = pathways_in_order(session)
    pathway = next((one for one in pathways if one.id == pathway_id), pathways[0] if pathways else None)
    entered = {
        change.to_stage: change.changed_on
        for change in sorted(live_rows(session, StageChange), key=lambda c: (c.changed_on, c.id))
        if pathway and change.pathway_id == pathway.id and change.from_stage != change.to_stage
    }
    running = [t for t in live_rows(session, TimeOut) if t.starts_on <= today <= t.ends_on]
    return CaseHead(
        person,
        age_on(person.birth_on, today) if person.birth_on else None,
        present_enrolment(session),
        pathway,
        entered,
        running[-1] if running else None,
        tuple(pathways),
        spells(session, pathway, today) if pathway else (),
    )


@dataclass(frozen=True)
class CaseSides:
    """What stands beside the timeline."""

    tasks: list[Task]
    members: list[NetworkMember]
    consents: list[Consent]


def case_sides(session: Session) -> CaseSides:
    """Return open tasks (the nearest first), the network and all answers to questions for consent."""
    tasks = [task for task in live_rows(session, Task) if task.done_at is None]
    return CaseSides(
        sorted(tasks, key=lambda task: (task.due_on is None, task.due_on or date.max)),
        live_rows(session, NetworkMember),
        sorted(live_rows(session, Consent), key=lambda consent: consent.given_on, reverse=True),
    )
