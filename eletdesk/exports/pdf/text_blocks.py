"""Turn running text into paragraphs that reportlab lays out in a time that grows with their length only."""

import re
from typing import TYPE_CHECKING

from eletdesk.exports.pdf.fonts import text_width
from eletdesk.exports.pdf.printable import lines_of, markup, printable
from eletdesk.exports.pdf.right_to_left import (
    in_order_of_the_eye,
    joined,
    runs_right_to_left,
    starts_right_to_left,
)
from eletdesk.exports.pdf.style import style

if TYPE_CHECKING:
    from reportlab.platypus import Paragraph

# reportlab wraps the rest of a paragraph again at each page: quadratic, so no paragraph gets longer
_MOST_CHARACTERS = 2500
_SENTENCE_END = re.compile(r"(?<=[.!?…;])\s+")


def paragraph(
    text: str, style_name: str, width: float, *, mark: str | None = None, stays_left: bool = False
) -> "Paragraph":
    """Return one line of user text as a paragraph; text from the right is broken and turned here.

    mark stands in front of it (the number or dot of a list). stays_left keeps a line that belongs to the
    page, such as a value beside its label, at the left whatever script it begins with.
    """
    from reportlab.platypus import Paragraph  # noqa: PLC0415

    look = style(style_name)
    is_bold = look.fontName.endswith("Bold")
    shown = printable(text)
    if not runs_right_to_left(shown):
        return Paragraph(markup(shown, bold=is_bold), look, bulletText=mark)
    is_right = not stays_left and starts_right_to_left(shown)
    lines = _turned_lines(joined(shown), width, look.fontSize, is_right=is_right, is_bold=is_bold)
    broken = "<br/>".join(markup(line, bold=is_bold) for line in lines)
    aligned = look.clone(f"{style_name}-right", alignment=2) if is_right else look
    return Paragraph(broken, aligned, bulletText=mark)


def paragraphs(
    text: str, style_name: str, width: float, *, mark: str | None = None, stays_left: bool = False
) -> list["Paragraph"]:
    """Return a text of any length as paragraphs, one or more for each line; mark goes to the first."""
    pieces = [piece for line in lines_of(text) for piece in _short_pieces(line)]
    return [
        paragraph(piece, style_name, width, mark=mark if place == 0 else None, stays_left=stays_left)
        for place, piece in enumerate(pieces)
    ]


def _short_pieces(line: str) -> list[str]:
    """Cut a very long line after a sentence, or else after a word, or else anywhere."""
    if len(line) <= _MOST_CHARACTERS:
        return [line]
    pieces: list[str] = []
    current = ""
    for part in _cut(line):
        if current and len(current) + len(part) >= _MOST_CHARACTERS:
            pieces.append(current)
            current = ""
        current = f"{current} {part}" if current else part
    return [*pieces, current]


def _cut(line: str) -> list[str]:
    """Return the sentences of a line, those that are too long as words, and endless words in slices."""
    parts: list[str] = []
    for sentence in _SENTENCE_END.split(line):
        units = [sentence] if len(sentence) <= _MOST_CHARACTERS else sentence.split()
        for unit in units:
            parts += [unit[at : at + _MOST_CHARACTERS] for at in range(0, len(unit), _MOST_CHARACTERS)]
    return parts


def _turned_lines(text: str, width: float, size: float, *, is_right: bool, is_bold: bool) -> list[str]:
    """Break a paragraph into lines in the order of speaking, then bring each into the order of the eye."""
    spans = _line_spans(text, width, size, is_bold=is_bold)
    return [line.strip() for line in in_order_of_the_eye(text, spans, is_right=is_right)]


def _line_spans(text: str, width: float, size: float, *, is_bold: bool) -> list[tuple[int, int]]:
    """Return where each line starts and ends; a word wider than the line is cut."""
    spans: list[tuple[int, int]] = []
    start, used = 0, 0.0
    for word in re.finditer(r"\S+\s*", text):
        needed = text_width(word.group().rstrip(), size, bold=is_bold)
        if used and used + needed > width:
            spans.append((start, word.start()))
            start, used = word.start(), 0.0
        for place in range(word.start(), word.end()):
            step = text_width(text[place], size, bold=is_bold)
            if used and used + step > width and not text[place].isspace():
                spans.append((start, place))
                start, used = place, 0.0
            used += step
    return [*spans, (start, len(text))]
