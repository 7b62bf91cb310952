"""The menu of a case: record, move on, change what is known, pin, and the bin.

The menu and the palette list the same ENTRIES; a new one is one line here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eletdesk.desk.cases import bin_case
from eletdesk.errors import EletdeskError
from eletdesk.translation import N_, _
from ui.case.deeds import CaseDeeds
from ui.open_case import OpenCase
from ui.widgets.buttons import MenuButton


@dataclass(frozen=True)
class MenuEntry:
    """One line of the menu: its name for the code, its words and icon, and what it does.

    `opens_group` draws a line above it, `keys` are shown beside it (the page or the window owns them).
    """

    key: str
    text: str
    icon: str
    do: Callable[["CaseMenu"], object]
    opens_group: bool = False
    keys: str = ""


class CaseMenu(QObject):
    """Fills the menu button of the head; `pin_asked` and `binned` are for the page."""

    pin_asked = Signal()
    binned = Signal()

    def __init__(self, page: QWidget, button: MenuButton, case: OpenCase, do: CaseDeeds) -> None:
        super().__init__(page)
        self._case, self.do = case, do
        for entry in ENTRIES:
            if entry.opens_group:
                button.menu().addSeparator()
            self._add(button, entry)

    def _add(self, button: MenuButton, entry: MenuEntry) -> None:
        button.add(_(entry.text), lambda: entry.do(self), icon_name=entry.icon, shortcut=entry.keys)

    def choose(self, key: str) -> None:
        """Do what one line of the menu does."""
        next(entry for entry in ENTRIES if entry.key == key).do(self)

    def bin(self) -> None:
        """Move this case to the bin."""
        try:
            bin_case(self._case.desk.desk, self._case.case_id)
        except EletdeskError as error:
            self.do.refused.emit(str(error))
            return
        self.do.told.emit(_("Case moved to the bin"), True)
        self.binned.emit()


ENTRIES: tuple[MenuEntry, ...] = (
    MenuEntry("plan_session", N_("Plan a session"), "plan", lambda menu: menu.do.moments.plan_session()),
    MenuEntry("contact", N_("Record a contact"), "call", lambda menu: menu.do.moments.record_contact()),
    MenuEntry(
        "no_answer",
        N_("No answer: try again later"),
        "silent",
        lambda menu: menu.do.moments.log_no_answer(),
        keys="Ctrl+Shift+A",
    ),
    MenuEntry(
        "time_out", N_("Record a time-out"), "time-out", lambda menu: menu.do.moments.record_time_out()
    ),
    MenuEntry("goal", N_("Agree on a goal"), "goal", lambda menu: menu.do.goals.add_goal()),
    MenuEntry("assess", N_("Ask how it goes"), "assessment", lambda menu: menu.do.goals.add_assessment()),
    MenuEntry("care", N_("Note a step of care"), "care", lambda menu: menu.do.goals.add_step()),
    MenuEntry("stage", N_("Move to a stage"), "stage", lambda menu: menu.do.pathway.move_stage(), True),
    MenuEntry(
        "pathway", N_("Referrer, reasons and goals"), "goal", lambda menu: menu.do.pathway.edit_pathway()
    ),
    MenuEntry(
        "questions",
        N_("Questions of the programme"),
        "question",
        lambda menu: menu.do.pathway.answer_questions(),
    ),
    MenuEntry("close", N_("Close the pathway"), "closed", lambda menu: menu.do.pathway.close_pathway()),
    MenuEntry(
        "start_pathway",
        N_("Start another pathway"),
        "programme",
        lambda menu: menu.do.pathway.start_pathway(),
    ),
    MenuEntry(
        "reopen",
        N_("Open again as a new spell"),
        "reopen",
        lambda menu: menu.do.pathway.reopen_pathway(),
    ),
    MenuEntry(
        "person", N_("Details of the young person"), "person", lambda menu: menu.do.people.edit_person(), True
    ),
    MenuEntry("tags", N_("Tags"), "tag", lambda menu: menu.do.people.edit_tags()),
    MenuEntry("school", N_("School"), "school", lambda menu: menu.do.people.edit_enrolment()),
    MenuEntry("consent", N_("Consent"), "consent", lambda menu: menu.do.people.show_consents()),
    MenuEntry(
        "pin", N_("Pin to the sidebar, or take the pin away"), "pin", lambda menu: menu.pin_asked.emit(), True
    ),
    MenuEntry(
        "history", N_("History of this case"), "history", lambda menu: menu.do.moments.show_case_history()
    ),
    MenuEntry("bin", N_("Bin of this case"), "restore", lambda menu: menu.do.moments.show_bin()),
    MenuEntry("bin_case", N_("Move this case to the bin"), "erase", lambda menu: menu.bin()),
)
"""Everything the menu offers, in its order."""
