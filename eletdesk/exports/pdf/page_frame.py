"""The frame that every document shares: petrol band, foot line, draft mark, no secrets in its description."""

import io
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eletdesk.exports.pdf.fonts import TEXT, TEXT_BOLD, load_fonts, text_width
from eletdesk.exports.pdf.printable import printable
from eletdesk.exports.pdf.style import (
    BAND_HEIGHT,
    FOOT_SIZE,
    INK_QUIET,
    MARGIN_BOTTOM,
    MARGIN_SIDE,
    MARGIN_TOP,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PETROL,
    TEXT_WIDTH,
)
from eletdesk.exports.pdf.text_blocks import paragraph

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

_LOCALES = {"nl": "nl-BE", "fr": "fr-BE", "en": "en-GB"}


@dataclass(frozen=True)
class PageFrame:
    """What is the same on each page: title (never a name), language, foot line, draft mark or ''."""

    title: str
    language: str
    foot: str
    draft_mark: str = ""
    bottom: float = MARGIN_BOTTOM


def build_pdf(frame: PageFrame, make_story: Callable[[], Sequence["Flowable"]]) -> bytes:
    """Lay a story out within the frame and return the PDF; equal content gives equal bytes.

    The story is made and laid out twice: the first time tells how many pages there are.
    """
    load_fonts()
    count, _content = _pass(frame, make_story(), page_count=0)
    return _pass(frame, make_story(), page_count=count)[1]


def _pass(frame: PageFrame, story: Sequence["Flowable"], page_count: int) -> tuple[int, bytes]:
    """Lay out once and return the number of pages with the bytes."""
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate  # noqa: PLC0415

    numbers = itertools.count(1)

    class Document(BaseDocTemplate):
        """Add each heading to the contents that PDF readers show beside the page."""

        def afterFlowable(self, flowable: Any) -> None:  # noqa: N802
            title = getattr(flowable, "outline_title", "")
            if title:
                key = f"part-{next(numbers)}"
                self.canv.bookmarkPage(key)
                self.canv.addOutlineEntry(title, key, level=0, closed=False)

    target = io.BytesIO()
    document = Document(
        target,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        invariant=1,
        lang=_LOCALES[frame.language],
        pageCompression=1,
    )
    box = Frame(
        MARGIN_SIDE,
        frame.bottom,
        TEXT_WIDTH,
        PAGE_HEIGHT - MARGIN_TOP - frame.bottom,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    template = PageTemplate(
        "page", [box], onPage=lambda canvas, _document: _draw_frame(canvas, frame, page_count)
    )
    document.addPageTemplates([template])
    document.build(list(story))
    return document.page, target.getvalue()


def _draw_frame(canvas: "Canvas", frame: PageFrame, page_count: int) -> None:
    """Draw what lies under the text of one page."""
    if canvas.getPageNumber() == 1:
        _describe(canvas, frame)
    canvas.saveState()
    canvas.setFillColor(PETROL)
    canvas.rect(0, PAGE_HEIGHT - BAND_HEIGHT, PAGE_WIDTH, BAND_HEIGHT, stroke=0, fill=1)
    if frame.draft_mark:
        _draw_draft_mark(canvas, frame.draft_mark)
    _draw_foot(canvas, frame.foot, f"{canvas.getPageNumber()} / {page_count}")
    canvas.restoreState()


def _describe(canvas: "Canvas", frame: PageFrame) -> None:
    """Write the document's description: kind and language, no person, no machine, no moment."""
    canvas.setTitle(frame.title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setKeywords("")
    canvas.setCreator("eletdesk")
    canvas.setProducer("eletdesk")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _draw_draft_mark(canvas: "Canvas", mark: str) -> None:
    """Draw the draft mark across the page, pale enough to read through."""
    canvas.saveState()
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(52)
    canvas.setFillColor(PETROL)
    canvas.setFillAlpha(0.06)
    size = min(96.0, 96.0 * 150 * MM / text_width(mark, 96, bold=True))
    canvas.setFont(TEXT_BOLD, size)
    canvas.drawCentredString(0, -size * 0.35, mark)
    canvas.restoreState()


def _draw_foot(canvas: "Canvas", foot: str, numbering: str) -> None:
    """Draw the foot line: what this is at the left, page of pages at the right."""
    base = 11 * MM
    canvas.setFillColor(INK_QUIET)
    canvas.setFont(TEXT, FOOT_SIZE)
    canvas.drawRightString(PAGE_WIDTH - MARGIN_SIDE, base, numbering)
    width = TEXT_WIDTH - 20 * MM
    line = paragraph(_elided(printable(foot), width), "foot", width, stays_left=True)
    line.wrapOn(canvas, width + 1, 4 * FOOT_SIZE)
    line.drawOn(canvas, MARGIN_SIDE, base - FOOT_SIZE * 0.6)


def _elided(text: str, width: float) -> str:
    """Shorten a line to a width, with an ellipsis."""
    if text_width(text, FOOT_SIZE) <= width:
        return text
    while text and text_width(text + "…", FOOT_SIZE) > width:
        text = text[:-1]
    return text.rstrip() + "…"
