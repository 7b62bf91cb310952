"""Each piece of work of a day on desks of several sizes, and the same in plain SQL."""

from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.bench import Bench
from benchmarks.measures import MEASURES, Measure, Prepared


def measured(
    benchmark: BenchmarkFixture, bench: Bench, measure: Measure, prepare: Callable[[Bench], Prepared]
) -> None:
    before, work, after = prepare(bench)
    benchmark.group = f"{measure.name}, {bench.people} cases"
    benchmark.pedantic(work, setup=before, rounds=measure.rounds(bench.people))  # type: ignore[no-untyped-call]
    after()


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_eletdesk(benchmark: BenchmarkFixture, bench: Bench, measure: Measure) -> None:
    measured(benchmark, bench, measure, measure.ours)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_plain_sql(benchmark: BenchmarkFixture, bench: Bench, measure: Measure) -> None:
    measured(benchmark, bench, measure, measure.plain)
