"""Where a young person stands between school and work: read in plain SQL, for the register and the case."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from eletdesk.domain.school_calendar import Community, school_year_of
from eletdesk.programmes.law.early_leaving import Schooling
from eletdesk.programmes.law.school_career import SchoolDelay, grade_of_words, school_career, school_delay
from eletdesk.programmes.reference import municipality_of, province_of
from eletdesk.queries.present_order import PRESENT_ENROLMENT

Execute = Callable[[str], Iterable[Any]]
"""Runs one statement in the case file and gives its rows."""

BRUSSELS = "04000"
_PERSON = "SELECT birth_on, municipality_nis, postcode FROM young_person WHERE deleted_at IS NULL ORDER BY id"
_ENROLMENTS = (
    "SELECT started_on, ended_on, community, training_form, is_individual_curriculum, qualification,"  # noqa: S608
    " finality, exit_position, grade, grade_year, repeated_years, year_label FROM enrolment"
    " WHERE deleted_at IS NULL"
    f" ORDER BY {PRESENT_ENROLMENT}"
)
_SITUATIONS = (
    "SELECT since_on, until_on, occupation, had_recent_training, registered_on,"
    " integration_period_ended_on FROM situation WHERE deleted_at IS NULL ORDER BY since_on DESC, id DESC"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rules on early leaving, school delay and the Youth Guarantee want to know of one case.

    region is brussels or flanders. turns_on are the days to come on which an enrolment or a situation begins
    or is over. delay_year is the first calendar year of the school year that the delay was counted for, 0
    when none was.
    """

    schooling: Schooling
    delay: SchoolDelay
    delay_year: int = 0
    finality: str = ""
    exit_position: str = ""
    situation: str = ""
    situation_since: date | None = None
    municipality_nis: str = ""
    region: str = "flanders"
    turns_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class _Enrolled:
    starts_on: date | None
    ends_on: date | None
    community: str
    training_form: str
    is_individual: bool
    qualification: str
    finality: str
    exit_position: str
    grade: int
    grade_year: int
    repeated_years: int
    year_label: str

    def holds_on(self, on: date) -> bool:
        begun = self.starts_on is None or self.starts_on <= on
        return begun and (self.ends_on is None or on <= self.ends_on)


def read_standing(execute: Execute, today: date) -> Standing:
    """Read where somebody stands on a day."""
    birth_on, nis, postcode = next(iter(execute(_PERSON)), (None, "", ""))
    born = _day(birth_on)
    enrolled = [
        _Enrolled(_day(a), _day(b), c, d, bool(e), *rest) for a, b, c, d, e, *rest in execute(_ENROLMENTS)
    ]
    situations = [tuple(row) for row in execute(_SITUATIONS)]
    now = _situation(situations, today)
    found = municipality_of(postcode) if not nis else None
    place = nis or (found.nis if found else "")
    present = next((one for one in enrolled if one.holds_on(today)), enrolled[0] if enrolled else None)
    delay, year = _delay(present, born, today)
    spans = [(one.starts_on, one.ends_on) for one in enrolled]
    spans += [(_day(row[0]), _day(row[1])) for row in situations]
    return Standing(
        schooling=_schooling(born, enrolled, present, now, today),
        delay=delay,
        delay_year=year,
        finality=present.finality if present else "",
        exit_position=present.exit_position if present else "",
        situation=str(now[2]) if now else "",
        situation_since=_day(now[0]) if now else None,
        municipality_nis=place,
        turns_on=tuple(_days_that_turn(spans, today)),
        region="brussels" if (province_of(place) or ("", ""))[0] == BRUSSELS else "flanders",
    )


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None


def _situation(rows: list[tuple[Any, ...]], today: date) -> tuple[Any, ...] | None:
    """Return the situation that holds on a day; the rows are those that began last in front."""
    day = today.isoformat()
    return next((row for row in rows if row[0] <= day and (not row[1] or row[1] >= day)), None)


def _schooling(
    born: date | None,
    enrolled: list[_Enrolled],
    present: _Enrolled | None,
    now: tuple[Any, ...] | None,
    today: date,
) -> Schooling:
    ends = [one.ends_on for one in enrolled if one.starts_on is None or one.starts_on <= today]
    known = [day for day in ends if day is not None]
    return Schooling(
        birth_on=born,
        is_enrolled=any(one.holds_on(today) for one in enrolled) if enrolled else None,
        left_on=max(known, default=None) if len(known) == len(ends) else None,
        community=present.community if present else "",
        training_form=present.training_form if present else "none",
        is_individual_curriculum=bool(present and present.is_individual),
        qualifications=tuple(one.qualification for one in enrolled if one.qualification),
        occupation=str(now[2]) if now else "",
        had_recent_training=None if now is None or now[3] is None else bool(now[3]),
        registered_on=_day(now[4]) if now else None,
        integration_period_ended_on=_day(now[5]) if now else None,
    )


def _delay(present: _Enrolled | None, born: date | None, today: date) -> tuple[SchoolDelay, int]:
    """Return the delay in the school year that the grade of the present or last enrolment is about."""
    rule = school_career().delay
    if present is None:
        return school_delay(None, 0, 0, 0, 0, rule), 0
    on = today if present.ends_on is None else min(today, present.ends_on)
    if present.starts_on is not None:
        on = max(on, present.starts_on)  # a grade of the year to come is about that year
    year = school_year_of(on, Community(present.community)).first_year
    grade = (present.grade, present.grade_year)
    if not all(grade):
        grade = grade_of_words(present.year_label, rule)
    delay = school_delay(born, *grade, year, present.repeated_years, rule)
    return delay, year if delay.used == "birth_year" else 0


def _days_that_turn(spans: Iterable[tuple[date | None, date | None]], today: date) -> Iterator[date]:
    """Yield the days after today on which an enrolment or a situation begins or is over by itself."""
    for starts_on, ends_on in spans:
        if starts_on is not None and starts_on > today:
            yield starts_on
        if ends_on is not None and ends_on >= today:
            yield ends_on + timedelta(days=1)
