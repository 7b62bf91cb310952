"""Export the list as it is shown, after a warning: names leave the desk."""

from collections.abc import Callable
from pathlib import Path

from eletdesk import clock
from eletdesk.desk.caseload_export import export_rows
from eletdesk.errors import EletdeskError
from eletdesk.exports.save_export import propose_name
from eletdesk.queries.index_card import IndexCard
from eletdesk.translation import _
from ui.files import choose_place
from ui.open_desk import OpenDesk
from ui.widgets.buttons import primary
from ui.widgets.dialog import ask
from ui.widgets.page import Page
from ui.widgets.sheet_table import SheetModel


def export_caseload(
    page: Page,
    desk: OpenDesk,
    model: SheetModel[IndexCard],
    told: Callable[[str, bool], None],
    refused: Callable[[str], None],
) -> None:
    """Ask, choose a place, write the rows that are seen, and remember that they left."""

    def write() -> None:
        name = propose_name("caseload", clock.today(), "xlsx")
        chosen = choose_place(page, _("Save the list"), Path(name), _("Workbook"))
        if chosen is None:
            return
        headers = [column.title for column in model.columns]
        rows = [[column.cell(card).spoken() for column in model.columns] for card in model.rows()]
        try:
            export_rows(desk.desk, headers, rows, chosen)
        except EletdeskError as error:
            refused(str(error))
            return
        told(_("The list is saved. It holds names: keep it safe."), False)

    ask(
        page.window(),
        _("Export names?"),
        _("The file holds names and is not encrypted. Everybody who has it can read it."),
        primary(_("Export")),
        write,
    )
