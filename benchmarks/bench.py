"""A desk under measurement, and bare copies of its files beside it for the same work in plain SQL."""

import shutil
import tempfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from benchmarks.desks import desk_folder
from eletdesk.desk import opening
from eletdesk.desk.case_keys import case_key_hex
from eletdesk.desk.cases import erase_case
from eletdesk.desk.desk import Desk
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.storage.keys import derive, open_envelope
from tests.desks import PASSPHRASE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def plain(path: Path, key: bytes) -> Any:
    """Open an encrypted file with the bare driver: the key, the engine's own settings and no check."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    return connection


@dataclass
class Bench:
    """A desk of so many people; everything that measuring writes is taken away again by `close`."""

    people: int
    folder: Path = field(init=False)
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        self.folder = desk_folder(self.people)
        self.key = open_envelope(self.folder, PASSPHRASE)
        self.reopen()
        self.cases = sorted(row.case_id for row in self.desk.file.case_keys() if row.state == "active")
        self.case_keys = {case_id: bytes.fromhex(case_key_hex(self.desk, case_id)) for case_id in self.cases}
        self.copies = Path(tempfile.mkdtemp(prefix="eletdesk-plain-"))
        self.desk.close()
        for name in ("desk.db", "register.db"):
            shutil.copyfile(self.folder / name, self.copies / name)
        self.reopen()
        self.spare = new_case(self.desk, NewCase({"given_name": "Reserve"}))
        self.desk.close_case(self.spare)
        self.spare_copy = self.copies / "case.eletcase"
        shutil.copyfile(self.desk.case_path(self.spare), self.spare_copy)
        self.spare_key = bytes.fromhex(case_key_hex(self.desk, self.spare))

    def reopen(self) -> None:
        """Open the desk as after a passphrase whose key has been derived already."""
        self.desk = opening._open(self.folder, self.key)

    @cached_property
    def app(self) -> "QApplication":
        """Return the application that screens need."""
        from PySide6.QtWidgets import QApplication

        from ui.theme import current

        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        current().install(app, "light", 100)
        return app

    def plain_file(self, name: str) -> Any:
        """Open the bare copy of the desk file or the register."""
        return plain(self.copies / name, derive(self.key, name))

    def case_bytes(self) -> float:
        """Return how many bytes of case file there are for each case."""
        return sum(self.desk.case_path(case_id).stat().st_size for case_id in self.cases) / len(self.cases)

    def all_bytes(self) -> float:
        """Return how many bytes of everything there are for each case."""
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return sum(path.stat().st_size for path in files) / len(self.cases)

    def close(self) -> None:
        """Take away what measuring wrote and close the desk."""
        erase_case(self.desk, self.spare, "benchmark")
        self.desk.close()
        shutil.rmtree(self.copies)
