"""Today: what needs me, what is due, the sessions of the day, and the line to log them in."""

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from eletdesk import clock
from eletdesk.desk.changes import Changes
from eletdesk.domain.spoken_dates import long_date
from eletdesk.errors import EletdeskError
from eletdesk.queries.attention import Attention
from eletdesk.queries.register_views import DayMoment, DueTask, index_card
from eletdesk.translation import _, ngettext
from ui.open_desk import OpenDesk
from ui.quick_line.panel import QuickLinePanel
from ui.theme import current
from ui.today.attention_card import AttentionCard
from ui.today.day_list import DayList
from ui.today.reading import TodayFacts, read_today
from ui.today.tasks_card import TasksCard
from ui.widgets.bars import Part, StackedBar
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.layouts import Column
from ui.widgets.page import Page

_SIDE_WIDTH = 344
_MINUTE_MS = 60_000


class TodayPage(Page):
    """The first page after unlocking."""

    case_requested = Signal(str)
    dossier_requested = Signal(str, str)
    new_person_requested = Signal()
    import_requested = Signal()
    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)
    count_changed = Signal(str)

    def __init__(self, desk: OpenDesk, *, short_names: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._short_names = short_names
        self._stale = True
        self._count = ""
        self.line = QuickLinePanel(desk)
        self.attention = AttentionCard()
        self.tasks = TasksCard()
        self.day = DayList()
        self._day_card, self._caseload_card = Card(_("Today")), Card(_("My caseload"))
        self._build()
        self._connect()
        self.layout_changed.connect(lambda _columns: self._place_cards())
        self._place_cards()
        self._read_now()

    def _build(self) -> None:
        button = secondary(_("New young person"), self.new_person_requested.emit, icon_name="new-person")
        self.add_action(button)
        self.add(self.line)
        self._empty = EmptyState(
            _("No young people yet"),
            _("Add the first one, or read in the list that you keep in a spreadsheet."),
            icon_name="caseload",
            main=(_("New young person"), self.new_person_requested.emit),
            other=(_("Read in a spreadsheet"), self.import_requested.emit),
        )
        self.add(self._empty)
        self._cards = QWidget()
        self._columns_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._cards)
        self._columns_row.setContentsMargins(0, 0, 0, 0)
        self._left, self._right_box = Column(gap=12), QWidget()
        self._right = Column(self._right_box, gap=12)
        self._columns_row.addLayout(self._left, 1)
        self._columns_row.addWidget(self._right_box)
        self.add(self._cards)
        self.main.addStretch(1)
        self._day_card.add_row(self.day)
        self._nothing_planned = Label(_("Nothing planned today."), tone="text2", wrap=True)
        self._nothing_planned.setContentsMargins(16, 4, 16, 14)
        self._day_card.add_row(self._nothing_planned, line=False)
        self._bar = StackedBar(_("Young people by stage"))
        self._caseload_card.add(self._bar)

    def _connect(self) -> None:
        self.line.saved.connect(lambda sentence: self.toast_requested.emit(sentence, True))
        self.line.down_pressed.connect(self.day.focus_next)
        self.day.up_left.connect(self.line.start)
        self.day.log_asked.connect(self.line.start_planned)
        self.day.opened.connect(self._open_moment)
        self.day.key_pressed.connect(self._key)
        self.attention.action_asked.connect(self._act)
        self.tasks.ticked.connect(self._tick)
        self._desk.changed.connect(self._hear)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.read)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.read)
        self._minute.start()

    def focus_first(self) -> None:
        """Start in the line."""
        self.line.start()

    def logged(self) -> str:
        """Return what is said about how much of the day is logged."""
        return self._day_card.count_label.text()

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
            self._add_task(case_id)
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

    def _read_now(self) -> None:
        self._stale = False
        facts = read_today(self._desk, clock.today(), short_names=self._short_names)
        self._show(facts, clock.now())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was out of sight."""
        super().showEvent(event)
        self.line.take_up_draft()
        if self._stale:
            self._read_now()
        self.count_changed.emit(self._count)

    def _hear(self, _changes: Changes) -> None:
        self._soon.start()

    def _show(self, facts: TodayFacts, now: datetime) -> None:
        self.set_title(self._greeting(now), _subtitle(facts))
        self._empty.setVisible(not facts.has_cases)
        self._cards.setVisible(facts.has_cases)
        self.line.setVisible(facts.has_cases)
        self.attention.show_items(facts.attention)
        self.tasks.show_tasks(facts.tasks, facts.today)
        self.day.show_rows(facts.day, now)
        self._nothing_planned.setVisible(not facts.day)
        logged = _("{done} of {all} logged").format(done=facts.recorded, all=facts.planned)
        self._day_card.set_title(_("Today"), logged if facts.planned else "")
        people = ngettext("{count} young person", "{count} young people", facts.people)
        self._caseload_card.set_title(_("My caseload"), people.format(count=facts.people))
        self._bar.set_parts([Part(share.text, share.count, share.colour) for share in facts.shares])
        self._count = str(len(facts.attention)) if facts.attention else ""
        self.count_changed.emit(self._count)

    def _greeting(self, now: datetime) -> str:
        words = str(self._desk.setting("worker_name", "")).split()
        name = words[0] if words else ""
        hello = _("Good morning") if now.hour < 12 else _("Good afternoon")
        if now.hour >= 18 or now.hour < 5:
            hello = _("Good evening")
        return f"{hello}, {name}" if name else hello

    def _place_cards(self) -> None:
        """Set two columns, or one with today's sessions first: what one comes for on a small screen."""
        theme = current()
        wide = self.columns() == 2
        for card in (self._day_card, self.attention, self.tasks, self._caseload_card):
            card.setParent(self._cards)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns_row.setDirection(across if wide else down)
        self._columns_row.setSpacing(theme.px(16 if wide else 12))
        first = [] if wide else [self._day_card]
        for card in (*first, self.attention, self.tasks):
            self._left.addWidget(card)
        self._left.addStretch(1 if wide else 0)
        for card in (self._day_card, self._caseload_card) if wide else (self._caseload_card,):
            self._right.addWidget(card)
        self._right.addStretch(1 if wide else 0)
        self._right_box.setMinimumWidth(theme.px(_SIDE_WIDTH) if wide else 0)
        self._right_box.setMaximumWidth(theme.px(_SIDE_WIDTH) if wide else 16777215)

    def _act(self, item: Attention) -> None:
        if item.action == "log":
            self.line.start(item.case_id)
        elif item.action == "dossier":
            self._open_dossier(item.case_id)
        else:
            self.case_requested.emit(item.case_id)

    def _key(self, moment: DayMoment, key: str) -> None:
        if key == "d":
            self._open_dossier(moment.case_id)
        else:
            self._add_task(moment.case_id)

    def _add_task(self, case_id: str) -> None:
        from ui.tasks.add_task_dialog import AddTaskDialog  # noqa: PLC0415

        def tell(_title: str) -> None:
            self.toast_requested.emit(_("The task is added."), True)

        AddTaskDialog(self.window(), self._desk, case_id, tell).open()

    def _open_dossier(self, case_id: str) -> None:
        card = self._desk.ask(index_card, case_id)
        self.dossier_requested.emit(case_id, card.referral_id if card else "")

    def _open_moment(self, moment: DayMoment) -> None:
        self.case_requested.emit(moment.case_id)

    def _tick(self, task: DueTask) -> None:
        from eletdesk.operations.tasks import finish_task  # noqa: PLC0415

        try:
            self._desk.run(task.case_id, finish_task, task.row_id)
        except EletdeskError as error:
            self.problem_requested.emit(str(error))
            return
        self.toast_requested.emit(_("Done: {task}").format(task=task.title), True)


def _subtitle(facts: TodayFacts) -> str:
    day = long_date(facts.today).removesuffix(f" {facts.today.year}").capitalize()
    planned = ngettext("{count} session planned", "{count} sessions planned", facts.planned)
    waiting = ngettext(
        "{count} matter needs attention", "{count} matters need attention", len(facts.attention)
    )
    said = [planned.format(count=facts.planned), waiting.format(count=len(facts.attention))]
    return f"{day} · {', '.join(said)}" if facts.has_cases else day
