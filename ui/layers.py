"""The layers over the window: the palette, and the quick line on pages that have none of their own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.overlay import Overlay
from ui.palette.entries import Offers
from ui.palette.entry import Entry
from ui.palette.palette import Palette
from ui.palette_offers import make_offers
from ui.quick_line.panel import QuickLinePanel

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Layers(QObject):
    """Makes each layer when it is first asked for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._palette: tuple[Palette, Overlay] | None = None
        self._line: tuple[QuickLinePanel, Overlay] | None = None

    def search(self, words: str = "") -> None:
        """Open the palette; a quick line over the page makes room, its draft is kept."""
        if self._line is not None:
            self._line[1].close_layer()
        if self._palette is None:
            palette = Palette(self._offers)
            overlay = Overlay(self._window, palette, width=600)
            palette.finished.connect(self._take)
            overlay.closed.connect(palette.forget)
            self._palette = (palette, overlay)
        palette, overlay = self._palette
        palette.start(self._window.ways.shown_case(), words)
        overlay.open()

    def log(self, case_id: str = "") -> None:
        """Put the focus in the quick line of the page, or open one over it."""
        own = getattr(self._window.stack.page(), "line", None)
        if isinstance(own, QuickLinePanel) and own.isVisible():
            own.start(case_id)
            return
        if self._line is None:
            panel = QuickLinePanel(self._window.desk, short_names=self._window.preferences.train_mode)
            overlay = Overlay(self._window, panel, width=760)
            panel.saved.connect(lambda sentence: self._window.tell(sentence, True))
            panel.cancelled.connect(overlay.close_layer)
            overlay.closed.connect(panel.keep)
            self._line = (panel, overlay)
        panel, overlay = self._line
        panel.take_up_draft()
        overlay.open()
        panel.start(case_id)

    def palette(self) -> Palette | None:
        """Return the palette while it is open."""
        return self._palette[0] if self._palette and self._palette[1].isVisible() else None

    def line(self) -> QuickLinePanel | None:
        """Return the quick line over the page while it is open."""
        return self._line[0] if self._line and self._line[1].isVisible() else None

    def keep_drafts(self) -> None:
        """Keep what stands in the quick line."""
        if self._line is not None:
            self._line[0].keep()

    def close_all(self) -> None:
        """Close whatever is open: one went somewhere else."""
        for layer in (self._palette, self._line):
            if layer is not None:
                layer[1].close_layer()

    def remove(self) -> None:
        """Take the layers out of the window for good."""
        for layer in (self._palette, self._line):
            if layer is not None:
                layer[1].hide()
                layer[1].deleteLater()
        self._palette = self._line = None

    def _offers(self) -> Offers:
        return make_offers(self._window)

    def _take(self, entry: Entry | None) -> None:
        if self._palette is not None:
            self._palette[1].close_layer()
        if entry is not None and entry.run is not None:
            entry.run()
