"""The look of every page: paper sizes, colours and text styles of the drawings, in points."""

from functools import cache
from typing import TYPE_CHECKING

from eletdesk.exports.pdf.fonts import TEXT, TEXT_BOLD, load_fonts

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM = 22 * MM, 20 * MM, 22 * MM
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN_SIDE
BAND_HEIGHT = 5 * MM
HAIRLINE = 0.5
FOOT_SIZE = 7.5
LIST_INDENT = 6 * MM

PETROL, PETROL_SOFT = "#0F5F63", "#EEF5F3"
INK, INK_SOFT, INK_QUIET = "#1E2523", "#4F5754", "#636A67"
RULE = "#D9D5CC"
BAR = "#3D8F90"


@cache
def style(name: str) -> "ParagraphStyle":
    """Return a paragraph style: title, subtitle, heading, question, body, list, label, value, note, small."""
    from reportlab.lib.colors import HexColor  # noqa: PLC0415
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415

    load_fonts()
    size, leading, colour, font, above, below = _STYLES[name]
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=HexColor(colour),
        spaceBefore=above,
        spaceAfter=below,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        uriWasteReduce=0,
        alignment=2 if name.startswith("count") else 0,
        leftIndent=LIST_INDENT if name == "list" else 0,
        bulletFontName=TEXT,
        bulletFontSize=size,
    )


_STYLES: dict[str, tuple[float, float, str, str, float, float]] = {
    "title": (21, 26, INK, TEXT_BOLD, 0, 3),
    "subtitle": (8.5, 12, INK_SOFT, TEXT, 0, 0),
    "heading": (12.5, 16, PETROL, TEXT_BOLD, 13, 4),
    "question": (8.5, 12, INK_QUIET, TEXT, 0, 4),
    "body": (10, 14.5, INK, TEXT, 0, 4),
    "list": (10, 14.5, INK, TEXT, 0, 2),
    "label": (8.5, 12, INK_QUIET, TEXT, 0, 0),
    "value": (10, 14.5, INK, TEXT, 0, 0),
    "value_strong": (10, 14.5, INK, TEXT_BOLD, 0, 0),
    "count": (10, 14.5, INK, TEXT, 0, 0),
    "count_strong": (10, 14.5, INK, TEXT_BOLD, 0, 0),
    "note": (9, 13, INK_SOFT, TEXT, 0, 0),
    "foot": (FOOT_SIZE, FOOT_SIZE * 1.6, INK_QUIET, TEXT, 0, 0),
    "word": (13, 18, INK, TEXT_BOLD, 0, 0),
    "word_number": (9, 18, INK_QUIET, TEXT, 0, 0),
}
