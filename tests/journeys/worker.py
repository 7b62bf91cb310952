"""Somebody at work with the keyboard only: a desk of their own programme, the window, and their hands."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from eletdesk import clock, translation
from eletdesk.desk.opening import open_desk
from eletdesk.domain.case_row import CaseRow
from eletdesk.preferences import Preferences
from eletdesk.queries.live_rows import live_rows
from tests.ui.desk_fixtures import PASSPHRASE, make_desk
from ui.case.case_page import CasePage
from ui.main_window import MainWindow
from ui.open_desk import OpenDesk
from ui.tour.hands import Hands, spoken_name
from ui.widgets.dialog import Dialog

W = TypeVar("W", bound=QWidget)
R = TypeVar("R", bound=CaseRow)
MONDAY = date(2026, 11, 23)
STAGE = {"nl": "Naar een andere fase", "fr": "Changer d'étape"}
STAGE_FIELD = {"nl": "Fase", "fr": "Étape"}


class Worker:
    """Keys only; what is read from the desk is only looked at."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language, self.hands = folder, language, Hands()
        self.come_in()

    def come_in(self) -> None:
        """Open the desk and its window."""
        self.desk = OpenDesk(open_desk(self.folder, PASSPHRASE))
        self.window = MainWindow(self.desk, Preferences(language=self.language))
        self.window.resize(1280, 800)
        self.window.show()
        self.window.activateWindow()
        self.hands.settle()

    def go_home(self) -> None:
        """Close the window and the desk."""
        self.window.keep_drafts()
        self.window.hide()
        self.window.deleteLater()
        self.desk.close()

    def on(self, kind: type[W]) -> W:
        """Wait for a page of this kind and return it to look at."""

        def shown() -> W | None:
            page = self.window.stack.page()
            return page if isinstance(page, kind) else None

        return self.hands.until(shown, f"{kind.__name__} is shown")

    @property
    def case(self) -> CasePage:
        """Return the page of the case in sight."""
        return self.on(CasePage)

    def page(self) -> QWidget:
        """Return the page in sight."""
        page = self.window.stack.page()
        assert page is not None
        return page

    def come_back(self, day: date) -> None:
        """Go home, let the days go by, and open the desk again."""
        self.go_home()
        clock.use_clock(lambda: datetime.combine(day, time(9, 30)))
        self.come_in()

    def open(self, given_name: str) -> None:
        """Open somebody with the palette."""
        self.hands.press("Ctrl+K")
        self.hands.type(given_name)
        self.hands.press("Return")
        self.on(CasePage)

    def rows(self, subject: type[R]) -> list[R]:
        """Read what the case in sight holds of one subject, to look at."""
        return self.desk.read(self.case.shown_case(), live_rows, subject)

    def words(self, inside: QWidget | None = None) -> str:
        """Return all that stands on the page in sight, or in a sheet."""
        parts = (inside or self.page()).findChildren(QLabel)
        return "\n".join(one.text() for one in parts if one.text() and one.isVisible())

    def texts(self) -> set[str]:
        """Return every text of the window that the program says by itself, or shows as data."""
        labels = {one.text() for one in self.window.findChildren(QLabel)}
        buttons = {one.text() for one in self.window.findChildren(QAbstractButton)}
        boxes = self.window.findChildren(QComboBox)
        items = {box.itemText(at) for box in boxes for at in range(box.count())}
        named = {one.accessibleName() for one in self.window.findChildren(QWidget)}
        return {one.replace("&", "").strip() for one in labels | buttons | items | named}

    def buttons(self) -> list[str]:
        """Return the names of the buttons in sight."""
        return [spoken_name(one) for one in self.page().findChildren(QAbstractButton) if one.isVisible()]

    def fill(self, name: str, text: str, *, back: bool = False) -> None:
        """Go to a field by its name and write something else in it."""
        self.hands.go_to(name, back=back)
        self.hands.press("Ctrl+A")
        self.hands.write(text)

    def choose(self, name: str, wanted: str, *, back: bool = False) -> None:
        """Go to a choice by its name and take the line that begins like this, with the arrow keys."""
        box = self.hands.go_to(name, back=back)
        assert isinstance(box, QComboBox)
        lines = [box.itemText(at) for at in range(box.count())]
        at = next((at for at, line in enumerate(lines) if line.startswith(wanted)), -1)
        assert at >= 0, f"“{wanted}” is not in {lines}"
        step = "Down" if at >= box.currentIndex() else "Up"
        self.hands.press(*[step] * abs(at - box.currentIndex()))

    def press(self, name: str, *, back: bool = False) -> None:
        """Go to a button by its name and press it."""
        self.hands.go_to(name, back=back)
        self.hands.press("Return")

    def tick(self, name: str) -> None:
        """Go to a box by its name and tick it."""
        self.hands.go_to(name)
        self.hands.press("Space")

    def told(self) -> str:
        """Return what was said last at the foot of the window."""
        return self.window.toasts.shown()[-1].accessibleName()

    def menu(self, text: str) -> None:
        """Choose a line of the menu of the case."""
        page = self.case
        self.hands.go_to(page.head.menu.accessibleName())
        self.hands.press("Return")
        lines = [
            one.text().split("\t")[0] for one in page.head.menu.menu().actions() if not one.isSeparator()
        ]
        self.hands.press(*["Down"] * (lines.index(text) + 1), "Return")

    def tab(self, key: str) -> None:
        """Turn to a part of the case with Ctrl+Tab."""
        strip = self.case.tabs.strip
        for _step in range(strip.count()):
            if strip.key() == key:
                return
            self.hands.press("Ctrl+Tab")
        assert strip.key() == key

    def save(self) -> None:
        """Save the sheet that is open; another one may follow it."""
        before = self.sheet()
        assert before is not None
        self.hands.press("Ctrl+Return")
        assert self.sheet() is not before, "the sheet asks something"

    def refused(self) -> str:
        """Try to save the sheet that is open; return what it asks."""
        before = self.sheet()
        assert before is not None
        self.hands.press("Ctrl+Return")
        assert self.sheet() is before, "the sheet asked nothing"
        return self.words(before)

    def stage(self, name: str) -> None:
        """Move the pathway to a stage; its questions may follow."""
        self.menu(STAGE[self.language])
        self.choose(STAGE_FIELD[self.language], name)
        self.save()

    def sheet(self) -> Dialog | None:
        """Return the sheet that lies over the window."""
        found = [one for one in self.window.findChildren(Dialog) if one.isVisible()]
        return found[-1] if found else None


@contextmanager
def at_work(folder: Path, programme: str, language: str = "nl") -> Iterator[Worker]:
    """Open the desk of somebody who works with one programme."""
    clock.use_clock(lambda: datetime.combine(MONDAY, time(9, 30)))
    translation.use_language(language)
    made = make_desk(folder / "desk")
    made.file.keep_setting("programme", programme)
    made.close()
    worker = Worker(folder / "desk", language)
    yield worker
    worker.go_home()
