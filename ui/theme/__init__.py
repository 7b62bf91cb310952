"""Turn tokens into a palette, a style sheet, fonts and icons; every size follows the text scale."""

from ui.theme.icons import icon, icon_pixmap
from ui.theme.theme import Mode, Theme, current
from ui.theme.tokens import BREAKPOINT, DARK, FONT_PX, HEIGHT, LIGHT, RADIUS, SPACE, Colours

__all__ = [
    "BREAKPOINT",
    "DARK",
    "FONT_PX",
    "HEIGHT",
    "LIGHT",
    "RADIUS",
    "SPACE",
    "Colours",
    "Mode",
    "Theme",
    "current",
    "icon",
    "icon_pixmap",
]
