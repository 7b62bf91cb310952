"""Check every file of the desk, or make the overview again; both can be stopped."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QProgressBar

from eletdesk.desk.checking import CaseCheck, DeskCheck, check_desk
from eletdesk.desk.refresh import rebuild_register
from eletdesk.queries.register.views import index_card
from eletdesk.translation import _, ngettext
from ui.background import BackgroundWork, Progress, run_in_background
from ui.open_desk import OpenDesk
from ui.widgets.buttons import quiet, secondary
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.labels import small


class CheckCard(Card):
    """Two buttons, a progress bar with Stop, and the result in words; `finished()` after each run."""

    finished = Signal()

    def __init__(self, desk: OpenDesk) -> None:
        super().__init__(_("Is everything sound?"))
        self._desk = desk
        self._work: BackgroundWork | None = None
        self._is_stopped = False
        self.add(small(_("Reads every case file and looks whether anything was damaged."), wrap=True))
        self.check = secondary(_("C&heck the desk"), self.start_check, icon_name="safe")
        self.rebuild = secondary(_("Make the over&view again"), self.start_rebuild, icon_name="restore")
        buttons = Flow(gap=8)
        buttons.add(self.check, self.rebuild)
        self.add(buttons)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self.stop = quiet(_("&Stop"), self.stop_work, icon_name="close", sz="s")
        self.result = small(wrap=True)
        self.add(self.bar, self.stop, self.result)
        self._set_busy(False)
        self.result.hide()

    def is_busy(self) -> bool:
        """Tell whether something runs."""
        return self._work is not None

    def start_check(self) -> None:
        """Check all files in the background."""
        desk = self._desk.desk

        def work(progress: Progress) -> DeskCheck:
            return check_desk(desk, progress)

        self._start(work, self._checked)

    def start_rebuild(self) -> None:
        """Make the overview again from the case files, in the background."""
        desk = self._desk.desk

        def work(progress: Progress) -> int:
            return rebuild_register(desk, progress)

        self._start(work, self._rebuilt)

    def stop_work(self) -> None:
        """Stop at the next file."""
        if self._work is not None:
            self._is_stopped = True
            self._work.stop()

    def _start(self, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        if self._work is not None:
            return
        self._is_stopped = False
        self.bar.setRange(0, 0)
        self._set_busy(True)
        owner = QCoreApplication.instance()
        assert owner is not None
        self._work = run_in_background(owner, work, done, self._refused, self._progressed)

    def _progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _checked(self, found: DeskCheck) -> None:
        if self._is_stopped:
            self._end(_("Stopped. Not every file was read."), "text2")
            return
        said = [
            ngettext("{count} case file was read.", "{count} case files were read.", found.checked).format(
                count=found.checked
            )
        ]
        said += [self._problem(problem) for problem in found.problems]
        if found.strangers:
            count = len(found.strangers)
            strange = ngettext(
                "{count} file in the folder belongs to no case.",
                "{count} files in the folder belong to no case.",
                count,
            )
            said.append(strange.format(count=count))
        if found.is_sound:
            said.append(_("Everything is sound."))
        self._end("\n".join(said), "ok" if found.is_sound else "danger")

    def _problem(self, problem: CaseCheck) -> str:
        card = self._desk.ask(index_card, problem.case_id)
        name = card.name if card is not None else _("A case")
        return f"{name}: {problem.sentence}"

    def _rebuilt(self, count: int) -> None:
        if self._is_stopped:
            self._end(_("Stopped. Make the overview again to see everybody."), "warn")
            return
        words = ngettext(
            "The overview was made again from {count} case file.",
            "The overview was made again from {count} case files.",
            count,
        )
        self._end(words.format(count=count), "ok")

    def _refused(self, error: Exception) -> None:
        self._end(str(error) or _("The check could not be finished."), "danger")

    def _end(self, text: str, tone: str) -> None:
        self._work = None
        self._set_busy(False)
        self.result.setText(text)
        self.result.set_tone(tone)
        self.result.show()
        self.finished.emit()

    def _set_busy(self, busy: bool) -> None:
        self.check.setEnabled(not busy)
        self.rebuild.setEnabled(not busy)
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        if busy:
            self.result.hide()
            self.stop.setFocus()
