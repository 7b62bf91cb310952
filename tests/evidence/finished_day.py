"""A finished working day: run once in a process with a home of its own, looked at by several tests."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.evidence.canary_words import STEM, places_in
from tests.evidence.hiding_places import Search, contents

ROOT = Path(__file__).parents[2]
#: Where the worker herself asks for files, and where the list she reads in stands.
CHOSEN = ("chosen", "source")


@dataclass(frozen=True)
class Day:
    """A finished working day: its folder, what was said in the terminal, the key of the case."""

    root: Path
    case_id: str
    said: str
    errors: list[str]
    key: bytes
    stderr: str

    def search(self) -> Search:
        """Return a search for every word of the day and for the key of the case."""
        return Search([STEM], [self.key, self.key.hex().encode(), self.key.hex().upper().encode()])


def run(root: Path, part: str, *more: str) -> "subprocess.CompletedProcess[str]":
    """Run a part of the day in a process whose home, temporary files and settings lie in one folder."""
    own = {name: str(root / name.lower()) for name in ("HOME", "TMPDIR", "ELETDESK_HOME", "XDG_CONFIG_HOME")}
    own |= {name: str(root / name.lower()) for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")}
    for folder in (*own.values(), *(str(root / name) for name in (*CHOSEN, "here"))):
        Path(folder).mkdir(parents=True, exist_ok=True)
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    surroundings |= own | {
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONWARNINGS": "default",
    }
    command = [sys.executable, "-m", f"tests.evidence.{part}", str(root), *more]
    return subprocess.run(
        command, cwd=root / "here", env=surroundings, capture_output=True, text=True, check=False
    )


def live_through(root: Path) -> Day:
    """Run the whole day in a new folder."""
    ran = run(root, "working_day")
    assert ran.returncode == 0, ran.stderr[-3000:]
    told = json.loads(ran.stdout)
    return Day(
        root, told["case_id"], "\n".join(told["said"]), told["errors"], bytes.fromhex(told["key"]), ran.stderr
    )


def texts_of(content: bytes, depth: int = 0) -> Iterator[str]:
    """Yield bytes as text, and what is packed in them."""
    yield content.decode("utf-8", "ignore")
    if depth < 4:
        for _kind, inside in contents(content):
            yield from texts_of(inside, depth + 1)


def places_of(path: Path) -> set[str]:
    """Name every field whose word stands in a file."""
    return {place for text in texts_of(path.read_bytes()) for place in places_in(text)}
