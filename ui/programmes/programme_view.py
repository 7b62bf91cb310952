"""One programme to look at: stages with what they ask, clocks, questions and outcomes, with sources."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.programmes.definition import Choice, Clock, Programme, Question, Stage
from eletdesk.translation import _
from ui.case.source_note import say_basis
from ui.programmes.kind_words import kind_word, say_amount
from ui.programmes.programme_choice import what_it_is
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.layouts import Column


class ProgrammeView(QWidget):
    """Cards for the parts of a programme; text only, so that it can be read from top to bottom."""

    def __init__(self, programme: Programme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = Column(self, gap=12)
        about = Card()
        about.setAccessibleName(_("About this programme"))
        about.add(Label(what_it_is(programme, clock.today()), wrap=True))
        column.addWidget(about)
        column.addWidget(_stages(programme.stages))
        column.addWidget(_clocks(programme.clocks_on(clock.today())))
        if programme.questions:
            column.addWidget(_questions(programme))
        for title, choices in (
            (_("How it can end"), programme.outcomes),
            (_("Why it starts"), programme.reasons),
            (_("Building blocks"), programme.building_blocks),
            (_("For whom a session is"), programme.levels),
        ):
            if choices:
                column.addWidget(_choices(title, choices))
        column.addWidget(_sources(programme))


def _block(name: str, *lines: str) -> QWidget:
    """Return a name with quieter lines under it; the last line is the source."""
    box = QWidget()
    column = Column(box, gap=2)
    column.addWidget(Label(name, role="strong", wrap=True))
    said = [line for line in lines if line]
    for line in said[:-1]:
        column.addWidget(Label(line, role="small", tone="text2", wrap=True))
    column.addWidget(Label(said[-1], role="caption", tone="text3", wrap=True))
    return box


def _stages(stages: Iterable[Stage]) -> Card:
    card = Card(_("Stages"))
    for number, stage in enumerate(stages, start=1):
        name = f"{number}. {stage.label.said()}"
        if stage.is_optional:
            name = _("{stage} (may be left out)").format(stage=name)
        asks = [f"→ {gate.asks.said()}" for gate in stage.gates]
        card.add(_block(name, stage.what.said(), *asks, say_basis(stage.basis)))
    return card


def _clocks(clocks: Iterable[Clock]) -> Card:
    card = Card(_("Clocks and terms"))
    for one in clocks:
        card.add(_block(one.label.said(), say_amount(one.amount, one.unit), say_basis(one.basis)))
    return card


def _questions(programme: Programme) -> Card:
    card = Card(_("Questions"))
    for one in programme.questions:
        card.add(_block(one.label.said(), _about_question(programme, one), say_basis(one.basis)))
    return card


def _about_question(programme: Programme, one: Question) -> str:
    kind = kind_word("question", one.kind)
    choices = ", ".join(choice.label.said() for choice in one.choices)
    stage = programme.stage(one.stage).label.said() if one.stage else ""
    said = [kind, choices, _("asked in: {stage}").format(stage=stage) if stage else ""]
    return " · ".join(part for part in said if part)


def _choices(title: str, choices: Iterable[Choice]) -> Card:
    card = Card(title)
    for one in choices:
        card.add(_block(one.label.said(), say_basis(one.basis)))
    return card


def _sources(programme: Programme) -> Card:
    card = Card(_("Where this was read"))
    for source in programme.sources:
        card.add(_block(source.title.said(), source.place))
    return card
