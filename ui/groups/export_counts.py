"""Save the counts that are seen as a workbook, after a warning."""

from collections.abc import Callable
from pathlib import Path

from eletdesk import clock
from eletdesk.desk.groups.report import export_activity_report
from eletdesk.desk.groups.views import ActivityFilter
from eletdesk.errors import EletdeskError
from eletdesk.exports.save_export import propose_name
from eletdesk.translation import _
from ui.export_places import export_folder, remember_folder
from ui.files import choose_place
from ui.open_desk import OpenDesk
from ui.widgets.buttons import primary
from ui.widgets.dialog import ask
from ui.widgets.page import Page


def export_counts(
    page: Page,
    desk: OpenDesk,
    wanted: ActivityFilter,
    told: Callable[[str, bool], None],
    refused: Callable[[str], None],
) -> None:
    """Ask, choose a place, write the counts, and remember that they left."""

    def write() -> None:
        name = export_folder(desk) / propose_name(_("group activities"), clock.today(), "xlsx")
        chosen: Path | None = choose_place(page, _("Save the counts"), name, _("Workbook"))
        if chosen is None:
            return
        try:
            export_activity_report(desk.desk, wanted, chosen)
            remember_folder(desk, chosen.parent)
        except EletdeskError as error:
            refused(str(error))
            return
        told(_("The counts are saved in {file}.").format(file=chosen.name), False)

    ask(
        page.window(),
        _("Save these counts?"),
        _(
            "They have no names, but they are exact: a number under 5 may point at somebody. "
            "What leaves is remembered."
        ),
        primary(_("Save")),
        write,
    )
