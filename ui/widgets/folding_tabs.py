"""A row of tabs that folds what does not fit into a menu, so that no tab hides behind an arrow."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from eletdesk.translation import _
from ui.theme import current
from ui.widgets.buttons import MenuButton
from ui.widgets.layouts import Row
from ui.widgets.tab_strip import TabStrip


class FoldingTabs(QWidget):
    """A TabStrip with a menu at its end; the tab that is shown always stands in the row."""

    def __init__(self, label: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = TabStrip(label)
        self.strip.setUsesScrollButtons(False)
        # Without arrows a strip asks for the width of all its tabs, and would push the page aside.
        self.strip.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.strip.setMinimumWidth(1)
        self.more = MenuButton(_("More"), kind="quiet", icon_name="more")
        row = Row(self, gap=4)
        row.addWidget(self.strip, 1)
        row.addWidget(self.more)
        self.more.hide()
        # After the events that are under way: a strip that is being asked about must not change its tabs.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.fold)
        self.strip.currentChanged.connect(self._later)
        self.strip.measured.connect(self._later)
        current().changed.connect(self._later)

    def _later(self, *_ignored: object) -> None:
        self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold anew at another width."""
        super().resizeEvent(event)
        self._later()

    def fold(self) -> None:
        """Show as many tabs as there is room for, and list the others in the menu."""
        count = self.strip.count()
        widths = [self.strip.tabSizeHint(at).width() for at in range(count)]
        room = self.width()
        if sum(widths) > room:
            room -= self.more.sizeHint().width() + current().px(4)
        shown = _fitting(widths, room, self.strip.currentIndex())
        for at in range(count):
            if self.strip.isTabVisible(at) != (at in shown):
                self.strip.setTabVisible(at, at in shown)
        hidden = [at for at in range(count) if at not in shown]
        self.more.setVisible(bool(hidden))
        self.more.menu().clear()
        keys = self.strip.keys()
        for at in hidden:
            name = self.strip.name_of(keys[at]).replace("&", "&&")
            self.more.add(name, partial(self.choose_hidden, keys[at]))

    def choose_hidden(self, key: str) -> None:
        """Bring a tab out of the menu and show it."""
        self.strip.setTabVisible(self.strip.keys().index(key), True)
        self.strip.choose(key)
        self.strip.setFocus()


def _fitting(widths: list[int], room: int, shown_now: int) -> set[int]:
    """Return the tabs that fit, from the first on; the one shown now takes its place before the others."""
    left = room - (widths[shown_now] if 0 <= shown_now < len(widths) else 0)
    fitting = {shown_now} if shown_now >= 0 else set()
    for at, width in enumerate(widths):
        if at == shown_now:
            continue
        left -= width
        if left < 0:
            break
        fitting.add(at)
    return fitting
