"""How long the first window takes from the start of the process, beside a bare one with the same imports."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]

_SHOWN = """
def say_when_shown(app, imported):
    while not any(window.isVisible() and window.isExposed() for window in app.topLevelWindows()):
        app.processEvents()
    app.processEvents()
    print(json.dumps({"at": time.monotonic(), "modules": imported}), flush=True)
    os._exit(0)
"""
#: The program itself, stopped where it would wait for the first key.
OURS = (
    """
import json, os, sys, time
import ui.__main__ as program
"""
    + _SHOWN
    + """
class Application(program.QApplication):
    def exec(self):
        ours = ("ui", "eletdesk", "__main__")
        say_when_shown(self, [name for name in sys.modules if name.partition(".")[0] not in ours])
program.QApplication = Application
program.main(["--desk", sys.argv[1]])
"""
)
#: A window with a title and the packages of others that the program has imported by then.
BARE = (
    """
import importlib, json, os, sys, time
"""
    + _SHOWN
    + """
for name in json.loads(sys.argv[1]):
    try:
        importlib.import_module(name)
    except ImportError:
        pass
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
say_when_shown(app, [])
"""
)


def _run(program: str, argument: str) -> tuple[float, list[str]]:
    """Run a program in its own process; return the seconds until its window was shown, and its imports."""
    with tempfile.TemporaryDirectory(prefix="eletdesk-start-") as home:
        surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ELETDESK_HOME": home}
        started = time.monotonic()
        ran = subprocess.run(
            [sys.executable, "-c", program, argument],
            cwd=ROOT,
            env=surroundings,
            capture_output=True,
            text=True,
            check=True,
        )
    said = json.loads(ran.stdout.splitlines()[-1])
    return said["at"] - started, said["modules"]


def our_window(desk: Path) -> float:
    """Return the seconds until the window to unlock a desk is shown."""
    return _run(OURS, str(desk))[0]


def bare_window(modules: list[str]) -> float:
    """Return the seconds until a bare window with these modules imported is shown."""
    return _run(BARE, json.dumps(modules))[0]


def their_modules(desk: Path) -> list[str]:
    """Return the modules of others that our first window imports."""
    return _run(OURS, str(desk))[1]
