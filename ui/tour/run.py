"""Run the steps of the tour one after the other and tell what they did."""

import os
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.tour.tour import Step, Tour

OWN = ("pictures", "files", "desk")
MARK = "eletdesk-tour.txt"


def run_in_folder(folder: Path, steps: "Sequence[Step] | None" = None) -> int:
    """Do the tour in a folder; its desk and settings live in `desk`, nothing is written anywhere else."""
    folder = folder.resolve()
    if not _clear(folder):
        sys.stderr.write(f"There are other things in {folder}. Name an empty folder for the tour.\n")
        return 2
    os.environ["ELETDESK_HOME"] = str(folder / "desk")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return _run(folder, steps)


def _clear(folder: Path) -> bool:
    """Make room for the tour; what an earlier tour left is replaced, anything else is never touched."""
    mark = folder / MARK
    if folder.exists() and not mark.exists() and any((folder / name).exists() for name in OWN):
        return False
    for name in OWN:
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir(parents=True)
    mark.write_text("Made by the tour of eletdesk; everybody in it is invented.\n", "utf-8")
    return True


def _run(folder: Path, steps: "Sequence[Step] | None") -> int:
    from PySide6.QtCore import QThread, QtMsgType, qInstallMessageHandler  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.application import Application, Start  # noqa: PLC0415
    from ui.tour.hands import Hands  # noqa: PLC0415
    from ui.tour.steps import STEPS  # noqa: PLC0415
    from ui.tour.tour import Tour  # noqa: PLC0415 - Qt is loaded only after its platform was chosen

    said: list[str] = []

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not text.startswith("This plugin does not support"):
            said.append(text)

    qInstallMessageHandler(hear)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    application = Application(app)
    tour = Tour(folder, application, Hands())
    application.start(Start())
    began = time.monotonic()
    problem = ""
    for step in STEPS if steps is None else steps:
        try:
            step(tour)
        except Exception as error:  # noqa: BLE001 - whatever it is, the tour says at which step and ends
            problem = f"Step “{step.__name__}” failed: {error!r}"
            tour.camera.take(tour.sight(), "where-it-stopped")
            tour.tell(problem)
            break
    application.close_desk()
    for thread in application.findChildren(QThread):
        thread.wait()
    qInstallMessageHandler(None)
    sys.stdout.write(_report(tour, time.monotonic() - began, said) + "\n")
    return 1 if problem or said else 0


def _report(tour: "Tour", seconds: float, said: list[str]) -> str:
    """Return the list of what was done, with the place of every file."""
    lines = []
    for number, told in enumerate(tour.told, start=1):
        lines.append(f"{number:2}. {told.sentence}")
        lines += [f"      {file.relative_to(tour.folder)}" for file in told.files]
    lines += [f"Qt said: {text}" for text in said]
    lines.append(f"Done in {seconds:.0f} seconds; everything is in {tour.folder}")
    return "\n".join(lines)
