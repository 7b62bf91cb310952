"""Start the program: the window, the practice desk or the tour."""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from eletdesk.log import start_log
from eletdesk.storage.process_memory import keep_memory_private
from ui.application import Application, Start
from ui.locking import LockReason, LockStrategy
from ui.single_instance import SingleInstance


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    if argv is None:  # the process is ours, not a test's
        keep_memory_private()
    chosen = _arguments(sys.argv[1:] if argv is None else argv)
    if chosen.command == "tour":
        from ui.tour import run_tour  # noqa: PLC0415

        return int(run_tour(chosen.place))
    app = QApplication(sys.argv[:1])
    app.setApplicationName("eletdesk")
    app.setDesktopFileName("eletdesk")
    instance = SingleInstance()
    if not chosen.demo and not instance.acquire():
        return 0
    application = Application(app, replace_process(instance))
    instance.raised.connect(application.come_forward)
    stop_log = start_log(application.tell_bug)
    application.start(Start(chosen.desk, chosen.locked, chosen.demo))
    if not chosen.demo:
        instance.listen()
    code = app.exec()
    application.close_desk()
    instance.release()
    stop_log()
    return code


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="eletdesk-window")
    parser.add_argument("--demo", action="store_true", help="open a desk with invented young people")
    parser.add_argument("--desk", type=Path, help="the folder of the desk to open")
    parser.add_argument("--locked", type=LockReason, choices=list(LockReason), help=argparse.SUPPRESS)
    parser.add_argument("command", nargs="?", choices=["tour"], help="tour: do the main work in pictures")
    parser.add_argument("place", nargs="?", type=Path, default=Path("tour"), help="the folder of the tour")
    return parser.parse_args(argv)


def replace_process(instance: SingleInstance) -> LockStrategy:
    """Lock by beginning again: whatever the old process had in memory is gone with it."""

    def replace(folder: Path, reason: LockReason) -> None:
        instance.release()
        again = [*_this_program(), "--desk", str(folder), "--locked", reason.value]
        sys.stdout.flush()
        if os.name == "posix":
            os.execv(again[0], again)  # noqa: S606 - our own program
        subprocess.Popen(again)  # noqa: S603 - our own program
        os._exit(0)

    return replace


def _this_program() -> list[str]:
    """Return how this program was started, without its arguments."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "ui"]


if __name__ == "__main__":
    raise SystemExit(main())
