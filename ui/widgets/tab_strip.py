"""Switch between parts of a page: tabs with an underline and counts, arrow keys, role page tab."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from eletdesk.translation import _
from ui.theme import current


class TabStrip(QTabBar):
    """A row of tabs; `chosen(key)` when another one is shown, `measured` when a tab may be wider."""

    chosen = Signal(str)
    measured = Signal()

    def __init__(self, label: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._counts: dict[str, str] = {}
        self.setAccessibleName(label)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setUsesScrollButtons(True)
        self.currentChanged.connect(self._tell)
        for button, says in zip(
            self.findChildren(QToolButton), (_("Earlier tabs"), _("Later tabs")), strict=False
        ):
            button.setAccessibleName(says)
        current().changed.connect(self._measure_again)

    def add(self, key: str, text: str, count: str = "") -> None:
        """Add a tab; the text may hold an Alt letter."""
        self._keys.append(key)
        self._counts[key] = count
        position = self.addTab(text)
        self._name(position)

    def set_count(self, key: str, count: str) -> None:
        """Show another count beside a tab."""
        self._counts[key] = count
        position = self._keys.index(key)
        self._measure_again()
        self._name(position)
        self.updateGeometry()
        self.update()
        self.measured.emit()

    def key(self) -> str:
        """Return the key of the tab shown."""
        return self._keys[self.currentIndex()] if self._keys else ""

    def choose(self, key: str) -> None:
        """Show a tab by key."""
        self.setCurrentIndex(self._keys.index(key))

    def keys(self) -> list[str]:
        """Return the keys of all tabs, in order."""
        return list(self._keys)

    def name_of(self, key: str) -> str:
        """Return the words of a tab with its count."""
        return self.accessibleTabName(self._keys.index(key))

    def follow_keys(self, page: QWidget) -> None:
        """Turn to the next or the previous tab with Ctrl+Tab from anywhere in a page."""
        for keys, by in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(
                lambda by=by: self.setCurrentIndex((self.currentIndex() + by) % max(1, self.count()))
            )

    def tabSizeHint(self, index: int) -> QSize:
        """Ask for text, count and air."""
        theme = current()
        bold = QFontMetrics(theme.font("body", bold=True))
        width = bold.horizontalAdvance(self._clean(index)) + theme.px(26)
        if count := self._counts[self._keys[index]]:
            width += bold.horizontalAdvance(count) + theme.px(8)
        return QSize(width, theme.px(40))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Never squeeze a tab."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint texts, counts, the underline of the tab shown and the focus ring."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        for index in range(self.count()):
            if self.isTabVisible(index):
                self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        theme = current()
        shown = index == self.currentIndex()
        rect = QRectF(self.tabRect(index))
        font = theme.font("body", bold=shown)
        painter.setFont(font)
        painter.setPen(theme.colour("accent" if shown else "text2"))
        inner = rect.adjusted(theme.px(10), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(inner, int(flags), self.tabText(index))
        if count := self._counts[self._keys[index]]:
            advance = QFontMetrics(font).horizontalAdvance(self._clean(index))
            painter.drawText(inner.adjusted(advance + theme.px(8), 0, 0, 0), int(flags), count)
        if shown:
            thick = theme.px(2)
            painter.fillRect(
                QRectF(rect.left() + theme.px(2), rect.bottom() - thick, rect.width() - theme.px(10), thick),
                theme.colour("accent"),
            )
        if shown and self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(2, 3, -4, -6), theme.px(6), theme.px(6))

    def _measure_again(self) -> None:
        """Lay the tabs out anew: Qt keeps their width until a text is set, so that a longer count was cut."""
        for position in range(self.count()):
            self.setTabText(position, self.tabText(position))

    def _clean(self, index: int) -> str:
        return self.tabText(index).replace("&", "")

    def _name(self, index: int) -> None:
        count = self._counts[self._keys[index]]
        self.setAccessibleTabName(index, f"{self._clean(index)} {count}".strip())

    def _tell(self, index: int) -> None:
        if 0 <= index < len(self._keys):
            self.chosen.emit(self._keys[index])
