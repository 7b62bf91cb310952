"""Cut the power after every call of a scenario: drop what was not synced, and look at what is left.

Run by the tests in a process of its own that has the shim loaded:
python -m tests.reliability.power_cut MODULE:SCENARIO DRAWS FOLDER [EVERY]
"""

import json
import random
import shutil
import sys
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from tests.reliability import faulty_disk
from tests.reliability.disk_model import Call, Disk, Times, put, read_log
from tests.reliability.faulty_disk import Mode
from tests.reliability.scenario import Scenario, in_child, load, looked_at, remains
from tests.reliability.sweep import Expected, expect, fresh


@dataclass
class Result:
    """What the cuts gave: calls, different states, and the states that must not be."""

    points: int = 0
    states: int = 0
    bad: list[str] = field(default_factory=list)


def record(scenario: Scenario, work: Path) -> tuple[Disk, list[Call], Times]:
    """Do the work undisturbed; return the disk just before it, the calls it made, and its times."""
    folder, log, at_start, at_end = fresh(work), work / "log", work / "at_start", work / "at_end"

    def watched() -> tuple[int, str]:
        prepared = scenario.prepare(folder)
        shutil.rmtree(at_start, ignore_errors=True)
        shutil.copytree(folder, at_start)
        faulty_disk.arm(folder, Mode.COUNT, 0, log)
        scenario.act(prepared)
        faulty_disk.disarm()
        shutil.rmtree(at_end, ignore_errors=True)
        shutil.copytree(folder, at_end)
        scenario.leave(prepared)
        return 0, ""

    ended = in_child(watched)
    assert ended.code == 0, ended.said
    inside = len(str(folder))
    calls = [replace(call, path=call.path[inside:], second=call.second[inside:]) for call in read_log(log)]
    return Disk.of(at_start), calls, Times(Times.of(at_start), Times.of(at_end))


def cut(scenario: Scenario, work: Path, draws: int, every: int = 1) -> Result:
    """Cut the power after every call, or every n-th, and always after the last."""
    expected, result = expect(scenario, work), Result()
    disk, calls, times = record(scenario, work)
    chance, seen = random.Random(20261122), set[bytes]()
    for number, call in enumerate(calls, start=1):
        disk.apply(call)
        is_through = number == len(calls)
        if number % every and not is_through:
            continue
        result.points += 1
        for state in disk.after_power_cut(chance, draws):
            mark = sha256(repr((is_through, sorted(state.items()))).encode()).digest()
            if mark in seen:
                continue
            seen.add(mark)
            result.states += 1
            shutil.rmtree(work / "moved", ignore_errors=True)
            put(state, disk.folders, times, work / "moved")
            wrong = judge(scenario, work / "moved", expected, is_through=is_through)
            if wrong:
                result.bad.append(f"after call {number} of {len(calls)} ({call.kind} {call.path}): {wrong}")
    return result


def judge(scenario: Scenario, folder: Path, expected: Expected, *, is_through: bool) -> str:
    """Say what is wrong with a state that stands at another path than it was made at, or nothing."""
    seen = looked_at(scenario, folder)
    if seen.code != 0:
        return f"cannot be opened: {seen.said}"
    allowed = (expected.after,) if is_through else (expected.before, expected.after)
    if seen.said not in allowed:
        return f"wrong content: {seen.said}"
    left = remains(folder)
    return f"left behind: {left}" if left else ""


def main(name: str, draws: str, work: str, every: str = "1") -> None:
    """Cut and print the result as JSON."""
    assert faulty_disk.is_loaded()
    print(json.dumps(asdict(cut(load(name), Path(work), int(draws), int(every)))))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
