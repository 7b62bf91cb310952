"""Do anything over 100 ms in the background, with progress and a way to stop."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from eletdesk.errors import EletdeskError
from eletdesk.log import note_error

Progress = Callable[[int, int], bool]
"""Called by the work with done and total; returns False when the worker wants it to stop."""


class BackgroundWork(QThread):
    """One piece of work in its own thread; its signals arrive in the thread of the screen."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject, work: Callable[[Progress], Any]) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def _report(self, done: int, total: int) -> bool:
        self.progressed.emit(done, total)
        return not self._stop.is_set()

    def run(self) -> None:
        """Run the work; an expected error is handed over, a bug is logged and told as such."""
        try:
            result = self._work(self._report)
        except EletdeskError as error:
            self.refused.emit(error)
        except Exception as error:  # noqa: BLE001 - a thread has nobody above it
            note_error(error)
            self.refused.emit(error)
        else:
            self.succeeded.emit(result)


def run_in_background(
    parent: QObject,
    work: Callable[[Progress], Any],
    done: Callable[[Any], None],
    refused: Callable[[Exception], None],
    progressed: Callable[[int, int], None] | None = None,
) -> BackgroundWork:
    """Start work in the background; done or refused is called in the thread of the screen."""
    task = BackgroundWork(parent, work)
    task.succeeded.connect(done)
    task.refused.connect(refused)
    if progressed is not None:
        task.progressed.connect(progressed)
    task.finished.connect(task.deleteLater)
    task.start()
    return task
