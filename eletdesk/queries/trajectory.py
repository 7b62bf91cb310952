"""Read the trajectory of a case between two days: stages, sessions, contacts, time-outs, absences, goals."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from sqlmodel import Session

from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.goal import Goal, GoalReview
from eletdesk.domain.guidance_session import Attendance, GuidanceSession
from eletdesk.domain.labels import label
from eletdesk.domain.network_member import NetworkMember
from eletdesk.domain.pathway import Pathway, StageChange
from eletdesk.domain.referral import Referral, ReferralStatus
from eletdesk.domain.school_calendar import Community
from eletdesk.domain.spoken_durations import say_minutes
from eletdesk.domain.time_out import TimeOut
from eletdesk.domain.trajectory import Mark, Span, Trajectory, school_weeks
from eletdesk.queries.absence_list import AbsenceItem, absence_list
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.present_rows import present_enrolment, programme_in_case
from eletdesk.translation import _, language, ngettext

_OVER = (ReferralStatus.done, ReferralStatus.rejected, ReferralStatus.withdrawn)


def trajectory_start(session: Session, today: date) -> date:
    """Return the day on which the first pathway started, or today without one."""
    return min((pathway.started_on for pathway in live_rows(session, Pathway)), default=today)


def trajectory(
    session: Session, starts_on: date, ends_on: date, *, has_confidential: bool = True
) -> Trajectory:
    """Return everything between two days; without confidential rows when the picture leaves the desk."""
    enrolment = present_enrolment(session)
    community = enrolment.community if enrolment else Community.flemish
    weeks = school_weeks(starts_on, ends_on, community, language())
    spans = [*_stages(session, ends_on), *_time_outs(session, has_confidential), *_goals(session, ends_on)]
    spans += _referrals(session, ends_on)
    spans += _absences(session)
    marks = [*_sessions(session, has_confidential), *_contacts(session, has_confidential)]
    marks += [*_closings(session), *_reviews(session)]
    return Trajectory(
        starts_on,
        ends_on,
        weeks,
        tuple(_cut(span, weeks[0].starts_on, weeks[-1].ends_on) for span in spans
              if span.ends_on >= weeks[0].starts_on and span.starts_on <= weeks[-1].ends_on),
        tuple(mark for mark in marks if weeks[0].starts_on <= mark.on <= weeks[-1].ends_on),
    )  # fmt: skip


def _cut(span: Span, first: date, last: date) -> Span:
    """Return a span within the picture."""
    if span.starts_on >= first and span.ends_on <= last:
        return span
    return Span(
        span.lane,
        max(span.starts_on, first),
        min(span.ends_on, last),
        span.text,
        span.colour,
        span.is_open,
        span.row,
    )


def _stages(session: Session, last: date) -> Iterator[Span]:
    changes = sorted(live_rows(session, StageChange), key=lambda change: (change.changed_on, change.id))
    for pathway in live_rows(session, Pathway):
        programme = programme_in_case(session, pathway)
        own = [change for change in changes if change.pathway_id == pathway.id]
        for at, change in enumerate(own):
            stage = programme.stage(change.to_stage) if programme else None
            is_last = at == len(own) - 1
            if stage is not None and stage.is_final:
                continue
            until = (pathway.closed_on or max(last, change.changed_on)) if is_last else own[at + 1].changed_on
            name = stage.label.said() if stage else change.to_stage
            colour = stage.colour if stage else "s3"
            is_open = is_last and pathway.closed_on is None
            yield Span("stages", change.changed_on, until, name, colour, is_open, ("stage_change", change.id))


def _closings(session: Session) -> Iterator[Mark]:
    """Yield one mark for each pathway that ended, with how it ended."""
    changes = {change.pathway_id: change for change in live_rows(session, StageChange)}
    for pathway in live_rows(session, Pathway):
        programme = programme_in_case(session, pathway)
        if pathway.closed_on is None:
            continue
        text = pathway.stage
        if programme is not None:
            outcome = programme.outcome(pathway.outcome).label.said() if pathway.outcome else ""
            text = ": ".join(part for part in (programme.stages[-1].label.said(), outcome) if part)
        change = changes.get(pathway.id)
        yield Mark("stages", pathway.closed_on, text, row=("stage_change", change.id if change else ""))


def _sessions(session: Session, has_confidential: bool) -> Iterator[Mark]:
    for row in live_rows(session, GuidanceSession):
        if row.is_confidential and not has_confidential:
            continue
        parts = [row.title or _("Session"), say_minutes(row.minutes) if row.minutes else ""]
        if row.attendance is not Attendance.attended:
            parts.append(label("attendance", row.attendance))
        yield Mark(
            "sessions", row.held_on, " · ".join(part for part in parts if part),
            row.attendance is not Attendance.attended, ("guidance_session", row.id),
        )  # fmt: skip


def _contacts(session: Session, has_confidential: bool) -> Iterator[Mark]:
    """Yield the contacts; what leaves the desk says of the other one only what they are."""
    roles = {member.id: label("role", member.role) for member in live_rows(session, NetworkMember)}
    for row in live_rows(session, ContactMoment):
        if row.is_confidential and not has_confidential:
            continue
        whom = row.with_whom if has_confidential else roles.get(row.member_id or "", "")
        said = f"{label('medium', row.medium)} {whom}".strip()
        text = said if row.is_reached else _("{contact}, not reached").format(contact=said)
        yield Mark("contacts", row.happened_on, text, not row.is_reached, ("contact_moment", row.id))


def _time_outs(session: Session, has_confidential: bool) -> Iterator[Span]:
    for row in live_rows(session, TimeOut):
        if row.is_confidential and not has_confidential:
            continue
        count = ngettext("{count} lesson half-day", "{count} lesson half-days", row.half_days)
        text = f"{label('time_out', row.kind)}, {count.format(count=row.half_days)}"
        yield Span("time_outs", row.starts_on, row.ends_on, text, "s_out", row=("time_out", row.id))


def _absences(session: Session) -> Iterator[Span]:
    """Yield one span for each week with half-days missed; the letter is in the text, not only the colour."""
    by_week: dict[date, list[AbsenceItem]] = {}
    for item in absence_list(session):
        by_week.setdefault(item.on - timedelta(days=item.on.weekday()), []).append(item)
    for items in by_week.values():
        days = sorted(item.on for item in items)
        counted = Counter(item.letter for item in items)
        letters = ", ".join(f"{count} {letter}" for letter, count in sorted(counted.items()))
        said = ngettext("{count} half-day absent", "{count} half-days absent", len(items))
        text = f"{said.format(count=len(items))} ({letters})"
        colour = "danger" if any(item.is_problematic for item in items) else "s_closed"
        yield Span("absences", days[0], days[-1], text, colour, row=("absence", items[0].row_id))


def _goals(session: Session, last: date) -> Iterator[Span]:
    for row in live_rows(session, Goal):
        until = row.ended_on or max(last, row.agreed_on)
        text = f"{' '.join(row.text.split())} ({label('goal', row.state)})"
        yield Span("goals", row.agreed_on, until, text, "s2", row.ended_on is None, ("goal", row.id))


def _reviews(session: Session) -> Iterator[Mark]:
    goals = {goal.id: " ".join(goal.text.split()) for goal in live_rows(session, Goal)}
    for row in live_rows(session, GoalReview):
        if row.goal_id in goals:
            text = _("{goal}: {score} of 10").format(goal=goals[row.goal_id], score=row.score)
            yield Mark("goals", row.reviewed_on, text, row=("goal_review", row.id))


def _referrals(session: Session, last: date) -> Iterator[Span]:
    for row in live_rows(session, Referral):
        if row.sent_on is None:
            continue
        until = row.answered_on if row.status in _OVER and row.answered_on else max(last, row.sent_on)
        name = row.recipient or _("Referral")
        text = f"{name} ({label('referral', row.status)})"
        yield Span("referrals", row.sent_on, until, text, "s4", row.status not in _OVER, ("referral", row.id))
