"""Make buttons: primary (one per page), secondary, soft, quiet, danger, icon and menu buttons."""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from ui.theme import current, icon
from ui.widgets.tooltips import set_tooltip

Kind = Literal["primary", "secondary", "soft", "quiet", "danger", "icon"]
Size = Literal["s", "m", "l"]
_ICON_COLOUR = {"primary": "on_accent", "soft": "accent", "danger": "danger"}


class Button(QPushButton):
    """A push button in one of the drawn kinds; its accessible name is the clean text, without '&'."""

    def __init__(
        self,
        text: str,
        *,
        kind: Kind = "secondary",
        icon_name: str = "",
        sz: Size = "m",
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setProperty("kind", kind)
        self.setProperty("sz", sz)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if icon_name:
            self.setIcon(icon(icon_name, _ICON_COLOUR.get(kind, "text2")))
        self.set_text(text)
        self._scale()
        current().changed.connect(self._scale)
        if on_click is not None:
            self.clicked.connect(lambda _checked=False: on_click())

    def set_text(self, text: str) -> None:
        """Show another text; a leading thin space keeps the icon at a distance (Qt fixes 4 px)."""
        clean = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
        self.setAccessibleName(clean)
        if self._kind == "icon":
            set_tooltip(self, clean)
            return
        self.setText(f"\u2002{text}" if not self.icon().isNull() else text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as well as on Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add an inner ring to a focused primary button: its own border has its own colour."""
        super().paintEvent(event)
        if not self.hasFocus() or self._kind != "primary":
            return
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("on_accent"), 2))
        gap = 3.0
        radius = theme.px(6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(gap, gap, -gap, -gap), radius, radius)

    def _scale(self) -> None:
        side = current().px(16 if self.property("sz") == "s" else 18)
        self.setIconSize(QSize(side, side))


def primary(text: str, on_click: Callable[[], object] | None = None, **more: str) -> Button:
    """Make the one filled button of a page; more: icon_name, sz."""
    return _button(text, "primary", on_click, more)


def secondary(text: str, on_click: Callable[[], object] | None = None, **more: str) -> Button:
    """Make an outlined button; more: icon_name, sz."""
    return _button(text, "secondary", on_click, more)


def soft(text: str, on_click: Callable[[], object] | None = None, **more: str) -> Button:
    """Make a softly tinted button; more: icon_name, sz."""
    return _button(text, "soft", on_click, more)


def quiet(text: str, on_click: Callable[[], object] | None = None, **more: str) -> Button:
    """Make a button that is words only until you come near; more: icon_name, sz."""
    return _button(text, "quiet", on_click, more)


def danger(text: str, on_click: Callable[[], object] | None = None, **more: str) -> Button:
    """Make a button for what cannot be taken back; more: icon_name, sz."""
    return _button(text, "danger", on_click, more)


def icon_button(name: str, says: str, on_click: Callable[[], object] | None = None, **more: str) -> Button:
    """Make a square button with only an icon; `says` is its accessible name and tooltip."""
    return _button(says, "icon", on_click, {"icon_name": name, **more})


def _button(text: str, kind: Kind, on_click: Callable[[], object] | None, more: dict[str, str]) -> Button:
    size: Size = "s" if more.get("sz") == "s" else "l" if more.get("sz") == "l" else "m"
    return Button(text, kind=kind, icon_name=more.get("icon_name", ""), sz=size, on_click=on_click)


class MenuButton(Button):
    """A button that opens a menu of actions below itself, by mouse, Enter, Space or Alt+Down."""

    def __init__(
        self,
        text: str,
        actions: Sequence[QAction] = (),
        *,
        kind: Kind = "secondary",
        icon_name: str = "",
        sz: Size = "m",
    ) -> None:
        super().__init__(text, kind=kind, icon_name=icon_name, sz=sz)
        self._menu = QMenu(self)  # held here: its actions would lose their Python half with it
        self.setMenu(self._menu)
        for action in actions:
            self._menu.addAction(action)

    def add(self, text: str, do: Callable[[], object], *, icon_name: str = "", shortcut: str = "") -> QAction:
        """Add one line to the menu; the shortcut is only shown (the page owns the key)."""
        shown = text if not shortcut else f"{text}\t{shortcut}"
        menu = self._menu
        action = menu.addAction(icon(icon_name), shown) if icon_name else menu.addAction(shown)
        action.triggered.connect(lambda _checked=False: do())
        return action

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu from the keyboard."""
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down}
        if event.key() in keys:
            self.showMenu()
            return
        super().keyPressEvent(event)
