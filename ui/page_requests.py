"""Connect what a page or the sidebar asks for to what the window can do."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ui.pages import Place

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def connect_page(window: "MainWindow", page: QWidget, place: Place) -> None:
    """Connect the signals of ui.pages.SIGNALS that a page has."""
    ways = window.ways
    slots: dict[str, Callable[..., Any]] = {
        "case_requested": ways.open_case,
        "row_requested": ways.open_case,
        "dossier_requested": ways.open_dossier,
        "quick_line_requested": ways.log,
        "new_person_requested": ways.new_person,
        "import_requested": lambda: ways.go("import"),
        "page_requested": ways.go,
        "toast_requested": window.tell,
        "problem_requested": window.tell_problem,
        "preferences_chosen": window.preferences_chosen.emit,
        "lock_requested": window.lock,
        "pin_requested": window.pin,
        "count_changed": lambda count: window.sidebar.places.set_count(place.page, count),
        "left": ways.leave,
    }
    for name, slot in slots.items():
        signal = getattr(page, name, None)
        if signal is not None:
            signal.connect(slot)


def connect_sidebar(window: "MainWindow") -> None:
    """Connect the sidebar to the ways through the window."""
    side, ways = window.sidebar, window.ways
    side.page_chosen.connect(ways.go)
    side.person_chosen.connect(ways.open_case)
    side.search_requested.connect(window.layers.search)
    side.settings_requested.connect(lambda: ways.go("settings"))
    side.lock_requested.connect(window.lock)
