"""The blocks that close a dossier: what professional secrecy asks, and lines to sign on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from eletdesk.exports.pdf.style import HAIRLINE, INK_QUIET, MM, PETROL_SOFT, TEXT_WIDTH
from eletdesk.exports.pdf.text_blocks import paragraph
from eletdesk.translation import _

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_INSET = 4 * MM
_ACROSS = 3
_GUTTER = 8 * MM


def soft_note(text: str) -> "Flowable":
    """Return a note on a soft petrol ground, over the whole width."""
    from reportlab.lib.colors import HexColor  # noqa: PLC0415
    from reportlab.platypus import Table  # noqa: PLC0415

    look: list[Any] = [
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(PETROL_SOFT)),
        ("LEFTPADDING", (0, 0), (-1, -1), _INSET),
        ("RIGHTPADDING", (0, 0), (-1, -1), _INSET),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5 * MM),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3 * MM),
        ("ROUNDEDCORNERS", [6, 6, 6, 6]),
    ]
    note = paragraph(text, "note", TEXT_WIDTH - 2 * _INSET)
    return Table([[note]], colWidths=[TEXT_WIDTH], style=look, spaceBefore=18)


def secrecy_note() -> "Flowable":
    """Return the note that tells the recipient what professional secrecy asks."""
    return soft_note(
        _(
            "This dossier is shared under professional secrecy: only with the recipient named above, and "
            "only for the guidance of this young person. Pass nothing on without consent."
        )
    )


def signature_lines(names: Sequence[str]) -> "Flowable":
    """Return a line to sign on above each name, three beside each other."""
    from reportlab.lib.colors import HexColor  # noqa: PLC0415
    from reportlab.platypus import Table  # noqa: PLC0415

    width = (TEXT_WIDTH - (_ACROSS - 1) * _GUTTER) / _ACROSS
    look: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
    ]
    rows: list[list[object]] = []
    for at in range(0, len(names), _ACROSS):
        rows.append([""] * (2 * _ACROSS - 1))
        rows.append([""] * (2 * _ACROSS - 1))
        for place, name in enumerate(names[at : at + _ACROSS]):
            rows[-1][2 * place] = paragraph(name, "note", width)
            cell = (2 * place, len(rows) - 1)
            look.append(("LINEABOVE", cell, cell, HAIRLINE, HexColor(INK_QUIET)))
    heights: list[float | None] = [18 * MM, None] * (len(rows) // 2)
    columns = [width, _GUTTER] * (_ACROSS - 1) + [width]
    return Table(rows, colWidths=columns, rowHeights=heights, style=look, spaceBefore=6)
