"""Write one section: its question, what the file says, the text, suggestions, and what goes along."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.programmes.dossier_kinds import SectionKind
from eletdesk.queries.dossier.draft import SectionPrefill
from eletdesk.translation import _, ngettext
from ui.referral.items_card import ItemsCard
from ui.referral.reading import DossierFacts
from ui.widgets.buttons import quiet, secondary
from ui.widgets.card import Card
from ui.widgets.check_row import CheckBox
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, Label, caption, small
from ui.widgets.layouts import LEFT, TOP, Column, Grid, Row, clear_layout
from ui.widgets.note_edit import NoteEdit


class SectionEditor(QWidget):
    """One section at a time; `written(code, text)` after a pause, `typing()` on every key."""

    written = Signal(str, str)
    typing = Signal()
    forgotten = Signal(str)
    shared = Signal(str, bool)
    picked = Signal(str, bool)
    next_asked = Signal()
    file_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code = ""
        self._kept = ""
        self._guide: tuple[int, int] | None = None
        column = Column(self, gap=8)
        self.title_label = Label("", role="h2", wrap=True)
        self.question = Label("", role="body", tone="text2", wrap=True)
        column.addWidget(self.title_label)
        column.addWidget(self.question)
        self.share_box = CheckBox(_("Goes &along with the dossier"))
        self.share_box.setAccessibleName(_("Goes along with the dossier"))
        self.share_box.clicked.connect(lambda on: self.shared.emit(self.code, on))
        column.addWidget(self.share_box, 0, LEFT)
        self.note = NoteEdit(min_lines=7, max_lines=22)
        self.note.textChanged.connect(self._count)
        self.note.textChanged.connect(self.typing)
        self.note.edited.connect(self._keep)
        self.note.submitted.connect(self.next_asked)
        column.addWidget(self.note)
        self.suggestions = Flow(gap=6)
        column.addWidget(self.suggestions)
        column.addWidget(self._make_foot())
        self.facts_card = Card(_("From the case file"))
        self.facts_card.add_action(quiet(_("Change"), self.file_asked.emit, sz="s"))
        self._grid = Grid(gap=6)
        self._grid.setColumnStretch(1, 1)
        self.facts_card.add(small(_("Goes along as it is."), wrap=True), self._grid)
        column.addWidget(self.facts_card)
        self.items = ItemsCard()
        self.items.picked.connect(self.picked)
        column.addWidget(self.items)

    def _make_foot(self) -> QWidget:
        self.foot = QWidget()
        row = Row(self.foot, gap=8)
        self.count_label = caption(wrap=True)
        self.again = quiet(_("Use the words of the file again"), self._forget, sz="s")
        self.saved_icon = IconLabel("tick", size=14, colour="ok")
        self.saved = caption()
        row.addWidget(self.count_label, 1)
        row.addWidget(self.again)
        row.addWidget(self.saved_icon)
        row.addWidget(self.saved)
        return self.foot

    def show_section(self, facts: DossierFacts, code: str) -> None:
        """Show one section; what is being typed in it is left alone."""
        section, is_other = facts.kind.section(code), code != self.code
        state = facts.state(code)
        if is_other:
            self.leave()
        self.code = code
        self.title_label.setText(state.label)
        self.question.setText(section.question.said())
        self._show_sharing(facts, section)
        self._show_text(facts, section, fresh=is_other)
        self._show_rows(facts.prefills[code])
        self.items.setVisible(section.has_picked_items)
        if section.has_picked_items:
            self.items.show_items(facts.items, may_change=facts.may_change)

    def text(self) -> str:
        """Return the words as they stand now."""
        return self.note.text()

    def leave(self) -> None:
        """Keep what was typed, now."""
        if self.code and self.note.text() != self._kept:
            self.note.flush()

    def first_field(self) -> QWidget:
        """Return where writing starts."""
        return self.note if not self.note.isHidden() else self.share_box

    def show_problem(self, sentence: str) -> None:
        """Say that the words are not kept yet; they stay in the field."""
        self.saved.setText(sentence)
        self.saved.set_tone("danger")
        self.saved_icon.set_icon("attention", "danger")
        self._kept = ""

    def _show_sharing(self, facts: DossierFacts, section: SectionKind) -> None:
        may = section.may_be_shared_with(facts.is_bound)
        self.share_box.setChecked(section.code in facts.shared)
        self.share_box.setEnabled(may and facts.may_change)
        why = "" if may else facts.state(section.code).why
        self.share_box.setAccessibleDescription(why)
        self.share_box.setToolTip("")
        if why:
            self.question.setText(f"{section.question.said()} {why}")

    def _show_text(self, facts: DossierFacts, section: SectionKind, *, fresh: bool) -> None:
        has_text = section.word_guide is not None or section.code in facts.written
        for part in (self.note, self.foot, self.suggestions):
            part.setVisible(has_text)
        if not has_text:
            self.note.set_text("")
            self._kept = ""
            return
        text = facts.texts[section.code]
        was_kept = self.note.text() == self._kept
        self._kept = text
        if fresh or (was_kept and text != self.note.text()):
            self.note.set_text(text)
            self._say_kept()
        self.note.setReadOnly(not facts.may_change)
        self.note.setAccessibleName(f"{facts.state(section.code).label}. {section.question.said()}")
        self._guide = section.word_guide
        self.again.setVisible(section.code in facts.written and facts.may_change)
        if fresh:
            self._suggest(section, facts)
        self._count()

    def _suggest(self, section: SectionKind, facts: DossierFacts) -> None:
        self.suggestions.clear()
        for suggestion in section.suggestions if facts.may_change else ():
            words = suggestion.in_language(facts.language)
            start = partial(self._start, words)
            self.suggestions.add(secondary(words.replace("&", "&&"), start, icon_name="add", sz="s"))

    def _start(self, words: str) -> None:
        """Start a new line with a suggestion at the end of the text."""
        text = self.note.text().rstrip()
        self.note.setPlainText(f"{text}\n{words}: " if text else f"{words}: ")
        cursor = self.note.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.note.setTextCursor(cursor)
        self.note.setFocus()

    def _show_rows(self, prefill: SectionPrefill) -> None:
        clear_layout(self._grid)
        self.facts_card.setVisible(bool(prefill.rows))
        for number, (name, value) in enumerate(prefill.rows):
            self._grid.addWidget(small(name), number, 0, TOP)
            self._grid.addWidget(Label(value, wrap=True), number, 1)

    def _count(self) -> None:
        count = self.note.word_count()
        words = ngettext("{count} word", "{count} words", count).format(count=count)
        if self._guide:
            fewest, most = self._guide
            words = _("{words} · aim at {fewest} to {most}").format(words=words, fewest=fewest, most=most)
        self.count_label.setText(words)
        if self.note.text() != self._kept:
            self.saved.setText(_("Not kept yet"))
            self.saved.set_tone("text3")
            self.saved_icon.set_icon("write", "text3")

    def _keep(self, text: str) -> None:
        if self.code and text != self._kept and not self.note.isReadOnly():
            self._kept = text
            self._say_kept()
            self.written.emit(self.code, text)

    def _say_kept(self) -> None:
        self.saved.setText(_("Kept"))
        self.saved.set_tone("text3")
        self.saved_icon.set_icon("tick", "ok")

    def _forget(self) -> None:
        self.note.set_text(self._kept)
        self.forgotten.emit(self.code)
