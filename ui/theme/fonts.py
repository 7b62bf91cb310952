"""Load the one type family of screen and paper, Noto Sans, from memory: no font file of our own."""

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Noto Sans"
_CODES = ("notos", "notosbo", "notosit")
_loaded: list[str] = []


def load_family() -> str:
    """Register the family with Qt once and return its name; fall back on the system's own font."""
    if _loaded:
        return _loaded[0]
    import pymupdf_fonts  # noqa: PLC0415  imported late: two fonts are enough for the first window

    families: list[str] = []
    for code in _CODES:
        number = QFontDatabase.addApplicationFontFromData(QByteArray(pymupdf_fonts.myfont(code)))
        families += QFontDatabase.applicationFontFamilies(number)
    _loaded.append(
        families[0] if families else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    )
    return _loaded[0]


def forget_family() -> None:
    """Forget that the family was loaded, after the application that held it has gone."""
    _loaded.clear()


def make_font(pixels: int, *, bold: bool = False, italic: bool = False) -> QFont:
    """Return the family at a size in real pixels (already scaled)."""
    font = QFont(load_family())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    font.setItalic(italic)
    return font
