"""The frame of the case page: head over two columns that become one when there is little room."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme import current
from ui.widgets.layouts import TOP, Column, Grid
from ui.widgets.page import PageScroll, columns_for

_SIDE_WIDTH = 296
_MOST = 16777215


class CaseFrame(QWidget):
    """Everything scrolls together, so that large text loses nothing; `layout_changed(columns)`."""

    layout_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        outer = Column(self, gap=0)
        content = QWidget()
        self._column = Column(content, gap=16, margins=(28, 22, 28, 24))
        self.scroller = PageScroll(content)
        outer.addWidget(self.scroller)
        self._grid = Grid(gap=20)
        self._main_box, self.side_box = QWidget(), QWidget()
        self.main = Column(self._main_box, gap=14)
        self.side = Column(self.side_box, gap=12)
        self._columns = 0
        current().changed.connect(self.arrange)

    def set_head(self, head: QWidget) -> None:
        """Put the head above both columns."""
        self._column.addWidget(head)
        self._column.addLayout(self._grid, 1)

    def columns(self) -> int:
        """Return 1 or 2."""
        return self._columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the columns again."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Give the side column its width, or put it under the main one."""
        theme = current()
        columns = columns_for(self.window().width(), theme.text_scale)
        wide = columns == 2
        self.side_box.setMaximumWidth(theme.px(_SIDE_WIDTH) if wide else _MOST)
        self.side_box.setMinimumWidth(theme.px(_SIDE_WIDTH) if wide else 0)
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.addWidget(self._main_box, 0, 0, TOP)
        if wide:
            self._grid.addWidget(self.side_box, 0, 1, TOP)
        else:
            self._grid.addWidget(self.side_box, 1, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(2, 1)
        self.layout_changed.emit(columns)
