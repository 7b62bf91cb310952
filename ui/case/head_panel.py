"""The head of a case: who, how old, which school, which pathway since when, and its stages."""

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from eletdesk.domain.spoken_dates import short_date
from eletdesk.queries.spells import Spell, days_in_all
from eletdesk.translation import _, ngettext
from ui.case.pathway_switch import PathwaySwitch
from ui.case.reading import CaseView
from ui.theme import current
from ui.widgets.avatar import Avatar
from ui.widgets.buttons import MenuButton, secondary
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.layouts import MIDDLE, TOP, Column, Grid
from ui.widgets.stepper import Step, Stepper


class HeadPanel(QWidget):
    """Avatar, name with chips, one line of facts, the dossier button, the menu and the stepper."""

    def __init__(self, open_dossier: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.short_names = False
        self.avatar = Avatar("", size=52)
        self.name_label = Label("", role="title", wrap=True)
        self.chips = Flow(gap=8)
        self.facts = Label("", tone="text2", wrap=True)
        self.stepper = Stepper()
        self.dossier_button = secondary(_("Referral dossier"), open_dossier, icon_name="dossier")
        self.menu = MenuButton(_("More for this case"), kind="icon", icon_name="more")
        self._actions = Flow(gap=8)
        self._actions.add(self.dossier_button, self.menu)
        self._words = QWidget()
        words = Column(self._words, gap=2)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addWidget(self.name_label)
        self._line.addWidget(self.chips, 1, MIDDLE)
        words.addLayout(self._line)
        words.addWidget(self.facts)
        self.switch = PathwaySwitch()
        words.addWidget(self.switch)
        self._grid = Grid(self, gap=12)
        self._grid.setColumnStretch(1, 1)
        self.set_columns(2)

    def set_columns(self, columns: int) -> None:
        """Put the actions beside the name, or under it when there is little room."""
        wide = columns == 2
        self._grid.addWidget(self.avatar, 0, 0, TOP)
        self._grid.addWidget(self._words, 0, 1)
        self._grid.addWidget(self._actions, 0 if wide else 1, 2 if wide else 0, 1, 1 if wide else 3)
        self._grid.addWidget(self.stepper, 2, 0, 1, 3)

    def shown_name(self, view: CaseView) -> str:
        """Return the name as it may be read here."""
        return view.short_name if self.short_names else view.name

    def show_case(self, view: CaseView) -> None:
        """Show the head of a case."""
        name = self.shown_name(view)
        self.avatar.set_name(name)
        self.name_label.setText(name)
        self.facts.setText(say_facts(view))
        self.chips.clear()
        for text, tone, icon in _chips(view):
            self.chips.add(Chip(text, tone=tone, icon_name=icon))
        self.chips.setVisible(bool(self.chips.widgets()))
        self.switch.show_case(view)
        self.stepper.set_steps(steps(view))
        self.stepper.setVisible(view.programme is not None)
        self._place_chips()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chips under a name that needs the whole line."""
        super().resizeEvent(event)
        self._place_chips()

    def _place_chips(self) -> None:
        gap = current().px(12)
        self.name_label.setMinimumWidth(current().px(120))
        name = self.name_label.fontMetrics().horizontalAdvance(self.name_label.text())
        has_room = name + gap + self.chips.sizeHint().width() <= self._words.width()
        self.name_label.setWordWrap(not has_room)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if has_room else down)
        self._line.setSpacing(gap if has_room else gap // 3)


def _chips(view: CaseView) -> list[tuple[str, str, str]]:
    pathway, running = view.head.pathway, view.head.time_out
    found = []
    if running:
        until = short_date(running.ends_on, view.today)
        found.append((_("Time-out until {date}").format(date=until), "warn", "time-out"))
    if pathway and pathway.closed_on:
        found.append(
            (_("Closed {date}").format(date=short_date(pathway.closed_on, view.today)), "neutral", "closed")
        )
    return found


def say_facts(view: CaseView) -> str:
    """Say age, school and pathway on one line."""
    head, said = view.head, []
    if head.age is not None:
        said.append(ngettext("{age} year old", "{age} years old", head.age).format(age=head.age))
    if head.enrolment:
        study = " ".join(part for part in (head.enrolment.year_label, head.enrolment.study) if part)
        said.append(", ".join(part for part in (study, head.enrolment.school) if part))
    if head.pathway and view.programme:
        since = day_month(head.pathway.started_on, view.today)
        if head.pathway.closed_on:
            text = _("{programme} from {start} to {end}")
            end = day_month(head.pathway.closed_on, view.today)
            said.append(text.format(programme=view.programme.short.said(), start=since, end=end))
        else:
            text = _("{programme} since {date}, day {day}")
            day = head.day(view.today)
            said.append(text.format(programme=view.programme.short.said(), date=since, day=day))
        if len(head.spells) > 1:
            said.append(_say_spells(head.spells))
    return " · ".join(said)


def _say_spells(found: tuple[Spell, ...]) -> str:
    """Say which spell this is, and how long all spells lasted together."""
    days = days_in_all(found)
    text = ngettext("spell {number}, {days} day in all", "spell {number}, {days} days in all", days)
    return text.format(number=found[-1].number, days=days)


def day_month(on: date, today: date) -> str:
    """Return `14 sep`, with the year when it is not this year."""
    return short_date(on, today).split(" ", maxsplit=1)[1]


def steps(view: CaseView) -> tuple[Step, ...]:
    """Return the stages for the stepper: optional ones only when they were entered, the last when closed."""
    pathway, programme, entered = view.head.pathway, view.programme, view.head.stages_entered
    if pathway is None or programme is None:
        return ()
    now = programme.position(pathway.stage)
    found = []
    for at, stage in enumerate(programme.stages):
        if (stage.is_optional or stage.is_final) and stage.code not in entered:
            continue
        on = entered.get(stage.code) if at <= now else None
        second = day_month(on, view.today) if on else ""
        if at == now and second and not stage.is_final:
            second = _("since {date}").format(date=second)
        state = "done" if at < now else "now" if at == now else "later"
        is_paused = at == now and view.head.time_out is not None
        found.append(Step(stage.short.said(), second, state, is_paused))
    return tuple(found)
