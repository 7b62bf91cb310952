"""The first window waits for nothing that it does not show: heavy packages come after it."""

import json
import subprocess
import sys
from pathlib import Path

from tests.structure.house import ROOT

HEAVY = {
    *("sqlmodel", "sqlalchemy", "pydantic", "reportlab", "holidays", "rapidfuzz", "phonenumbers", "babel"),
    *(
        "tomlkit",
        "PIL",
        "stdnum",
        "zxcvbn",
        "pypdf",
        "pypdfium2",
        "xlsxwriter",
        "python_calamine",
        "mnemonic",
        "icalendar",
    ),
}
FIRST_WINDOW = ("ui/unlock", "ui/today", "ui/main_window.py", "ui/__main__.py", "eletdesk/desk/opening.py")


def modules(place: str) -> list[str]:
    """Name the modules of a file or folder as an import statement does."""
    path = ROOT / place
    files = sorted(path.glob("*.py")) if path.is_dir() else [path]
    parts = [file.relative_to(ROOT).with_suffix("").parts for file in files if file.exists()]
    return [".".join(part[:-1] if part[-1] == "__init__" else part) for part in parts]


def heavy_after(*imported: str) -> set[str]:
    """Import modules in a Python of their own and return the heavy packages that came along."""
    program = (
        "import importlib, json, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    command = [sys.executable, "-c", program, *imported]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return HEAVY & set(json.loads(said))


def test_the_first_window_imports_nothing_heavy() -> None:
    assert heavy_after(*(name for place in FIRST_WINDOW for name in modules(place))) == set()


def test_the_first_window_is_really_imported() -> None:
    assert "ui.unlock" in modules("ui/unlock")
    assert (ROOT / "ui" / "unlock" / Path("__init__.py")).exists()


def test_a_heavy_package_would_be_found() -> None:
    assert {"sqlmodel", "pydantic"} <= heavy_after("eletdesk.domain.young_person")
