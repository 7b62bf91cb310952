"""Today: what needs me, what is due, the sessions of the day, and the line to log them in."""

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.changes import Changes
from eletdesk.domain.spoken_dates import long_date
from eletdesk.queries.attention.item import Attention
from eletdesk.queries.register.views import DayMoment, index_card
from eletdesk.translation import _, ngettext
from ui.open_desk import OpenDesk
from ui.quick_line.panel import QuickLinePanel
from ui.today.card_columns import CardColumns
from ui.today.deeds import TodayDeeds
from ui.today.reading import TodayFacts, read_today
from ui.widgets.buttons import secondary
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Page

_MINUTE_MS = 60_000


class TodayPage(Page):
    """The first page after unlocking."""

    case_requested = Signal(str)
    row_requested = Signal(str, str)
    dossier_requested = Signal(str, str)
    new_person_requested = Signal()
    import_requested = Signal()
    page_requested = Signal(str)
    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)
    count_changed = Signal(str)

    def __init__(self, desk: OpenDesk, *, short_names: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._short_names = short_names
        self._stale = True
        self._count = ""
        self.line = QuickLinePanel(desk, short_names=short_names)
        self.cards = CardColumns()
        self.attention, self.tasks, self.day = self.cards.attention, self.cards.tasks, self.cards.day.list
        self._deeds = TodayDeeds(desk, self)
        self._build()
        self._connect()
        self.layout_changed.connect(self.cards.arrange)
        self.cards.arrange(self.columns())
        self._read_now()

    def _build(self) -> None:
        new = secondary(_("New young person"), self.new_person_requested.emit, icon_name="new-person")
        self.add_action(new)
        self.add(self.line)
        self._empty = EmptyState(
            _("No young people yet"),
            _("Add the first one, or read in the list that you keep in a spreadsheet."),
            icon_name="caseload",
            main=(_("New young person"), self.new_person_requested.emit),
            other=(_("Read in a spreadsheet"), self.import_requested.emit),
        )
        self.add(self._empty)
        self.add(self.cards)
        self.main.addStretch(1)
        self.cards.follow([new, *self.line.stops()])

    def _connect(self) -> None:
        self.line.saved.connect(lambda sentence: self.toast_requested.emit(sentence, True))
        self.line.down_pressed.connect(self.day.focus_next)
        self.day.up_left.connect(self.line.start)
        self.day.log_asked.connect(self.line.start_planned)
        self.day.opened.connect(lambda moment: self.case_requested.emit(moment.case_id))
        self.day.key_pressed.connect(self._key)
        self.attention.action_asked.connect(self._act)
        self.attention.put_off_asked.connect(self._deeds.put_off)
        self.attention.take_up_asked.connect(self._deeds.take_up)
        self.tasks.ticked.connect(self._deeds.tick)
        self.tasks.all_asked.connect(lambda: self.page_requested.emit("tasks"))
        self._deeds.told.connect(self.toast_requested)
        self._deeds.refused.connect(self.problem_requested)
        self._desk.changed.connect(self._hear)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.read)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.read)
        self._minute.start()

    def focus_first(self) -> None:
        """Start in the line."""
        self.line.start()

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through."""
        return [self.line, self.attention, self.tasks, self.day]

    def shown_case(self) -> str:
        """Return whose session is under the keyboard."""
        row = self.day.current_row() if self.day.hasFocus() else None
        return row.moment.case_id if row else ""

    def add_task(self) -> None:
        """Ask what has to be done for the person chosen; for nobody in particular, in the line."""
        if case_id := self.shown_case():
            self._deeds.add_task(case_id)
        else:
            self.line.start_task()

    def keep_drafts(self) -> None:
        """Keep what stands in the line."""
        self.line.keep()

    def read(self) -> None:
        """Read everything again, when it can be seen."""
        if self.isVisible():
            self._read_now()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was out of sight."""
        super().showEvent(event)
        self.line.take_up_draft()
        if self._stale:
            self._read_now()
        self.count_changed.emit(self._count)

    def _hear(self, _changes: Changes) -> None:
        self._soon.start()

    def _read_now(self) -> None:
        self._stale = False
        facts = read_today(self._desk, clock.today(), short_names=self._short_names)
        now = clock.now()
        self.set_title(_greeting(now, str(self._desk.setting("worker_name", "")).strip()), _subtitle(facts))
        self._empty.setVisible(not facts.has_cases)
        self.cards.setVisible(facts.has_cases)
        self.line.setVisible(facts.has_cases)
        self.cards.show_facts(facts, now)
        self._count = str(facts.pressing) if facts.pressing else ""
        self.count_changed.emit(self._count)

    def _act(self, item: Attention) -> None:
        if item.action == "log":
            self.line.start(item.case_id)
        elif item.action == "dossier":
            self._open_dossier(item.case_id)
        elif item.action == "tick":
            self._deeds.finish(item.case_id, item.row_id, item.title)
        elif item.action == "plan" and item.row_id and not item.tab:
            self._deeds.plan_return(item.case_id, item.row_id)
        elif item.tab or item.row_id:
            self.row_requested.emit(item.case_id, f"{item.tab}/{item.row_id}" if item.tab else item.row_id)
        else:
            self.case_requested.emit(item.case_id)

    def _key(self, moment: DayMoment, key: str) -> None:
        (self._open_dossier if key == "d" else self._deeds.add_task)(moment.case_id)

    def _open_dossier(self, case_id: str) -> None:
        card = self._desk.ask(index_card, case_id)
        self.dossier_requested.emit(case_id, card.referral_id if card else "")


def _greeting(now: datetime, worker: str) -> str:
    name = worker.partition(" ")[0]
    hello = _("Good morning") if now.hour < 12 else _("Good afternoon")
    if now.hour >= 18 or now.hour < 5:
        hello = _("Good evening")
    return f"{hello}, {name}" if name else hello


def _subtitle(facts: TodayFacts) -> str:
    day = long_date(facts.today).removesuffix(f" {facts.today.year}").capitalize()
    planned = ngettext("{count} session planned", "{count} sessions planned", facts.ahead)
    count = facts.pressing
    waiting = ngettext("{count} matter needs attention", "{count} matters need attention", count)
    said = [planned.format(count=facts.ahead), waiting.format(count=count)]
    return f"{day} · {', '.join(said)}" if facts.has_cases else day
