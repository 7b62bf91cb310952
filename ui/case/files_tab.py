"""The documents of a case: kept inside its file, copied out only when the worker asks."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.spoken_dates import short_date
from eletdesk.queries.kept_files import DocumentLine
from eletdesk.translation import _
from ui.case.icon_row import IconRow
from ui.case.reading import CaseView
from ui.widgets.buttons import icon_button, secondary
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import Column


class FilesTab(QWidget):
    """Every document, with a copy out, another name, and the bin."""

    look_asked = Signal(str)
    copy_asked = Signal(str, str)
    edit_asked = Signal(str)
    erase_asked = Signal(str)

    def __init__(self, add_file: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = Column(self, gap=12)
        self.card = Card(_("Documents"))
        self.card.add_action(secondary(_("Add a file"), add_file, icon_name="add", sz="s"))
        column.addWidget(self.card)
        column.addStretch(1)

    def show_case(self, view: CaseView) -> None:
        """Show the documents of a case."""
        self.card.clear()
        for line in view.overview.documents:
            self.card.add_row(self._row(line, view))
        if not view.overview.documents:
            hint = _("A copy is kept encrypted in this case; the file itself stays where it is.")
            self.card.add_row(EmptyState(_("No documents yet"), hint, icon_name="document"))

    def _row(self, line: DocumentLine, view: CaseView) -> QWidget:
        second = f"{short_date(line.added_on, view.today)} · {say_size(line.size)}"
        one, name = line.id, line.name.replace("&", "&&")
        ends = [
            icon_button("reveal", _("Look at {name}").format(name=name), partial(self.look_asked.emit, one)),
            icon_button(
                "export",
                _("Save a copy of {name}").format(name=name),
                partial(self.copy_asked.emit, one, line.name),
            ),
            icon_button("write", _("Change {name}").format(name=name), partial(self.edit_asked.emit, one)),
            icon_button(
                "erase", _("Move {name} to the bin").format(name=name), partial(self.erase_asked.emit, one)
            ),
        ]
        chips = [Chip(_("confidential"), icon_name="confidential")] if line.is_confidential else []
        return IconRow(
            "document", line.name, second, ends=ends, chips=chips, wraps=True, margins=(16, 10, 12, 10)
        )


def say_size(size: int) -> str:
    """Say a size in bytes the way people do."""
    if size < 1024 * 1024:
        return _("{size} kB").format(size=max(1, round(size / 1024)))
    return _("{size} MB").format(size=round(size / 1024 / 1024, 1))
