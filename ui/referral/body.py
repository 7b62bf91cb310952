"""Lay the dossier page out: list, editor and paper beside each other, fewer where there is little room."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from eletdesk.translation import _
from ui.referral.preview import Preview
from ui.referral.reading import DossierFacts
from ui.referral.section_list import SectionList
from ui.referral.section_rows import ready_count, section_rows
from ui.referral.side_notes import SideNotes
from ui.referral.writing import Writing
from ui.theme import current
from ui.widgets.buttons import quiet, soft
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import Label, small
from ui.widgets.layouts import Column, Row
from ui.widgets.page import PageScroll

_THREE, _TWO = 940, 620
_LIST_WIDTH = 278
_PAPER_LEAST, _PAPER_MOST, _PAPER_SHARE = 340, 460, 0.36


class DossierBody(QWidget):
    """Three columns from 940 logical pixels, two from 620, else one with the list as a choice box."""

    end_reached = Signal()
    toggle_asked = Signal(object)

    def __init__(self, writing: Writing, preview: Preview) -> None:
        super().__init__()
        self.preview, self._writing = preview, writing
        self._columns, self._only_preview = 0, False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.sections, self.notes = SectionList(_("Sections")), SideNotes()
        self._left = self._make_left()
        self._centre = self._make_centre()
        self._row.addWidget(self._left)
        self._line = QFrame()
        self._line.setProperty("role", "divider")
        self._line.setFixedWidth(1)
        self._line.setMaximumHeight(16777215)
        self._row.addWidget(self._line)
        self._row.addWidget(self._centre, 1)
        self._row.addWidget(preview)
        current().changed.connect(self._arrange_again)
        self.sections.chosen.connect(self._show_key)
        self.sections.entered.connect(self.enter)
        self.sections.toggle_asked.connect(self._toggle)
        writing.step_asked.connect(self.step)

    def _make_left(self) -> QWidget:
        inside = QWidget()
        column = Column(inside, gap=6, margins=(14, 12, 10, 12))
        line = Row(gap=8, margins=(9, 0, 8, 0))
        line.addWidget(Label(_("Sections"), role="heading"), 1)
        self.count = small()
        line.addWidget(self.count)
        column.addLayout(line)
        column.addWidget(self.sections)
        column.addWidget(self.notes)
        column.addStretch(1)
        return PageScroll(inside)

    def _make_centre(self) -> QWidget:
        inside = QWidget()
        column = Column(inside, gap=12, margins=(18, 12, 18, 18))
        self.choice = ChoiceBox()
        self.choice.setAccessibleName(_("Sections"))
        self.choice.activated.connect(lambda _at: self.go(str(self.choice.value())))
        self.small_note = small(wrap=True)
        column.addWidget(self.choice)
        column.addWidget(self.small_note)
        column.addWidget(self._writing)
        column.addStretch(1)
        steps = Row(gap=8)
        self.previous = quiet(_("P&revious"), lambda: self.step(-1), icon_name="back")
        self.next = soft(_("Next &section"), lambda: self.step(1))
        steps.addWidget(self.previous)
        steps.addStretch(1)
        steps.addWidget(self.next)
        column.addLayout(steps)
        self._scroll = PageScroll(inside)
        return self._scroll

    def show_facts(self, facts: DossierFacts) -> None:
        """Show how the sections stand."""
        rows = section_rows(facts)
        self.sections.set_rows(rows)
        ready, everything = ready_count(facts)
        self.count.setText(_("{ready} of {all}").format(ready=ready, all=everything))
        self.notes.show_facts(facts)
        self.small_note.setText(self.notes.note.text())
        choices = [(row.key, f"{row.text} ({row.end})" if row.end else row.text) for row in rows]
        self.choice.set_choices(choices, value=self.sections.key())

    def go(self, key: str) -> None:
        """Show the receiver or a section."""
        self.sections.choose(key)
        self._show_key(key)

    def enter(self, key: str) -> None:
        """Show it and start writing there."""
        self.go(key)
        self._writing.first_field(key).setFocus(Qt.FocusReason.TabFocusReason)

    def step(self, by: int) -> None:
        """Go to the next or previous section; after the last one comes the button."""
        if self.sections.step(by):
            self.enter(self.sections.key())
        elif by > 0:
            self.end_reached.emit()

    def _show_key(self, key: str) -> None:
        self.choice.set_value(key)
        rows = self.sections.rows()
        self.previous.setEnabled(bool(rows) and rows[0].key != key)
        last = bool(rows) and rows[-1].key == key
        self.next.set_text(_("Ready: to the butto&n") if last else _("Next &section"))
        self._writing.show_key(key)
        self._scroll.verticalScrollBar().setValue(0)

    def _toggle(self, key: str) -> None:
        self.toggle_asked.emit(next(row for row in self.sections.rows() if row.key == key))

    def columns(self) -> int:
        """Return 1, 2 or 3."""
        return self._columns

    def is_preview_only(self) -> bool:
        """Tell whether the paper has the whole width."""
        return self._only_preview

    def set_preview_only(self, only: bool) -> None:
        """Give the paper the whole width, or take it back."""
        self._only_preview = only
        self.preview.set_wide(only)
        self.arrange(self.width())

    def minimumSizeHint(self) -> QSize:
        """Let the page get narrow: the columns follow the width, not the other way round."""
        return QSize(current().px(280), current().px(200))

    def _arrange_again(self) -> None:
        self.arrange(self.width())

    def arrange(self, width: int) -> None:
        """Choose the columns for a width in pixels."""
        theme = current()
        logical = width * 100 / theme.text_scale
        self._columns = 3 if logical >= _THREE else 2 if logical >= _TWO else 1
        only, shows_paper = self._only_preview, self._columns == 3 or self._only_preview
        focused = self.focusWidget()
        self._left.setVisible(self._columns > 1 and not only)
        self._line.setVisible(not self._left.isHidden())
        self._left.setFixedWidth(theme.px(_LIST_WIDTH))
        self._centre.setVisible(not only)
        self.choice.setVisible(self._columns == 1)
        self.small_note.setVisible(self._columns == 1)
        self.preview.setVisible(shows_paper)
        if only:
            self.preview.setMinimumWidth(0)
            self.preview.setMaximumWidth(16777215)
            if focused is not None and not focused.isVisible():
                self.preview.wide.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            share = round(width * _PAPER_SHARE)
            self.preview.setFixedWidth(max(theme.px(_PAPER_LEAST), min(theme.px(_PAPER_MOST), share)))
