"""Rows, columns and grids whose gaps and margins follow the text scale by themselves."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.theme import current

Margins = int | tuple[int, int, int, int]


def _four(margins: Margins) -> tuple[int, int, int, int]:
    return (margins, margins, margins, margins) if isinstance(margins, int) else margins


def _apply(layout: QLayout, gap: int, margins: Margins) -> None:
    px = current().px
    left, top, right, bottom = _four(margins)
    layout.setContentsMargins(px(left), px(top), px(right), px(bottom))
    layout.setSpacing(px(gap))


class Column(QVBoxLayout):
    """Stack widgets under each other; gap and margins are logical pixels."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, margins: Margins = 0) -> None:
        super().__init__()
        self._sizes = (gap, margins)
        self._scale()
        current().changed.connect(self._scale)
        if parent is not None:
            parent.setLayout(self)

    def _scale(self) -> None:
        _apply(self, *self._sizes)


class Row(QHBoxLayout):
    """Set widgets beside each other, centred on one line; gap and margins are logical pixels."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, margins: Margins = 0) -> None:
        super().__init__()
        self._sizes = (gap, margins)
        self._scale()
        current().changed.connect(self._scale)
        if parent is not None:
            parent.setLayout(self)

    def _scale(self) -> None:
        _apply(self, *self._sizes)


class Grid(QGridLayout):
    """Set widgets in a grid; gap and margins are logical pixels."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 12, margins: Margins = 0) -> None:
        super().__init__()
        self._sizes = (gap, margins)
        self._scale()
        current().changed.connect(self._scale)
        if parent is not None:
            parent.setLayout(self)

    def _scale(self) -> None:
        _apply(self, *self._sizes)


def clear_layout(layout: QLayout, *, keep: Callable[[QWidget], bool] | None = None) -> None:
    """Take every widget out of a layout and delete it (deleteLater), inner layouts too."""
    for position in reversed(range(layout.count())):
        item = layout.itemAt(position)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None and keep is not None and keep(widget):
            continue
        layout.takeAt(position)
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)


def centred(widget: QWidget) -> Row:
    """Return a row that gives a widget its maximum width when there is room, in the middle.

    An alignment would make Qt forget that wrapped text needs more height when it is narrow.
    """
    row = Row(gap=0)
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row


TOP = Qt.AlignmentFlag.AlignTop
LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignCenter
MIDDLE = Qt.AlignmentFlag.AlignVCenter
