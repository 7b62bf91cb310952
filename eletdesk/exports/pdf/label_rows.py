"""Draw label and value pairs as two columns with a hairline under each row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from eletdesk.exports.pdf.fonts import text_width
from eletdesk.exports.pdf.printable import lines_of, printable
from eletdesk.exports.pdf.style import HAIRLINE, MM, RULE, TEXT_WIDTH, style
from eletdesk.exports.pdf.text_blocks import paragraph, paragraphs

if TYPE_CHECKING:
    from reportlab.platypus import Flowable, Paragraph

LONGEST_VALUE = 600
"""A longer value, in characters, belongs under the rows as text: a row cannot be split over pages."""

_LABEL_WIDTH = 29 * MM
_GAP = 4 * MM
# one long word, such as Accompagnement, must not be broken
_LABEL_GAP = 1 * MM
_ACROSS = 2
_VALUE_WIDTH = TEXT_WIDTH / 2 - _LABEL_WIDTH
# the smaller letters of a label stand on the line of its value
_LABEL_TOP = 3.4


def label_rows(pairs: Sequence[tuple[str, str]], *, strong_value: str = "") -> "Flowable":
    """Return a table of pairs, two beside each other; a value that is wide has a row of its own.

    A value equal to strong_value (the young person's name) is drawn bold.
    """
    from reportlab.lib.colors import HexColor  # noqa: PLC0415
    from reportlab.platypus import Table  # noqa: PLC0415

    rows, wide = _arranged([(label, value) for label, value in pairs], strong_value)
    look: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), _GAP),
        ("RIGHTPADDING", (0, 0), (0, -1), _LABEL_GAP),
        ("RIGHTPADDING", (2, 0), (2, -1), _LABEL_GAP),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 0), (0, -1), _LABEL_TOP),
        ("TOPPADDING", (2, 0), (2, -1), _LABEL_TOP),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("LINEBELOW", (0, 0), (-1, -1), HAIRLINE, HexColor(RULE)),
    ]
    look += [("SPAN", (1, row), (3, row)) for row in wide]
    return Table(
        rows,
        colWidths=[_LABEL_WIDTH, _VALUE_WIDTH] * 2,
        style=look,
        spaceBefore=0,
        spaceAfter=4,
        hAlign="LEFT",
    )


def _arranged(pairs: Sequence[tuple[str, str]], strong_value: str) -> tuple[list[list[object]], list[int]]:
    """Return the rows of the table and the numbers of the rows that hold one value over the whole width."""
    rows: list[list[object]] = []
    wide: list[int] = []
    for group in _grouped(pairs):
        width = _VALUE_WIDTH if len(group) == _ACROSS else TEXT_WIDTH - _LABEL_WIDTH
        cells: list[object] = []
        for label, value in group:
            cells += [_label(label), _value(value, bool(value) and value == strong_value, width)]
        if len(group) < _ACROSS:
            wide.append(len(rows))
            cells += ["", ""]
        rows.append(cells)
    return rows, wide


def _grouped(pairs: Sequence[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Put narrow pairs two by two; a wide pair, or one that is left over, stands alone."""
    groups: list[list[tuple[str, str]]] = []
    waiting: list[tuple[str, str]] = []
    for pair in pairs:
        if _is_wide(pair[1]):
            groups += [waiting] if waiting else []
            groups.append([pair])
            waiting = []
            continue
        waiting = [*waiting, pair]
        if len(waiting) == _ACROSS:
            groups.append(waiting)
            waiting = []
    return [*groups, waiting] if waiting else groups


def _is_wide(value: str) -> bool:
    """Say whether a value needs more than two lines of half the page."""
    lines = lines_of(value)
    width = max((text_width(printable(line), style("value").fontSize) for line in lines), default=0.0)
    return len(lines) > 1 or width > 1.7 * (_VALUE_WIDTH - _GAP)


def _label(text: str) -> "Paragraph":
    """Return a label cell."""
    return paragraph(text, "label", _LABEL_WIDTH - _LABEL_GAP, stays_left=True)


def _value(text: str, is_strong: bool, width: float) -> "list[Paragraph]":
    """Return a value cell; nothing at all becomes a dash."""
    return paragraphs(
        text.strip() or "–", "value_strong" if is_strong else "value", width - _GAP, stays_left=True
    )
