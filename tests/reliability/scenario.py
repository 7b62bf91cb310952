"""One piece of work to be interrupted, and how to look at what is left of it."""

import os
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Scenario:
    """A state, a piece of work on it, and a look that opens, checks and reads everything.

    look returns the logical content as text without times and ids, or raises when the files are not usable.
    leave closes what prepare opened, before another look. changes says whether the work changes what look
    sees; a repair does not.
    """

    make: Callable[[Path], object]
    prepare: Callable[[Path], Any]
    act: Callable[[Any], object]
    look: Callable[[Path], str]
    leave: Callable[[Any], object] = lambda prepared: None
    changes: bool = True


def load(name: str) -> Scenario:
    """Return the scenario called "module:name"."""
    module, _colon, attribute = name.partition(":")
    found = getattr(import_module(module), attribute)
    assert isinstance(found, Scenario)
    return found


@dataclass(frozen=True)
class Ended:
    """How a forked child ended: its exit code (negative: the signal) and what it said."""

    code: int
    said: str


RAISED = 99


def in_child(work: Callable[[], tuple[int, str]]) -> Ended:
    """Run work in a forked child, so that no open file or connection is left behind here."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            code, said = work()
        except BaseException:  # noqa: BLE001 - the child reports everything and ends
            code, said = RAISED, traceback.format_exc()
        os.write(writing, said.encode()[-60_000:])
        os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        said = stream.read().decode()
    return Ended(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said)


def looked_at(scenario: Scenario, folder: Path) -> Ended:
    """Look at a folder in a child: code 0 and the content, or RAISED and the traceback."""
    return in_child(lambda: (0, scenario.look(folder)))


def acted_on(scenario: Scenario, folder: Path, times: int = 1) -> None:
    """Do the work undisturbed in a child."""

    def work() -> tuple[int, str]:
        prepared = scenario.prepare(folder)
        for _time in range(times):
            scenario.act(prepared)
        scenario.leave(prepared)
        return 0, ""

    ended = in_child(work)
    assert ended.code == 0, ended.said


def remains(folder: Path) -> list[str]:
    """Return files that should not be there once everything was opened and closed again.

    An empty journal is harmless: a broken disk may refuse to remove it.
    """
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if (path.name.endswith("-journal") and path.stat().st_size) or ".eletdesk-new" in path.name
    ]
