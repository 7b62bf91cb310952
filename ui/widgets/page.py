"""Frame a page: title, subtitle, actions, scrolling body, and columns that follow the room there is."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from ui.theme import BREAKPOINT, current
from ui.widgets.flow import Flow
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.layouts import TOP, Column, Grid


def columns_for(width: int, text_scale: int) -> int:
    """Return 2 or 1 columns for a window width in pixels at a text scale in per cent."""
    return 2 if width * 100 / text_scale >= BREAKPOINT.rail else 1


def has_rail(width: int, text_scale: int) -> bool:
    """Tell whether the sidebar should be a rail of icons."""
    return width * 100 / text_scale < BREAKPOINT.two_columns


class Page(QWidget):
    """A page with `main` and `side` columns; `side` moves under `main` when there is little room."""

    layout_changed = Signal(int)

    def __init__(
        self,
        title: str = "",
        subtitle: str = "",
        *,
        side_width: int = 344,
        scrolls: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._columns = 0
        self._side_width = side_width
        outer = Column(self, gap=0)
        outer.addWidget(self._make_header(title, subtitle))
        content = self._make_content()
        if scrolls:
            self.scroller = PageScroll()
            self.scroller.setWidget(content)
            outer.addWidget(self.scroller, 1)
        else:
            outer.addWidget(content, 1)
        self._arrange()
        current().changed.connect(self._arrange)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Show another title and subtitle."""
        self.title_label.setText(title)
        self.subtitle_label.setText(subtitle)
        self.subtitle_label.setVisible(bool(subtitle))

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right of the title (under it when there is little room)."""
        self._actions.add(widget)
        self._arrange()

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Add a widget or layout to the main column."""
        if isinstance(item, QWidget):
            self.main.addWidget(item, stretch)
        else:
            self.main.addLayout(item, stretch)

    def add_side(self, widget: QWidget) -> None:
        """Add a card to the side column."""
        self.side.addWidget(widget)
        self._side_box.show()
        self._arrange()

    def columns(self) -> int:
        """Return 1 or 2."""
        return self._columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the columns again."""
        super().resizeEvent(event)
        self._arrange()

    def _make_header(self, title: str, subtitle: str) -> QWidget:
        self.header = QWidget()
        self._header = Grid(self.header, gap=4, margins=(28, 22, 28, 12))
        self.title_label = Label(title, role="title", wrap=True)
        self.subtitle_label = ElidedLabel(subtitle, role="body", tone="text2")
        self._actions = Flow(gap=8)
        self._header.addWidget(self.subtitle_label, 1, 0)
        self.subtitle_label.setVisible(bool(subtitle))
        return self.header

    def _make_content(self) -> QWidget:
        content = Content()
        content.setProperty("role", "clear")
        self._grid = Grid(content, gap=16, margins=(28, 4, 28, 24))
        self.main, self.side = Column(gap=14), Column(gap=12)
        self._main_box, self._side_box = QWidget(), QWidget()
        self._main_box.setLayout(self.main)
        self._side_box.setLayout(self.side)
        self._side_box.hide()
        return content

    def _arrange(self) -> None:
        theme = current()
        columns = columns_for(self.window().width(), theme.text_scale)
        self._side_box.setMaximumWidth(theme.px(self._side_width) if columns == 2 else 16777215)
        self._side_box.setMinimumWidth(theme.px(self._side_width) if columns == 2 else 0)
        if columns == self._columns:
            return
        self._columns = columns
        self._place(columns)
        self.layout_changed.emit(columns)

    def _place(self, columns: int) -> None:
        wide = columns == 2
        self._header.addWidget(self.title_label, 0, 0)
        self._header.addWidget(self.subtitle_label, 1, 0)
        self._header.addWidget(self._actions, 0 if wide else 2, 1 if wide else 0, 2 if wide else 1, 1)
        self._header.setColumnStretch(0, 1)
        self._grid.addWidget(self._main_box, 0, 0)
        self._grid.addWidget(
            self._side_box, 0 if wide else 1, 1 if wide else 0, TOP if wide else Qt.AlignmentFlag(0)
        )
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(0, 1 if wide else 0)
        self._grid.setRowStretch(1, 0 if wide else 1)


class Content(QWidget):
    """What scrolls: where lines break, it is as high as its width asks for, not as its narrowest would."""

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the width when words break lines."""
        hint, layout = super().minimumSizeHint(), self.layout()
        follows = layout is not None and layout.hasHeightForWidth()
        return QSize(hint.width(), 0) if follows else hint


class PageScroll(QScrollArea):
    """Scroll up and down only; follows the keyboard focus so that it is never out of sight."""

    def __init__(self, widget: QWidget | None = None) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        if widget is not None:
            widget.setProperty("role", "clear")
            self.setWidget(widget)
