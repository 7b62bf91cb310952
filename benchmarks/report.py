"""Run all benchmarks and print one table: python -m benchmarks.report [--people 50,1000,10000]."""

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROUNDS = 7
Row = tuple[str, ...]


def medians(before: Callable[[], object], work: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Return the medians of so many runs in milliseconds: on the clock, and of the processor alone."""
    walls, processor = [], []
    for _round in range(rounds):
        before()
        started, busy = time.perf_counter(), time.process_time()
        work()
        walls.append((time.perf_counter() - started) * 1000)
        processor.append((time.process_time() - busy) * 1000)
    return median(walls), median(processor)


def said(milliseconds: float) -> str:
    """Write a time with as many digits as it deserves."""
    if milliseconds >= 10_000:
        return f"{milliseconds / 1000:.0f} s"
    return f"{milliseconds:.0f} ms" if milliseconds >= 20 else f"{milliseconds:.2g} ms"


def first_window() -> Row:
    """Measure the start of the program."""
    from benchmarks.desks import SIZES, desk_folder
    from benchmarks.first_window import bare_window, our_window, their_modules

    desk = desk_folder(SIZES[0])
    modules = their_modules(desk)
    pairs = [(our_window(desk), bare_window(modules)) for _round in range(ROUNDS)]
    ours, bare = (median(times) * 1000 for times in zip(*pairs, strict=True))
    return ("first window", "-", said(ours), "", f"{said(bare)} (bare window)", "", f"{ours / bare:.1f}")


def work(people: int) -> list[Row]:
    """Measure every piece of work on one desk."""
    from benchmarks.bench import Bench
    from benchmarks.measures import MEASURES
    from benchmarks.plain_work import bytes_in_one_database

    bench = Bench(people)
    rows: list[Row] = []
    for measure in MEASURES:
        figures = []
        for prepare in (measure.ours, measure.plain):
            before, one, after = prepare(bench)
            figures.append(medians(before, one, measure.rounds(people)))
            after()
        (ours, busy), (plain, plain_busy) = figures
        ratio = f"{busy / plain_busy:.1f}"
        rows.append((measure.name, f"{people}", said(ours), said(busy), said(plain), said(plain_busy), ratio))
        print(*rows[-1], file=sys.stderr, flush=True)
    case, whole, one_database = bench.case_bytes(), bench.all_bytes(), bytes_in_one_database(bench)
    for name, size in (("bytes a case, case file", case), ("bytes a case, everything", whole)):
        beside = f"{one_database / 1024:.0f} KB (one database)"
        rows.append(
            (name, f"{people}", f"{size / 1024:.0f} KB", "", beside, "", f"{size / one_database:.1f}")
        )
    bench.close()
    return rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", default="50,1000")
    sizes = [int(size) for size in parser.parse_args().people.split(",")]
    with tempfile.TemporaryDirectory(prefix="eletdesk-home-") as home:
        os.environ["ELETDESK_HOME"] = home
        rows = [first_window(), *(row for size in sizes for row in work(size))]
    today = date.today()  # noqa: DTZ011
    print(f"{today}, {platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    print("| Work | Cases | eletdesk | of it processor | plain SQL | of it processor | ratio |")
    print("|---|---|---|---|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
