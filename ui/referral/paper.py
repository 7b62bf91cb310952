"""Paint pages of paper under each other, with a thin shadow; each page is a picture in memory."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from eletdesk.translation import ngettext

_GAP = 16
_EDGE = 4


class Paper(QWidget):
    """The pages of a document, as wide as they are."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[QImage] = []

    def show_pages(self, pages: list[QImage]) -> None:
        """Show other pages."""
        self._pages = pages
        size = self.sizeHint()
        self.setMinimumSize(size)
        count = ngettext("{count} page", "{count} pages", len(pages)).format(count=len(pages))
        self.setAccessibleName(count)
        self.update()

    def pages(self) -> list[QImage]:
        """Return the pictures shown."""
        return list(self._pages)

    def sizeHint(self) -> QSize:
        """Ask for the room of all pages."""
        if not self._pages:
            return QSize(120, 160)
        sizes = [page.deviceIndependentSize() for page in self._pages]
        width = max(size.width() for size in sizes) + 2 * _EDGE
        return QSize(round(width), round(sum(size.height() + _GAP for size in sizes)) + 2 * _EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shadow, then the paper; it stays white in the dark, as paper does."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top = float(_EDGE)
        for page in self._pages:
            size = page.deviceIndependentSize()
            rect = QRectF((self.width() - size.width()) / 2, top, size.width(), size.height())
            painter.setPen(Qt.PenStyle.NoPen)
            for spread, strength in ((3, 18), (2, 26), (1, 40)):
                painter.setBrush(QColor(0, 0, 0, strength))
                painter.drawRect(rect.adjusted(-spread, -spread + 1, spread, spread + 1))
            painter.drawImage(QPointF(rect.left(), rect.top()), page)
            top += size.height() + _GAP
