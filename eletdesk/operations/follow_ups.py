"""Start the terms of the Youth Guarantee and of a programme, and write down what was found at their end."""

from datetime import date

from sqlmodel import Session, col, select

from eletdesk import clock
from eletdesk.domain.follow_up import FollowUp
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.terms import term_ends_on
from eletdesk.errors import InvalidInputError
from eletdesk.operations.finding import row_of
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.law.youth_guarantee import check_finding, due_on, youth_guarantee
from eletdesk.queries.follow_ups import follow_ups
from eletdesk.queries.in_session import execute_in
from eletdesk.queries.standing import read_standing
from eletdesk.translation import _

LEFT_EDUCATION, EXIT = "left_education", "exit"


def start_follow_ups(
    session: Session, /, *, starts: str, starts_on: date, pathway_id: str | None = None
) -> list[FollowUp]:
    """Start the terms that count from leaving education, or from an exit (rule 19); return the new ones.

    A second start counts anew; the same start is not counted twice. Brussels also asks for information
    within the month.
    """
    if starts_on > clock.today():
        raise InvalidInputError("starts_on", _("This day is still to come."))
    region = read_standing(execute_in(session), starts_on).region
    terms = youth_guarantee().terms_from(starts, region, starts_on)
    made = [_start(session, term.code, starts_on, due_on(starts_on, term), pathway_id) for term in terms]
    return [row for row in made if row is not None]


def start_programme_follow_ups(
    session: Session, programme: Programme, pathway: Pathway, starts: str, on: date
) -> list[FollowUp]:
    """Start the looks that a programme asks for from a fact (started_on, closed_on); return the new ones."""
    made = []
    for kind in programme.follow_ups:
        term = programme.clock(kind.clock, on)
        if term is None or term.starts != starts or term.unit == "lesson_half_days":
            continue
        ends_on = term_ends_on(on, term.amount, term.unit)
        made.append(_start(session, kind.clock, on, ends_on, pathway.id))
    return [row for row in made if row is not None]


def _start(
    session: Session, code: str, starts_on: date, ends_on: date, pathway_id: str | None
) -> FollowUp | None:
    known = session.exec(
        select(FollowUp.id).where(
            col(FollowUp.deleted_at).is_(None),
            FollowUp.clock == code,
            FollowUp.starts_on == starts_on,
            col(FollowUp.pathway_id) == pathway_id if pathway_id else col(FollowUp.pathway_id).is_(None),
        )
    ).first()
    if known is not None:
        return None
    row = FollowUp(clock=code, starts_on=starts_on, due_on=ends_on, pathway_id=pathway_id)
    session.add(row)
    return row


def record_follow_up(
    session: Session,
    follow_up_id: str,
    *,
    outcome: str,
    done_on: date,
    note: str = "",
    programme: Programme | None = None,
) -> FollowUp:
    """Write down what was found at a term; recording it again corrects it."""
    row = row_of(session, FollowUp, follow_up_id)
    if done_on < row.starts_on:
        raise InvalidInputError("done_on", _("This is before the term started."))
    if done_on > clock.today():
        raise InvalidInputError("done_on", _("This day is still to come."))
    _check_outcome(session, row, outcome, programme)
    row.outcome, row.done_on, row.note = outcome, done_on, note
    return row


def _check_outcome(session: Session, row: FollowUp, outcome: str, programme: Programme | None) -> None:
    rules = youth_guarantee()
    region = read_standing(execute_in(session), clock.today()).region
    term = rules.term(row.clock, row.starts_on, region)
    if term is not None:
        check_finding(rules, term, outcome, region)
        return
    lines = follow_ups(session, clock.today(), programme, region)
    allowed = next(line.findings for line in lines if line.row_id == row.id)
    if outcome not in dict(allowed):
        raise InvalidInputError("outcome", _("Choose what was found."))


def reopen_follow_up(session: Session, follow_up_id: str) -> FollowUp:
    """Take away what was found: the term is open again."""
    row = row_of(session, FollowUp, follow_up_id)
    row.outcome, row.done_on = "", None
    return row
