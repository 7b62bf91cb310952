"""Step 4: the recovery key: 24 words to print, and three of them typed back."""

from collections.abc import Callable
from random import SystemRandom
from unicodedata import combining, normalize

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from eletdesk.translation import _
from ui.first_run.choices import Draft, Secrets
from ui.first_run.step import FirstRunStep
from ui.theme import current
from ui.widgets.banner import Banner
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.form import Form, TextField
from ui.widgets.labels import Label
from ui.widgets.layouts import LEFT, Column, Grid, Row

ASKED = 3
Pick = Callable[[int], list[int]]


def pick_positions(count: int) -> list[int]:
    """Draw the positions of the words that are asked back, in order."""
    return sorted(SystemRandom().sample(range(count), min(ASKED, count)))


def same_word(typed: str, word: str) -> bool:
    """Compare two words; capitals, accents and blanks do not matter."""

    def bare(text: str) -> str:
        return "".join(each for each in normalize("NFD", text.strip().casefold()) if not combining(each))

    return bare(typed) == bare(word)


class RecoveryStep(FirstRunStep):
    """First the words, then, without the words in sight, three of them typed back."""

    number = 4
    print_requested = Signal(list)

    def __init__(self, draft: Draft, secrets: Secrets, *, pick: Pick = pick_positions) -> None:
        super().__init__(
            draft,
            _("Your recovery key"),
            _(
                "The only way in when you forget your passphrase. "
                "Print it and keep it away from this computer."
            ),
            width=640,
        )
        if not draft.recovery_words:
            draft.recovery_words = secrets.new_recovery_words(draft.language)
        self._asked = pick(len(draft.recovery_words))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_sheet())
        self._stack.addWidget(self._make_test())
        self.body.addWidget(self._stack)

    def first_field(self) -> QWidget | None:
        """Start on Print, or on the first word asked back."""
        return self._print if self._stack.currentIndex() == 0 else self._fields[0]

    def is_asking(self) -> bool:
        """Tell whether the words are asked back now."""
        return self._stack.currentIndex() == 1

    def asked(self) -> list[int]:
        """Return the positions, from 0, of the words asked back."""
        return list(self._asked)

    def type_back(self, words: list[str]) -> None:
        """Type the words that are asked back."""
        for field, word in zip(self._fields, words, strict=True):
            field.setText(word)

    def keep(self) -> bool:
        """Go from the words to the question; then go on only when the words typed back are right."""
        if not self.is_asking():
            self._show(1)
            return False
        self._form.clear_errors()
        for position, field in zip(self._asked, self._fields, strict=True):
            if not same_word(field.text(), self.draft.recovery_words[position]):
                self._form.show_error(
                    field, _("This is not the word on your sheet. Look at the number again.")
                )
                self.draft.recovery_confirmed = False
                return False
        self.draft.recovery_confirmed = True
        return True

    def back(self) -> bool:
        """Go back from the question to the words."""
        if self.is_asking():
            self._show(0)
            return True
        return False

    def _show(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        field = self.first_field()
        if field is not None:
            field.setFocus()

    def _make_sheet(self) -> QWidget:
        sheet = QWidget()
        column = Column(sheet, gap=14)
        card = Card()
        grid = Grid(gap=8)
        columns = 4 if current().text_scale <= 130 else 2
        rows = -(-len(self.draft.recovery_words) // columns)
        for position, word in enumerate(self.draft.recovery_words):
            cell = Row(gap=8)
            number = Label(f"{position + 1}.", role="small", tone="text3")
            number.setMinimumWidth(current().px(24))
            cell.addWidget(number)
            cell.addWidget(Label(word, role="strong"), 1)
            grid.addLayout(cell, position % rows, position // rows)
        card.add(grid)
        column.addWidget(card)
        self._print = secondary(
            _("&Print this sheet"),
            lambda: self.print_requested.emit(list(self.draft.recovery_words)),
            icon_name="print",
        )
        column.addWidget(self._print, 0, LEFT)
        column.addWidget(
            Banner(
                _(
                    "Nobody can reset your passphrase: not your organisation, not us. "
                    "Without passphrase and recovery key your caseload stays closed for ever."
                ),
                tone="warn",
            )
        )
        column.addStretch(1)
        return sheet

    def _make_test(self) -> QWidget:
        test = QWidget()
        column = Column(test, gap=14)
        column.addWidget(
            Label(_("Take your sheet and type these words, so that you are sure of it."), wrap=True)
        )
        self._form = Form()
        self._fields = [TextField() for _position in self._asked]
        for position, field in zip(self._asked, self._fields, strict=True):
            self._form.add(f"word_{position}", _("Word {number}").format(number=position + 1), field)
        column.addWidget(self._form)
        column.addStretch(1)
        return test
