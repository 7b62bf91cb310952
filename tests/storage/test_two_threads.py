"""The window reads the desk file while a list is written behind it: neither waits for the other for ever."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys, threading
from pathlib import Path
from tests.desks import make_desk

sys.setswitchinterval(1e-5)
desk = make_desk(Path(sys.argv[1]))
written = threading.Event()

def write():
    for number in range(60):
        desk.file.keep_setting("one", [number] * number)
    written.set()

threading.Thread(target=write, daemon=True).start()
while not written.is_set():
    desk.file.setting("one", [])
print(len(desk.file.setting("one")))
desk.close()
"""


def test_reading_and_writing_at_once_never_hangs(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "desk")],
        cwd=ROOT, text=True, capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, "59"), done.stderr
