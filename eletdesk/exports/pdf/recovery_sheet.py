"""Draw the sheet of paper with the recovery key: one page to print, never to keep on a disk."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from eletdesk.exports.pdf.closing_blocks import signature_lines, soft_note
from eletdesk.exports.pdf.page_frame import PageFrame, build_pdf
from eletdesk.exports.pdf.style import HAIRLINE, MM, RULE, TEXT_WIDTH
from eletdesk.exports.pdf.text_blocks import paragraph, paragraphs
from eletdesk.queries.dates_in_words import day_in_words
from eletdesk.translation import _, speaking

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_COLUMNS = 3
_NUMBER_WIDTH = 9 * MM


def render_recovery_sheet(words: Sequence[str], desk_name: str, made_on: date, language: str) -> bytes:
    """Return one page with the numbered words of the recovery key, what it is for and where to keep it."""
    with speaking(language):
        title = _("Recovery key")
        frame = PageFrame(title=title, language=language, foot=_("Recovery key · keep on paper only"))
        return build_pdf(frame, lambda: list(_story(words, desk_name, day_in_words(made_on))))


def _story(words: Sequence[str], desk_name: str, made_on: str) -> Iterator["Flowable"]:
    """Yield the page from top to bottom."""
    from reportlab.platypus import Spacer  # noqa: PLC0415

    yield paragraph(_("Recovery key"), "title", TEXT_WIDTH)
    yield from paragraphs(
        _("For the desk “{name}”, made on {date}.").format(name=desk_name, date=made_on),
        "subtitle",
        TEXT_WIDTH,
    )
    yield Spacer(0, 6 * MM)
    yield paragraph(
        _(
            "These {count} words open the desk when the passphrase is forgotten. Type them in this order. "
            "Nobody can make this key again: not the makers of eletdesk and not your IT service."
        ).format(count=len(words)),
        "body",
        TEXT_WIDTH,
    )
    yield _word_table(words)
    yield paragraph(_("Where to keep it"), "heading", TEXT_WIDTH)
    for advice in _advice():
        yield paragraph(advice, "list", TEXT_WIDTH, mark="•")
    yield soft_note(
        _(
            "Whoever has this sheet and the files of the desk can read every case file. Lost or seen by "
            "somebody else? Make a new recovery key in the settings; this one then stops working."
        )
    )
    yield _kept_by_lines()


def _advice() -> tuple[str, ...]:
    """Return where the sheet belongs and where it does not."""
    return (
        _("In a closed envelope, in the safe or a locked cupboard of your organisation."),
        _("Not in the bag with the laptop, and not with the backup."),
        _("Do not take a photo of it, do not scan it, do not type it in another program."),
        _("Your passphrase is not on this sheet. Do not write it here."),
    )


def _word_table(words: Sequence[str]) -> "Flowable":
    """Return the words in columns, to be read from top to bottom."""
    from reportlab.lib.colors import HexColor  # noqa: PLC0415
    from reportlab.platypus import Table  # noqa: PLC0415

    height = -(-len(words) // _COLUMNS)
    rows: list[list[object]] = [[""] * (2 * _COLUMNS) for _row in range(height)]
    for place, word in enumerate(words):
        column, row = divmod(place, height)
        rows[row][2 * column] = paragraph(f"{place + 1}", "word_number", _NUMBER_WIDTH)
        rows[row][2 * column + 1] = paragraph(word, "word", TEXT_WIDTH / _COLUMNS - _NUMBER_WIDTH)
    look: list[Any] = [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 3.5),
        *(("TOPPADDING", (2 * column, 0), (2 * column, -1), 6.5) for column in range(_COLUMNS)),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), HAIRLINE, HexColor(RULE)),
        ("LINEABOVE", (0, 0), (-1, 0), HAIRLINE, HexColor(RULE)),
    ]
    columns = [_NUMBER_WIDTH, TEXT_WIDTH / _COLUMNS - _NUMBER_WIDTH] * _COLUMNS
    return Table(rows, colWidths=columns, style=look, spaceBefore=5 * MM, spaceAfter=2 * MM)


def _kept_by_lines() -> "Flowable":
    """Return three lines to fill in by hand."""
    return signature_lines((_("Kept by"), _("Kept where"), _("Date and signature")))
