"""Show how strong a passphrase is: four bars and one sentence."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from eletdesk.translation import _
from ui.first_run.choices import Judgement
from ui.theme import current
from ui.widgets.labels import Label
from ui.widgets.layouts import Column

_TONES = ("danger", "danger", "warn", "warn", "ok")


def word_for(score: int, *, is_enough: bool) -> str:
    """Return the strength in one or two words."""
    if is_enough:
        return _("Strong")
    return (_("Very weak"), _("Weak"), _("Not strong enough"), _("Almost strong enough"))[min(score, 3)]


class _Bars(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.score = 0
        self.is_enough = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(current().px(200), current().px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = theme.px(4)
        wide = (self.width() - 3 * gap) / 4
        lit = 4 if self.is_enough else min(self.score, 3)
        for number in range(4):
            tone = "ok" if self.is_enough else _TONES[self.score]
            painter.setBrush(theme.colour(tone if number < lit else "border"))
            painter.drawRoundedRect(QRectF(number * (wide + gap), 0, wide, self.height()), 3, 3)


class StrengthBar(QWidget):
    """Bars, the strength in words, and what would make it stronger."""

    def __init__(self) -> None:
        super().__init__()
        column = Column(self, gap=6)
        self._bars = _Bars()
        self._words = Label("", role="caption", tone="text2", wrap=True)
        column.addWidget(self._bars)
        column.addWidget(self._words)

    def text(self) -> str:
        """Return the sentence shown."""
        return self._words.text()

    def clear(self) -> None:
        """Show nothing."""
        self._bars.score, self._bars.is_enough = 0, False
        self._words.setText("")
        self._bars.update()

    def show_judgement(self, judgement: Judgement) -> None:
        """Show what the judge said."""
        self._bars.score, self._bars.is_enough = judgement.score, judgement.is_enough
        word = word_for(judgement.score, is_enough=judgement.is_enough)
        self._words.setText(f"{word}. {judgement.advice}")
        self.setAccessibleName(self._words.text())
        self._bars.update()
