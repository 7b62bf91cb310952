"""Show a PDF from memory: pictures of its pages for preview and printer, and its text for a check."""

import threading
from dataclasses import dataclass

# the PDF library keeps global state: one page at a time, whatever thread asks
_one_at_a_time = threading.Lock()
_HIGHEST = 4
"""A page is drawn at most so many times higher than wide."""


@dataclass(frozen=True)
class PageImage:
    """One page as pixels: rows of stride bytes, 4 bytes a pixel in the order blue, green, red, unused."""

    width: int
    height: int
    stride: int
    pixels: bytes


def draw_pages(pdf: bytes, scale: float, password: str | None = None) -> list[PageImage]:
    """Draw each page; at scale 1 a pixel is 1/72 inch. Nothing is written to disk."""
    import pypdfium2  # noqa: PLC0415

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf, password=password)
        try:
            return [_drawn(document[number], scale) for number in range(len(document))]
        finally:
            document.close()


def draw_first_pages(pdf: bytes, width: int, most: int) -> tuple[list[PageImage], int]:
    """Draw the first pages at a width in pixels, and tell how many there are; nothing is written to disk.

    A page that is far higher than wide is drawn narrower: a stranger's file must not fill the memory.
    """
    import pypdfium2  # noqa: PLC0415

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            count = len(document)
            pages = [document[number] for number in range(min(count, most))]
            return [_drawn(page, _scale_for(page.get_size(), width)) for page in pages], count
        finally:
            document.close()


def _scale_for(size: tuple[float, float], width: int) -> float:
    """Return pixels for each 1/72 inch, so that neither side grows out of hand."""
    wide, high = max(size[0], 1.0), max(size[1], 1.0)
    return float(min(width / wide, _HIGHEST * width / high))


def read_text(pdf: bytes, password: str | None = None) -> str:
    """Return the text of all pages as another program reads it, pages parted by a form feed."""
    import pypdfium2  # noqa: PLC0415

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf, password=password)
        try:
            return "\f".join(_text_of(document[number]) for number in range(len(document)))
        finally:
            document.close()


def _drawn(page: "pypdfium2.PdfPage", scale: float) -> PageImage:  # type: ignore[name-defined] # noqa: F821
    """Draw one page on white."""
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    try:
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        bitmap.close()
        page.close()


def _text_of(page: "pypdfium2.PdfPage") -> str:  # type: ignore[name-defined] # noqa: F821
    """Return the text of one page."""
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_range())
    finally:
        text_page.close()
        page.close()
