"""Export the list as it is shown, after a warning that says what leaves: names leave the desk."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.caseload_export import ExportedNames, export_rows
from eletdesk.errors import EletdeskError
from eletdesk.exports.save_export import propose_name
from eletdesk.translation import _, ngettext
from ui.caseload.case_list import CaseList
from ui.files import choose_place
from ui.open_desk import OpenDesk
from ui.widgets.buttons import primary
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label
from ui.widgets.page import Page
from ui.widgets.segmented import Segmented


class ExportSheet(Dialog):
    """Say how many rows and which columns leave, and ask whether with names or initials."""

    def __init__(self, window: QWidget, shown: CaseList, chosen: Callable[[ExportedNames], object]) -> None:
        super().__init__(
            window,
            _("Export this list?"),
            text=_("The file is not encrypted. Everybody who has it can read it."),
        )
        self._chosen = chosen
        rows, titles = shown.model.rowCount(), [one.title for one in shown.model.columns]
        said = ngettext("{count} young person leaves.", "{count} young people leave.", rows)
        self.add(Label(said.format(count=rows), role="strong"))
        self.add(Label(_("Columns: {columns}").format(columns=", ".join(titles)), tone="text2", wrap=True))
        for sentence in shown.conditions_said():
            self.add(Label(sentence, role="small", tone="text2", wrap=True))
        self.names = Segmented(_("Names in the file"))
        self.names.add("initials", _("&Initials only"))
        self.names.add("names", _("With &names"))
        self.add(self.names)
        self.add(
            Label(
                _("Other columns may hold names too, such as the next step. Choose the columns first."),
                role="small",
                tone="text2",
                wrap=True,
            )
        )
        self.add_cancel()
        self.add_button(primary(_("&Export"), self.export))

    def export(self) -> None:
        """Go on with the choice."""
        self.accept()
        self._chosen("names" if self.names.key() == "names" else "initials")


def export_caseload(
    page: Page,
    desk: OpenDesk,
    shown: CaseList,
    told: Callable[[str, bool], None],
    refused: Callable[[str], None],
) -> None:
    """Ask, choose a place, write the rows and columns that are seen, and remember that they left."""

    def write(names: ExportedNames) -> None:
        chosen = choose_place(
            page, _("Save the list"), Path(propose_name("caseload", clock.today(), "xlsx")), _("Workbook")
        )
        if chosen is None:
            return
        columns = shown.sheet_columns("initials" if names == "initials" else None)
        headers = [column.title for column in columns]
        rows = [[column.cell(card).spoken() for column in columns] for card in shown.model.rows()]
        try:
            export_rows(desk.desk, headers, rows, chosen, names=names, conditions=shown.conditions_said())
        except EletdeskError as error:
            refused(str(error))
            return
        told(_SAVED[names]().format(count=len(rows)), False)

    ExportSheet(page.window(), shown, write).open()


_SAVED: dict[str, Callable[[], str]] = {
    "names": lambda: _("The list is saved. It holds names: keep it safe."),
    "initials": lambda: _("The list is saved with initials. Keep it safe all the same."),
}
