"""Lay widgets out like words: on one line as long as they fit, then on the next."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current


class Flow(QWidget):
    """Hold chips and small buttons and break lines; the gap is in logical pixels.

    A widget and not a QLayout: a QLayout written in Python loses its items (PySide6 6.11 marks them deleted).
    """

    def __init__(self, *, gap: int = 8, to_right: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self._gap = gap
        self._to_right = to_right
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        current().changed.connect(self._again)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets at the end."""
        for widget in widgets:
            self._widgets.append(widget)
            hidden = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide) and widget.isHidden()
            widget.setParent(self)
            if not hidden:
                widget.show()
        self._again()

    def clear(self) -> None:
        """Take all widgets away and delete them."""
        for widget in self._widgets:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self._widgets = []
        self._again()

    def widgets(self) -> list[QWidget]:
        """Return the widgets in order."""
        return list(self._widgets)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at this width."""
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        sizes = [_wanted(widget) for widget in self._shown()]
        width = sum(size.width() for size in sizes) + current().px(self._gap) * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """Ask for the widest single widget, and for the lines that the width of now needs."""
        widest = max((_wanted(widget).width() for widget in self._shown()), default=0)
        return QSize(widest, self._arrange(max(self.width(), widest), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the widgets in the new width."""
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Place the widgets again when one of them wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._again()
        return super().event(event)

    def _again(self) -> None:
        self._arrange(self.width(), move=True)
        self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _lines(self, width: int) -> list[list[QWidget]]:
        gap, used = current().px(self._gap), 0
        lines: list[list[QWidget]] = []
        for widget in self._shown():
            wide = _wanted(widget).width()
            if lines and used + gap + wide <= width:
                lines[-1].append(widget)
                used += gap + wide
            else:
                lines.append([widget])
                used = wide
        return lines

    def _arrange(self, width: int, *, move: bool) -> int:
        gap, y = current().px(self._gap), 0
        for line in self._lines(width):
            sizes = [_wanted(widget) for widget in line]
            high = max(size.height() for size in sizes)
            x = width - sum(size.width() for size in sizes) - gap * (len(line) - 1) if self._to_right else 0
            for widget, size in zip(line, sizes, strict=True):
                if move:
                    wide = min(size.width(), max(width, 1))
                    widget.setGeometry(QRect(x, y + (high - size.height()) // 2, wide, size.height()))
                x += size.width() + gap
            y += high + gap
        return max(0, y - gap)


def _wanted(widget: QWidget) -> QSize:
    return widget.sizeHint().expandedTo(widget.minimumSizeHint()).expandedTo(widget.minimumSize())
