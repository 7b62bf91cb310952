"""What left this case: to whom, why, when, and the same file again byte for byte."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.spoken_dates import short_date
from eletdesk.queries.kept_files import DisclosureLine
from eletdesk.translation import _
from ui.case.icon_row import IconRow
from ui.widgets.buttons import icon_button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.dialog import Dialog


class SharedDialog(Dialog):
    """The list of what was shared; `copy_asked(disclosure_id)` asks for the file again."""

    copy_asked = Signal(str)

    def __init__(self, window: QWidget, lines: Sequence[DisclosureLine]) -> None:
        text = _("Each file is kept as it left. You can save the same file again.")
        super().__init__(window, _("What was shared"), text=text, width=640)
        card = Card()
        for line in lines:
            card.add_row(self._row(line))
        self.add(card)
        self.add_cancel(_("Close"))

    def _row(self, line: DisclosureLine) -> QWidget:
        when = f"{short_date(line.sent_at.date(), clock.today())} {line.sent_at:%H:%M}"
        chips = []
        if line.is_draft:
            chips.append(Chip(_("draft"), tone="warn", icon_name="draft"))
        if line.has_password:
            chips.append(Chip(_("with a password"), icon_name="lock"))
        if not line.is_recipient_bound:
            chips.append(Chip(_("receiver without professional secrecy"), icon_name="reveal"))
        says = _("Save this file again: {recipient}").format(recipient=line.recipient)
        ends = [icon_button("export", says, partial(self._copy, line.id))]
        second = "\n".join((f"{when} · {line.purpose}", f"SHA-256 {line.sha256[:16]}…"))
        return IconRow(
            "shared", line.recipient, second, ends=ends, chips=chips, wraps=True, margins=(14, 10, 10, 10)
        )

    def _copy(self, disclosure_id: str) -> None:
        self.reject()
        self.copy_asked.emit(disclosure_id)
