"""From the start of the process to the first window, ours and a bare one with the same imports."""

from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.first_window import bare_window, our_window, their_modules

ROUNDS = 7


def test_eletdesk(benchmark: BenchmarkFixture, small_desk: Path) -> None:
    benchmark.group = "first window"
    benchmark.pedantic(our_window, args=(small_desk,), rounds=ROUNDS)  # type: ignore[no-untyped-call]


def test_bare_window(benchmark: BenchmarkFixture, small_desk: Path) -> None:
    benchmark.group = "first window"
    benchmark.pedantic(bare_window, args=(their_modules(small_desk),), rounds=ROUNDS)  # type: ignore[no-untyped-call]
