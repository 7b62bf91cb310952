"""The log box and everything that happened, with a field to find words in it."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from eletdesk.queries.timeline import TimelineItem as Happening
from eletdesk.translation import _
from ui.case.log_box import LogBox
from ui.case.reading import CaseView
from ui.case.timeline_words import matching, nearest_key, timeline_items
from ui.widgets.form import TextField
from ui.widgets.labels import small
from ui.widgets.layouts import Column
from ui.widgets.timeline import Timeline


class TimelineTab(QWidget):
    """The log box and everything that happened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = Column(self, gap=14)
        self.box = LogBox()
        self.line = Timeline(_("Timeline"), grows=True)
        self.search = TextField(placeholder=_("Find in this timeline"))
        self.search.setAccessibleName(_("Find in this timeline"))
        self.search.hide()
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.installEventFilter(self)
        self.nothing = small("", wrap=True)
        for part in (self.box, self.search, self.nothing, self.line):
            column.addWidget(part)
        column.addStretch(1)
        self.happenings: list[Happening] = []
        self._today = date.min

    def show_case(self, view: CaseView) -> None:
        """Show what happened; the place in the list is kept when its row went to the bin."""
        self.happenings, self._today = view.overview.items, view.today
        self._fill()
        self.box.set_members(view.overview.sides.members)

    def _fill(self) -> None:
        """Show what holds the words that are looked for, or everything."""
        at, had_focus = self.line.currentIndex().row(), self.line.hasFocus()
        items = timeline_items(matching(self.happenings, self.search.text()), self._today)
        self.line.set_items(items)
        self.line.setVisible(bool(items))
        nothing = _("Nothing has happened yet. Write down the first session above.")
        self.nothing.setText(_("Nothing found.") if self.happenings else nothing)
        self.nothing.setVisible(not items)
        if at >= 0 and self.line.current_key() is None and items:
            self.line.setCurrentIndex(self.line.model().index(min(at, len(items) - 1), 0))
        if had_focus and not items:
            self.box.note.setFocus()

    def start_search(self) -> None:
        """Show the field in which one looks for words."""
        self.search.show()
        self.search.setFocus()
        self.search.selectAll()

    def stop_search(self) -> None:
        """Show everything again."""
        had_focus = self.search.hasFocus()
        self.search.clear()
        self.search.hide()
        if had_focus:
            self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the search on Esc; go into the list on Down or Enter."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.stop_search()
                return True
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.line.items():
                self.line.setFocus()
                self.line.show_key(self.line.items()[0].key)
                return True
        return super().eventFilter(watched, event)

    def go_to(self, key: object) -> bool:
        """Bring one thing in sight with the focus on it."""
        self.stop_search()
        self.line.setFocus()
        return key is not None and self.line.show_key(key)

    def go_to_day(self, on: object) -> bool:
        """Bring in sight what happened on a day, or just before it."""
        return isinstance(on, date) and self.go_to(nearest_key(self.happenings, on))

    def title_of(self, key: object) -> str:
        """Return what something in the timeline is called."""
        return next((item.title for item in self.line.items() if item.key == key), "")
