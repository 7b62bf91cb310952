"""Consent and what was shared, beside the timeline."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.consent import Consent
from eletdesk.domain.labels import label
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.translation import N_, _
from ui.case.icon_row import IconRow
from ui.case.reading import CaseView
from ui.widgets.buttons import icon_button
from ui.widgets.card import Card

ANSWERS = {"given": N_("Given"), "refused": N_("Refused"), "withdrawn": N_("Withdrawn")}
_MOST_SHARED = 3


class ConsentCard(Card):
    """Whether consent to guidance holds, and with whom something was shared."""

    consent_asked = Signal()
    shared_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(_("Consent and sharing"))

    def show_case(self, view: CaseView) -> None:
        """Show how consent stands."""
        self.clear()
        answer = _guidance(view.overview.sides.consents)
        more = icon_button("write", _("Consent: see and record"), self.consent_asked.emit, sz="s")
        pathway = view.head.pathway
        if view.gap and answer is None and pathway is not None and pathway.is_compulsory:
            said = _("to follow it; to share something it still is")
            self.add(IconRow("consent", _("No consent needed"), said, ends=[more], wraps=True))
        elif view.gap:
            self.add(IconRow("warning", _("Consent"), view.gap, colour="warn", ends=[more], wraps=True))
        else:
            said = say_answer(answer) if answer else ""
            self.add(IconRow("consent", _("Consent in order"), said, colour="ok", ends=[more]))
        shared = view.overview.disclosures
        names = list(dict.fromkeys(line.recipient for line in shared if line.recipient))[:_MOST_SHARED]
        ends = [icon_button("open", _("What was shared"), self.shared_asked.emit, sz="s")] if shared else []
        text = " · ".join(names) if shared else _("nothing has left this file")
        self.add(IconRow("shared", _("Shared with"), text, ends=ends))


def _guidance(consents: list[Consent]) -> Consent | None:
    return next((consent for consent in consents if consent.purpose == "guidance"), None)


def say_answer(answer: Consent) -> str:
    """Say who gave an answer and when."""
    who = answer.name or label("giver", answer.given_by)
    said = f"{who}, {numeric_date(answer.given_on)}"
    if answer.valid_until:
        said = _("{answer}, until {date}").format(answer=said, date=numeric_date(answer.valid_until))
    return said
