"""The agenda: one week at a time, with the line to log a planned session, and the same as text."""

from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.queries.register.views import DayMoment
from eletdesk.translation import _
from ui.agenda.deeds import AgendaDeeds
from ui.agenda.reading import AgendaRow
from ui.agenda.week_body import WeekBody
from ui.case.more_tabs import MORE_TABS
from ui.open_desk import OpenDesk
from ui.quick_line.panel import QuickLinePanel
from ui.widgets.buttons import icon_button, quiet, secondary
from ui.widgets.page import Page
from ui.widgets.segmented import Segmented


class AgendaPage(Page):
    """A week of the caseload."""

    row_requested = Signal(str, str)
    dossier_requested = Signal(str, str)
    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)

    def __init__(self, desk: OpenDesk, *, short_names: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(_("Agenda"), " ", parent=parent)
        self._stale = True
        self.line = QuickLinePanel(desk, short_names=short_names)
        self.body = WeekBody(desk, short_names=short_names)
        self._deeds = AgendaDeeds(desk, self, short_names=short_names)
        self._build()
        self._connect(desk)
        self.body.week.arrange(self.columns())

    def _build(self) -> None:
        self.add_action(icon_button("back", _("Previous week"), lambda: self.body.step(-1)))
        self.add_action(secondary(_("Today"), lambda: self.body.go_to_day(clock.today())))
        self.add_action(icon_button("next", _("Next week"), lambda: self.body.step(1)))
        self.add_action(icon_button("date", _("Go to a date"), self.jump_to_date))
        self.look = Segmented(_("How to show the week"))
        self.look.add("week", _("Week"), "agenda")
        self.look.add("text", _("As text"), "register")
        self.add_action(self.look)
        self.add_action(quiet(_("To another calendar"), self.export, icon_name="export"))
        self.add(self.line)
        self.add(self.body)
        self.line.hide()
        self.main.addStretch(1)

    def _connect(self, desk: OpenDesk) -> None:
        for card in self.body.week.cards:
            card.list.chosen.connect(self._take)
            card.list.ticked.connect(lambda row: self._deeds.tick(row.item))
            card.list.plan_asked.connect(self._plan)
            card.list.key_pressed.connect(self._key)
        self.body.moved.connect(lambda name: self.set_title(_("Agenda"), name))
        self.look.chosen.connect(self.body.show_as)
        self.line.saved.connect(lambda sentence: self.toast_requested.emit(sentence, True))
        self.line.saved.connect(lambda _sentence: self._put_line_away())
        self.line.cancelled.connect(self._put_line_away)
        self._deeds.told.connect(self.toast_requested)
        self._deeds.refused.connect(self.problem_requested)
        self.layout_changed.connect(self.body.week.arrange)
        desk.changed.connect(self._hear)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.read)

    def focus_first(self) -> None:
        """Start on today."""
        self.body.focus_day(clock.today())

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through."""
        return [*([] if self.line.isHidden() else [self.line]), *self.body.panes()]

    def shown_case(self) -> str:
        """Return whose line is under the keyboard."""
        row = self.body.current_row()
        return row.item.case_id if row and row.item else ""

    def add_task(self) -> None:
        """Ask what has to be done for the person under the keyboard."""
        if case_id := self.shown_case():
            self._deeds.add_task(case_id)

    def jump_to_date(self) -> None:
        """Ask for a date and go there."""
        from ui.case.dialogs.jump_dialog import JumpDialog  # noqa: PLC0415

        dialog = JumpDialog(self.window())
        days: list[date] = []
        dialog.chosen.connect(days.append)
        dialog.closed.connect(lambda yes: self.body.go_to_day(days[0]) if yes and days else None)
        dialog.open()

    def export(self) -> None:
        """Write a calendar file."""
        self._deeds.export(self.body.monday)

    def keep_drafts(self) -> None:
        """Keep what stands in the line."""
        self.line.keep()

    def view_state(self) -> dict[str, Any]:
        """Return the week in sight and how it is shown."""
        return {"monday": self.body.monday, "look": self.look.key()}

    def restore_view(self, state: dict[str, Any]) -> None:
        """Show that week again."""
        self.look.choose(state["look"])
        self.body.go(state["monday"])

    def read(self) -> None:
        """Read the week again, when it can be seen."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.body.read()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was out of sight."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.body.read()

    def _hear(self, _changes: object) -> None:
        self._soon.start()

    def _take(self, row: AgendaRow) -> None:
        """Log a planned session of today or before; open everything else where it stands."""
        item = row.item
        if item is None:
            return
        if not item.is_planned or row.on > clock.today():
            tab = next((kind.key for kind in MORE_TABS if item.table in kind.tables), "")
            self.row_requested.emit(item.case_id, f"{tab}/{item.row_id}" if tab else item.row_id)
            return
        self.line.show()
        self.line.start_planned(
            DayMoment(
                item.case_id, item.name, item.row_id, item.kind, item.at, item.minutes, item.state, item.title
            )
        )

    def _put_line_away(self) -> None:
        self.line.keep()
        self.line.hide()
        self.body.focus_day(clock.today())

    def _plan(self, row: AgendaRow) -> None:
        self._deeds.plan(row.on, row.part, row.item.case_id if row.item else "")

    def _key(self, row: AgendaRow, key: str) -> None:
        case_id = row.item.case_id if row.item else ""
        if key == "t":
            self._deeds.add_task(case_id)
        else:
            self.dossier_requested.emit(case_id, "")
