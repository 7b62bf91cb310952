"""The bridge between the screens and an unlocked desk."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from eletdesk.desk.changes import Changes
from eletdesk.desk.desk import Desk

if TYPE_CHECKING:
    from sqlmodel import Session

    from eletdesk.storage.register import Register

P = ParamSpec("P")
R = TypeVar("R")


class OpenDesk(QObject):
    """An unlocked desk for the screens: run operations, ask questions, hear of changes.

    `changed` carries a Changes: case_id (None: the desk as a whole) and the names of the changed subjects.
    An operation may raise EletdeskError; the page that called it shows the sentence at the right place.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        #: A list that one page hands to another one to read.
        self.list_to_read: Path | None = None
        #: Work in the background may end after the desk was locked.
        self.is_closed = False
        self._cancel = desk.subscriptions.subscribe(self._tell)

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)

    def run(
        self,
        case_id: str,
        operation: Callable[Concatenate["Session", P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Do one thing in one case."""
        return self.desk.run(case_id, operation, *args, **kwargs)

    def read(
        self, case_id: str, query: Callable[Concatenate["Session", P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Ask one case one thing."""
        return self.desk.read(case_id, query, *args, **kwargs)

    def ask(self, query: Callable[Concatenate["Register", P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Ask the register something about all cases."""
        return self.desk.ask(query, *args, **kwargs)

    def setting(self, name: str, default: Any = None) -> Any:
        """Return a setting that lives in the desk."""
        return self.desk.file.setting(name, default)

    def close(self) -> None:
        """Stop listening and close the desk."""
        self.is_closed = True
        self._cancel()
        self.desk.close()
