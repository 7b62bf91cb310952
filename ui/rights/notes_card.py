"""The notes of a file, each shown in an inspection copy or withheld on a ground."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.programmes.law.rights_rules import rights_rules
from eletdesk.queries.inspection import InspectionNote
from eletdesk.translation import _, ngettext
from ui.widgets.buttons import quiet
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import Label, caption
from ui.widgets.layouts import TOP, Column, Row

FIRST_SHOWN = 25
_LONGEST = 160
_PAUSE_MS = 500


class NotesCard(Card):
    """Confidential notes come first; `ground_chosen(table, row_id, ground)` with '' when it is shown."""

    ground_chosen = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What goes into a copy"), parent=parent)
        self._shows_all = False
        self._notes: list[InspectionNote] = []
        self._waiting: dict[str, InspectionNote] = {}
        # Arrow keys pass over grounds that nobody means: what stands still is kept.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.boxes: dict[str, ChoiceBox] = {}

    def show_notes(self, notes: Sequence[InspectionNote]) -> None:
        """Show the notes, the confidential ones first: they ask for a decision."""
        notes = sorted(notes, key=lambda note: not note.is_confidential)
        same_rows = [_without_ground(note) for note in notes] == [_without_ground(one) for one in self._notes]
        self._notes = notes
        if not same_rows:
            self._build()
            return
        for note in notes:
            if note.row_id in self.boxes and note.row_id not in self._waiting:
                self.boxes[note.row_id].set_value(note.grounds[0] if note.grounds else "")

    def flush(self) -> None:
        """Tell the grounds that were chosen last."""
        self._pause.stop()
        waiting, self._waiting = self._waiting, {}
        for note in waiting.values():
            ground = str(self.boxes[note.row_id].value() or "")
            if ground != (note.grounds[0] if note.grounds else ""):
                self.ground_chosen.emit(note.table, note.row_id, ground)

    def _build(self) -> None:
        self.clear()
        self.boxes = {}
        self.set_title(_("What goes into a copy"), str(len(self._notes)) if self._notes else "")
        self.add(Label(_explanation(), role="small", tone="text2", wrap=True))
        shown = self._notes if self._shows_all else self._notes[:FIRST_SHOWN]
        for note in shown:
            self.add_row(self._row(note))
        left = len(self._notes) - len(shown)
        if left:
            text = ngettext("Show {count} more note", "Show {count} more notes", left).format(count=left)
            self.add(quiet(text, self._show_all))

    def _show_all(self) -> None:
        self._shows_all = True
        self._build()
        box = list(self.boxes.values())[FIRST_SHOWN]
        box.setFocus()

    def _row(self, note: InspectionNote) -> QWidget:
        box = QWidget()
        row = Row(box, gap=12, margins=(16, 8, 16, 8))
        words = Column(gap=1)
        words.addWidget(Label(f"{numeric_date(note.on)} · {note.title}", wrap=True))
        first = " ".join(note.text.split())
        if first:
            shown = first if len(first) <= _LONGEST else first[:_LONGEST].rstrip() + "…"
            words.addWidget(Label(shown, role="small", tone="text2", wrap=True))
        if note.is_confidential:
            words.addWidget(caption(_("Confidential: decide whether it goes along")))
        row.addLayout(words, 1)
        ground = ChoiceBox(_choices(), value=note.grounds[0] if note.grounds else "")
        ground.setMinimumContentsLength(14)
        ground.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        said = _("In the copy or not: {note}").format(note=f"{numeric_date(note.on)} {note.title}")
        ground.setAccessibleName(said)
        ground.activated.connect(partial(self._choose, note.row_id))
        self.boxes[note.row_id] = ground
        row.addWidget(ground, 0, TOP)
        return box

    def _choose(self, row_id: str, _place: int) -> None:
        self._waiting[row_id] = next(note for note in self._notes if note.row_id == row_id)
        self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Lose no choice when the page is left."""
        self.flush()
        super().hideEvent(event)


def _without_ground(note: InspectionNote) -> InspectionNote:
    return replace(note, grounds=())


def _choices() -> list[tuple[str, str]]:
    grounds = [(ground.code, ground.label.said()) for ground in rights_rules().exclusions]
    return [("", _("Goes along")), *grounds]


def _explanation() -> str:
    source = rights_rules().exclusions[0].basis.source.title.said()
    return _(
        "The young person may read everything, unless a ground of the law keeps a note out. "
        "What is kept out is listed with its ground. Source: {source}."
    ).format(source=source)
