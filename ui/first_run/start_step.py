"""Step 2: begin empty, with a list from a spreadsheet, or with invented people."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from eletdesk.translation import _
from ui.files import choose_folder, choose_list
from ui.first_run.choices import Draft, Start
from ui.first_run.step import FirstRunStep
from ui.theme import current
from ui.theme.icons import paint_icon
from ui.widgets.buttons import Button, primary, quiet, secondary
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.layouts import CENTRE, LEFT, Grid

ChooseFile = Callable[[QWidget], Path | None]


class IconTile(QWidget):
    """A soft square with an icon; decorative."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(current().px(48), current().px(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint tile and icon."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawRoundedRect(self.rect(), theme.px(12), theme.px(12))
        inset = theme.px(12)
        paint_icon(painter, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self._name, "accent")


class StartStep(FirstRunStep):
    """Three cards, each with one button, and quiet links under them."""

    number = 2
    open_existing_requested = Signal(Path)
    restore_requested = Signal()

    def __init__(
        self,
        draft: Draft,
        *,
        choose_file: ChooseFile = choose_list,
        choose_desk: ChooseFile = choose_folder,
        can_restore: bool = False,
    ) -> None:
        super().__init__(
            draft, _("How do you want to begin?"), _("You can change your mind later."), width=848
        )
        self._choose_file, self._choose_desk = choose_file, choose_desk
        self._cards = self._make_cards()
        self._grid = Grid(gap=16)
        self._place()
        current().changed.connect(self._place)
        self.body.addLayout(self._grid)
        links = Flow(gap=16)
        links.add(quiet(_("&Open an existing caseload"), self._open_existing, icon_name="open"))
        if can_restore:
            links.add(quiet(_("Put back a back&up"), self.restore_requested.emit, icon_name="backup"))
        self.body.addWidget(links, 0, CENTRE)

    def first_field(self) -> QWidget | None:
        """Start on Begin."""
        return self._cards[0].findChild(Button)

    def keep(self) -> bool:
        """Take the new caseload when Enter is pressed elsewhere."""
        return True

    def _make_cards(self) -> tuple[Card, Card, Card]:
        return (
            self._card(
                "desk",
                _("New caseload"),
                _("Begin empty. Everything stays on this computer."),
                primary(_("&Begin"), lambda: self._take("new")),
            ),
            self._card(
                "spreadsheet",
                _("Take over from Excel"),
                _("Read your list. You see first what was understood; your list stays as it is."),
                secondary(_("Choose &file"), self._take_list),
            ),
            self._card(
                "tour",
                _("Look around"),
                _("Invented young people to practise with. Erase them at any time."),
                secondary(_("Open e&xample"), lambda: self._take("demo")),
            ),
        )

    def _card(self, icon_name: str, title: str, text: str, button: Button) -> Card:
        card = Card(padding=20)
        card.setAccessibleName(title)
        card.body().addWidget(IconTile(icon_name), 0, LEFT)
        card.body().addSpacing(current().px(8))
        card.add(Label(title, role="heading", wrap=True), Label(text, tone="text2", wrap=True))
        card.body().addStretch(1)
        card.body().addSpacing(current().px(8))
        card.body().addWidget(button, 0, LEFT)
        return card

    def _place(self) -> None:
        """Set the cards beside each other, or under each other when the text is large."""
        stacked = current().text_scale > 130
        for position, card in enumerate(self._cards):
            self._grid.addWidget(card, position if stacked else 0, 0 if stacked else position)
        for position in range(3):
            self._grid.setColumnStretch(position, 0 if stacked and position else 1)

    def _scale(self) -> None:
        large = current().text_scale > 130
        self._inside.setMaximumWidth(current().px(400 if large else self._width))

    def _take(self, start: Start) -> None:
        self.draft.start = start
        self.done.emit()

    def _take_list(self) -> None:
        chosen = self._choose_file(self)
        if chosen is not None:
            self.draft.spreadsheet = chosen
            self._take("import")

    def _open_existing(self) -> None:
        chosen = self._choose_desk(self)
        if chosen is not None:
            self.open_existing_requested.emit(chosen)
