"""Rules 7 and 8: the time-outs of a school year in lesson half-days, and the code that the school needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from sqlmodel import Session

from eletdesk.domain.guidance_session import Attendance, GuidanceSession, SessionPlace
from eletdesk.domain.labels import label
from eletdesk.domain.school_calendar import DayPart, HalfDay, SchoolYear
from eletdesk.domain.time_out import TimeOut, TimeOutKind
from eletdesk.programmes.law.absence_rules import TimeOutCode, absence_rules
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.school_on import SchoolPeriod, lessons_between, school_on, school_periods
from eletdesk.translation import _

_NOON = time(12, 30)
_MISSED = (Attendance.no_show, Attendance.cancelled)


@dataclass(frozen=True)
class LedgerLine:
    """One time-out; half_days are those of the school year, why_not says why the school gets no code."""

    row_id: str
    kind: TimeOutKind
    starts: HalfDay
    ends: HalfDay
    half_days: int
    all_half_days: int
    code: str
    why_not: str
    limit_reason: str = field(default="", repr=False)


@dataclass(frozen=True)
class CodeLine:
    """One lesson half-day as the school writes it down."""

    half_day: HalfDay
    code: str
    school: str
    why: str


@dataclass(frozen=True)
class TimeOutLedger:
    """The time-outs of one school year, the newest first; given_out go to the school, kept_back do not.

    uncovered are days of sessions in lesson time, away from school, that no time-out tells the school of.
    """

    year: SchoolYear
    lines: tuple[LedgerLine, ...]
    given_out: tuple[CodeLine, ...]
    kept_back: tuple[CodeLine, ...]
    half_days: int
    uncovered: tuple[date, ...] = ()


def time_out_ledger(session: Session, year: SchoolYear) -> TimeOutLedger:
    """Return the time-outs of a school year; who did not come is never covered by code P (rule 8)."""
    calendar = school_periods(session)
    rows = [row for row in live_rows(session, TimeOut) if _touches(row, year)]
    sessions = live_rows(session, GuidanceSession)
    not_there = _not_there(sessions)
    lines, given, kept = [], {}, []
    for row in sorted(rows, key=lambda one: one.starts_on):
        lessons = [half for half in _lessons(calendar, row) if year.starts_on <= half.on <= year.ends_on]
        code, why_not = _code(calendar, row)
        lines.append(_line(calendar, row, len(lessons), code, why_not))
        for half in lessons:
            line = CodeLine(half, code.code if code else "", school_on(calendar, half.on).school, "")
            if code is None or why_not or (code.asks_agreement and half in not_there):
                said = why_not or _("did not come, or the session was cancelled")
                kept.append(CodeLine(half, "", line.school, said))
            else:
                given[half] = line
    lines.reverse()
    ordered = tuple(given[half] for half in sorted(given))
    half_days = sum(line.half_days for line in lines)
    uncovered = _uncovered(sessions, {half for row in rows for half in _lessons(calendar, row)}, year)
    return TimeOutLedger(year, tuple(lines), ordered, tuple(kept), half_days, uncovered)


def _touches(row: TimeOut, year: SchoolYear) -> bool:
    return row.starts_on <= year.ends_on and row.ends_on >= year.starts_on


def _lessons(calendar: Sequence[SchoolPeriod], row: TimeOut) -> list[HalfDay]:
    return lessons_between(
        calendar, HalfDay(row.starts_on, row.starts_part), HalfDay(row.ends_on, row.ends_part)
    )


def _line(
    calendar: Sequence[SchoolPeriod], row: TimeOut, half_days: int, code: TimeOutCode | None, why_not: str
) -> LedgerLine:
    return LedgerLine(
        row.id, row.kind, HalfDay(row.starts_on, row.starts_part), HalfDay(row.ends_on, row.ends_part),
        half_days, len(_lessons(calendar, row)), code.code if code else "", why_not, row.limit_reason,
    )  # fmt: skip


def _code(calendar: Sequence[SchoolPeriod], row: TimeOut) -> tuple[TimeOutCode | None, str]:
    """Return the code of a time-out, and why it cannot be given out yet."""
    community = school_on(calendar, row.starts_on).community
    code = absence_rules().time_out_code(community.value, row.kind.value, row.starts_on)
    if code is None:
        kind = label("time_out", row.kind)
        return None, _("{kind}: the school has no code for it").format(kind=kind)
    if row.is_confidential:
        return code, _("it is confidential: it stays in your file")
    if code.asks_agreement and not row.is_director_agreed:
        return code, _("the agreement of the director is not ticked")
    return code, ""


def _not_there(sessions: Sequence[GuidanceSession]) -> set[HalfDay]:
    """Return the half-days on which somebody was expected and did not come.

    A session at an unknown hour is about the whole day; coming to it does not make good for a session of
    which the hour is known.
    """
    came = _halves(sessions, missed=False, has_time=True)
    perhaps = _halves(sessions, missed=False, has_time=False)
    missed = _halves(sessions, missed=True, has_time=True)
    perhaps_missed = _halves(sessions, missed=True, has_time=False)
    return (missed - came) | (perhaps_missed - came - perhaps)


def _halves(sessions: Iterable[GuidanceSession], *, missed: bool, has_time: bool) -> set[HalfDay]:
    found: set[HalfDay] = set()
    for one in sessions:
        is_told = one.attendance is not Attendance.planned and (one.starts_at is not None) is has_time
        if is_told and (one.attendance in _MISSED) is missed:
            found |= _halves_of(one)
    return found


def _halves_of(one: GuidanceSession) -> set[HalfDay]:
    """Return the half-day of a session, both where nobody wrote a time."""
    if one.starts_at is None:
        return {HalfDay(one.held_on, part) for part in DayPart}
    part = DayPart.morning if one.starts_at < _NOON else DayPart.afternoon
    return {HalfDay(one.held_on, part)}


def _uncovered(
    sessions: Iterable[GuidanceSession], covered: set[HalfDay], year: SchoolYear
) -> tuple[date, ...]:
    """Return the days on which a session took somebody out of a lesson without a time-out."""
    days = {
        one.held_on
        for one in sessions
        if one.is_in_lesson_time
        and one.attendance is Attendance.attended
        and one.place not in (SessionPlace.school, SessionPlace.online)
        and year.starts_on <= one.held_on <= year.ends_on
        and not _halves_of(one) & covered
    }
    return tuple(sorted(days))
