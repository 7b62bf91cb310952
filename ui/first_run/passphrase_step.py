"""Step 3: take the passphrase that is offered, or make one's own and type it twice."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from eletdesk.translation import _
from ui.first_run.choices import Draft, Secrets
from ui.first_run.step import FirstRunStep
from ui.first_run.strength_bar import StrengthBar
from ui.widgets.banner import Banner
from ui.widgets.buttons import quiet
from ui.widgets.card import Card
from ui.widgets.check_row import CheckBox
from ui.widgets.form import FieldBox
from ui.widgets.labels import Label, small
from ui.widgets.layouts import LEFT, Column
from ui.widgets.secret_field import SecretField
from ui.widgets.segmented import Segmented

_PAUSE_MS = 200


class PassphraseStep(FirstRunStep):
    """Two ways side by side; both end in one passphrase that is strong enough."""

    number = 3

    def __init__(self, draft: Draft, secrets: Secrets) -> None:
        super().__init__(
            draft,
            _("Choose a passphrase"),
            _("A few words that only you know. They lock everything on this computer."),
        )
        self._secrets = secrets
        self.ways = Segmented(_("How to choose"))
        self.ways.add("offered", _("Take one that is &offered"))
        self.ways.add("own", _("&Make my own"))
        self.ways.chosen.connect(self._turn)
        self.body.addWidget(self.ways)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_offer())
        self._stack.addWidget(self._make_own())
        self.body.addWidget(self._stack)
        self.problem = Label("", role="small", tone="danger", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.body.addWidget(
            Banner(
                _("We cannot reset your passphrase. Without it, only your recovery key opens your caseload."),
                tone="warn",
            )
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        self.own.text_changed.connect(lambda _text: self._pause.start())

    def first_field(self) -> QWidget | None:
        """Start on the tick box of the offer, or on the own passphrase."""
        return self.own if self.ways.key() == "own" else self.kept

    def keep(self) -> bool:
        """Keep the passphrase when it is accepted, or strong enough and typed twice the same."""
        self._tell("")
        if self.ways.key() == "offered":
            if not self.kept.isChecked():
                return self._tell(_("Keep these words somewhere safe first, then tick the box."), self.kept)
            self.draft.passphrase = self.offered.text()
            return True
        judgement = self._judge()
        if not judgement:
            return self._tell(_("This passphrase is not strong enough yet."), self.own)
        if self.own.text() != self.again.text():
            self.again.show_error(True)
            return self._tell(
                _("The two passphrases are not the same. Type the second one again."), self.again
            )
        self.draft.passphrase = self.own.text()
        return True

    def _make_offer(self) -> QWidget:
        offer = QWidget()
        column = Column(offer, gap=12)
        card = Card()
        self.offered = Label(self._secrets.generate(self.draft.language), role="h2", wrap=True)
        card.add(
            self.offered,
            small(_("Five words drawn by lot: easy to remember, hard to guess."), wrap=True),
        )
        card.body().addWidget(
            quiet(_("&Another one"), self._offer_another, icon_name="restore", sz="s"), 0, LEFT
        )
        column.addWidget(card)
        self.kept = CheckBox(_("I wrote it &down, or keep it in a safe place"))
        self.kept.setAccessibleName(self.kept.text().replace("&", ""))
        column.addWidget(self.kept)
        column.addStretch(1)
        return offer

    def _make_own(self) -> QWidget:
        own = QWidget()
        column = Column(own, gap=12)
        self.own, self.again = SecretField(), SecretField()
        self.strength = StrengthBar()
        column.addWidget(FieldBox(_("&Passphrase"), self.own))
        column.addWidget(self.strength)
        column.addWidget(FieldBox(_("The &same once more"), self.again))
        self.again.text_changed.connect(lambda _text: self.again.show_error(False))
        return own

    def _offer_another(self) -> None:
        self.offered.setText(self._secrets.generate(self.draft.language))
        self.kept.setChecked(False)

    def _turn(self, key: str) -> None:
        self._stack.setCurrentIndex(0 if key == "offered" else 1)
        self._tell("")

    def _judge(self) -> bool:
        """Show the strength of what was typed; tell whether it is enough."""
        self._pause.stop()
        if not self.own.text():
            self.strength.clear()
            return False
        known = [self.draft.worker_name, self.draft.organisation, "eletdesk"]
        judgement = self._secrets.judge(self.own.text(), [word for word in known if word])
        self.strength.show_judgement(judgement)
        return judgement.is_enough

    def _tell(self, sentence: str, field: QWidget | None = None) -> bool:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if field is not None:
            field.setFocus()
        return False
