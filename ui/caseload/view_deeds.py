"""What can be done with views of the caseload: show one, filter, choose columns, keep, throw away."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from eletdesk.desk.case_views import CaseView, ShownColumn, case_view, drop_view, keep_view, read_columns
from eletdesk.queries.register.case_filter import CaseFilter
from ui.caseload.column_sheet import ColumnSheet
from ui.caseload.columns import known
from ui.caseload.filter_sheet import FilterSheet
from ui.caseload.filters import ALL, FILTERS
from ui.caseload.view_name_sheet import ViewNameSheet
from ui.open_desk import OpenDesk

if TYPE_CHECKING:
    from ui.caseload.case_list import CaseList

_COLUMNS = "caseload_columns"


def usual_columns(desk: OpenDesk) -> tuple[ShownColumn, ...]:
    """Return the columns that the worker chose for the whole list."""
    return known(read_columns(desk.setting(_COLUMNS, [])))


class ViewDeeds(QObject):
    """Does it to one list; what is changed in an own view is kept in it at once."""

    def __init__(self, shown: "CaseList", desk: OpenDesk) -> None:
        super().__init__(shown)
        self._list, self._desk = shown, desk
        shown.reordered.connect(self._keep_changes)

    def show_view(self, key: str) -> None:
        """Show a kept view; its filter goes over everybody."""
        view = case_view(self._desk.desk, key)
        if view is not None:
            self._list.bar.chosen = ALL
            self._list.show_view(view if view.columns else replace(view, columns=usual_columns(self._desk)))

    def leave_view(self) -> None:
        """Go back to the whole list."""
        self._list.bar.chosen = FILTERS[0].key
        self._list.show_view(CaseView(columns=usual_columns(self._desk)))
        self._list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_filter(self) -> None:
        """Put conditions together."""
        shown = self._list
        sheet = FilterSheet(shown.window(), shown.view.filter, shown.cards, shown.around, self._use_filter)
        sheet.open(sheet.rows[0].first_field())

    def _use_filter(self, chosen: CaseFilter) -> None:
        if chosen.conditions:
            self._list.bar.chosen = ALL
        view = self._list.view
        if view.is_shipped:
            view = replace(view, key="", name="", is_shipped=False)
        self._list.show_view(replace(view, filter=chosen))
        self._keep_changes()

    def choose_columns(self) -> None:
        """Choose which columns are shown."""
        ColumnSheet(self._list.window(), self._list.view.columns, self._use_columns).open()

    def _use_columns(self, chosen: tuple[ShownColumn, ...]) -> None:
        self._list.show_view(replace(self._list.view, columns=chosen))
        if not self._keep_changes():
            self._desk.desk.file.keep_setting(_COLUMNS, [[one.key, one.width] for one in chosen])

    def keep_view(self) -> None:
        """Ask for a name and keep the view."""
        ViewNameSheet(self._list.window(), self._desk, self._list.view, self._list.show_view).open()

    def drop_view(self) -> None:
        """Throw the present view away."""
        drop_view(self._desk.desk, self._list.view.key)
        self.leave_view()

    def _keep_changes(self) -> bool:
        """Keep what was changed in an own view; tell whether it is one."""
        view = self._list.view
        is_own = bool(view.key) and not view.is_shipped
        if is_own:
            keep_view(self._desk.desk, view)
        return is_own
