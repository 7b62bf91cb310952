"""Look at every page and every tab of the case after the day; run in a process with a home of its own.

python -m tests.evidence.day_of_the_screens FOLDER CASE tells in JSON the titles of windows.
"""

import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QLabel

from eletdesk import log
from eletdesk.desk.opening import open_desk
from eletdesk.preferences import Preferences, write_preferences
from tests.evidence.mishaps import LATER_PASSPHRASE
from ui.case.more_tabs import MORE_TABS
from ui.entry_window import keep_geometry
from ui.main_window import MainWindow
from ui.open_desk import OpenDesk
from ui.pages import PAGES, Place
from ui.theme import current


def look_around(root: Path, case_id: str) -> dict[str, list[str]]:
    """Show everything once, keep the preferences, and return titles and what labels said."""
    log.start_log()
    app = QApplication([])
    current().install(app, "light", 100)
    desk = OpenDesk(open_desk(root / "desk", LATER_PASSPHRASE))
    window = MainWindow(desk, Preferences())
    window.show()
    titles: set[str] = set()
    said: set[str] = set()

    def settle() -> None:
        until = time.monotonic() + 0.4
        while time.monotonic() < until:
            app.processEvents()
        for shown in app.topLevelWidgets():
            titles.update((shown.windowTitle(), shown.windowIconText(), shown.windowFilePath()))
            said.update(label.text() for label in shown.findChildren(QLabel) if label.isVisible())

    rows = [tab.key for tab in MORE_TABS]
    places = [Place(key) for key in PAGES if key not in ("case", "dossier")]
    places += [Place("case", case_id), *(Place("case", case_id, f"{tab}/") for tab in rows)]
    for place in places:
        window.stack.go(place)
        settle()
    write_preferences(replace(Preferences(), last_desk=root / "desk"))
    keep_geometry(window)
    window.keep_drafts()
    window.close()
    desk.close()
    return {"titles": sorted(titles), "said": sorted(said), "places": [place.page for place in places]}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(look_around(Path(sys.argv[1]), sys.argv[2])))
