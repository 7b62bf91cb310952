"""The tables equal a count in plain Python, and each young person counts once."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given

from eletdesk.statistics.facts import Facts, PathwayFact, Period, PersonFact
from eletdesk.statistics.tables import Labels, Table, summary_tables
from tests.statistics.invented_facts import LABELS, PERIOD, any_facts


def _plain_counts(facts: Facts, period: Period) -> dict[str, Counter[str]]:
    """Count everything once more, the slow and obvious way."""
    counts: dict[str, Counter[str]] = {
        name: Counter() for name in ("people", "stage", "age", "gender", "reason", "outcome")
    }
    for case_id in {pathway.case_id for pathway in facts.pathways}:
        mine = [p for p in facts.pathways if p.case_id == case_id and p.started_on <= period.last_day]
        mine = [p for p in mine if not (p.closed_on and p.closed_on < period.first_day)]
        if not mine:
            continue
        mine.sort(key=lambda p: p.pathway_id)
        mine.sort(key=lambda p: p.started_on)
        pathway = mine[-1]
        person = next((p for p in reversed(facts.people) if p.case_id == case_id), PersonFact(case_id))
        is_closed = bool(pathway.closed_on) and pathway.closed_on <= period.last_day  # type: ignore[operator]
        counts["people"]["people"] += 1
        counts["gender"][_row(person.gender.replace("unknown", ""), LABELS.genders)] += 1
        counts["age"][_age_row(person.birth_on, period.last_day)] += 1
        if is_closed:
            counts["stage"]["closed"] += 1
            counts["outcome"][_row(pathway.outcome, LABELS.outcomes)] += 1
        else:
            counts["outcome"]["open"] += 1
            stage = ""
            latest = date.min
            for code, on in pathway.stages:
                if latest <= on <= period.last_day:
                    stage, latest = code, on
            counts["stage"][_row(stage, LABELS.stages)] += 1
        for row in {_row(code, LABELS.reasons) for code in pathway.reasons} or {"unknown"}:
            counts["reason"][row] += 1
    return counts


def _row(code: str, labels: object) -> str:
    return "unknown" if not code else code if code in labels else "other"  # type: ignore[operator]


def _age_row(birth_on: date | None, day: date) -> str:
    if birth_on is None:
        return "unknown"
    age = sum(
        1 for year in range(birth_on.year + 1, day.year + 1) if (year, *_month_day(birth_on)) <= _ymd(day)
    )
    for band, ages in {
        "12-13": (12, 13),
        "14-15": (14, 15),
        "16-17": (16, 17),
        "18-20": (18, 19, 20),
        "21-24": (21, 22, 23, 24),
        "25-29": (25, 26, 27, 28, 29),
    }.items():
        if age in ages:
            return band
    return "other"


def _month_day(day: date) -> tuple[int, int]:
    return day.month, day.day


def _ymd(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _by_code(tables: tuple[Table, ...]) -> dict[str, Table]:
    return {table.code: table for table in tables}


@given(any_facts())
def test_tables_equal_a_plain_count(facts: Facts) -> None:
    expected = _plain_counts(facts, PERIOD)
    for table in summary_tables(facts, PERIOD, LABELS):
        counted = {row.code: row.count for row in table.rows if row.count}
        assert counted == dict(expected[table.code])
        assert table.total == expected["people"]["people"]


@given(any_facts())
def test_everybody_is_in_exactly_one_row_unless_rows_overlap(facts: Facts) -> None:
    for table in summary_tables(facts, PERIOD, LABELS):
        rows = sum(row.count for row in table.rows)
        assert rows >= table.total if table.is_overlapping else rows == table.total


@given(any_facts())
def test_the_order_of_the_facts_does_not_matter(facts: Facts) -> None:
    turned = Facts(facts.people, facts.pathways[::-1], facts.sessions)
    assert summary_tables(turned, PERIOD, LABELS) == summary_tables(facts, PERIOD, LABELS)


def test_a_birthday_on_the_last_day_counts() -> None:
    pathway = PathwayFact("a", "p", "naft", PERIOD.first_day)
    for birth_on, band in ((date(2010, 12, 31), "16-17"), (date(2011, 1, 1), "14-15")):
        facts = Facts((PersonFact("a", birth_on),), (pathway,))
        age = _by_code(summary_tables(facts, PERIOD, LABELS))["age"]
        assert [row.code for row in age.rows if row.count] == [band]


def test_who_was_closed_before_or_starts_after_is_not_counted() -> None:
    pathways = (
        PathwayFact("before", "1", "naft", date(2026, 1, 1), date(2026, 8, 31)),
        PathwayFact("after", "2", "naft", date(2027, 1, 1)),
        PathwayFact("first day", "3", "naft", date(2026, 1, 1), date(2026, 9, 1)),
        PathwayFact("last day", "4", "naft", date(2026, 12, 31)),
    )
    assert summary_tables(Facts((), pathways), PERIOD, LABELS)[0].total == 2


def test_somebody_with_two_pathways_counts_once_with_the_last() -> None:
    pathways = (
        PathwayFact("a", "1", "naft", date(2026, 9, 1), date(2026, 10, 1), "school", ("social",)),
        PathwayFact("a", "2", "naft", date(2026, 11, 1), None, "", ("legal",)),
    )
    tables = _by_code(summary_tables(Facts((), pathways), PERIOD, LABELS))
    assert {row.code for row in tables["outcome"].rows if row.count} == {"open"}
    assert {row.code for row in tables["reason"].rows if row.count} == {"legal"}


def test_rows_carry_the_words_of_the_programme_in_its_order() -> None:
    labels = Labels({"b": "Tweede", "a": "Eerste"}, {}, {}, {})
    stage = _by_code(summary_tables(Facts(), PERIOD, labels))["stage"]
    assert [row.label for row in stage.rows][:2] == ["Tweede", "Eerste"]


def test_a_period_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="period"):
        Period(date(2026, 2, 1), date(2026, 1, 1))
