"""Draw the trajectory on A4: the picture over school weeks, and the same thing in words under it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from eletdesk.domain.date_words import SHORT_MONTHS
from eletdesk.domain.trajectory import Span, Trajectory, day_of, lane_name
from eletdesk.exports.pdf.fonts import TEXT, text_width
from eletdesk.exports.pdf.page_frame import PageFrame, build_pdf
from eletdesk.exports.pdf.printable import printable
from eletdesk.exports.pdf.style import INK_SOFT, MM, PETROL, RULE, TEXT_WIDTH
from eletdesk.exports.pdf.text_blocks import paragraph, paragraphs
from eletdesk.queries.dates_in_words import day_in_words, period_in_words
from eletdesk.translation import _, speaking

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing
    from reportlab.platypus import Flowable

_LABEL, _HEAD, _ROW, _LANE_GAP, _BAR, _DOT = 24 * MM, 9 * MM, 5.6 * MM, 2 * MM, 1.6 * MM, 2.4
_SMALL = 6.5
"""Points."""

_COLOURS = {
    "s1": "#A9CFCC", "s2": "#74B1AF", "s3": "#3D8F90", "s4": "#1D7074", "s5": "#0B4B50",
    "s_out": "#BD7E10", "s_closed": "#A7A39A", "danger": "#A4312A",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TrajectoryPage:
    """What is drawn: the name is a name or initials, as the worker chose."""

    shown: Trajectory
    name: str
    case_title: str
    made_by: str
    made_on: date
    language: str


def render_trajectory(page: TrajectoryPage) -> bytes:
    """Return the page as a PDF, in its own language; equal content gives equal bytes."""
    with speaking(page.language):
        title = _("Trajectory")
        foot = " · ".join((page.case_title, title, day_in_words(page.made_on)))
        return build_pdf(PageFrame(title, page.language, foot), lambda: list(_story(page, title)))


def _story(page: TrajectoryPage, title: str) -> Iterator["Flowable"]:
    period = period_in_words(page.shown.starts_on, page.shown.ends_on)
    yield from paragraphs(f"{title} · {page.name}", "title", TEXT_WIDTH)
    made = _("{period}. Made by {maker}, on {date}. Confidential.")
    said = made.format(period=period, maker=page.made_by, date=day_in_words(page.made_on))
    yield from paragraphs(said, "subtitle", TEXT_WIDTH)
    yield _picture(page)
    heading = paragraph(_("The same in words"), "heading", TEXT_WIDTH)
    heading.outline_title = _("The same in words")  # type: ignore[attr-defined]  # read by the page frame
    yield heading
    yield from _words(page.shown)


def _words(shown: Trajectory) -> Iterator["Flowable"]:
    """Yield what the picture shows, week by week, the first one first."""
    is_empty = True
    for week in shown.weeks:
        parts = shown.of_week(week)
        if not parts and not week.holiday:
            continue
        is_empty = False
        name = _("Week {number}").format(number=week.number)
        yield paragraph(f"{name} · {week.holiday}" if week.holiday else name, "label", TEXT_WIDTH)
        for part in parts:
            line = f"{day_in_words(day_of(part))} · {lane_name(part.lane)}: {part.text}"
            yield from paragraphs(line, "note", TEXT_WIDTH)
    if is_empty:
        yield paragraph(_("Nothing happened in this period."), "question", TEXT_WIDTH)


def _rows_of(shown: Trajectory, lane: str) -> int:
    return len(shown.rows(lane)) + bool(shown.marks_of(lane))


def _picture(page: TrajectoryPage) -> "Drawing":
    from reportlab.graphics.shapes import Drawing  # noqa: PLC0415

    shown = page.shown
    height = _HEAD + sum(_rows_of(shown, lane) * _ROW + _LANE_GAP for lane in shown.lanes)
    drawing = Drawing(TEXT_WIDTH, height + 4 * MM)
    canvas = _Canvas(drawing, shown, height)
    canvas.weeks(SHORT_MONTHS[page.language])
    top = height - _HEAD
    for lane in shown.lanes:
        canvas.lane(lane, top)
        top -= _rows_of(shown, lane) * _ROW + _LANE_GAP
    return drawing


class _Canvas:
    """Draws the parts of the picture; y runs upwards, as everywhere in a PDF."""

    def __init__(self, drawing: "Drawing", shown: Trajectory, height: float) -> None:
        self._drawing, self._shown, self._height = drawing, shown, height
        self._wide = TEXT_WIDTH - _LABEL

    def _x(self, share: float) -> float:
        return _LABEL + self._wide * share

    def _text(self, x: float, y: float, text: str, room: float, colour: str = INK_SOFT) -> None:
        from reportlab.graphics.shapes import String  # noqa: PLC0415
        from reportlab.lib.colors import HexColor  # noqa: PLC0415

        words = printable(text)
        if text_width(words, _SMALL) > room:
            while words and text_width(words + "…", _SMALL) > room:
                words = words[:-1]
            words = words.rstrip() + "…" if len(words) > 1 else ""
        if words:
            self._drawing.add(String(x, y, words, fontName=TEXT, fontSize=_SMALL, fillColor=HexColor(colour)))

    def _box(self, x: float, y: float, wide: float, high: float, colour: str, outline: str = "") -> None:
        from reportlab.graphics.shapes import Rect  # noqa: PLC0415
        from reportlab.lib.colors import HexColor  # noqa: PLC0415

        box: Any = Rect(x, y, wide, high)
        box.fillColor = HexColor(colour)
        box.strokeColor = HexColor(outline) if outline else None
        box.strokeWidth = 0.5
        self._drawing.add(box)

    def weeks(self, months: tuple[str, ...]) -> None:
        """Draw months, week numbers and holidays."""
        count = len(self._shown.weeks)
        width = self._wide / count
        each = max(1, round(4.5 * MM / width))
        month = 0
        for at, week in enumerate(self._shown.weeks):
            left = self._x(at / count)
            if week.holiday:
                self._box(left, 0, width, self._height - _HEAD, "#EEECE6")
            if at % each == 0:
                self._text(left + 0.5, self._height - _HEAD + 1.5 * MM, str(week.number), 8 * MM)
            if week.starts_on.month != month:
                month = week.starts_on.month
                self._box(left, 0, 0.3, self._height, RULE)
                self._text(left + 1, self._height - 3 * MM, months[month - 1], 4.3 * width)

    def lane(self, lane: str, top: float) -> None:
        """Draw one lane from a height downwards."""
        self._text(0, top - _ROW + 2.6 * MM, lane_name(lane), _LABEL - 2 * MM)
        for at, row in enumerate(self._shown.rows(lane)):
            starts = [self._x(self._shown.position(span.starts_on)) for span in row]
            for span, left, end in zip(row, starts, [*starts[1:], self._x(1)], strict=True):
                self._span(span, left, end, top - (at + 1) * _ROW)
        for mark in self._shown.marks_of(lane):
            share = self._shown.position(mark.on) + 0.5 / (7 * len(self._shown.weeks))
            self._dot(
                self._x(share), top - (_rows_of(self._shown, lane) - 0.5) * _ROW, is_hollow=mark.is_hollow
            )

    def _span(self, span: Span, left: float, end: float, bottom: float) -> None:
        day = 1 / (7 * len(self._shown.weeks))
        right = self._x(self._shown.position(span.ends_on) + day)
        self._box(left, bottom + 0.4 * MM, max(right - left, 1.2), _BAR, _COLOURS[span.colour],
                  PETROL if span.is_open else "")  # fmt: skip
        self._text(left, bottom + _BAR + 1.2 * MM, span.text, max(end, right) - left - 1)

    def _dot(self, x: float, y: float, *, is_hollow: bool) -> None:
        from reportlab.graphics.shapes import Circle  # noqa: PLC0415
        from reportlab.lib.colors import HexColor  # noqa: PLC0415

        dot: Any = Circle(x, y, _DOT)
        dot.strokeColor = HexColor(PETROL)
        dot.fillColor = HexColor("#FFFFFF" if is_hollow else PETROL)
        dot.strokeWidth = 1
        self._drawing.add(dot)
