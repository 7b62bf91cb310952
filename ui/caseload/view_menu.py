"""The menu of the list: own views, those that came along, and what can be done with the present one."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from eletdesk.desk.case_views import CaseView
from eletdesk.translation import _
from ui.widgets.buttons import MenuButton


class HasViewDeeds(Protocol):
    """What the menu can do."""

    def show_view(self, key: str) -> None:
        """Show a kept view."""

    def edit_filter(self) -> None:
        """Put conditions together."""

    def choose_columns(self) -> None:
        """Choose which columns are shown."""

    def keep_view(self) -> None:
        """Keep the present view."""

    def drop_view(self) -> None:
        """Throw the present view away."""

    def leave_view(self) -> None:
        """Go back to the whole list."""


def fill_view_menu(
    button: MenuButton, views: Sequence[CaseView], present: CaseView, do: HasViewDeeds
) -> None:
    """Fill the menu anew."""
    button.menu().clear()
    for is_shipped in (False, True):
        some = [view for view in views if view.is_shipped is is_shipped]
        for view in some:
            mark = "tick" if view.key == present.key else "filter"
            button.add(view.said.replace("&", "&&"), partial(do.show_view, view.key), icon_name=mark)
        if some:
            button.menu().addSeparator()
    button.add(_("Filter ..."), do.edit_filter, icon_name="filter")
    button.add(_("Columns ..."), do.choose_columns, icon_name="spreadsheet")
    button.add(_("Keep this view ..."), do.keep_view, icon_name="pin")
    if present.key and not present.is_shipped:
        button.add(_("Throw this view away"), do.drop_view, icon_name="erase")
    if present.key or present.filter.conditions:
        button.add(_("Back to the whole list"), do.leave_view, icon_name="caseload")
