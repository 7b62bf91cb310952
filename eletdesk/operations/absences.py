"""Write down half-days missed at school; never one half-day twice, and never silently another code."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.absence import Absence, AbsenceSource
from eletdesk.domain.school_calendar import Community, DayPart, HalfDay, SchoolYear, whole_day
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.domain.task import Task
from eletdesk.errors import InvalidInputError, ReasonNeededError
from eletdesk.operations.finding import row_of, write_changes
from eletdesk.operations.threshold_tasks import apply_thresholds
from eletdesk.programmes.law.absence_rules import Threshold
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.absence_facts import RULE, cause_of
from eletdesk.queries.school_on import (
    SchoolPeriod,
    lessons_between,
    school_on,
    school_periods,
    why_no_lesson,
)
from eletdesk.translation import _, ngettext

LONGEST_SPAN = 400
_CODE_LENGTH = 10
_MOST_PERIODS = 12


@dataclass(frozen=True)
class WantedHalfDay:
    """One half-day to write down; another code that stands there stays unless may_replace."""

    half_day: HalfDay
    code: str
    periods: int = 0
    note: str = ""
    may_replace: bool = False


def record_absences(
    session: Session,
    /,
    *,
    absent_on: date,
    code: str,
    part: DayPart = DayPart.morning,
    until_on: date | None = None,
    until_part: DayPart | None = None,
    periods: int = 0,
    school: str = "",
    community: Community | None = None,
    source: AbsenceSource = AbsenceSource.by_hand,
    note: str = "",
    reason: str = "",
) -> list[Absence]:
    """Write down one half-day, or every lesson half-day of a span; return the rows of all of them.

    Raises ReasonNeededError where there are no lessons, or where a half-day has another code already: with
    a reason it is written, and the code that stood there is kept in the note.
    """
    starts = HalfDay(absent_on, part)
    ends = HalfDay(until_on or absent_on, until_part or (DayPart.afternoon if until_on else part))
    _check(code, periods, starts, ends)
    calendar = school_periods(session)
    known = _by_half_day(live_rows(session, Absence))
    wanted = lessons_between(calendar, starts, ends) or _all_half_days(starts, ends)
    letter = code.strip().upper()
    other = [known[one] for one in wanted if one in known and known[one].code != letter]
    _ask(reason, _no_lessons(calendar, wanted[0]), _other_codes(other))
    said = "\n".join(part for part in (note.strip(), reason.strip()) if part)
    written = [
        _put(
            session, known.get(one), WantedHalfDay(one, letter, periods, said),
            _school_of(calendar, one.on, school, community), source,
        )
        for one in wanted
    ]  # fmt: skip
    apply_thresholds(session)
    return written


def write_listed_absences(session: Session, wanted: Iterable[WantedHalfDay]) -> list[Absence]:
    """Write the half-days of a list that was looked through; a code that is replaced stays in the note.

    Returns the rows that are new or changed.
    """
    calendar = school_periods(session)
    known = _by_half_day(live_rows(session, Absence))
    written = []
    for one in wanted:
        present = known.get(one.half_day)
        if present is not None and (present.code == one.code or not one.may_replace):
            continue
        school = _school_of(calendar, one.half_day.on, "", None)
        row = _put(session, present, one, school, AbsenceSource.school_list)
        known[one.half_day] = row
        written.append(row)
    if written:
        apply_thresholds(session)
    return written


def change_absence(session: Session, /, absence_id: str, *, reason: str = "", **changes: Any) -> Absence:
    """Change one half-day; where another one stands already, a reason puts that one in the bin."""
    row = row_of(session, Absence, absence_id)
    if "code" in changes:
        changes["code"] = str(changes["code"]).strip().upper()
    wanted = HalfDay(changes.get("absent_on", row.absent_on), changes.get("part", row.part))
    _check(changes.get("code", row.code), changes.get("periods", row.periods), wanted, wanted)
    calendar = school_periods(session)
    moved = wanted != HalfDay(row.absent_on, row.part)
    other = [
        one
        for one in live_rows(session, Absence)
        if one.id != row.id and HalfDay(one.absent_on, one.part) == wanted
    ]
    question = _ask(reason, _no_lessons(calendar, wanted) if moved else "", _other_codes(other))
    if moved:
        found = _school_of(calendar, wanted.on, "", None)
        changes = {"community": found.community} | changes
        if changes.get("school", row.school) == row.school:
            changes["school"] = found.school
    if question:
        kept = [_was(one) for one in other]
        lines = (str(changes.get("note", row.note)), reason.strip(), *kept)
        changes["note"] = "\n".join(part for part in lines if part)
    for one in other:
        one.deleted_at = clock.now()
    write_changes(row, changes)
    apply_thresholds(session)
    return row


def make_threshold_task(
    session: Session, /, *, threshold: Threshold, year: SchoolYear, title: str, due_on: date | None = None
) -> Task:
    """Make the task that a threshold asks for, once in a school year (rule 9)."""
    cause = cause_of(threshold.code, year)
    for task in live_rows(session, Task):
        if (task.rule, task.cause) == (RULE, cause):
            return task
    task = Task(title=title.strip(), due_on=due_on, rule=RULE, cause=cause)
    session.add(task)
    return task


def _check(code: str, periods: int, starts: HalfDay, ends: HalfDay) -> None:
    if not code.strip() or len(code.strip()) > _CODE_LENGTH:
        raise InvalidInputError("code", _("Choose a code."))
    if not 0 <= periods <= _MOST_PERIODS:
        raise InvalidInputError("periods", _("A half-day has at most 12 periods."))
    if ends < starts:
        raise InvalidInputError("until_on", _("The end is before the start."))
    if (ends.on - starts.on).days > LONGEST_SPAN:
        raise InvalidInputError("until_on", _("That is longer than a school year."))


def _no_lessons(calendar: Sequence[SchoolPeriod], half_day: HalfDay) -> str:
    """Return the question about a half-day without lessons; empty where there are lessons."""
    why = why_no_lesson(calendar, half_day)
    text = _("There are no lessons then ({why}). Why do you note it all the same?")
    return text.format(why=why) if why else ""


def _ask(reason: str, *questions: str) -> str:
    """Return the questions that a reason answers; without one they are asked."""
    question = " ".join(one for one in questions if one)
    if question and not reason.strip():
        raise ReasonNeededError("reason", question)
    return question


def _other_codes(rows: Sequence[Absence]) -> str:
    if not rows:
        return ""
    days = ", ".join(f"{numeric_date(row.absent_on)} {row.code}" for row in rows[:3])
    text = ngettext(
        "{count} half-day is noted already ({days}). Why is it replaced?",
        "{count} half-days are noted already ({days}). Why are they replaced?",
        len(rows),
    )
    return text.format(count=len(rows), days=days)


def _all_half_days(starts: HalfDay, ends: HalfDay) -> list[HalfDay]:
    days = [date.fromordinal(at) for at in range(starts.on.toordinal(), ends.on.toordinal() + 1)]
    return [one for on in days for one in whole_day(on) if starts <= one <= ends]


def _by_half_day(rows: Iterable[Absence]) -> dict[HalfDay, Absence]:
    return {HalfDay(row.absent_on, row.part): row for row in rows}


def _school_of(
    calendar: Sequence[SchoolPeriod], on: date, school: str, community: Community | None
) -> SchoolPeriod:
    found = school_on(calendar, on)
    return SchoolPeriod(school.strip() or found.school, community or found.community)


def _was(row: Absence) -> str:
    text = _("Before: {code}").format(code=row.code)
    return "\n".join(part for part in (text, row.note) if part)


def _more(present: Absence, wanted: WantedHalfDay) -> Absence:
    """Add what a second line says about the same half-day with the same code."""
    if wanted.periods and wanted.periods != present.periods:
        present.periods = wanted.periods
    if wanted.note and wanted.note not in present.note:
        present.note = "\n".join(part for part in (present.note, wanted.note) if part)
    return present


def _put(
    session: Session,
    present: Absence | None,
    wanted: WantedHalfDay,
    school: SchoolPeriod,
    source: AbsenceSource,
) -> Absence:
    """Write one half-day; the code that stood there stays in the note."""
    if present is not None and present.code == wanted.code:
        return _more(present, wanted)
    values = {
        "code": wanted.code, "periods": wanted.periods, "community": school.community,
        "school": school.school, "source": source, "note": wanted.note,
    }  # fmt: skip
    if present is not None:
        values["note"] = "\n".join(part for part in (wanted.note, _was(present)) if part)
        write_changes(present, values)
        return present
    row = Absence(absent_on=wanted.half_day.on, part=wanted.half_day.part)
    write_changes(row, values)
    session.add(row)
    return row
