"""The floors of the house: imports go downwards only, and every room is on a floor."""

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.structure.house import ROOT


def test_imports_go_downwards_only() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [str(lint_imports), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout


def test_every_room_is_on_a_floor() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    on_a_floor = {room.strip() for floor in layers for room in floor.split("|")}
    rooms = {f"eletdesk.{path.stem}" for path in (ROOT / "eletdesk").iterdir() if path.suffix == ".py"}
    rooms |= {f"eletdesk.{path.parent.name}" for path in (ROOT / "eletdesk").glob("*/__init__.py")}
    assert rooms - {"eletdesk.__init__", "eletdesk.__main__"} == on_a_floor - {"ui"}
