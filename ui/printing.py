"""Print a document from memory: its pages are drawn as pictures, nothing is written to a temporary file."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from eletdesk.errors import CannotWriteError
from eletdesk.exports.pdf.pages import draw_pages
from ui.page_images import page_images

_DOTS_PER_INCH = 200


def print_pdf(parent: QWidget, pdf: bytes, name: str) -> bool:
    """Ask for a printer and print; False when somebody thought better of it. The name names nobody."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    paint_pdf(printer, pdf)
    return True


def paint_pdf(printer: QPrinter, pdf: bytes) -> int:
    """Paint each page over the whole sheet; return how many."""
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    pages = page_images(draw_pages(pdf, _DOTS_PER_INCH / 72))
    painter = QPainter()
    if not painter.begin(printer):
        raise CannotWriteError
    try:
        for number, page in enumerate(pages):
            if number:
                printer.newPage()
            sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
            scale = min(sheet.width() / page.width(), sheet.height() / page.height())
            painter.drawImage(QRectF(0, 0, page.width() * scale, page.height() * scale), page)
    finally:
        painter.end()
    return len(pages)
