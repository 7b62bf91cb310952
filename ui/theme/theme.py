"""Install the look on the application and answer every painted widget: colours, sizes, fonts."""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.theme.fonts import make_font
from ui.theme.style_sheet import style_sheet
from ui.theme.tokens import DARK, FONT_PX, LIGHT, Colours, high_contrast

Mode = Literal["light", "dark", "system"]


class Theme(QObject):
    """Hold the look in force; `changed` follows every new installation."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode: Mode = "light"
        self.text_scale = 100
        self.colours: Colours = LIGHT
        self._installed: tuple[Colours, int] | None = None
        self._listening = False

    def install(self, app: QApplication, mode: Mode = "system", text_scale: int = 100) -> None:
        """Give the application palette, font and style sheet; text_scale is 100 to 200 per cent."""
        self.mode = mode
        self.text_scale = max(100, min(200, text_scale))
        self.colours = self._wanted_colours()
        if self._installed == (self.colours, self.text_scale):
            return
        if app.style().name().lower() != "fusion":
            app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(self.font("body"))
        app.setPalette(_palette(self.colours))
        app.setStyleSheet(style_sheet(self.colours, self.text_scale))
        self._installed = (self.colours, self.text_scale)
        self._listen()
        self.changed.emit()

    def px(self, logical: float) -> int:
        """Return a size in pixels at the text scale in force; borders of 1 stay visible."""
        return round(logical * self.text_scale / 100)

    def colour(self, name: str) -> QColor:
        """Return the colour of a token."""
        return QColor(self.colours.named(name))

    def font(self, role: str = "body", *, bold: bool = False, italic: bool = False) -> QFont:
        """Return the font of a size role (caption, small, body, lead, h3, h2, h1, hero), scaled."""
        return make_font(self.px(getattr(FONT_PX, role)), bold=bold, italic=italic)

    def may_move(self) -> bool:
        """Tell whether short fades are welcome; people who ask their system for stillness get stillness."""
        hints = QGuiApplication.styleHints().accessibility()
        preference = getattr(hints, "motionPreference", None)
        return preference is None or "Reduced" not in str(preference())

    def _wanted_colours(self) -> Colours:
        hints = QGuiApplication.styleHints()
        dark = self.mode == "dark" or (self.mode == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
        colours = DARK if dark else LIGHT
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return high_contrast(colours)
        return colours

    def _listen(self) -> None:
        """Follow the system when it turns dark or asks for contrast while the program runs."""
        if self._listening:
            return
        self._listening = True
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def _follow(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.install(app, self.mode, self.text_scale)


_current: list[Theme] = []


def current() -> Theme:
    """Return the one theme of the program."""
    if not _current:
        _current.append(Theme())
    return _current[0]


def _palette(colours: Colours) -> QPalette:
    """Translate tokens into Qt's roles, also for the dialogs that Qt paints itself."""
    palette = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: colours.bg,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunken,
        role.Text: colours.text,
        role.PlaceholderText: colours.text3,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.surface,
        role.Midlight: colours.sunken,
        role.Mid: colours.border,
        role.Dark: colours.border_strong,
        role.Shadow: colours.text,
    }
    for name, value in pairs.items():
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.text3))
    return palette
