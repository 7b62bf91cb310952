"""The side of the window: where one can go, who is pinned, how safe things are, and who works here."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from eletdesk.translation import _
from ui.logo import Logo
from ui.pages import PAGES
from ui.theme import current
from ui.theme.icons import paint_icon
from ui.theme.tokens import RAIL_WIDTH, SIDEBAR_WIDTH
from ui.widgets.avatar import Avatar
from ui.widgets.buttons import MenuButton, icon_button
from ui.widgets.card import Divider
from ui.widgets.key_hint import key_width, paint_key
from ui.widgets.labels import ElidedLabel, IconLabel, Label, overline
from ui.widgets.layouts import CENTRE, Column, Row
from ui.widgets.nav_list import NavItem, NavList

_SEARCH_KEY = "Ctrl K"
_MOST_PINNED = 6
#: Under which page of the sidebar the others stand; those that stand nowhere mark none.
_BELONGS_TO = {"case": "caseload", "import": "caseload", "dossier": "referrals"}


@dataclass(frozen=True)
class Worker:
    """Whose desk it is, as the foot of the sidebar says it."""

    name: str
    role: str


class SearchButton(QAbstractButton):
    """Looks like a search field and opens the palette."""

    def __init__(self) -> None:
        super().__init__()
        self.setText(_("Search or do"))
        self.setAccessibleName(_("Search or do"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for the height of a field."""
        return QSize(current().px(40), current().px(36))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as well as on Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field; in the rail only its icon."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rail = self.width() < theme.px(120)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if not rail or self.hasFocus() or self.underMouse():
            strong = self.hasFocus()
            painter.setPen(QPen(theme.colour("focus" if strong else "border"), 2 if strong else 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(rect, theme.px(8), theme.px(8))
        side = theme.px(18)
        left = rect.center().x() - side / 2 if rail else rect.left() + theme.px(9)
        paint_icon(painter, QRectF(left, rect.center().y() - side / 2, side, side), "search", "text2")
        if rail:
            return
        wide, high = key_width(_SEARCH_KEY), theme.px(20)
        cap = QRectF(rect.right() - wide - theme.px(7), rect.center().y() - high / 2, wide, high)
        paint_key(painter, cap, _SEARCH_KEY)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text2"))
        words = QRectF(left + theme.px(25), rect.top(), cap.left() - left - theme.px(30), rect.height())
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)


class Sidebar(QWidget):
    """Tells where one wants to go: `page_chosen(key)`, `person_chosen(case_id)` and three requests."""

    page_chosen = Signal(str)
    person_chosen = Signal(str)
    search_requested = Signal()
    settings_requested = Signal()
    lock_requested = Signal()

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._worker = worker
        self._rail = self._has_pinned = False
        self.places = NavList(_("Pages"))
        self.pinned = NavList(_("Pinned"))
        self.places.chosen.connect(self.page_chosen)
        self.pinned.chosen.connect(self.person_chosen)
        self._wide_only: list[QWidget] = []
        column = self._column = Column(self, gap=8, margins=(12, 12, 12, 10))
        column.addWidget(self._head())
        self.search = SearchButton()
        self.search.clicked.connect(lambda _checked=False: self.search_requested.emit())
        column.addWidget(self.search)
        column.addSpacing(current().px(2))
        column.addWidget(self.places)
        self._pinned_title = overline(_("Pinned"))
        self._pinned_title.setContentsMargins(10, 8, 0, 0)
        column.addWidget(self._pinned_title)
        column.addWidget(self.pinned)
        column.addStretch(1)
        column.addWidget(self._safety())
        column.addWidget(self._keep_wide(Divider()))
        column.addWidget(self._foot())
        self.more = self._more()
        column.addWidget(self.more, 0, CENTRE)
        self.set_pages()
        self.set_pinned(())
        current().changed.connect(self._fit)

    def set_pages(self) -> None:
        """Offer the pages of the sidebar, in their order."""
        kinds = sorted((kind for kind in PAGES.values() if kind.digit), key=lambda kind: kind.digit)
        self.places.set_items([NavItem(kind.key, _(kind.text), kind.icon) for kind in kinds])

    def set_pinned(self, people: Sequence[tuple[str, str]]) -> None:
        """Show pinned young people: case id and name."""
        shown = people[:_MOST_PINNED]
        self.pinned.set_items([NavItem(case_id, name, avatar=name) for case_id, name in shown])
        self._has_pinned = bool(shown)
        self._fit()

    def show_place(self, page: str, case_id: str) -> None:
        """Mark where one is now."""
        self.places.show_key(_BELONGS_TO.get(page, page))
        self.pinned.show_key(case_id)

    def set_safety(self, sentence: str, *, tone: str = "text2") -> None:
        """Say how old the backup is, under the line about encryption."""
        self._safety_second.setText(sentence)
        self._safety_second.set_tone(tone)
        self._safety_second.setVisible(bool(sentence))

    def set_rail(self, rail: bool) -> None:
        """Show icons only, or words too."""
        if rail == self._rail:
            return
        self._rail = rail
        self._fit()

    def is_rail(self) -> bool:
        """Tell whether only icons are shown."""
        return self._rail

    def _keep_wide(self, widget: QWidget) -> QWidget:
        self._wide_only.append(widget)
        return widget

    def _head(self) -> QWidget:
        box = QWidget()
        row = Row(box, gap=10, margins=(6, 4, 0, 6))
        row.addWidget(Logo())
        row.addWidget(self._keep_wide(Label("eletdesk", role="heading")))
        row.addStretch(1)
        self._head_row = row
        return box

    def _safety(self) -> QWidget:
        box = QWidget()
        row = Row(box, gap=10, margins=(10, 0, 0, 2))
        row.addWidget(IconLabel("safe", size=16, colour="ok"))
        words = Column(gap=1)
        words.addWidget(ElidedLabel(_("Encrypted on this device"), role="small", tone="text2"))
        self._safety_second = ElidedLabel("", role="caption", tone="text2")
        self._safety_second.hide()
        words.addWidget(self._safety_second)
        row.addLayout(words, 1)
        return self._keep_wide(box)

    def _foot(self) -> QWidget:
        box = QWidget()
        row = Row(box, gap=8, margins=(8, 4, 0, 0))
        row.addWidget(Avatar(self._worker.name, size=28))
        words = Column(gap=0)
        words.addWidget(ElidedLabel(self._worker.name, role="strong"))
        words.addWidget(ElidedLabel(self._worker.role, role="caption", tone="text2"))
        row.addLayout(words, 1)
        row.addWidget(icon_button("settings", _("Settings"), self.settings_requested.emit))
        row.addWidget(icon_button("lock", _("Lock"), self.lock_requested.emit))
        return self._keep_wide(box)

    def _more(self) -> MenuButton:
        more = MenuButton(_("More"), kind="icon", icon_name="more")
        more.add(_("Settings"), self.settings_requested.emit, icon_name="settings")
        more.add(_("Lock"), self.lock_requested.emit, icon_name="lock")
        return more

    def _fit(self) -> None:
        theme = current()
        self.setFixedWidth(theme.px(RAIL_WIDTH if self._rail else SIDEBAR_WIDTH))
        for widget in self._wide_only:
            widget.setVisible(not self._rail)
        for widget in (self._pinned_title, self.pinned):
            widget.setVisible(self._has_pinned and not self._rail)
        self.more.setVisible(self._rail)
        self.places.set_rail(self._rail)
        side = theme.px(10 if self._rail else 12)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(10))
