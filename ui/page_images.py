"""Turn drawn pages into pictures for the screen and the printer, in memory only."""

from collections.abc import Sequence

from PySide6.QtGui import QImage

from eletdesk.exports.pdf.pages import PageImage


def page_images(pages: Sequence[PageImage], ratio: float = 1.0) -> list[QImage]:
    """Return pictures that own their pixels; ratio is the sharpness of the screen."""
    images = []
    for page in pages:
        image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()
        image.setDevicePixelRatio(ratio)
        images.append(image)
    return images
