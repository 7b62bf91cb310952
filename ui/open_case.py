"""One open case for the pages that show it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from eletdesk.desk.changes import Changes
from ui.open_desk import OpenDesk

if TYPE_CHECKING:
    from sqlmodel import Session

    from eletdesk.programmes.definition import Programme

P = ParamSpec("P")
R = TypeVar("R")


class OpenCase(QObject):
    """A case on the screen; `changed` carries the frozenset of changed subjects of this case only."""

    changed = Signal(object)

    def __init__(self, desk: OpenDesk, case_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.case_id = case_id
        desk.changed.connect(self._tell)

    def _tell(self, changes: Changes) -> None:
        if changes.case_id in (self.case_id, None):
            self.changed.emit(changes.subjects)

    def run(self, operation: Callable[Concatenate["Session", P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Do one thing in this case."""
        return self.desk.run(self.case_id, operation, *args, **kwargs)

    def read(self, query: Callable[Concatenate["Session", P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Ask this case one thing."""
        return self.desk.read(self.case_id, query, *args, **kwargs)

    def programme(self, code: str, version: int) -> "Programme":
        """Return the programme that a pathway of this case is worked with."""
        return self.desk.desk.programme_of(self.case_id, code, version)

    def close(self) -> None:
        """Stop listening; the desk closes the file itself."""
        self.desk.changed.disconnect(self._tell)
