"""No published table lets a reader find 1 to 4 people: rules one by one, then an attacker who tries all."""

from itertools import combinations, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eletdesk.statistics.facts import Facts
from eletdesk.statistics.safety import RefusalKind, find_disclosure, refusal_sentence
from eletdesk.statistics.tables import CLOSED, OPEN, UNKNOWN_ROW, Row, Table, summary_tables
from tests.statistics.invented_facts import LABELS, PERIOD, large_facts, table_of


@pytest.mark.parametrize(
    ("counts", "kind"),
    [
        ((0, 0), RefusalKind.nobody),
        ((4, 0), RefusalKind.small_total),
        ((20, 4), RefusalKind.small_row),
        ((20, 1), RefusalKind.small_row),
        ((20, 0), RefusalKind.everybody),
        ((20, 5), None),
        ((20, 0, 5), None),
    ],
)
def test_a_table_in_which_everybody_is_in_one_row(counts: tuple[int, ...], kind: RefusalKind | None) -> None:
    assert find_disclosure(table_of(*counts)) is kind


@pytest.mark.parametrize(
    ("counts", "total", "kind"),
    [
        ((10, 10), 15, None),
        ((10, 9), 15, RefusalKind.several_answers),  # 4 gave both
        ((10, 8), 17, RefusalKind.several_answers),  # exactly one gave both
        ((10, 13), 15, RefusalKind.small_rest),  # 2 did not give the second
        ((15, 10), 15, RefusalKind.everybody),
        ((10, 5), 15, None),  # nobody gave both
        ((15, 3), 15, RefusalKind.small_row),
    ],
)
def test_a_table_with_several_answers(counts: tuple[int, ...], total: int, kind: RefusalKind | None) -> None:
    assert find_disclosure(table_of(*counts, is_overlapping=True, total=total)) is kind


def test_who_did_not_answer_may_not_be_few() -> None:
    rows = (Row("a", "A", 10), Row("b", "B", 10), Row(UNKNOWN_ROW, "?", 3))
    assert find_disclosure(_with_rows(rows, 20, is_overlapping=True)) is RefusalKind.small_row


def test_all_closed_pathways_with_one_outcome_are_not_told() -> None:
    rows = (Row("school", "S", 12, CLOSED), Row("work", "W", 0, CLOSED), Row("open", "O", 20, OPEN))
    assert find_disclosure(_with_rows(rows, 32)) is RefusalKind.everybody


def test_all_recorded_in_one_row_is_not_told_even_when_others_are_not_recorded() -> None:
    rows = (Row("a", "A", 12), Row("b", "B", 0), Row(UNKNOWN_ROW, "?", 9))
    assert find_disclosure(_with_rows(rows, 21)) is RefusalKind.everybody


def test_nobody_recorded_tells_nothing() -> None:
    rows = (Row("a", "A", 0), Row("b", "B", 0), Row(UNKNOWN_ROW, "?", 9))
    assert find_disclosure(_with_rows(rows, 9)) is None


def test_a_table_that_does_not_add_up_is_a_bug_and_never_published() -> None:
    with pytest.raises(ValueError, match="add up"):
        find_disclosure(table_of(10, 10, total=25))


@pytest.mark.parametrize("kind", list(RefusalKind))
def test_each_refusal_is_said(kind: RefusalKind) -> None:
    assert refusal_sentence(kind).endswith(".")


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(large_facts())
def test_no_sum_of_published_rows_and_no_difference_to_the_total_is_small(facts: Facts) -> None:
    for table in summary_tables(facts, PERIOD, LABELS):
        if find_disclosure(table) is not None:
            continue
        counts = [row.count for row in table.rows]
        for size in range(1, 1 if table.is_overlapping else len(counts) + 1):
            for some in combinations(counts, size):
                assert not 0 < sum(some) < 5
                assert not 0 < table.total - sum(some) < 5
        for count in counts:
            assert not 0 < count < 5
            assert not 0 < table.total - count < 5


@settings(max_examples=30)
@given(st.lists(st.integers(0, 16), min_size=2, max_size=3), st.integers(5, 16))
def test_no_way_of_answering_makes_a_group_of_1_to_4_certain(counts: list[int], total: int) -> None:
    table = table_of(*counts, is_overlapping=True, total=total)
    if sum(counts) < total or max(counts) > total or find_disclosure(table) is not None:
        return
    _assert_no_small_group_is_certain(counts, total)


@pytest.mark.parametrize(
    ("counts", "total"), [((10, 10), 15), ((5, 5, 5), 10), ((5, 10, 5), 15), ((8, 9, 6), 16)]
)
def test_typical_answers_make_no_small_group_certain(counts: tuple[int, ...], total: int) -> None:
    assert find_disclosure(table_of(*counts, is_overlapping=True, total=total)) is None
    _assert_no_small_group_is_certain(list(counts), total)


def test_the_attacker_finds_what_a_naive_rule_lets_through() -> None:
    with pytest.raises(AssertionError):  # each row and each rest is 5 or more, but exactly 3 gave both
        _assert_no_small_group_is_certain([10, 8], 15)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(large_facts())
def test_two_published_tables_together_make_no_joint_group_small(facts: Facts) -> None:
    tables = [t for t in summary_tables(facts, PERIOD, LABELS) if find_disclosure(t) is None]
    for first, second in combinations(tables, 2):
        for one, other in product(_groups(first), _groups(second)):
            least, most = max(0, one + other - first.total), min(one, other)
            assert not (least >= 1 and most <= 4)


def _groups(table: Table) -> list[int]:
    """The sizes of all groups of a table: its rows, and everybody without one of them."""
    counts = [row.count for row in table.rows]
    return counts + [table.total - count for count in counts]


def _assert_no_small_group_is_certain(counts: list[int], total: int) -> None:
    """Try every way in which the people could have answered, and every group of answers."""
    answers = list(range(1, 2 ** len(counts)))
    ways = list(_ways(counts, answers, total))
    assert ways
    for group in range(1, 2 ** len(answers)):
        sizes = [sum(n for place, n in enumerate(way) if group >> place & 1) for way in ways]
        assert not (min(sizes) >= 1 and max(sizes) <= 4), (counts, total, group)


def _ways(counts: list[int], answers: list[int], total: int) -> list[tuple[int, ...]]:
    """Return every number of people per combination of answers that gives these rows and this total."""
    found: list[tuple[int, ...]] = []

    def place(so_far: tuple[int, ...], left: list[int], people: int) -> None:
        if len(so_far) == len(answers):
            if people == 0 and not any(left):
                found.append(so_far)
            return
        rows = [row for row in range(len(counts)) if answers[len(so_far)] >> row & 1]
        for number in range(min([people, *(left[row] for row in rows)]) + 1):
            rest = [n - number if row in rows else n for row, n in enumerate(left)]
            place((*so_far, number), rest, people - number)

    place((), list(counts), total)
    return found


def _with_rows(rows: tuple[Row, ...], total: int, *, is_overlapping: bool = False) -> Table:
    return Table("x", "X", ("X", "N"), rows, total, "", "young people", is_overlapping)
