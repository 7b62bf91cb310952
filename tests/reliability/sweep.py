"""Interrupt a scenario at every call that changes a file, and look at what each interruption leaves.

Run by the tests in a process of its own that has the shim loaded:
python -m tests.reliability.sweep MODULE:SCENARIO MODE FOLDER [EVERY]
"""

import json
import shutil
import signal
import sys
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path

from eletdesk.errors import EletdeskError
from tests.reliability import faulty_disk
from tests.reliability.faulty_disk import Mode
from tests.reliability.scenario import Ended, Scenario, acted_on, in_child, load, looked_at, remains

SAVED, SAVED_IN_SPITE, TOLD, BUG, STUCK = 10, 11, 12, 13, 14


@dataclass
class Result:
    """What a sweep saw: the interruptions by how they ended, and the states that must not be."""

    points: int = 0
    killed: int = 0
    told: int = 0
    saved_in_spite: int = 0
    bad: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Expected:
    """The contents that are right: before, after, and after twice (an error told although it was saved)."""

    before: str
    after: str
    twice: str

    def allowed(self, ended: Ended) -> tuple[str, ...]:
        """Return the contents that are right after an interruption that ended in this way."""
        if ended.code == SAVED_IN_SPITE:
            return (self.twice,)
        if ended.code == TOLD:
            return (self.after, self.twice)
        return (self.before, self.after)


def strike(scenario: Scenario, folder: Path, mode: Mode, number: int) -> tuple[int, str]:
    """Do the work with a fault at one call; if the process lives on, do it once more without a fault."""
    prepared = scenario.prepare(folder)
    faulty_disk.arm(folder, mode, number)
    try:
        scenario.act(prepared)
    except EletdeskError as error:
        code, said = TOLD, type(error).__name__
    except Exception as error:  # noqa: BLE001 - any other kind is a finding
        faulty_disk.disarm()
        code, said = BUG, f"{type(error).__name__}: {error}"
    else:
        code, said = (SAVED_IN_SPITE if faulty_disk.fired() else SAVED), ""
    faulty_disk.disarm()
    if code != SAVED:
        try:
            scenario.act(prepared)
        except Exception as error:  # noqa: BLE001 - whatever it is, the worker cannot go on
            return STUCK, f"{said}, then {type(error).__name__}: {error}"
    scenario.leave(prepared)
    return code, said


def warm_up(scenario: Scenario, work: Path) -> None:
    """Do all of it once in this process, so that forked children find every module and cache loaded."""
    folder = work / "warm"
    scenario.make(folder)
    prepared = scenario.prepare(folder)
    scenario.act(prepared)
    scenario.leave(prepared)
    scenario.look(folder)


def expect(scenario: Scenario, work: Path) -> Expected:
    """Make the state before, and learn the right contents from undisturbed work."""
    warm_up(scenario, work)
    scenario.make(work / "before")
    contents = []
    for times in range(3):
        folder = fresh(work)
        if times:
            acted_on(scenario, folder, times)
        seen = looked_at(scenario, folder)
        assert seen.code == 0, seen.said
        contents.append(seen.said)
    assert (contents[0] != contents[1]) is scenario.changes, "the work must change what look sees"
    return Expected(*contents)


def fresh(work: Path) -> Path:
    """Return a folder in the state before, always in the same place."""
    folder = work / "now"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(work / "before", folder)
    return folder


def sweep(scenario: Scenario, mode: Mode, work: Path, every: int = 1) -> Result:
    """Interrupt at every call, or at every n-th, until the work is through without a fault."""
    expected, result = expect(scenario, work), Result()
    for number in count(1, every):
        folder = fresh(work)
        ended = in_child(lambda folder=folder, number=number: strike(scenario, folder, mode, number))  # type: ignore[misc]
        if ended.code == SAVED:
            return result
        result.points += 1
        result.killed += ended.code == -signal.SIGKILL
        result.told += ended.code == TOLD
        result.saved_in_spite += ended.code == SAVED_IN_SPITE
        wrong = judge(scenario, folder, ended, expected)
        if wrong:
            result.bad.append(f"{mode.name} at call {number}: {wrong}")
    raise AssertionError("unreachable")


def judge(scenario: Scenario, folder: Path, ended: Ended, expected: Expected) -> str:
    """Say what is wrong after an interruption, or nothing."""
    if ended.code not in (-signal.SIGKILL, SAVED_IN_SPITE, TOLD):
        return f"ended with {ended.code}: {ended.said}"
    seen = looked_at(scenario, folder)
    if seen.code != 0:
        return f"({ended.said}) cannot be opened: {seen.said}"
    if seen.said not in expected.allowed(ended):
        return f"({ended.code} {ended.said}) wrong content: {seen.said}"
    left = remains(folder)
    return f"left behind: {left}" if left else ""


def main(name: str, mode: str, work: str, every: str = "1") -> None:
    """Sweep and print the result as JSON."""
    assert faulty_disk.is_loaded()
    print(json.dumps(asdict(sweep(load(name), Mode[mode], Path(work), int(every)))))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
