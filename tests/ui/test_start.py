"""What the start of the program loads, and how locking begins again: in processes of their own."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.ui.desk_fixtures import make_desk

_FIRST_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
import ui.__main__
from ui.application import Application, Start
app = QApplication([])
application = Application(app)
application.start(Start(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
print(type(application.entry_window.page).__name__)
print(" ".join(sorted({name.split(".")[0] for name in sys.modules})))
sys.stdout.flush()
import os
os._exit(0)
"""
_HEAVY = {
    "sqlmodel", "sqlalchemy", "pydantic", "reportlab", "holidays", "rapidfuzz", "phonenumbers", "babel",
    "xlsxwriter", "pypdfium2", "zxcvbn", "icalendar", "qtawesome",
}  # fmt: skip
_LOCK = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.__main__ import replace_process
from ui.locking import LockReason
from ui.single_instance import SingleInstance
app = QApplication([])
instance = SingleInstance()
assert instance.acquire()
replace_process(instance)(Path(sys.argv[1]), LockReason.idle)
"""


def run(script: str, *arguments: str) -> str:
    """Run a script offscreen in a process of its own; return what it said."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("has_desk", [True, False])
def test_the_first_window_loads_nothing_heavy(tmp_path: Path, has_desk: bool) -> None:
    arguments = []
    if has_desk:
        desk = make_desk(tmp_path / "desk")
        desk.close()
        arguments = [str(desk.folder)]
    page, modules = run(_FIRST_WINDOW, *arguments).splitlines()
    assert page == ("UnlockPage" if has_desk else "FirstRunPage")
    assert _HEAVY.isdisjoint(modules.split())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_locking_replaces_the_process_by_a_fresh_one(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    desk.close()
    process = subprocess.Popen(
        [sys.executable, "-c", _LOCK, str(desk.folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
    )
    try:
        said: list[str] = []
        for _look in range(600):
            said = Path(f"/proc/{process.pid}/cmdline").read_text().rstrip("\0").split("\0")
            if "--locked" in said or process.poll() is not None:
                break
            time.sleep(0.1)
        assert said[-4:] == ["--desk", str(desk.folder), "--locked", "idle"]
        time.sleep(1)
        assert process.poll() is None
    finally:
        process.kill()
        process.wait()
