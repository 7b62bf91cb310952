"""The tour of the practice desk: every screen in light and dark, some in French or large."""

from collections.abc import Iterable

from eletdesk.translation import _
from ui.application import Start
from ui.case.case_page import CasePage
from ui.figures.figures_page import FiguresPage
from ui.groups.groups_page import GroupsPage
from ui.pages import PAGES
from ui.referral.dossier_page import DossierPage
from ui.today.today_page import TodayPage
from ui.tour.leaving import wait_for_paper
from ui.tour.tour import Tour

_PAGES = ((1, "today"), (2, "caseload"), (3, "agenda"), (4, "tasks"), (6, "figures"), (7, "groups"))
"""What is also taken in French and with large text."""


def open_demo(tour: Tour) -> None:
    """Open the practice desk with forty invented young people."""
    tour.hands.press("Ctrl+L")
    tour.application.start(Start(demo=True))
    tour.hands.until(lambda: tour.application.window, "the practice desk is made", 60)
    tour.usual_size()
    tour.wait_for_page(TodayPage)


def see_in_light(tour: Tour) -> None:
    """Take every screen in light."""
    _every_screen(tour, "light")
    tour.tell("Took every screen of the practice desk in light")


def see_in_dark(tour: Tour) -> None:
    """Take every screen in dark."""
    _do(tour, "Licht of donker")
    _every_screen(tour, "dark")
    tour.tell("Took every screen of the practice desk in dark")
    _do(tour, "Licht of donker")


def see_in_french(tour: Tour) -> None:
    """Take the main screens in French."""
    _do(tour, "Français")
    for number, name in _PAGES:
        _page(tour, number)
        tour.picture(f"french-{name}")
    _open_somebody(tour)
    tour.picture("french-case")
    _every_tab(tour, "french-case", ("absences", "trajectory"))
    tour.hands.press("Ctrl+D")
    tour.wait_for_page(DossierPage)
    wait_for_paper(tour)
    tour.picture("french-dossier")
    tour.tell("Took the main screens in French")
    _do(tour, "Nederlands")


def see_large(tour: Tour) -> None:
    """Take the main screens with text of 200 %."""
    tour.hands.press(*["Ctrl+="] * 5)
    for number, name in _PAGES:
        _page(tour, number)
        tour.picture(f"large-{name}")
    _open_somebody(tour)
    tour.picture("large-case")
    _every_tab(tour, "large-case", ("goals", "follow_up"))
    tour.hands.press("Ctrl+D")
    tour.wait_for_page(DossierPage)
    tour.picture("large-dossier")
    tour.hands.press("Ctrl+,")
    tour.picture("large-settings")
    tour.tell("Took the main screens with text twice as large")
    tour.hands.press("Ctrl+0")


def _every_screen(tour: Tour, look: str) -> None:
    """Go round: pages by their keys, sheets over them, the palette."""
    hands = tour.hands
    _page(tour, 1)
    tour.picture(f"{look}-today")
    _page(tour, 2)
    tour.picture(f"{look}-caseload")
    hands.press("L")
    hands.write("45m plan besproken #stage @mama bellen vr")
    tour.picture(f"{look}-quick-line")
    hands.press("Ctrl+A", "Delete", "Escape")
    _sheet(tour, "Ctrl+Shift+N", f"{look}-new-young-person")
    _open_somebody(tour)
    tour.picture(f"{look}-case")
    _every_tab(tour, f"{look}-case")
    _sheet(tour, "Ctrl+T", f"{look}-add-task")
    _sheet(tour, "Ctrl+J", f"{look}-go-to-date")
    hands.press("Ctrl+D")
    tour.wait_for_page(DossierPage)
    wait_for_paper(tour)
    tour.picture(f"{look}-dossier")
    _page(tour, 5)
    tour.picture(f"{look}-referrals")
    _page(tour, 6)
    tour.picture(f"{look}-figures")
    _planning_and_groups(tour, look)
    hands.press("Ctrl+,")
    tour.picture(f"{look}-settings")
    for key in ("programmes", "directory", "retention"):
        _find_page(tour, key)
        tour.picture(f"{look}-{key}")
    hands.press("Ctrl+K")
    tour.picture(f"{look}-palette")
    hands.press("Escape")


def _every_tab(tour: Tour, name: str, wanted: Iterable[str] = ()) -> None:
    """Turn every part of the case, or stop at some of them, and come back to the first."""
    strip = tour.page(CasePage).tabs.strip
    for _number in range(strip.count() - 1):
        tour.hands.press("Ctrl+Tab")
        if not wanted or strip.key() in wanted:
            tour.picture(f"{name}-{strip.key().replace('_', '-')}")
    tour.hands.press("Ctrl+Tab")


def _planning_and_groups(tour: Tour, look: str) -> None:
    """Take the agenda, the tasks, the groups with their counts, and the sheet for an activity."""
    hands = tour.hands
    for number, name in ((3, "agenda"), (4, "tasks"), (7, "groups")):
        _page(tour, number)
        hands.settle(20)
        tour.picture(f"{look}-{name}")
    hands.go_to(tour.page(GroupsPage).view.accessibleName())
    hands.press("Right")
    tour.picture(f"{look}-groups-counts")
    hands.press("Left")


def _find_page(tour: Tour, key: str) -> None:
    """Go to a page that has no key of its own, by its name in the palette."""
    tour.hands.press("Ctrl+K")
    tour.hands.type(_(PAGES[key].text))
    tour.hands.press("Return")
    tour.hands.settle(20)


def _page(tour: Tour, number: int) -> None:
    tour.hands.press(f"Ctrl+{number}")
    page = tour.window().stack.page()
    if isinstance(page, FiguresPage):
        tour.hands.until(lambda: page.figures and not page.is_counting(), "the figures are counted")


def _open_somebody(tour: Tour) -> None:
    tour.hands.press("Ctrl+K")
    tour.hands.type("noor")
    tour.hands.press("Return")
    tour.wait_for_page(CasePage)


def _sheet(tour: Tour, keys: str, name: str) -> None:
    """Open a sheet, take it and leave it."""
    tour.hands.press(keys)
    tour.picture(name)
    tour.hands.press("Escape")


def _do(tour: Tour, words: str) -> None:
    """Do something that the palette offers."""
    tour.hands.press("Ctrl+K")
    tour.hands.type(words)
    tour.hands.press("Return")
    tour.hands.settle(20)
