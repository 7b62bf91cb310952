"""The sheet that makes a file which leaves the desk: where it is put, work in the background, what failed."""

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.exports.save_export import propose_name, save_export
from eletdesk.translation import _
from ui.background import Progress, run_in_background
from ui.export_places import export_folder, free_path, remember_folder
from ui.files import choose_place
from ui.open_desk import OpenDesk
from ui.widgets.buttons import Button, secondary
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, TextField
from ui.widgets.labels import small
from ui.widgets.layouts import LEFT

LANGUAGES = (("nl", "Nederlands"), ("fr", "Français"), ("en", "English"))


class LeavingDialog(Dialog):
    """One of the confirmations: data leaves. A child puts its fields in `form`, then calls `finish`.

    `made(Path)` when the file is written. What was made stays made: when only the writing failed, the same
    bytes are written at the next try.
    """

    made = Signal(object)

    def __init__(self, window: QWidget, desk: OpenDesk, title: str, *, text: str, width: int = 540) -> None:
        super().__init__(window, title, text=text, width=width)
        self._desk, self._title = desk, title
        self._content: bytes | None = None
        self.form = Form(gap=12)
        self.place = TextField()

    def finish(self, name: str, button: Button, label: str = "") -> None:
        """Add the place, under a name that says nothing about anybody, and the one button."""
        proposed = propose_name(name, clock.today(), "pdf")
        self.place.setText(str(free_path(export_folder(self._desk), proposed)))
        self.form.add("place", label or _("Put it here"), self.place)
        self.add(self.form)
        self.body.addWidget(secondary(_("Choose another folder"), self._choose, sz="s"), 0, LEFT)
        self.problem = small(wrap=True)
        self.problem.set_tone("danger")
        self.problem.hide()
        self.add(self.problem)
        self.add_cancel()
        self.button = self.add_button(button)
        self.place.returnPressed.connect(self.make)

    def refusal(self) -> tuple[str, str] | None:
        """Return the field and the sentence when the fields are not right yet; a child may say more."""
        if not self.place.text().strip():
            return "place", _("Choose where the file is put.")
        return None

    @abstractmethod
    def work(self) -> Callable[[], bytes]:
        """Read the fields now, and return what makes the file; it runs in the background."""

    def make(self) -> None:
        """Check the fields, then make and write the file in the background."""
        if not self.button.isEnabled():
            return
        self.form.clear_errors()
        self.problem.hide()
        refused = self.refusal()
        if refused is not None:
            self.form.show_error(*refused)
            return
        self._set_busy(True)
        owner = QCoreApplication.instance()
        assert owner is not None
        run_in_background(owner, self._whole_work(self.work()), self._done, self._refused)

    def _whole_work(self, make: Callable[[], bytes]) -> Callable[[Progress], Path]:
        path = Path(self.place.text().strip()).expanduser()

        def work(_progress: Progress) -> Path:
            if self._content is None:
                self._content = make()
            return save_export(path, self._content)

        return work

    def _choose(self) -> None:
        chosen = choose_place(self, self._title, Path(self.place.text()), "PDF")
        if chosen is not None:
            self.place.setText(str(chosen))

    def _done(self, path: Path) -> None:
        remember_folder(self._desk, path.parent)
        self.made.emit(path)
        self.accept()

    def _refused(self, error: Exception) -> None:
        """Say what went wrong: at the place when the file itself was made."""
        self._set_busy(False)
        if self._content is not None:
            self.form.show_error("place", str(error) or _("The file could not be written here."))
        else:
            self.problem.setText(str(error) or _("The file could not be made."))
            self.problem.show()
        self._fit()

    def _set_busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)
        self.form.setEnabled(not busy)
