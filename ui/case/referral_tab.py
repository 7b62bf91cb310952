"""The referrals of a case: what is being written, what left and what came back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.labels import label
from eletdesk.domain.referral import Referral
from eletdesk.domain.spoken_dates import short_date
from eletdesk.programmes.dossier_kinds import load_dossier_kinds
from eletdesk.translation import _
from ui.case.icon_row import IconRow
from ui.case.reading import CaseView
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import Column

_TONES = {"draft": "info", "ready": "ok", "sent": "accent", "accepted": "ok", "rejected": "warn"}


class ReferralTab(QWidget):
    """Every referral with its status; `dossier_asked(referral_id)` opens one."""

    dossier_asked = Signal(str)

    def __init__(self, new_dossier: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = Column(self, gap=12)
        self.card = Card(_("Referrals"))
        self.card.add_action(secondary(_("New referral dossier"), new_dossier, icon_name="dossier", sz="s"))
        column.addWidget(self.card)
        column.addStretch(1)

    def show_case(self, view: CaseView) -> None:
        """Show the referrals of a case."""
        self.card.clear()
        for referral in view.overview.referrals:
            self.card.add_row(self._row(referral, view))
        if not view.overview.referrals:
            hint = _("A dossier takes over what you already wrote; you choose what goes along.")
            self.card.add_row(EmptyState(_("No referral yet"), hint, icon_name="referral"))

    def _row(self, referral: Referral, view: CaseView) -> QWidget:
        kind = load_dossier_kinds().get((referral.kind, referral.kind_version))
        name = kind.label.said() if kind else _("Referral dossier")
        second = " · ".join(part for part in (referral.recipient, _when(referral, view)) if part)
        tone = _TONES.get(referral.status, "neutral")
        chip = Chip(label("referral", referral.status), tone=tone, icon_name="referral")
        text = _("Write on") if referral.status in ("draft", "ready") else _("Look")
        button = secondary(text, partial(self.dossier_asked.emit, referral.id), sz="s")
        button.setAccessibleName(f"{text}: {name}")
        return IconRow(
            "dossier", name, second, ends=[button], chips=[chip], wraps=True, margins=(16, 10, 12, 10)
        )


def _when(referral: Referral, view: CaseView) -> str:
    if referral.answered_on:
        return _("answered {date}").format(date=short_date(referral.answered_on, view.today))
    if referral.sent_on:
        return _("sent {date}").format(date=short_date(referral.sent_on, view.today))
    if referral.due_on:
        return _("before {date}").format(date=short_date(referral.due_on, view.today))
    return ""
