"""Make the report that leaves: where it is put, in which language, which tables go and which stay."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.summaries import ExportedSummary, export_summary
from eletdesk.exports.save_export import propose_name
from eletdesk.translation import _, language
from ui.background import Progress, run_in_background
from ui.export_places import export_folder, free_path, remember_folder
from ui.figures.periods import in_words
from ui.figures.reading import Figures
from ui.files import choose_folder
from ui.open_desk import OpenDesk
from ui.widgets.buttons import primary, secondary
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, TextField
from ui.widgets.labels import IconLabel, overline, small
from ui.widgets.layouts import LEFT, TOP, Column, Row

LANGUAGES = (("nl", "Nederlands"), ("fr", "Français"), ("en", "English"))


class ReportDialog(Dialog):
    """One of the three confirmations: data leaves. `made(Path, ExportedSummary)` when the files are there."""

    made = Signal(object, object)

    def __init__(self, window: QWidget, desk: OpenDesk, figures: Figures) -> None:
        text = _("{period}. The report has no names. What leaves is remembered, to check later reports.")
        super().__init__(
            window, _("Make a report"), text=text.format(period=in_words(figures.period)), width=540
        )
        self._desk, self._figures = desk, figures
        self.add(self._tables())
        self.form = Form(gap=12)
        self.language = ChoiceBox(LANGUAGES, value=language())
        name = Path(propose_name(_("figures"), clock.today(), "x")).stem
        self.folder = TextField(str(free_path(export_folder(desk), name)))
        self.form.add("language", _("Language of the report"), self.language)
        self.form.add("folder", _("Put the files here"), self.folder)
        self.add(self.form)
        self.body.addWidget(secondary(_("Choose another folder"), self._choose, sz="s"), 0, LEFT)
        self.problem = small(wrap=True)
        self.problem.set_tone("danger")
        self.problem.hide()
        self.add(self.problem)
        self.add_cancel()
        self.button = self.add_button(primary(_("Make the report"), self.make))
        self.button.setEnabled(bool(figures.release.tables))
        self.folder.returnPressed.connect(self.make)

    def first_field(self) -> QWidget:
        """Return where one starts."""
        return self.button if self.button.isEnabled() else self.folder

    def make(self) -> None:
        """Write the report in the background."""
        if not self.button.isEnabled():
            return
        if not self.folder.text().strip():
            self.form.show_error("folder", _("Choose where the files are put."))
            return
        self._set_busy(True)
        desk, period = self._desk.desk, self._figures.period
        folder, spoken = Path(self.folder.text().strip()).expanduser(), str(self.language.value())

        def work(_progress: Progress) -> tuple[Path, ExportedSummary]:
            return folder, export_summary(desk, period, folder, spoken)

        owner = QCoreApplication.instance()
        assert owner is not None
        run_in_background(owner, work, self._done, self._refused)

    def _tables(self) -> QWidget:
        box = QWidget()
        column = Column(box, gap=6)
        leaving = [table.title for table in self._figures.release.tables]
        column.addWidget(overline(_("In the report")))
        none = _("No table of this period can leave without pointing at people.")
        column.addWidget(small(", ".join(leaving) if leaving else none, wrap=True))
        if self._figures.release.refusals:
            column.addWidget(overline(_("Stays here")))
        for refusal in self._figures.release.refusals:
            line = Row(gap=8)
            line.addWidget(IconLabel("confidential", size=14), 0, TOP)
            line.addWidget(small(f"{refusal.title}: {refusal.sentence}", wrap=True), 1)
            column.addLayout(line)
        return box

    def _done(self, result: tuple[Path, ExportedSummary]) -> None:
        folder, exported = result
        if self._desk.is_closed:
            return
        remember_folder(self._desk, folder.parent)
        self.made.emit(folder, exported)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        self.problem.setText(str(error) or _("The report could not be made."))
        self.problem.show()
        self._fit()

    def _set_busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)
        self.form.setEnabled(not busy)
        self.button.set_text(_("Making the report …") if busy else _("Make the report"))

    def _choose(self) -> None:
        folder = choose_folder(self)
        if folder is not None:
            name = Path(propose_name(_("figures"), clock.today(), "x")).stem
            self.folder.setText(str(free_path(folder, name)))
            self.button.setFocus()
