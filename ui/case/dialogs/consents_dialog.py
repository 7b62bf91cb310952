"""All answers to questions for consent, by purpose, with a new answer or a withdrawal for each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.consent import Consent, ConsentPurpose, ConsentState
from eletdesk.domain.labels import label
from eletdesk.translation import _
from ui.case.consent_card import ANSWERS, say_answer
from ui.case.dialogs.consent_dialog import age_rule
from ui.case.icon_row import IconRow
from ui.widgets.buttons import primary, quiet
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog

_LOOKS = {"given": ("consent", "ok"), "refused": ("warning", "warn"), "withdrawn": ("warning", "warn")}


class ConsentsDialog(Dialog):
    """The last answer for each purpose; `answer_asked(purpose, state)` records the next one."""

    answer_asked = Signal(str, str)

    def __init__(self, window: QWidget, consents: Sequence[Consent], gap: str, age: int | None) -> None:
        text = "\n".join(part for part in (gap, age_rule(age)) if part)
        super().__init__(window, _("Consent"), text=text, width=620)
        card = Card()
        for purpose in ConsentPurpose:
            answers = [consent for consent in consents if consent.purpose == purpose]
            if answers:
                card.add_row(self._row(answers))
        if consents:
            self.add(card)
        self.add_cancel(_("Close"))
        self.add_button(primary(_("Record an answer"), partial(self._ask, "guidance", "")))

    def _row(self, answers: Sequence[Consent]) -> QWidget:
        last = answers[0]
        icon, colour = _LOOKS[last.state]
        lines = [f"{_(ANSWERS[answer.state])}: {say_answer(answer)}" for answer in answers]
        name = label("purpose", last.purpose)
        ends = []
        if last.state is ConsentState.given:
            button = quiet(_("Withdraw"), partial(self._ask, last.purpose.value, "withdrawn"), sz="s")
            button.setAccessibleName(_("Withdraw: {purpose}").format(purpose=name))
            ends.append(button)
        return IconRow(
            icon, name, "\n".join(lines), colour=colour, ends=ends, wraps=True, margins=(14, 10, 10, 10)
        )

    def _ask(self, purpose: str, state: str) -> None:
        self.reject()
        self.answer_asked.emit(purpose, state)
