"""Draw an anonymised summary on A4: each table with bars, and how to read it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from eletdesk.errors import InvalidInputError
from eletdesk.exports.pdf.closing_blocks import soft_note
from eletdesk.exports.pdf.page_frame import PageFrame, build_pdf
from eletdesk.exports.pdf.style import BAR, HAIRLINE, MM, RULE, TEXT_WIDTH
from eletdesk.exports.pdf.text_blocks import paragraph
from eletdesk.exports.reading_guide import reading_guide
from eletdesk.exports.release_shape import CountRow, CountTable, Release
from eletdesk.queries.dates_in_words import day_in_words, period_in_words
from eletdesk.translation import _, speaking

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing
    from reportlab.platypus import Flowable

_LABEL_WIDTH, _COUNT_WIDTH = 66 * MM, 16 * MM
_BAR_WIDTH = TEXT_WIDTH - _LABEL_WIDTH - _COUNT_WIDTH
_BAR_HEIGHT = 8.0
"""Points."""


def render_summary(release: Release, language: str) -> bytes:
    """Return the published tables as a PDF; the words of the tables are those that they were made with."""
    with speaking(language):
        if not release.tables:
            raise InvalidInputError(
                "period", _("No table of this period can be shared without pointing at people.")
            )
        title = _("Anonymous summary")
        data = release.metadata
        period = period_in_words(data.first_day, data.last_day)
        frame = PageFrame(
            title=title, language=language, foot=f"{title} · {period} · eletdesk {data.version}"
        )
        return build_pdf(frame, lambda: list(_story(release, title, period)))


def _story(release: Release, title: str, period: str) -> Iterator["Flowable"]:
    """Yield the whole report from top to bottom."""
    from reportlab.platypus import KeepTogether  # noqa: PLC0415

    made = _("{period}. Made on {date}.").format(period=period, date=day_in_words(release.metadata.made_on))
    yield paragraph(title, "title", TEXT_WIDTH)
    yield paragraph(f"{made} {_left_out(release)}".strip(), "subtitle", TEXT_WIDTH)
    for table in release.tables:
        yield KeepTogether(list(_table_blocks(table)))
    yield soft_note(" ".join(reading_guide()))


def _left_out(release: Release) -> str:
    """Return how many tables are not shared, or nothing."""
    if not release.refusals:
        return ""
    return _("Tables that are not shared: {count}.").format(count=len(release.refusals))


def _table_blocks(table: CountTable) -> Iterator["Flowable"]:
    """Yield one table: title, how it was counted, rows with bars."""
    heading = paragraph(table.title, "heading", TEXT_WIDTH)
    heading.outline_title = table.title  # type: ignore[attr-defined]  # read by the page frame
    yield heading
    if table.note:
        yield paragraph(table.note, "question", TEXT_WIDTH)
    yield _count_table(table)


def _count_table(table: CountTable) -> "Flowable":
    """Return the rows, each with its bar in proportion to the total, and the total in the last row."""
    from reportlab.lib.colors import HexColor  # noqa: PLC0415
    from reportlab.platypus import Table  # noqa: PLC0415

    rows: list[list[Any]] = [_row(row, table.total) for row in table.rows]
    if len(table.rows) > 1:
        total = paragraph(_("Young people in all"), "value_strong", _LABEL_WIDTH)
        rows.append([total, "", paragraph(str(table.total), "count_strong", _COUNT_WIDTH)])
    look: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (0, -1), 4 * MM),
        ("RIGHTPADDING", (1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ("LINEBELOW", (0, 0), (-1, -1), HAIRLINE, HexColor(RULE)),
    ]
    return Table(rows, colWidths=[_LABEL_WIDTH, _BAR_WIDTH, _COUNT_WIDTH], style=look, spaceAfter=2)


def _row(row: CountRow, total: int) -> list[Any]:
    """Return one row: label, bar, count."""
    label = paragraph(row.label, "value", _LABEL_WIDTH - 4 * MM, stays_left=True)
    return [label, _bar(row.count / total), paragraph(str(row.count), "count", _COUNT_WIDTH)]


def _bar(share: float) -> "Drawing":
    """Return a bar; the number stands beside it, so the bar alone carries no meaning."""
    from reportlab.graphics.shapes import Drawing, Rect  # noqa: PLC0415
    from reportlab.lib.colors import HexColor  # noqa: PLC0415

    bar = Drawing(_BAR_WIDTH, _BAR_HEIGHT)
    if share > 0:
        shape: Any = Rect(0, 0, _BAR_WIDTH * min(share, 1.0), _BAR_HEIGHT, rx=2, ry=2)
        shape.fillColor, shape.strokeColor = HexColor(BAR), None
        bar.add(shape)
    return bar
