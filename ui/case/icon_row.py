"""One fact with an icon before it, a quieter second line, chips, and buttons at the end."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui.widgets.flow import Flow
from ui.widgets.labels import ElidedLabel, IconLabel, Label
from ui.widgets.layouts import TOP, Column, Row


class IconRow(QWidget):
    """Icon, first line, second line; wraps=True shows every word of the second line."""

    def __init__(
        self,
        icon_name: str,
        first: str,
        second: str = "",
        *,
        colour: str = "text2",
        ends: Iterable[QWidget] = (),
        chips: Iterable[QWidget] = (),
        wraps: bool = False,
        margins: tuple[int, int, int, int] = (0, 2, 0, 2),
    ) -> None:
        super().__init__()
        row = Row(self, gap=12, margins=margins)
        row.addWidget(IconLabel(icon_name, colour=colour), 0, TOP)
        words = Column(gap=1)
        self.first = Label(first, wrap=True) if wraps else ElidedLabel(first)
        words.addWidget(self.first)
        if second:
            make = Label(second, role="small", tone="text2", wrap=True) if wraps else None
            words.addWidget(make or ElidedLabel(second, role="small", tone="text2"))
        shown = list(chips)
        if shown:
            flow = Flow(gap=6)
            flow.add(*shown)
            words.addWidget(flow)
        words.addStretch(1)
        row.addLayout(words, 1)
        for end in ends:
            row.addWidget(end, 0, TOP)
