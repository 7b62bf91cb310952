"""The window before a desk is open: a page to unlock or to begin, and above it why one is here again."""

from PySide6.QtCore import QSettings, QSize, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from shiboken6 import isValid

from eletdesk.locations import settings_folder
from ui.logo import window_icon
from ui.widgets.banner import Banner
from ui.widgets.labels import Label
from ui.widgets.layouts import CENTRE, Column, Row

_USUAL_SIZE = QSize(1280, 800)


class EntryWindow(QMainWindow):
    """Light on purpose: it is on the screen before the desk's own parts are loaded."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("eletdesk")
        self.setWindowIcon(window_icon())
        self.setMinimumSize(640, 480)
        self._banner: Banner | None = None
        self.page: QWidget | None = None
        self._wanted: QWidget | None = None

    def show_page(self, page: QWidget, why: str = "", *, tone: str = "info") -> None:
        """Show a page, with a sentence above it when there is one to say."""
        centre = QWidget()
        column, above = Column(centre, gap=0), Row(margins=(16, 12, 16, 0))
        self._banner = Banner(why, tone=tone)
        self._banner.setVisible(bool(why))
        above.addWidget(self._banner)
        column.addLayout(above)
        wanted = page.focusWidget()  # a new parent makes the page forget it
        column.addWidget(page, 1)
        self.page = page
        self.setCentralWidget(centre)
        centre.show()
        if wanted is not None:
            wanted.setFocus()
            self._wanted = wanted

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus where the page wants it: a page that was not yet to be seen could not have it."""
        super().showEvent(event)
        if self._wanted is not None and isValid(self._wanted):
            self._wanted.setFocus()

    def say(self, sentence: str) -> None:
        """Say something else above the page."""
        if self._banner is not None:
            self._banner.set_text(sentence)
            self._banner.setVisible(bool(sentence))

    def why(self) -> str:
        """Return what is said above the page."""
        banner = self._banner
        return banner.label.text() if banner is not None and not banner.isHidden() else ""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it was closed by hand."""
        super().closeEvent(event)
        self.closed.emit()


class WaitingPage(QWidget):
    """One quiet sentence while something is being made."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        column = Column(self, margins=24)
        column.addStretch(1)
        column.addWidget(Label(sentence, role="h2", tone="text2", wrap=False), 0, CENTRE)
        column.addStretch(1)


def keep_geometry(window: QMainWindow) -> None:
    """Remember size and place of a window for the next start."""
    _store().setValue("geometry", window.saveGeometry())


def use_geometry(window: QMainWindow) -> None:
    """Give a window the size and place it had last."""
    kept = _store().value("geometry")
    if kept is None or not window.restoreGeometry(kept):
        window.resize(_USUAL_SIZE)


def _store() -> QSettings:
    return QSettings(str(settings_folder() / "window.ini"), QSettings.Format.IniFormat)
