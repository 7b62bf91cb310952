"""What the window says above its page: that all is invented, what could not be read or kept."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from eletdesk.translation import _, ngettext
from ui.theme import current
from ui.widgets.banner import Banner
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, Row
from ui.widgets.toast import announce


class DemoStripe(QWidget):
    """A striped line: nobody in this desk exists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = Row(self, margins=(28, 4, 28, 4))
        label = Label(_("Practice desk: everybody here is invented."), role="small", tone="warn", wrap=True)
        row.addWidget(label, 1)
        self.setAccessibleName(label.text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint slanting stripes behind the words."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("warn_soft"))
        colour = theme.colour("s_out")
        colour.setAlpha(38)
        step, high = theme.px(18), self.height()
        painter.setPen(QPen(colour, theme.px(6)))
        for x in range(-high, self.width() + high, step):
            painter.drawLine(x, high, x + high, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("border"))
        painter.drawRect(QRectF(0, high - 1, self.width(), 1))


class Notices(QWidget):
    """The stripe and the banners, the newest below."""

    def __init__(self, *, is_demo: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Column(self, gap=0)
        if is_demo:
            self._column.addWidget(DemoStripe())
        self._banners = Column(gap=6, margins=(28, 0, 28, 0))
        self._column.addLayout(self._banners)
        self._shown: dict[str, Banner] = {}

    def tell(self, name: str, sentence: str, *, tone: str) -> None:
        """Show a sentence until it is closed; one of the same name is replaced, an empty one goes away."""
        old = self._shown.get(name)
        if old is not None and sentence and not old.isHidden():
            old.set_text(sentence)
            return
        if old is not None:
            del self._shown[name]
            old.hide()
            self._banners.removeWidget(old)
            old.deleteLater()
        if not sentence:
            return
        banner = Banner(sentence, tone=tone, close_says=_("Close"))
        self._shown[name] = banner
        self._banners.addWidget(banner)
        banner.show()
        announce(self, sentence)

    def problem(self, sentence: str) -> None:
        """Say what did not work."""
        self.tell("problem", sentence, tone="danger")

    def unreadable(self, sentences: list[str]) -> None:
        """Say that cases could not be read, and why the first one could not."""
        count = len(sentences)
        text = ngettext(
            "{count} case file could not be read.", "{count} case files could not be read.", count
        )
        said = f"{text.format(count=count)} {sentences[0]}" if sentences else ""
        self.tell("unreadable", said, tone="danger")

    def numbers_removed(self, count: int) -> None:
        """Say that national numbers were taken out of what was saved."""
        text = ngettext(
            "A national number was left out: eletdesk may not keep it. The rest is saved.",
            "{count} national numbers were left out: eletdesk may not keep them. The rest is saved.",
            count,
        )
        self.tell("national_number", text.format(count=count), tone="warn")

    def texts(self) -> list[str]:
        """Return what the banners say now."""
        return [banner.label.text() for banner in self._shown.values() if not banner.isHidden()]
