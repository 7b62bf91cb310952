"""What the programme asks, beside the timeline: how much is known, and what is asked in this stage."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.queries.answers import AnsweredQuestion, asked_in_stage
from eletdesk.translation import _
from ui.case.icon_row import IconRow
from ui.case.reading import CaseView
from ui.widgets.buttons import icon_button
from ui.widgets.card import Card
from ui.widgets.labels import small

_MOST = 4


class QuestionsCard(Card):
    """The answers to the questions of the programme; away when the programme asks nothing."""

    questions_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(_("Questions of the programme"))

    def show_case(self, view: CaseView) -> None:
        """Show the answers, what this stage asks first."""
        self.clear()
        answers = view.overview.answers
        self.setVisible(bool(answers))
        if not answers:
            return
        known = [one for one in answers if one.kept]
        more = icon_button("write", _("Questions of the programme: see and answer"), self._ask, sz="s")
        said = _("{known} of {all} answered").format(known=len(known), all=len(answers))
        self.add(IconRow("question", _("Questions of the programme"), said, ends=[more], wraps=True))
        open_ones = asked_in_stage(answers, view.head.pathway.stage) if view.head.pathway else ()
        for one in open_ones[:_MOST]:
            self.add(IconRow("attention", one.question.label.said(), _("asked in this stage"), wraps=True))
        for one in known[: max(_MOST - len(open_ones), 1)]:
            self.add(small(_say(one), wrap=True))

    def _ask(self) -> None:
        self.questions_asked.emit()


def _say(one: AnsweredQuestion) -> str:
    return _("{question}: {answer}").format(question=one.question.label.said(), answer=one.said)
