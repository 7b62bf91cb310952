"""The unlocked workplace: keys, desk file, register, the folder of case files and the programmes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from eletdesk import clock
from eletdesk.desk.changes import Changes, Subscriptions
from eletdesk.errors import EletdeskError, MissingFileError
from eletdesk.log import note_error
from eletdesk.storage.desk_file import CaseKeyRow, DeskFile
from eletdesk.storage.desk_lock import DeskLock
from eletdesk.storage.keys import DeskKey, unwrap_case_key
from eletdesk.storage.register import Register

if TYPE_CHECKING:
    from sqlmodel import Session

    from eletdesk.programmes.definition import Programme
    from eletdesk.storage.case_file import CaseFile, Commit

P = ParamSpec("P")
R = TypeVar("R")

CASE_SUFFIX = ".eletcase"
_OPEN_FILES = 8


class Follow(Protocol):
    """What follows when a case was opened or changed: handed in, so that the desk knows no rule."""

    def opened(self, desk: Desk, case: CaseFile) -> None:
        """Follow the opening of a case file."""

    def committed(self, desk: Desk, commit: Commit) -> None:
        """Follow a finished transaction: anchor, step, register."""


class Desk:
    """An unlocked desk; one thread works with it at a time."""

    def __init__(
        self,
        folder: Path,
        key: DeskKey,
        lock: DeskLock,
        file: DeskFile,
        register: Register,
        follow: Follow,
    ) -> None:
        self._follow = follow
        self.folder = folder
        self.key = key
        self.lock = lock
        self.file = file
        self.register = register
        self.subscriptions = Subscriptions()
        self.busy = RLock()
        #: Cases that could not be read at the last look, with the sentence that says why.
        self.problems: dict[str, str] = {}
        #: Whether the clock is sure enough to remove what is old for good.
        self.may_empty_bins = True
        self.is_closed = False
        #: Cases whose confidential notes were journalled as read since the desk was unlocked.
        self.noted_readings: set[str] = set()
        self._open_cases: dict[str, CaseFile] = {}
        self.cases_folder = folder / "cases"

    @property
    def worker(self) -> str:
        """Return the name of the worker whose desk this is."""
        return str(self.file.setting("worker_name", ""))

    @property
    def is_demo(self) -> bool:
        """Tell whether everybody in this desk is invented."""
        return bool(self.file.setting("is_demo", default=False))

    @cached_property
    def programmes(self) -> dict[tuple[str, int], Programme]:
        """Return the programmes of the house and the own ones of this desk, by code and version."""
        from eletdesk.desk.programmes import known_programmes  # noqa: PLC0415

        return known_programmes(self.file)

    def forget_programmes(self) -> None:
        """Read the programmes again when they are next asked for."""
        self.__dict__.pop("programmes", None)

    def programme_of(self, case_id: str, code: str, version: int) -> Programme:
        """Return the programme a case is worked with: the text that travels with the case goes first."""
        from eletdesk.programmes.own_programme import kept_programme  # noqa: PLC0415

        kept = self.case(case_id).kept(f"programme:{code}:{version}")
        if kept is not None:
            return kept_programme(kept, f"{code}.toml")
        return self.programmes[(code, version)]

    def case_path(self, case_id: str) -> Path:
        """Return where a case file stands; the name says nothing about the person."""
        return self.cases_folder / f"{case_id}{CASE_SUFFIX}"

    def case(self, case_id: str) -> CaseFile:
        """Return the open case file; opening checks it against what the desk saw last."""
        with self.busy:
            if case_id in self._open_cases and self._open_cases[case_id].is_unsure:
                self.close_case(case_id)
            self._see_to_place(case_id)
            case = self._open_cases.pop(case_id, None)
            is_new = case is None
            case = case or self._open(case_id)
            self._open_cases[case_id] = case
            if is_new:
                self._follow.opened(self, case)
            while len(self._open_cases) > _OPEN_FILES:
                self.close_case(next(iter(self._open_cases)))
            return case

    def _open(self, case_id: str) -> CaseFile:
        row = self.file.case_key(case_id)
        if row is None:
            raise MissingFileError
        case = self.open_file(row)
        case.on_commit = self._committed
        return case

    def _see_to_place(self, case_id: str) -> None:
        """Put an open case back that another program took away or replaced, and open it anew."""
        case = self._open_cases.get(case_id)
        if case is not None and not case.is_in_place:
            case.put_back()
            self.close_case(case_id)

    def open_file(self, row: CaseKeyRow) -> CaseFile:
        """Open a case file on its own, checked; the caller closes it."""
        from eletdesk.storage.case_file import CaseFile, CaseKeys  # noqa: PLC0415

        keys = CaseKeys.of(row.case_id, unwrap_case_key(self.key, row.case_id, row.wrapped))
        case = CaseFile.open(self.case_path(row.case_id), row.case_id, keys)
        try:
            case.check_not_older(row.known)
        except EletdeskError:
            case.close()
            raise
        return case

    def close_case(self, case_id: str) -> None:
        """Close a case file if it is open."""
        case = self._open_cases.pop(case_id, None)
        if case is not None:
            case.close()

    def run(
        self, case_id: str, operation: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Do one thing in one case, as one transaction, journalled under the operation's name."""
        with self.busy, self.case(case_id).transaction(operation.__name__, self.worker) as session:
            return operation(session, *args, **kwargs)

    def read(
        self, case_id: str, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Ask one case one thing."""
        with self.busy, self.case(case_id).reading() as session:
            return query(session, *args, **kwargs)

    def ask(self, query: Callable[Concatenate[Register, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Ask the register something about all cases."""
        with self.busy:
            return query(self.register, *args, **kwargs)

    def _committed(self, commit: Commit) -> None:
        """Follow a finished transaction: anchor, step, register, screens."""
        try:
            self._follow.committed(self, commit)
        except EletdeskError as error:
            # What the worker did is kept; the register catches up at the next start.
            note_error(error)
        self.tell(commit.case_id, commit.tables, commit.national_numbers)

    def tell(self, case_id: str | None, subjects: frozenset[str], national_numbers: int = 0) -> None:
        """Tell the screens what changed."""
        self.subscriptions.tell(Changes(case_id, subjects, national_numbers))

    def note_use(self) -> None:
        """Remember when the desk was last opened."""
        self.file.keep_setting("last_opened_at", clock.now().isoformat(timespec="minutes"))

    def close(self) -> None:
        """Close everything and give the lock back; closing twice does no harm."""
        with self.busy, ExitStack() as each:  # each is closed, whatever goes wrong with another
            if self.is_closed:
                return
            self.is_closed = True
            each.callback(self.lock.release)
            each.callback(self.file.close)
            each.callback(self.register.close)
            for case_id in tuple(self._open_cases):
                each.callback(self.close_case, case_id)
