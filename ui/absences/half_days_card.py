"""Every half-day missed in a school year, with its code; chosen by code, changed and erased by keyboard."""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.labels import label
from eletdesk.domain.school_calendar import SchoolYear
from eletdesk.domain.spoken_dates import numeric_date, short_date
from eletdesk.queries.absence_list import AbsenceItem
from eletdesk.translation import _
from ui.absences.words import CODE_TONES, code_text
from ui.case.fields import short_choice_box
from ui.theme import current
from ui.widgets.buttons import soft
from ui.widgets.card import Card
from ui.widgets.cells import Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.sheet_table import SheetColumn, SheetModel, SheetTable

_ROW, _MOST_ROWS = 44, 9
_NOTE, _ROOMY = 3, 560


class HalfDaysCard(Card):
    """The list; Enter opens a half-day, Del moves it to the bin."""

    add_asked = Signal()
    list_asked = Signal()
    opened = Signal(str)
    erase_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Half-days missed"), parent=parent)
        self.add_action(soft(_("Add an absence"), self.add_asked.emit, icon_name="add", sz="s"))
        self.model: SheetModel[AbsenceItem] = SheetModel(
            [
                SheetColumn(_("Day"), _day, lambda row: (row.on, row.part == "afternoon"), share=1.2),
                SheetColumn(_("Code"), _code, lambda row: row.letter, share=2.7),
                SheetColumn(_("School"), lambda row: Cell(row.school or "–", _source(row)), share=1.4),
                SheetColumn(_("Note"), _note, share=1.7),
            ]
        )
        self.codes = short_choice_box(letters=18)
        self.codes.setAccessibleName(_("Only one code"))
        self.codes.currentIndexChanged.connect(self._filter)
        self.table = SheetTable(_("Half-days missed"), self.model, row_height=_ROW)
        self.table.opened.connect(lambda row: self.opened.emit(row.row_id))
        self.table.erase_requested.connect(self._erase)
        self.empty = EmptyState(
            _("No absences in this school year"),
            _("Note a half-day, or read the list of the school."),
            icon_name="absence",
            other=(_("Read a list of the school"), self.list_asked.emit),
        )
        self.add(self.codes)
        self.add_row(self.table)
        self.add_row(self.empty, line=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the notes to the sheets when there is little room: a day has to be read in full."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_NOTE, self.width() * 100 / current().text_scale < _ROOMY)

    def show_items(self, items: list[AbsenceItem], year: SchoolYear | None) -> None:
        """Show the half-days of one school year; the chosen code and row stay chosen."""
        shown = [item for item in items if item.year == year]
        row, code = self.table.current_row(), str(self.codes.value() or "")
        counts = Counter(item.letter for item in shown)
        meanings = {item.letter: code_text(item.letter, item.code) for item in shown}
        choices = [("", _("All codes ({count})").format(count=len(shown)))]
        choices += [(letter, f"{meanings[letter]} ({counts[letter]})") for letter in sorted(counts)]
        self.codes.blockSignals(True)
        self.codes.set_choices(choices, value=code if code in counts else "")
        self.codes.blockSignals(False)
        self.model.set_rows(shown)
        self._filter()
        if isinstance(row, AbsenceItem):
            self.table.go_to(lambda one: one.row_id == row.row_id)
        for widget in (self.codes, self.table):
            widget.setVisible(bool(shown))
        self.empty.setVisible(not shown)

    def show_row(self, row_id: str) -> bool:
        """Go to one half-day; False when it is not of the year shown."""
        self.codes.set_value("")
        found = self.table.go_to(lambda row: row.row_id == row_id)
        if found:
            self.table.setFocus()
        return found

    def _filter(self, _index: int = 0) -> None:
        letter = str(self.codes.value() or "")
        self.model.set_filter((lambda row: row.letter == letter) if letter else None)
        rows = min(_MOST_ROWS, max(2, self.model.rowCount()))
        self.table.setFixedHeight(current().px(_ROW * rows + 44))
        if self.model.rowCount():
            self.table.selectRow(0)

    def _erase(self, row: AbsenceItem) -> None:
        self.erase_asked.emit(row.row_id, f"{numeric_date(row.on)} {row.letter}")


def _day(row: AbsenceItem) -> Cell:
    return Cell(short_date(row.on, clock.today()), label("part", row.part), bold=True)


def _code(row: AbsenceItem) -> Cell:
    tone = CODE_TONES[row.code.kind] if row.code else "warn"
    return Cell(code_text(row.letter, row.code), chip=tone, icon="absence" if row.is_problematic else "")


def _source(row: AbsenceItem) -> str:
    return label("absence_source", row.source)


def _note(row: AbsenceItem) -> Cell:
    odd = _("no lessons: {why}").format(why=row.no_lesson) if row.no_lesson else ""
    return Cell(
        row.note.split("\n", maxsplit=1)[0], odd, second_tone="warn", says=f"{row.note} {odd}".strip()
    )
