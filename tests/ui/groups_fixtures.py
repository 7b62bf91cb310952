"""A window with the people of the drawings and some group activities."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import time, timedelta
from pathlib import Path

from eletdesk.desk.desk import Desk
from eletdesk.desk.groups.activities import record_activity
from eletdesk.domain.group_activity import GroupActivity, Participant
from eletdesk.preferences import Preferences
from tests.ui.audit import settle
from tests.ui.desk_fixtures import TODAY, fill_desk, fix_clock, make_desk
from ui.groups.activity_sheet import ActivitySheet
from ui.groups.groups_page import GroupsPage
from ui.main_window import MainWindow
from ui.open_desk import OpenDesk

LESSON = GroupActivity(
    held_on=TODAY - timedelta(days=5), starts_at=time(15, 30), minutes=90, title="Huiswerkklas",
    project="Samen door de stad", programme_code="das", programme_version=1, objective="pedagogical",
    call_period="call_2021_2024", school="Atheneum Zuid", municipality_nis="21004", leader="Sara Maes",
    participants_without_case=4, parents_present=2,
)  # fmt: skip


@dataclass
class Groups:
    """What a test works with: the window, its page, and the case ids by given name."""

    window: MainWindow
    page: GroupsPage
    ids: dict[str, str]

    @property
    def desk(self) -> Desk:
        """Return the desk itself."""
        return self.window.desk.desk

    def sheet(self) -> ActivitySheet:
        """Return the sheet that is open."""
        found = [each for each in self.window.findChildren(ActivitySheet) if each.isVisible()]
        assert found, "no sheet was opened"
        return found[-1]


def record_lessons(desk: Desk, ids: dict[str, str]) -> None:
    """Record two lessons and one planned one."""
    parts = [Participant(ids["Noor"]), Participant(ids["Ilyas"]), Participant(ids["Mathis"], False)]
    record_activity(desk, LESSON, parts)
    theatre = replace(LESSON, held_on=TODAY - timedelta(days=12), title="Theater", objective="psychosocial")
    record_activity(desk, theatre, parts[:1])
    record_activity(desk, replace(LESSON, held_on=TODAY + timedelta(days=2)), parts[:2])


@contextmanager
def groups_window(folder: Path, *, filled: bool = True) -> Iterator[Groups]:
    """Open the window on the page of groups."""
    fix_clock()
    desk = make_desk(folder / "desk")
    ids = fill_desk(desk)
    if filled:
        record_lessons(desk, ids)
    opened = OpenDesk(desk)
    window = MainWindow(opened, Preferences(language="nl"))
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    settle()
    window.ways.go("groups")
    settle()
    page = window.stack.page()
    assert isinstance(page, GroupsPage)
    yield Groups(window, page, ids)
    window.keep_drafts()
    window.hide()
    window.deleteLater()
    opened.close()
