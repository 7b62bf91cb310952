"""The two font families that every PDF carries inside: that of the screen, and FiraGO for what it lacks.

Noto Sans has Latin, Greek and Cyrillic; FiraGO adds Arabic, Hebrew, Georgian and Thai.
"""

import io
import threading
from functools import cache

TEXT, TEXT_BOLD = "EletText", "EletText-Bold"
SPARE, SPARE_BOLD = "EletSpare", "EletSpare-Bold"

_PACKAGED = {TEXT: "notos", TEXT_BOLD: "notosbo", SPARE: "figo", SPARE_BOLD: "figbo"}
_once = threading.Lock()


@cache
def _loaded() -> dict[str, frozenset[int]]:
    """Register the fonts with reportlab and return the code points that each one can draw."""
    import pymupdf_fonts  # noqa: PLC0415
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415

    coverage = {}
    for name, code in _PACKAGED.items():
        font = TTFont(name, io.BytesIO(pymupdf_fonts.myfont(code)))
        pdfmetrics.registerFont(font)
        coverage[name] = frozenset(font.face.charToGlyph)
    for regular, bold in ((TEXT, TEXT_BOLD), (SPARE, SPARE_BOLD)):
        pdfmetrics.registerFontFamily(regular, normal=regular, bold=bold, italic=regular, boldItalic=bold)
    return coverage


def load_fonts() -> dict[str, frozenset[int]]:
    """Make the fonts ready once, from any thread, and return what each of them covers."""
    with _once:
        return _loaded()


@cache
def first_choice() -> frozenset[int]:
    """Return the code points that the main family draws in regular and in bold."""
    coverage = load_fonts()
    return coverage[TEXT] & coverage[TEXT_BOLD]


@cache
def second_choice() -> frozenset[int]:
    """Return the code points that the spare family draws in regular and in bold."""
    coverage = load_fonts()
    return coverage[SPARE] & coverage[SPARE_BOLD]


def is_drawable(character: str) -> bool:
    """Say whether one of the two families has a glyph for this character."""
    return ord(character) in first_choice() or ord(character) in second_choice()


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line in points; characters outside the main family are measured in the spare."""
    from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415

    main, spare = (TEXT_BOLD, SPARE_BOLD) if bold else (TEXT, SPARE)
    if first_choice().issuperset(map(ord, text)):
        return float(stringWidth(text, main, size))
    return sum(float(stringWidth(one, main if ord(one) in first_choice() else spare, size)) for one in text)
