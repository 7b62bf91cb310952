"""One step of the first minutes: a title, a sentence, its own widgets, and whether one may go on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.first_run.choices import Draft
from ui.theme import current
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, centred


class FirstRunStep(QWidget):
    """Base of the steps: `keep()` writes into the draft and tells whether the step is complete."""

    done = Signal()
    number = 1

    def __init__(self, draft: Draft, title: str, text: str, *, width: int = 520) -> None:
        super().__init__()
        self.draft = draft
        self._width = width
        outer = Column(self, gap=8)
        for label in (Label(title, role="title", wrap=True), Label(text, tone="text2", wrap=True)):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            outer.addWidget(label)
        outer.addSpacing(current().px(16))
        self._inside = QWidget()
        self.body = Column(self._inside, gap=14)
        outer.addLayout(centred(self._inside))
        outer.addStretch(1)
        self._scale()
        current().changed.connect(self._scale)

    def keep(self) -> bool:
        """Write into the draft; say what is missing and return False when one cannot go on yet."""
        return True

    def first_field(self) -> QWidget | None:
        """Return what gets the focus when the step is shown."""
        return None

    def back(self) -> bool:
        """Go back inside the step; False when the step before is meant."""
        return False

    def _scale(self) -> None:
        self._inside.setMaximumWidth(current().px(self._width))
