"""A release holds only safe tables, says why others stay, and is compared with every earlier one."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from eletdesk.statistics.facts import Facts, PathwayFact, Period, PersonFact
from eletdesk.statistics.release import ReleasedTable, SummaryRelease, check_against, make_release, released
from eletdesk.statistics.safety import RefusalKind
from eletdesk.statistics.tables import summary_tables
from tests.statistics.invented_facts import LABELS, PERIOD, large_facts, table_of

MADE_ON = date(2027, 1, 5)
LATER = Period(date(2026, 9, 1), date(2027, 1, 31))


def _release(
    facts: Facts, period: Period = PERIOD, earlier: tuple[ReleasedTable, ...] = ()
) -> SummaryRelease:
    tables = summary_tables(facts, period, LABELS)
    return make_release(tables, period, made_on=MADE_ON, version="0.1.0", earlier=earlier)


def _caseload(girls: int, boys: int) -> Facts:
    people = [PersonFact(f"g{n}", date(2010, 1, 1), "female") for n in range(girls)]
    people += [PersonFact(f"b{n}", date(2012, 1, 1), "male") for n in range(boys)]
    pathways = tuple(PathwayFact(one.case_id, one.case_id, "naft", PERIOD.first_day) for one in people)
    return Facts(tuple(people), pathways)


def test_safe_tables_are_published_and_others_refused_with_a_reason() -> None:
    release = _release(_caseload(12, 9))
    assert [table.code for table in release.tables] == ["people", "stage", "age", "gender", "reason"]
    assert [(refusal.code, refusal.kind) for refusal in release.refusals] == [
        ("outcome", RefusalKind.everybody)
    ]


def test_one_small_row_keeps_the_whole_table_but_not_the_others() -> None:
    release = _release(_caseload(12, 3))
    assert "gender" not in {table.code for table in release.tables}
    assert "people" in {table.code for table in release.tables}


def test_a_small_caseload_publishes_nothing_not_even_how_many() -> None:
    release = _release(_caseload(3, 1))
    assert release.tables == ()
    assert release.metadata.rounded_people is None
    assert len(release.refusals) == 6


def test_the_number_of_people_is_rounded_in_the_description() -> None:
    assert _release(_caseload(12, 9)).metadata.rounded_people == 20


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(large_facts())
def test_every_table_is_either_published_or_refused(facts: Facts) -> None:
    release = _release(facts)
    codes = [table.code for table in release.tables] + [refusal.code for refusal in release.refusals]
    assert sorted(codes) == sorted(table.code for table in summary_tables(facts, PERIOD, LABELS))


def test_the_same_release_again_is_allowed() -> None:
    first = _release(_caseload(12, 9))
    kept = tuple(released(table, PERIOD) for table in first.tables)
    assert _release(_caseload(12, 9), earlier=kept).tables == first.tables


@pytest.mark.parametrize("newcomers", [1, 2, 3, 4])
def test_few_newcomers_keep_the_next_release_on_the_desk(newcomers: int) -> None:
    kept = tuple(released(table, PERIOD) for table in _release(_caseload(12, 9)).tables)
    later = _release(_caseload(12 + newcomers, 9), LATER, kept)
    assert later.tables == ()
    assert RefusalKind.earlier_release in {refusal.kind for refusal in later.refusals}


def test_many_newcomers_of_both_kinds_may_be_told() -> None:
    kept = tuple(released(table, PERIOD) for table in _release(_caseload(12, 9)).tables)
    later = _release(_caseload(18, 16), LATER, kept)
    assert "gender" in {table.code for table in later.tables}


def test_newcomers_who_are_all_alike_are_not_told() -> None:
    kept = tuple(released(table, PERIOD) for table in _release(_caseload(12, 9)).tables)
    later = _release(_caseload(18, 9), LATER, kept)
    assert "gender" not in {table.code for table in later.tables}
    assert "people" in {table.code for table in later.tables}


def test_the_total_of_another_kind_of_table_gives_away_as_much() -> None:
    known = replace(released(table_of(10, 10), PERIOD), code="age")
    assert check_against([known], released(table_of(11, 11), LATER)) is RefusalKind.earlier_release


def test_exchanged_people_show_in_a_sum_of_rows() -> None:
    known = released(table_of(10, 20, 30), PERIOD)
    now = released(table_of(17, 15, 28 + 5), PERIOD)  # +7 and -5: the first two rows grew by 2
    assert check_against([known], now) is RefusalKind.earlier_release


def test_a_row_that_was_not_there_before_counts_as_nobody() -> None:
    known = released(table_of(20, 20), PERIOD)
    now = released(table_of(15, 23, 2), PERIOD)
    assert check_against([known], now) is RefusalKind.earlier_release


def test_open_pathways_link_stage_and_outcome_between_releases() -> None:
    known = replace(released(table_of(20, 20), PERIOD), code="stage", open_total=20)
    now = replace(released(table_of(20, 20), PERIOD), code="outcome", open_total=22)
    assert check_against([known], now) is RefusalKind.earlier_release
    assert check_against([known], replace(now, open_total=20)) is None


@pytest.mark.parametrize(("half_year", "verdict"), [(37, RefusalKind.earlier_release), (30, None)])
def test_two_quarters_and_the_half_year_show_who_was_in_both(
    half_year: int, verdict: RefusalKind | None
) -> None:
    first = ReleasedTable("people", date(2026, 1, 1), date(2026, 3, 31), 20, (("people", 20),))
    second = replace(first, first_day=date(2026, 4, 1), last_day=date(2026, 6, 30))
    whole = ReleasedTable("people", date(2026, 1, 1), date(2026, 6, 30), half_year, (("people", half_year),))
    assert check_against([first, second], whole) is verdict


def test_a_changed_number_of_several_answers_is_compared_too() -> None:
    known = released(table_of(20, 20, is_overlapping=True, total=30), PERIOD)
    now = released(table_of(26, 26, is_overlapping=True, total=40), PERIOD)  # surplus 10 and 12
    assert check_against([known], now) is RefusalKind.earlier_release
