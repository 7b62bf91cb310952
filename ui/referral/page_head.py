"""The head of the dossier page: back, what kind of dossier for whom, how it stands, and what one can do."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.labels import label
from eletdesk.domain.spoken_dates import short_date
from eletdesk.translation import _
from ui.referral.reading import WAITING, DossierFacts
from ui.theme import current
from ui.widgets.buttons import MenuButton, icon_button, primary, secondary
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.labels import ElidedLabel
from ui.widgets.layouts import TOP, Column, Grid, Row

_TONES = {"draft": "warn", "ready": "ok", "sent": "info", "accepted": "ok", "rejected": "danger"}


class PageHead(QWidget):
    """Title, chip and buttons; the buttons move under the title where there is little room."""

    back_asked = Signal()
    print_asked = Signal()
    issue_asked = Signal()
    answer_asked = Signal()
    withdraw_asked = Signal()
    new_asked = Signal()
    preview_asked = Signal()
    case_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = Grid(self, gap=8, margins=(24, 18, 24, 14))
        self.back = icon_button("back", _("Back"), self.back_asked.emit)
        self._grid.addWidget(self.back, 0, 0, TOP)
        words = Column(gap=4)
        line = Row(gap=10)
        self.title_label = ElidedLabel("", role="title")
        self.chip = Chip("")
        line.addWidget(self.title_label)
        line.addWidget(self.chip)
        line.addStretch(1)
        words.addLayout(line)
        self.subtitle = ElidedLabel("", tone="text2")
        words.addWidget(self.subtitle)
        self._grid.addLayout(words, 0, 1)
        self._grid.setColumnStretch(1, 1)
        self.buttons = Flow(gap=8, to_right=True)
        self._make_actions()
        self._wide: bool | None = None
        self.place(wide=True)

    def _make_actions(self) -> None:
        self.preview = secondary(_("Pre&view"), self.preview_asked.emit, icon_name="reveal")
        self.print = secondary(_("Prin&t"), self.print_asked.emit, icon_name="print")
        self.issue = primary(_("Prepare the &dossier"), self.issue_asked.emit, icon_name="dossier")
        self.answer = primary(_("Keep the ans&wer"), self.answer_asked.emit, icon_name="mail")
        self.more = MenuButton(_("More"), kind="icon", icon_name="more")
        self.new = self.more.add(_("New dossier"), self.new_asked.emit, icon_name="add")
        self.more.add(_("Open the case file"), self.case_asked.emit, icon_name="open")
        self.withdraw = self.more.add(_("Withdraw"), self.withdraw_asked.emit, icon_name="close")
        self.buttons.add(self.more, self.preview, self.print, self.issue, self.answer)

    def show_facts(self, facts: DossierFacts) -> None:
        """Say for whom, to whom and before when, and offer what can be done now."""
        today = clock.today()
        self.title_label.setText(facts.kind.label.said())
        self.chip.set_content(label("referral", facts.status), tone=_TONES.get(facts.status, "neutral"))
        said = [facts.person]
        if facts.recipient:
            said.append(_("to {receiver}").format(receiver=facts.recipient))
        if facts.sent_on and not facts.may_change:
            said.append(_("sent on {date}").format(date=short_date(facts.sent_on, today)))
        elif facts.due_on:
            said.append(_("due before {date}").format(date=short_date(facts.due_on, today)))
        self.subtitle.setText(" · ".join(said))
        self.issue.setVisible(facts.may_change)
        self.answer.setVisible(facts.status == WAITING)
        self.new.setEnabled(not facts.may_change)
        self.withdraw.setEnabled(facts.may_change or facts.status in (WAITING, "accepted", "in_progress"))
        self._fit()

    def place(self, *, wide: bool) -> None:
        """Put the buttons beside the title, or under it."""
        if wide == self._wide:
            return
        self._wide = wide
        self._grid.addWidget(self.buttons, 0 if wide else 1, 2 if wide else 1)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Let the page get narrow; the title is cut, the buttons break their line."""
        return QSize(current().px(280), super().minimumSizeHint().height())

    def _fit(self) -> None:
        width = self.buttons.sizeHint().width() if self._wide else 0
        self.buttons.setMinimumWidth(min(width, current().px(640)))


def status_line(facts: DossierFacts) -> str:
    """Return what happened after the dossier left; empty while it is being written."""
    if facts.may_change:
        return ""
    today = clock.today()
    when = short_date(facts.answered_on, today) if facts.answered_on else ""
    said = {
        "accepted": _("Accepted on {date}.").format(date=when),
        "rejected": _("Not accepted on {date}.").format(date=when),
        "withdrawn": _("Withdrawn."),
    }.get(facts.status, _("The dossier has left. Start a new one to change something."))
    return f"{said} {facts.answer_reason}".strip()
