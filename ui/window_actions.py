"""Everything the window can do, with its keys (interface map 3.3); the palette lists all of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from eletdesk.preferences import TEXT_SCALES
from eletdesk.translation import N_, _
from ui.pages import PAGES
from ui.theme import current, icon
from ui.widgets.below import top_layers
from ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from ui.main_window import MainWindow

#: The same key on a Belgian keyboard, where digits need Shift.
_AZERTY = {0: "à", 1: "&", 2: "é", 3: '"', 4: "'", 5: "(", 6: "§", 7: "è"}

_OF_A_CASE = "case"

_ALWAYS = {"larger", "smaller", "usual_size", "theme", "lock", "quit"}
"""What can be done while a sheet is open."""


@dataclass(frozen=True)
class Deed:
    """One thing that can be done: its name for the code, its words, icon and keys."""

    key: str
    text: str
    icon: str
    keys: tuple[str, ...] = ()


DEEDS = (
    Deed("search", N_("Search or do"), "search", ("Ctrl+K",)),
    Deed("log", N_("Log a session"), "write", ("Ctrl+N",)),
    Deed("new_person", N_("New young person"), "new-person", ("Ctrl+Shift+N",)),
    Deed("import", N_("Read in a spreadsheet"), "import"),
    Deed("add_task", N_("Add a task"), "task", ("Ctrl+T",)),
    Deed("open_dossier", N_("Open the referral dossier"), "dossier", ("Ctrl+D",)),
    Deed("jump_to_date", N_("Go to a date in the timeline"), "date", ("Ctrl+J",)),
    Deed("start_search", N_("Search in this page"), "search", ("Ctrl+F",)),
    Deed("save", N_("Save and stay"), "tick", ("Ctrl+S",)),
    Deed("print_page", N_("Print or make a PDF"), "print", ("Ctrl+P",)),
    Deed("undo", N_("Undo"), "undo", ("Ctrl+Z",)),
    Deed("redo", N_("Do again"), "next", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Deed("back", N_("Back"), "back", ("Alt+Left",)),
    Deed("forward", N_("Forward"), "next", ("Alt+Right",)),
    Deed("next_pane", N_("Next part of the window"), "next", ("F6",)),
    Deed("previous_pane", N_("Previous part of the window"), "back", ("Shift+F6",)),
    Deed("larger", N_("Larger text"), "zoom-in", ("Ctrl++", "Ctrl+=")),
    Deed("smaller", N_("Smaller text"), "zoom-out", ("Ctrl+-",)),
    Deed("usual_size", N_("Usual text size"), "text-size", ("Ctrl+0", f"Ctrl+{_AZERTY[0]}")),
    Deed("short_names", N_("Show or hide family names"), "hide", ("Ctrl+Shift+B",)),
    Deed("theme", N_("Light or dark"), "theme"),
    Deed("nl", "Nederlands", "language"),
    Deed("fr", "Français", "language"),
    Deed("en", "English", "language"),
    Deed("settings", N_("Settings"), "settings", ("Ctrl+,",)),
    Deed("keys", N_("Keys and actions"), "question", ("F1", "Ctrl+/")),
    Deed("lock", N_("Lock"), "lock", ("Ctrl+L", "F9")),
    Deed("quit", N_("Close eletdesk"), "close", ("Ctrl+Q",)),
)


def make_actions(window: "MainWindow") -> list[QAction]:
    """Make an action of every deed that can be done here, and one for each page that needs no case."""
    do = _ways_to_do(window)
    actions = [_action(window, deed, do[deed.key]) for deed in DEEDS if deed.key in do]
    for kind in PAGES.values():
        if kind.key not in {*do, _OF_A_CASE} and not kind.has_row:
            keys = (f"Ctrl+{kind.digit}", f"Ctrl+{_AZERTY[kind.digit]}") if kind.digit else ()
            deed = Deed(kind.key, kind.text, kind.icon, keys)
            actions.append(_action(window, deed, partial(window.ways.go, kind.key)))
    window.addActions(actions)
    return actions


def _action(window: "MainWindow", deed: Deed, do: Callable[[], object]) -> QAction:
    action = QAction(icon(deed.icon), _(deed.text), window)
    action.setObjectName(deed.key)
    action.setProperty("meaning", deed.icon)
    action.setShortcuts([QKeySequence(keys) for keys in deed.keys])
    action.triggered.connect(lambda _checked=False: None if _waits(window, deed.key) else do())
    return action


def _waits(window: "MainWindow", key: str) -> bool:
    """Tell whether an open sheet must be answered or left first."""
    return key not in _ALWAYS and any(isinstance(layer, Dialog) for layer in top_layers(window))


def _ways_to_do(window: "MainWindow") -> dict[str, Callable[[], object]]:
    ways, chosen = window.ways, window.preferences
    here = ("add_task", "jump_to_date", "open_dossier", "print_page", "save")
    only = [page for page in ("settings", "import") if page in PAGES]
    return {
        **{name: partial(ways.do_here, name) for name in here},
        **{page: partial(ways.go, page) for page in only},
        **{code: partial(window.choose, language=code) for code in ("nl", "fr", "en")},
        "search": window.layers.search,
        "keys": window.layers.search,
        "log": lambda: ways.log(ways.shown_case()),
        "new_person": ways.new_person,
        "start_search": ways.search_here,
        "undo": window.undoing.undo,
        "redo": window.undoing.redo,
        "back": window.stack.back,
        "forward": window.stack.forward,
        "next_pane": partial(ways.go_pane, 1),
        "previous_pane": partial(ways.go_pane, -1),
        "larger": lambda: window.choose(text_scale=_next_size(chosen.text_scale, 1)),
        "smaller": lambda: window.choose(text_scale=_next_size(chosen.text_scale, -1)),
        "usual_size": lambda: window.choose(text_scale=100),
        "short_names": lambda: window.choose(train_mode=not chosen.train_mode),
        "theme": lambda: window.choose(theme="light" if current().colours.is_dark else "dark"),
        "lock": window.lock,
        "quit": window.close,
    }


def _next_size(scale: int, by: int) -> int:
    at = TEXT_SCALES.index(scale) + by
    return TEXT_SCALES[max(0, min(at, len(TEXT_SCALES) - 1))]
