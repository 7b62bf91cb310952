"""Take a numbered picture of the window, and of the pages of a PDF."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from ui.tour.hands import LostError


class Camera:
    """Pictures in one folder, in the order in which they were taken."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._count = 0
        self.taken: list[Path] = []

    def take(self, widget: QWidget, name: str) -> Path:
        """Take a picture of a window as it is now."""
        QApplication.processEvents()
        return self._keep(name, widget.grab().save)

    def take_pages(self, pdf: Path, name: str) -> list[Path]:
        """Take a picture of each page of a PDF."""
        from eletdesk.exports.pdf.pages import draw_pages  # noqa: PLC0415
        from ui.page_images import page_images  # noqa: PLC0415

        pages = page_images(draw_pages(pdf.read_bytes(), 1.5))
        return [self._keep(f"{name}-page-{number}", page.save) for number, page in enumerate(pages, start=1)]

    def _keep(self, name: str, save: object) -> Path:
        self._count += 1
        path = self._folder / f"{self._count:02}-{name}.png"
        if not callable(save) or not save(str(path)):
            raise LostError(f"The picture {path.name} could not be written.")
        self.taken.append(path)
        return path
