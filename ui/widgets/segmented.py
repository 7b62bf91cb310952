"""Choose exactly one of a few: segments in a well, arrow keys, role page tab."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QTabBar, QToolButton, QWidget

from eletdesk.translation import _
from ui.theme import current
from ui.theme.icons import paint_icon


class Segmented(QTabBar):
    """A few exclusive choices with icons; `chosen(key)` when another one is taken."""

    chosen = Signal(str)

    def __init__(self, label: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._icons: list[str] = []
        self.setAccessibleName(label)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.currentChanged.connect(self._tell)
        for button, says in zip(
            self.findChildren(QToolButton), (_("Earlier choices"), _("Later choices")), strict=False
        ):
            button.setAccessibleName(says)
        current().changed.connect(self.updateGeometry)

    def add(self, key: str, text: str, icon_name: str = "") -> None:
        """Add a choice."""
        self._keys.append(key)
        self._icons.append(icon_name)
        position = self.addTab(text)
        self.setAccessibleTabName(position, text.replace("&", ""))

    def key(self) -> str:
        """Return the key of the choice taken."""
        return self._keys[self.currentIndex()] if self._keys else ""

    def choose(self, key: str) -> None:
        """Take a choice by key."""
        self.setCurrentIndex(self._keys.index(key))

    def tabSizeHint(self, index: int) -> QSize:
        """Ask for icon, text and air."""
        theme = current()
        words = QFontMetrics(theme.font("small", bold=True)).horizontalAdvance(self._clean(index))
        icon_room = theme.px(24) if self._icons[index] else 0
        return QSize(words + icon_room + theme.px(24), theme.px(36))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Never squeeze a choice."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the well, the raised choice and the focus ring."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("sunken"))
        end = self.tabRect(self.count() - 1).right() if self.count() else 0
        well = QRectF(0.5, 0.5, min(end, self.width() - 1), self.height() - 1)
        painter.drawRoundedRect(well, theme.px(9), theme.px(9))
        for index in range(self.count()):
            self._paint_choice(painter, index)

    def _paint_choice(self, painter: QPainter, index: int) -> None:
        theme = current()
        taken = index == self.currentIndex()
        rect = QRectF(self.tabRect(index)).adjusted(3, 3, -3, -3)
        if taken:
            ring = self.hasFocus()
            painter.setPen(QPen(theme.colour("focus" if ring else "border"), 2 if ring else 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(rect, theme.px(7), theme.px(7))
        inner = rect.adjusted(theme.px(11), 0, -theme.px(8), 0)
        if name := self._icons[index]:
            side = theme.px(16)
            colour = "accent" if taken else "text2"
            paint_icon(painter, QRectF(inner.left(), inner.center().y() - side / 2, side, side), name, colour)
            inner.setLeft(inner.left() + theme.px(24))
        painter.setFont(theme.font("small", bold=taken))
        painter.setPen(theme.colour("text" if taken else "text2"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(inner, int(flags), self.tabText(index))

    def _clean(self, index: int) -> str:
        return self.tabText(index).replace("&", "")

    def _tell(self, index: int) -> None:
        if 0 <= index < len(self._keys):
            self.chosen.emit(self._keys[index])
