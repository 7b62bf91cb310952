"""The terms of the Youth Guarantee and of a programme: what is due, what is late and what was found."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from eletdesk.domain.follow_up import FollowUp
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.label import Basis
from eletdesk.programmes.law.youth_guarantee import youth_guarantee
from eletdesk.queries.live_rows import live_rows

LATER, DUE, OVERDUE, DONE, DONE_LATE = "later", "due", "overdue", "done", "done_late"


@dataclass(frozen=True)
class FollowUpLine:
    """One term; days_left is below zero when it is over. findings are what it may end with.

    state is later, due (near its day), overdue, done or done_late; basis is None where the code is neither
    ours nor the programme's any more.
    """

    row_id: str
    clock: str
    label: str
    looks_for: str
    starts_on: date
    due_on: date
    done_on: date | None
    outcome: str
    found: str
    note: str
    state: str
    days_left: int
    findings: tuple[tuple[str, str], ...]
    basis: Basis | None
    pathway_id: str = ""


def follow_ups(
    session: Session, today: date, programme: Programme | None = None, region: str = "flanders"
) -> tuple[FollowUpLine, ...]:
    """Return the terms of a case, open ones first and each by its day; programme is that of the case."""
    lines = [_line(row, today, programme, region) for row in live_rows(session, FollowUp)]
    return tuple(sorted(lines, key=lambda line: (line.done_on is not None, line.due_on, line.row_id)))


def _line(row: FollowUp, today: date, programme: Programme | None, region: str) -> FollowUpLine:
    label, looks_for, basis, findings = _kind(row, programme, region)
    words = dict(findings)
    finding = youth_guarantee().finding(row.outcome)
    return FollowUpLine(
        row.id, row.clock, label, looks_for, row.starts_on, row.due_on, row.done_on, row.outcome,
        words.get(row.outcome) or (finding.label.said() if finding else row.outcome), row.note,
        state_of(row, today), (row.due_on - today).days, findings, basis, row.pathway_id or "",
    )  # fmt: skip


def _kind(
    row: FollowUp, programme: Programme | None, region: str
) -> tuple[str, str, Basis | None, tuple[tuple[str, str], ...]]:
    """Return label, what is looked for, source and possible findings of a term."""
    rules = youth_guarantee()
    term = rules.term(row.clock, row.starts_on, region)
    if term is not None:
        found = rules.findings_of(term.looks_for, region)
        return term.label.said(), term.looks_for, term.basis, tuple((f.code, f.label.said()) for f in found)
    kinds = [kind for kind in programme.follow_ups if kind.clock == row.clock] if programme else []
    clock = programme.clock(row.clock, row.starts_on) if programme else None
    found_then = tuple((one.code, one.label.said()) for kind in kinds for one in kind.outcomes)
    findings = found_then or tuple((f.code, f.label.said()) for f in rules.findings_of("situation", region))
    return (clock.label.said() if clock else row.clock), "situation", clock.basis if clock else None, findings


def state_of(row: FollowUp, today: date) -> str:
    """Return how a term stands on a day; the last day itself is not too late."""
    if row.done_on is not None:
        return DONE_LATE if row.done_on > row.due_on else DONE
    if row.due_on < today:
        return OVERDUE
    near = (row.due_on - today).days <= youth_guarantee().notice.follow_up_days
    return DUE if near else LATER
