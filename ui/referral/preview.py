"""Show the dossier as the receiver sees it: drawn in the background from memory, never from a file."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from eletdesk.exports.pdf.pages import PageImage, draw_pages
from eletdesk.translation import _
from ui.background import BackgroundWork, Progress, run_in_background
from ui.page_images import page_images
from ui.referral.paper import Paper
from ui.theme import current
from ui.widgets.buttons import icon_button
from ui.widgets.labels import ElidedLabel, Label, caption, small
from ui.widgets.layouts import Column, Row

_PAUSE_MS = 300
_STEP = 1.25
_LEAST, _MOST = 0.3, 3.0
_PAPER_WIDTH = 595.276
"""A4 in points; at zoom 1 a point is a pixel."""

Drawing = tuple[bytes, list[PageImage], float]
"""The document, its pages, and how many dots a point took."""


class Preview(QWidget):
    """Paper at the right of the page. `ask(make)` draws 300 ms after the last call."""

    drawn = Signal(int)
    wide_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make: Callable[[], bytes] | None = None
        self._work: BackgroundWork | None = None
        self._again = self._is_wide = False
        self._zoom: float | None = None
        self.pdf = b""
        column = Column(self, gap=8, margins=(18, 14, 18, 0))
        column.addLayout(self._make_head())
        self.problem = small(wrap=True)
        self.problem.set_tone("danger")
        self.problem.hide()
        column.addWidget(self.problem)
        self.paper = Paper()
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setWidget(self.paper)
        self.scroller.setAccessibleName(_("Preview of the dossier"))
        self.scroller.viewport().setAutoFillBackground(False)
        self.paper.setProperty("role", "clear")
        column.addWidget(self.scroller, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._draw)
        current().changed.connect(self._pause.start)

    def _make_head(self) -> Row:
        head = Row(gap=4)
        head.addWidget(Label(_("Preview"), role="heading"))
        head.addSpacing(current().px(6))
        head.addWidget(ElidedLabel(_("as the receiver sees it"), role="small", tone="text2"), 1)
        self.smaller = icon_button("zoom-out", _("Smaller"), lambda: self.zoom(1 / _STEP), sz="s")
        self.zoom_label = caption()
        self.larger = icon_button("zoom-in", _("Larger"), lambda: self.zoom(_STEP), sz="s")
        self.wide = icon_button("widen", _("Preview over the whole width"), self._turn_wide, sz="s")
        for part in (self.smaller, self.zoom_label, self.larger, self.wide):
            head.addWidget(part)
        return head

    def ask(self, make: Callable[[], bytes]) -> None:
        """Draw what `make` returns, a moment after the last change."""
        self._make = make
        self._pause.start()

    def zoom(self, by: float) -> None:
        """Show the paper larger or smaller."""
        self._zoom = max(_LEAST, min(_MOST, self.scale() * by))
        self._pause.start()

    def scale(self) -> float:
        """Return how many pixels a point is; by default the paper is as wide as the room."""
        if self._zoom is not None:
            return self._zoom
        bar = self.scroller.verticalScrollBar().sizeHint().width()
        room = self.scroller.width() - bar - 10
        return max(_LEAST, min(_MOST, room / _PAPER_WIDTH))

    def set_wide(self, wide: bool) -> None:
        """Follow the page when the preview takes the whole width, or gives it back."""
        self._is_wide = wide
        self.wide.set_text(_("Back to writing") if wide else _("Preview over the whole width"))
        self._zoom = None

    def is_waiting(self) -> bool:
        """Tell whether a drawing is on its way."""
        return self._pause.isActive() or self._work is not None

    def is_drawing(self) -> bool:
        """Tell whether a drawing is being made in the background now."""
        return self._work is not None

    def finish(self) -> None:
        """Wait for the drawing that runs and start no other: the desk is about to close."""
        self._pause.stop()
        self._again = False
        if self._work is not None:
            self._work.wait()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the paper to the room again."""
        super().resizeEvent(event)
        if self._zoom is None and self._make is not None:
            self._pause.start()

    def _turn_wide(self) -> None:
        self.wide_asked.emit(not self._is_wide)

    def _draw(self) -> None:
        if self._make is None or not self.isVisible():
            return
        if self._work is not None:
            self._again = True
            return
        make, scale = self._make, self.scale() * self.devicePixelRatioF()

        def work(_progress: Progress) -> Drawing:
            pdf = make()
            return pdf, draw_pages(pdf, scale), scale

        owner = QCoreApplication.instance()
        assert owner is not None
        self._work = run_in_background(owner, work, self._show, self._refuse)

    def _show(self, result: Drawing) -> None:
        self._work = None
        self.pdf, pages, scale = result
        ratio = self.devicePixelRatioF()
        self.problem.hide()
        self.paper.show_pages(page_images(pages, ratio))
        self.zoom_label.setText(f"{round(scale / ratio * 100)} %")
        self.drawn.emit(len(pages))
        self._once_more()

    def _refuse(self, error: Exception) -> None:
        self._work = None
        self.problem.setText(str(error) or _("The preview could not be drawn."))
        self.problem.show()
        self._once_more()

    def _once_more(self) -> None:
        if self._again:
            self._again = False
            self._draw()
