"""Everything that the tab on follow-up shows: situation, terms, attempts, both flags and the OKOT list."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from eletdesk.domain.situation import Situation
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.law.condition import Verdict
from eletdesk.programmes.law.early_leaver import eurostat_early_leaver, flemish_early_leaver
from eletdesk.programmes.law.early_leaving import early_leaving
from eletdesk.programmes.law.okot import okot_eligibility, okot_rules
from eletdesk.programmes.law.youth_guarantee import AgeLimit, is_in_age, youth_guarantee
from eletdesk.queries.answers import answers_of
from eletdesk.queries.contact_attempts import ContactAttempts, contact_attempts
from eletdesk.queries.follow_ups import FollowUpLine, follow_ups
from eletdesk.queries.in_session import execute_in
from eletdesk.queries.present_rows import present_pathway
from eletdesk.queries.situations import (
    OutOfEducation,
    present_situation,
    situations_in_order,
    spells_out_of_education,
)
from eletdesk.queries.standing import Standing, read_standing

_YES_NO = {"yes": True, "no": False}


@dataclass(frozen=True)
class FollowUpView:
    """The tab on follow-up on one day; rows are read-only.

    is_of_age tells whether the Youth Guarantee is meant for this age, None without a birth date. left_on is
    the day on which school was left and no term was started for; pathway_id is empty without a pathway.
    """

    today: date
    standing: Standing
    situation: Situation | None
    situations: tuple[Situation, ...]
    spells: tuple[OutOfEducation, ...]
    lines: tuple[FollowUpLine, ...]
    attempts: ContactAttempts
    flemish: Verdict
    eurostat: Verdict
    okot: Verdict
    limit: AgeLimit | None
    is_of_age: bool | None
    left_on: date | None
    pathway_id: str


def follow_up_view(session: Session, today: date, programme: Programme | None = None) -> FollowUpView:
    """Read the tab on follow-up."""
    standing = read_standing(execute_in(session), today)
    school, rules, guarantee = standing.schooling, early_leaving(), youth_guarantee()
    lines = follow_ups(session, today, programme, standing.region)
    limit = guarantee.age_limit(standing.region, today)
    born = school.birth_on
    pathway = present_pathway(session)
    left_on = school.left_on if school.is_enrolled is False else None
    started = any(line.starts_on >= left_on for line in lines) if left_on else True
    return FollowUpView(
        today=today,
        standing=standing,
        situation=present_situation(session, today),
        situations=tuple(reversed(situations_in_order(session))),
        spells=spells_out_of_education(session, today),
        lines=lines,
        attempts=contact_attempts(session, today),
        flemish=flemish_early_leaver(school, today, rules),
        eurostat=eurostat_early_leaver(school, today, rules),
        okot=okot_eligibility(
            school, _okot_answers(session, pathway.id if pathway else ""), today, okot_rules()
        ),
        limit=limit,
        is_of_age=None if born is None or limit is None else is_in_age(born, today, limit),
        left_on=None if started else left_on,
        pathway_id=pathway.id if pathway else "",
    )


def _okot_answers(session: Session, pathway_id: str) -> dict[str, bool | None]:
    if not pathway_id:
        return {}
    return {code: _YES_NO.get(row.value) for code, row in answers_of(session, pathway_id).items()}
