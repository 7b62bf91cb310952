"""Compile the failing disk once, and run sweeps in processes that have it loaded."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

#: Every interruption instead of a sample; minutes instead of seconds.
THOROUGH = bool(os.environ.get("ELETDESK_THOROUGH"))

Run = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the compiled shim."""
    if sys.platform != "linux":
        pytest.skip("the failing disk is loaded with LD_PRELOAD, which only Linux has")
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.skip("the failing disk is written in C and this computer has no C compiler (cc)")
    target = tmp_path_factory.mktemp("shim") / "faults.so"
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o", str(target),
         str(HERE / "faults.c")],
        check=True,
    )  # fmt: skip
    return target


@pytest.fixture
def quick_folder(tmp_path: Path) -> Iterator[Path]:
    """Return a folder in memory where there is one: a sweep syncs thousands of times."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(prefix="eletdesk-sweep-", dir=memory))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def run_with_faults(shim: Path, quick_folder: Path) -> Run:
    """Return a function that runs a module of this folder with the shim loaded and reads its JSON."""

    def run(module: str, scenario: str, *more: str) -> dict[str, Any]:
        command = [sys.executable, "-m", f"tests.reliability.{module}", f"tests.reliability.{scenario}"]
        ran = subprocess.run(
            [*command, *more[:1], str(quick_folder), *more[1:]],
            cwd=ROOT,
            env={**os.environ, "LD_PRELOAD": str(shim)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr[-4000:]
        result: dict[str, Any] = json.loads(ran.stdout)
        return result

    return run
