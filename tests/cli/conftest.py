"""Run commands on a copy of one desk with three young people."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from eletdesk import cli
from eletdesk.desk.desk import Desk
from eletdesk.desk.opening import open_desk
from eletdesk.log import start_log
from tests.desks import PASSPHRASE, add_noor, make_desk


@dataclass(frozen=True)
class Said:
    """What one command said and its exit code."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """Return the one JSON answer."""
        found: dict[str, Any] = json.loads(self.out)
        return found


@dataclass(frozen=True)
class Terminal:
    """A terminal in which the passphrase stands in the environment."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str) -> Said:
        """Run one command on the desk; a desk of its own choice goes first."""
        at = [] if "--desk" in arguments else ["--desk", str(self.folder)]
        self.capsys.readouterr()
        code = cli.main([*arguments, *at])
        said = self.capsys.readouterr()
        return Said(code, said.out, said.err)

    def opened(self, passphrase: str = PASSPHRASE) -> Desk:
        """Open the desk as the program does."""
        return open_desk(self.folder, passphrase)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("terminal") / "desk"
    desk = make_desk(folder)
    for given, family in (("Noor", "Verlinden"), ("Ilyas", "Bensalem"), ("Zeynep", "Aydın")):
        add_noor(desk, given, family)
    desk.close()
    return folder


@pytest.fixture
def terminal(
    template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Terminal]:
    shutil.copytree(template, tmp_path / "desk")
    monkeypatch.setenv("ELETDESK_PASSPHRASE", PASSPHRASE)
    monkeypatch.chdir(tmp_path)
    yield Terminal(tmp_path / "desk", capsys)
    start_log()()  # a command starts the log for its process; give the hooks back


@pytest.fixture
def case_ids(terminal: Terminal) -> list[str]:
    desk = terminal.opened()
    found = sorted(row.case_id for row in desk.file.case_keys())
    desk.close()
    return found
