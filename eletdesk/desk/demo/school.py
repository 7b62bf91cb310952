"""Absences, details of school and what comes after it, of the invented young people of the practice desk."""

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from eletdesk import clock

if TYPE_CHECKING:
    from sqlmodel import Session

_CODES = ("B", "B", "B", "Z", "Z", "R")
_MOST_DAYS_BACK = 70
_QUALIFIED = 0.4


def fill_school(session: "Session", random: Random) -> None:
    """Say which grade and year it is, and what a network wants to know of disadvantage."""
    from eletdesk.domain.enrolment import Enrolment  # noqa: PLC0415
    from eletdesk.operations.people import change_enrolment, change_person  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415

    enrolment = live_rows(session, Enrolment)[0]
    year = int(enrolment.year_label[:1]) if enrolment.year_label[:1].isdigit() else 2
    change_enrolment(
        session, enrolment.id,
        grade=(year + 1) // 2, grade_year=2 - year % 2, repeated_years=random.choice((0, 0, 1, 1, 2)),
        started_on=date(clock.today().year - (clock.today().month < 9), 9, 1),
    )  # fmt: skip
    change_person(
        session,
        has_school_allowance=random.random() < 0.5,
        has_other_home_language=random.random() < 0.4,
    )


def fill_absences(session: "Session", random: Random, index: int) -> None:
    """Note absences on lesson days; every fourth young person comes to the school's duty to report."""
    from eletdesk.domain.school_calendar import Community, DayPart, HalfDay, is_lesson_half_day  # noqa: PLC0415
    from eletdesk.operations.absences import record_absences  # noqa: PLC0415

    wanted = random.randint(6, 12) if index % 4 == 0 else random.randint(0, 4)
    days = [clock.today() - timedelta(days=back) for back in range(1, _MOST_DAYS_BACK)]
    half_days = [HalfDay(day, part) for day in days for part in DayPart]
    lessons = [half for half in half_days if is_lesson_half_day(half, Community.flemish)]
    for half in random.sample(lessons, min(wanted, len(lessons))):
        record_absences(session, absent_on=half.on, part=half.part, code=random.choice(_CODES))


def fill_after(session: "Session", random: Random, *, is_closed: bool) -> None:
    """Say what a young person does after the pathway, and start the terms that come with it."""
    from eletdesk.domain.situation import Occupation  # noqa: PLC0415
    from eletdesk.operations.situations import set_situation  # noqa: PLC0415

    if is_closed:
        since = clock.today() - timedelta(days=random.randint(5, 25))
        is_at_school = random.random() < _QUALIFIED
        occupation = Occupation.in_education if is_at_school else Occupation.job_seeker
        set_situation(session, occupation=occupation, since_on=since, starts_clock=not is_at_school)
