"""The menu of a case: record, move on, change what is known, pin, and the bin."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eletdesk.desk.cases import bin_case
from eletdesk.errors import EletdeskError
from eletdesk.translation import _
from ui.case.deeds import CaseDeeds
from ui.open_case import OpenCase
from ui.widgets.buttons import MenuButton


class CaseMenu(QObject):
    """Fills the menu button of the head; `pin_asked` and `binned` are for the page."""

    pin_asked = Signal()
    binned = Signal()

    def __init__(self, page: QWidget, button: MenuButton, case: OpenCase, do: CaseDeeds) -> None:
        super().__init__(page)
        self._case, self._do = case, do
        button.add(_("Plan a session"), do.moments.plan_session, icon_name="plan")
        button.add(_("Record a contact"), do.moments.record_contact, icon_name="call")
        button.add(_("Record a time-out"), do.moments.record_time_out, icon_name="time-out")
        button.menu().addSeparator()
        button.add(_("Move to a stage"), do.pathway.move_stage, icon_name="stage")
        button.add(_("Referrer, reasons and goals"), do.pathway.edit_pathway, icon_name="goal")
        button.add(_("Close the pathway"), do.pathway.close_pathway, icon_name="closed")
        button.menu().addSeparator()
        button.add(_("Details of the young person"), do.people.edit_person, icon_name="person")
        button.add(_("School"), do.people.edit_enrolment, icon_name="school")
        button.add(_("Consent"), do.people.show_consents, icon_name="consent")
        button.menu().addSeparator()
        button.add(_("Pin to the sidebar, or take the pin away"), self.pin_asked.emit, icon_name="pin")
        button.add(_("Bin of this case"), do.moments.show_bin, icon_name="restore")
        button.add(_("Move this case to the bin"), self.bin, icon_name="erase")

    def bin(self) -> None:
        """Move this case to the bin."""
        try:
            bin_case(self._case.desk.desk, self._case.case_id)
        except EletdeskError as error:
            self._do.refused.emit(str(error))
            return
        self._do.told.emit(_("Case moved to the bin"), True)
        self.binned.emit()
