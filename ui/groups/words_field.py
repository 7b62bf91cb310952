"""Fields of the activity sheet: a line that offers known words, whole numbers, and euros."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from eletdesk.domain.digit_row import digits_without_shift
from eletdesk.domain.names import fold
from eletdesk.errors import InvalidInputError
from eletdesk.translation import _
from ui.case.fields import FormField
from ui.widgets.form import TextField
from ui.widgets.offer_line import OfferLine

Words = Callable[[], list[tuple[str, str]]]
"""Gives code and words of what is offered now."""

_MOST = 8


class WordsLine(OfferLine):
    """A line that offers words with a code. Any other text is fine too, unless `only_known`.

    Down in an empty line offers everything.
    """

    def __init__(self, words: Words, value: str = "", *, only_known: bool = False) -> None:
        super().__init__()
        self._words, self._only_known = words, only_known
        self._offered: list[tuple[str, str]] = []
        self.textEdited.connect(self._find)
        self.offer_taken.connect(self._choose)
        self.set_value(value)

    def value(self) -> str:
        """Return the code of the words that stand there, or the text itself."""
        text = self.text().strip()
        return next((code for code, words in self._words() if fold(words) == fold(text)), text)

    def set_value(self, value: str) -> None:
        """Show the words of a code."""
        self.setText(dict(self._words()).get(value, value))

    def is_right(self) -> bool:
        """Tell whether what stands there can be kept."""
        value = self.value()
        return not self._only_known or not value or value in dict(self._words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer what fits on Down."""
        if event.key() == Qt.Key.Key_Down and not self.is_offering():
            self._find("" if self.value() in dict(self._words()) else self.text())
            if self._offered:
                event.accept()
                return
        super().keyPressEvent(event)

    def _find(self, text: str) -> None:
        wanted = fold(text).split()
        found = [pair for pair in self._words() if all(word in fold(pair[1]) for word in wanted)]
        found.sort(key=lambda pair: not fold(pair[1]).startswith(" ".join(wanted)))
        self._offered = found[:_MOST]
        self.offer([words for _code, words in self._offered])

    def _choose(self, place: int) -> None:
        self.setText(self._offered[place][1])


def offered(
    name: str, label: str, words: Words, value: str = "", *, only_known: str = "", hint: str = ""
) -> FormField:
    """Make a line that offers words; only_known is the sentence that refuses any other text."""
    widget = WordsLine(words, value, only_known=bool(only_known))

    def read() -> str:
        if not widget.is_right():
            raise InvalidInputError(name, only_known)
        return widget.value()

    return FormField(name, label, widget, read, hint)


def count(name: str, label: str, value: int = 0) -> FormField:
    """Make a field for a number of people; empty is nobody."""
    widget = TextField(str(value) if value else "", placeholder="0")

    def read() -> int:
        text = digits_without_shift(widget.text().strip())
        if not text:
            return 0
        if not (text.isascii() and text.isdecimal() and len(text) < 6):
            raise InvalidInputError(name, _("Write a whole number."))
        return int(text)

    return FormField(name, label, widget, read)


def euros(name: str, label: str, cents: int | None = None) -> FormField:
    """Make a field for an amount in euro, kept in cents; empty is not known."""
    shown = "" if cents is None else f"{Decimal(cents) / 100:.2f}".replace(".", ",")
    widget = TextField(shown, placeholder="0,00")

    def read() -> int | None:
        text = widget.text().replace("€", "").replace(" ", "").replace(",", ".")
        if not text:
            return None
        try:
            amount = Decimal(text) * 100
        except InvalidOperation:
            amount = Decimal("NaN")
        if not amount.is_finite() or amount != amount.to_integral_value():
            raise InvalidInputError(name, _("Write an amount in euro, such as 12,50."))
        return int(amount)

    return FormField(name, label, widget, read)
