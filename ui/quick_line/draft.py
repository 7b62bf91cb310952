"""Keep what stands in the quick line two seconds after the last key, and at every moment one may leave."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from eletdesk.desk.drafts import desk_draft, drop_desk_draft, keep_desk_draft
from ui.open_desk import OpenDesk

NAME = "quick_line"
_PAUSE_MS = 2000


class LineDraft(QObject):
    """The draft of the quick line in the desk file."""

    def __init__(self, desk: OpenDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: dict[str, str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.flush)

    def note(self, values: dict[str, str]) -> None:
        """Hear of an edit; it is kept after the pause."""
        self._waiting = values
        self._timer.start()

    def flush(self) -> None:
        """Keep what waits, now."""
        self._timer.stop()
        values, self._waiting = self._waiting, None
        if values is None:
            return
        if values.get("text", "").strip():
            keep_desk_draft(self._desk.desk, NAME, values)
        else:
            drop_desk_draft(self._desk.desk, NAME)

    def settle(self) -> None:
        """Hear that what stands in the line is what is kept already."""
        self._timer.stop()
        self._waiting = None

    def drop(self) -> None:
        """Forget the draft: its words were saved or thrown away."""
        self.settle()
        drop_desk_draft(self._desk.desk, NAME)

    def read(self) -> tuple[dict[str, str], datetime] | None:
        """Return what was kept and when."""
        found = desk_draft(self._desk.desk, NAME)
        return None if found is None else (found.values, found.saved_at)
