"""Decide who is counted in a period and with which pathway: each young person once, equal in all tables."""

from dataclasses import dataclass
from datetime import date

from eletdesk.statistics.facts import Facts, PathwayFact, Period, PersonFact


@dataclass(frozen=True, slots=True)
class Counted:
    """One young person as all tables of a summary see him or her."""

    person: PersonFact
    pathway: PathwayFact
    is_closed: bool
    """Whether the pathway was closed by the last day of the period."""


def population(facts: Facts, period: Period) -> tuple[Counted, ...]:
    """Return everybody whose pathway ran on at least one day of the period.

    Who had more than one pathway counts with the one that started last. All tables count these same people
    with these same pathways: otherwise the difference between two tables would itself be a small count.
    """
    latest: dict[str, PathwayFact] = {}
    for pathway in facts.pathways:
        known = latest.get(pathway.case_id)
        if _runs_in(pathway, period) and (known is None or _order(pathway) > _order(known)):
            latest[pathway.case_id] = pathway
    people = {person.case_id: person for person in facts.people}
    return tuple(
        Counted(
            people.get(case_id, PersonFact(case_id)),
            pathway,
            pathway.closed_on is not None and pathway.closed_on <= period.last_day,
        )
        for case_id, pathway in sorted(latest.items())
    )


def stage_on(pathway: PathwayFact, day: date) -> str:
    """Return the stage that a pathway was in on a day; '' when none had been entered."""
    entered = [(on, place, code) for place, (code, on) in enumerate(pathway.stages) if on <= day]
    return max(entered)[2] if entered else ""


def _runs_in(pathway: PathwayFact, period: Period) -> bool:
    """Say whether a pathway had started and was not yet closed on some day of the period."""
    starts_in_time = pathway.started_on <= period.last_day
    return starts_in_time and (pathway.closed_on is None or pathway.closed_on >= period.first_day)


def _order(pathway: PathwayFact) -> tuple[date, str]:
    """Order pathways by start; two on one day by their id, so that the choice is always the same."""
    return pathway.started_on, pathway.pathway_id
