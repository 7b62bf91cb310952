"""Ask for the name of a view that is kept."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from eletdesk.desk.case_views import CaseView, keep_view
from eletdesk.errors import EletdeskError, InvalidInputError
from eletdesk.translation import _
from ui.open_desk import OpenDesk
from ui.widgets.buttons import primary
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, TextField


class ViewNameSheet(Dialog):
    """Keep a view under a name; `kept` is called with it."""

    def __init__(
        self, window: QWidget, desk: OpenDesk, view: CaseView, kept: Callable[[CaseView], object]
    ) -> None:
        text = _(
            "The view keeps the filter, the columns and the order. You find it above the list and in Ctrl+K."
        )
        super().__init__(window, _("Keep this view"), text=text)
        self._desk, self._view, self._kept = desk, view, kept
        self.on_enter = self.save
        self.form = Form()
        self.name = TextField("" if view.is_shipped else view.name, placeholder=_("Friday round"))
        self.form.add("name", _("&Name"), self.name)
        self.add(self.form)
        self.add_cancel()
        self.add_button(primary(_("&Keep"), self.save))

    def save(self) -> None:
        """Keep it, or say what is wrong with the name."""
        try:
            kept = keep_view(self._desk.desk, self._view_with_name())
        except InvalidInputError as error:
            self.form.show_error(error.field, str(error))
            self._fit()
        except EletdeskError as error:
            self.form.show_error("name", str(error))
            self._fit()
        else:
            self._kept(kept)
            self.accept()

    def _view_with_name(self) -> CaseView:
        return replace(self._view, name=self.name.text())
