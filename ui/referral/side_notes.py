"""Under the list of sections: what is still to do, or what happened, and the files that left."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.spoken_dates import short_date
from eletdesk.translation import _
from ui.case.source_note import say_basis
from ui.referral.page_head import status_line
from ui.referral.reading import DossierFacts, LeftDossier
from ui.referral.section_rows import readiness_note
from ui.widgets.buttons import quiet
from ui.widgets.card import Divider
from ui.widgets.labels import IconLabel, Label, overline, small
from ui.widgets.layouts import LEFT, TOP, Column, Row, clear_layout
from ui.widgets.tooltips import set_tooltip


class SideNotes(QWidget):
    """`save_again(disclosure_id)` asks for a copy of a file that left."""

    save_again = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = Column(self, gap=10, margins=(8, 10, 8, 8))
        column.addWidget(Divider())
        line = Row(gap=10)
        self._icon = IconLabel("attention", size=18, colour="warn")
        self.note = small(wrap=True)
        line.addWidget(self._icon, 0, TOP)
        line.addWidget(self.note, 1)
        column.addLayout(line)
        self.source = Label("", role="caption", tone="text3", wrap=True)
        column.addWidget(self.source)
        self._left = Column(gap=4)
        column.addLayout(self._left)

    def show_facts(self, facts: DossierFacts) -> None:
        """Say what is to do or what happened."""
        todo = readiness_note(facts) if facts.may_change else ""
        if todo:
            draft = _("You can make the file now, but it will say that it is a draft.")
            if facts.kind.needs_all_parts:
                draft = _("It leaves only when all parts are filled.")
            text = f"{todo} {draft}" if facts.missing else todo
        else:
            text = status_line(facts) or _("Everything is there. The dossier can leave.")
        self.note.setText(text)
        self._icon.set_icon("attention" if todo else "done", "warn" if todo else "ok")
        self.source.setText(say_basis(facts.kind.basis))
        set_tooltip(self.source, facts.kind.basis.source.place)
        clear_layout(self._left)
        if facts.left:
            self._left.addWidget(overline(_("What left")))
        for left in facts.left:
            self._left.addWidget(self._file(left))

    def _file(self, left: LeftDossier) -> QWidget:
        box = QWidget()
        column = Column(box, gap=0)
        on = short_date(left.sent_at.date(), clock.today())
        words = [f"{on}, {left.sent_at:%H:%M}"]
        words += [_("marked as draft")] if left.is_draft else []
        words += [_("with password")] if left.has_password else []
        column.addWidget(small(" · ".join(words), wrap=True))
        again = quiet(_("Keep a copy"), partial(self.save_again.emit, left.disclosure_id), sz="s")
        again.setAccessibleName(_("Keep a copy of the file of {date}").format(date=on))
        column.addWidget(again, 0, LEFT)
        return box
