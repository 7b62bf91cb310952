"""Rules 9 and 10: half-days counted per school year and community, and the day of each threshold."""

from collections.abc import Iterable
from datetime import date, timedelta

from eletdesk.domain.absence_count import AbsenceYear, MissedHalfDay, count_absences
from eletdesk.domain.school_calendar import Community, DayPart, SchoolYear
from eletdesk.programmes.law.absence_rules import absence_rules

DAY = timedelta(days=1)


def flemish(on: date, code: str = "B", part: DayPart = DayPart.morning) -> MissedHalfDay:
    return MissedHalfDay(on, part, code, Community.flemish)


def french(on: date, periods: int, part: DayPart = DayPart.morning, code: str = "O") -> MissedHalfDay:
    return MissedHalfDay(on, part, code, Community.french, periods)


def reached(year: AbsenceYear) -> dict[str, date | None]:
    return {state.threshold.code: state.reached_on for state in year.states}


def count(missed: Iterable[MissedHalfDay]) -> list[AbsenceYear]:
    return count_absences(missed, absence_rules())


def test_rule_9_the_fifth_half_day_is_the_day_whatever_the_order() -> None:
    """Source: agodi.be, rapport leerplicht: from five half-days, spread or not, over the school year."""
    days = [date(2026, 9, 1), date(2026, 10, 5), date(2026, 11, 3), date(2027, 1, 12), date(2027, 6, 30)]
    (year,) = count(flemish(on) for on in reversed(days))
    assert year.half_days == 5
    assert year.counted_on == tuple(days)
    assert reached(year) == {
        "flemish_1": days[0],
        "flemish_5": days[4],
        "flemish_30": None,
    }
    (four,) = count(flemish(on) for on in days[:4])
    assert reached(four)["flemish_5"] is None
    assert [state.left for state in four.states] == [0, 1, 26]


def test_rule_9_31_august_and_1_september_are_two_school_years() -> None:
    """Source: onderwijs.vlaanderen.be: the school year runs from 1 September to 31 August."""
    last, first = date(2026, 8, 31), date(2026, 9, 1)
    new, old = count([*(flemish(last - DAY * at) for at in range(3)), flemish(first), flemish(first + DAY)])
    assert (old.year, old.half_days) == (SchoolYear(2025, Community.flemish), 3)
    assert (new.year, new.half_days) == (SchoolYear(2026, Community.flemish), 2)


def test_rule_10_the_french_year_begins_in_august() -> None:
    """Source: decree of 31 March 2022, article 3: from the last Monday of August."""
    new, old = count([french(date(2026, 8, 23), 4), french(date(2026, 8, 24), 4)])
    assert (old.year.first_year, new.year.first_year) == (2025, 2026)


def test_rule_9_only_b_counts_and_every_code_is_counted_apart() -> None:
    """Source: agodi.be, codes since 1 September 2019: B is problematic."""
    on = date(2026, 10, 5)
    (year,) = count([flemish(on + DAY * at, code) for at, code in enumerate("BZRPHMZL")])
    assert year.half_days == 1
    assert year.codes == {"Z": 2, "B": 1, "H": 1, "L": 1, "M": 1, "P": 1, "R": 1}
    assert year.unknown_codes == 1


def test_rule_9_a_half_day_that_two_schools_report_counts_once() -> None:
    """Source: agodi.be, Discimus FAQ: B half-days follow the pupil between schools."""
    on = date(2026, 10, 5)
    missed = [flemish(on, "Z"), flemish(on), flemish(on), flemish(on, part=DayPart.afternoon)]
    for order in (missed, missed[::-1]):
        (year,) = count(order)
        assert year.half_days == 2


def test_rule_9_thirty_and_thirty_twice() -> None:
    """Source: groeipakket.be/terugbetalen: 30 in two consecutive school years."""

    def thirty(first: date, number: int) -> list[MissedHalfDay]:
        return [flemish(first + DAY * at) for at in range(number)]

    now, before = count([*thirty(date(2025, 9, 1), 30), *thirty(date(2026, 9, 1), 30)])
    assert reached(before)["flemish_30"] == date(2025, 9, 30)
    assert "flemish_30_twice" not in reached(before)
    assert reached(now)["flemish_30_twice"] == date(2026, 9, 30)
    assert now.states[-1].earlier == (30,)
    now, before = count([*thirty(date(2025, 9, 1), 29), *thirty(date(2026, 9, 1), 30)])
    assert reached(before)["flemish_30"] is None
    assert reached(now)["flemish_30"] == date(2026, 9, 30)
    assert "flemish_30_twice" not in reached(now)


def test_rule_9_a_year_between_breaks_the_two_years() -> None:
    """Source: groeipakket.be/terugbetalen: consecutive school years."""
    missed = [flemish(date(year, 9, 1) + DAY * at) for year in (2024, 2026) for at in range(30)]
    assert "flemish_30_twice" not in reached(count(missed)[0])


def test_rule_10_periods_add_up_over_half_days_and_the_year() -> None:
    """Source: decree of 16 May 2024: four full periods, on one or several half-days over the year."""
    monday = date(2026, 9, 7)
    (year,) = count([french(monday, 3), french(monday + DAY, 2), french(monday + DAY * 2, 3)])
    assert (year.periods, year.half_days) == (8, 2)
    assert year.counted_on == (monday + DAY, monday + DAY * 2)


def test_rule_10_before_2024_one_period_made_the_half_day() -> None:
    """Source: lavenir.net 13 June 2023; bruxelles-j.be: from one full period."""
    (year,) = count([french(date(2024, 6, 3), 1), french(date(2024, 6, 3), 2, DayPart.afternoon)])
    assert (year.year.first_year, year.half_days) == (2023, 2)


def test_rule_10_nine_and_twenty_are_exceeded_on_the_tenth_and_twenty_first() -> None:
    """Source: lavenir.net 2023 (exceeds 9), decree of 14 March 2019 (more than 20)."""
    days = [date(2026, 9, 1) + DAY * at for at in range(21)]
    (nine,) = count(french(on, 4) for on in days[:9])
    assert reached(nine) == {"french_9": None, "french_20": None}
    (all_of_them,) = count(french(on, 4) for on in days)
    assert reached(all_of_them) == {"french_9": days[9], "french_20": days[20]}


def test_rule_10_a_half_day_without_periods_counts_whole_and_is_said() -> None:
    """Own choice in resources/rules/absences.toml: unknown_periods."""
    (year,) = count([french(date(2026, 9, 7), 0), french(date(2026, 9, 8), 2)])
    assert (year.half_days, year.without_periods, year.periods) == (1, 1, 2)


def test_the_two_communities_are_counted_apart() -> None:
    years = count([flemish(date(2026, 10, 5)), french(date(2026, 10, 5), 4)])
    assert sorted((one.year.community, one.half_days) for one in years) == [("flemish", 1), ("french", 1)]


def test_a_year_without_absences_is_there_when_asked_for() -> None:
    (year,) = count_absences([], absence_rules(), [SchoolYear(2026, Community.flemish)])
    assert (year.half_days, [state.left for state in year.states]) == (0, [1, 5, 30])
