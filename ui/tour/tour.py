"""What every step of the tour works with, and what the tour tells afterwards."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QMainWindow, QWidget

from ui.tour.camera import Camera
from ui.tour.hands import Hands, LostError

if TYPE_CHECKING:
    from ui.application import Application
    from ui.main_window import MainWindow

P = TypeVar("P", bound=QWidget)


@dataclass
class Told:
    """One line of the list at the end: what was done and which files it left."""

    sentence: str
    files: list[Path] = field(default_factory=list)


class Tour:
    """The hands, the camera and the program; `told` is what was done so far."""

    def __init__(self, folder: Path, application: "Application", hands: Hands) -> None:
        self.folder = folder
        self.application = application
        self.hands = hands
        self.camera = Camera(folder / "pictures")
        self.files = folder / "files"
        self.files.mkdir(parents=True, exist_ok=True)
        self.passphrase = ""
        self.told: list[Told] = []

    def tell(self, sentence: str, *files: Path) -> None:
        """Say what was done; the pictures taken since the last sentence come with it."""
        pictures = self.camera.taken
        self.camera.taken = []
        self.told.append(Told(sentence, [*files, *pictures]))

    def usual_size(self) -> None:
        """Give the window the size of the drawings; the screen that is not there is smaller."""
        self.sight().resize(1280, 800)
        self.hands.settle()

    def picture(self, name: str, *, toasts: bool = False) -> None:
        """Take a picture of the window in sight; what was told before is out of the way unless asked for."""
        window = self.application.window
        if window is not None and not toasts:
            for toast in window.toasts.shown():
                toast.leave()
        self.hands.settle(10)
        self.camera.take(self.sight(), name)

    def sight(self) -> QMainWindow:
        """Return the window in sight."""
        return self.application.present_window()

    def window(self) -> "MainWindow":
        """Return the window of the open desk."""
        if self.application.window is None:
            raise LostError("No desk is open.")
        return self.application.window

    def page(self, kind: type[P]) -> P:
        """Return the page in sight, which must be of this kind."""
        page = self.window().stack.page()
        if not isinstance(page, kind):
            raise LostError(f"{type(page).__name__} is shown, not {kind.__name__}.")
        return page

    def wait_for_page(self, kind: type[P]) -> P:
        """Wait until a page of this kind is shown."""

        def shown() -> P | None:
            window = self.application.window
            page = window.stack.page() if window is not None else None
            return page if isinstance(page, kind) else None

        return self.hands.until(shown, f"{kind.__name__} is shown")


Step = Callable[[Tour], object]
