"""Frame things that belong together: a card with title, count, rows and hairlines."""

from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from ui.widgets.labels import Label
from ui.widgets.layouts import Column, Row, clear_layout


class Divider(QFrame):
    """A hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "divider")
        self.setFixedHeight(1)


class Card(QFrame):
    """A white card; `add` puts widgets in the padded body, `add_row` full-width rows between hairlines."""

    def __init__(
        self, title: str = "", *, count: str = "", padding: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._padding = padding
        self._rows = 0
        self._outer = Column(self, gap=0, margins=(1, 1, 1, 4))
        self.title_label = Label(title, role="heading")
        self.count_label = Label(count, role="small", tone="text2")
        self.header = QWidget()
        self._header_row = Row(self.header, margins=(padding, 12, padding, 12))
        self._header_row.addWidget(self.title_label)
        self._header_row.addStretch(1)
        self._header_row.addWidget(self.count_label)
        self.header.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._outer.addWidget(self.header)
        self.header.setVisible(bool(title))
        self._body: Column | None = None
        if title:
            self.setAccessibleName(title)

    def set_title(self, title: str, count: str = "") -> None:
        """Show another title and count."""
        self.title_label.setText(title)
        self.count_label.setText(count)
        self.header.setVisible(bool(title))
        self.setAccessibleName(title)

    def add_action(self, widget: QWidget) -> None:
        """Put a quiet button at the right end of the title line."""
        self._header_row.addWidget(widget)

    def body(self) -> Column:
        """Return the padded column inside the card."""
        if self._body is None:
            top = 0 if not self.header.isHidden() else self._padding - 2
            self._body = Column(gap=8, margins=(self._padding, top, self._padding, self._padding - 2))
            self._outer.addLayout(self._body)
        return self._body

    def add(self, *items: QWidget | QLayout) -> None:
        """Add widgets or layouts to the padded body."""
        for item in items:
            if isinstance(item, QWidget):
                self.body().addWidget(item)
            else:
                self.body().addLayout(item)

    def add_row(self, row: QWidget, *, line: bool = True) -> None:
        """Add a full-width row, with a hairline above it."""
        if line and (self._rows or not self.header.isHidden()):
            self._outer.addWidget(Divider())
        self._rows += 1
        self._outer.addWidget(row)

    def clear(self) -> None:
        """Take all rows and the body away, keep the title."""
        clear_layout(self._outer, keep=lambda widget: widget is self.header)
        self._body = None
        self._rows = 0
