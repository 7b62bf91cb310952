"""The tour's working day: a session in one line, a call, a time-out, the next stage."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from ui.case.case_page import CasePage
from ui.case.dialogs.questions_dialog import QuestionsDialog
from ui.today.today_page import TodayPage
from ui.tour.hands import LostError
from ui.tour.tour import Tour


def see_today(tour: Tour) -> None:
    """Go to Today."""
    tour.hands.press("Ctrl+1")
    tour.wait_for_page(TodayPage)
    tour.picture("today")


def log_in_one_line(tour: Tour) -> None:
    """Log a session from the quick line; the words become chips while they are typed."""
    hands = tour.hands
    hands.press("Ctrl+N")
    hands.write("noor gesprek 45m gist stage bij de bakkerij besproken, ziet het zitten @mama bellen +2d")
    tour.picture("quick-line-with-chips")
    hands.press("Ctrl+Return")
    hands.settle(10)
    QTest.qWait(200)
    tour.picture("today-logged-with-toast", toasts=True)
    tour.tell("Logged a session with Noor in one line, with a task")


def open_noor(tour: Tour) -> CasePage:
    """Open a young person with the palette."""
    hands = tour.hands
    hands.press("Ctrl+K")
    hands.type("noor")
    tour.picture("palette")
    hands.press("Return")
    page = tour.wait_for_page(CasePage)
    tour.picture("case")
    tour.tell("Opened the file of Noor Verlinden with Ctrl+K, noor, Enter")
    return page


def log_a_call(tour: Tour) -> None:
    """Write down a call with the mother in the log box of the case."""
    hands, page = tour.hands, tour.page(CasePage)
    before = len(page.view.overview.items)
    hands.go_to("Wat was het", back=True)
    hands.press("Right")
    hands.go_to("Notitie")
    hands.write("Mama is opgelucht dat er een plan is. Vraagt om woensdag opnieuw te bellen. #thuis")
    hands.go_to("Met wie")
    hands.press("Down")
    tour.picture("case-call-with-mother")
    hands.press("Ctrl+Return")
    hands.until(lambda: len(page.view.overview.items) > before, "the call stands in the timeline")
    tour.picture("case-call-logged")
    tour.tell("Logged a call with Noor's mother in the case")


def _menu(tour: Tour, text: str) -> None:
    """Choose a line of the menu of the case."""
    hands, page = tour.hands, tour.page(CasePage)
    hands.go_to(page.head.menu.accessibleName())
    hands.press("Return")
    texts = [action.text() for action in page.head.menu.menu().actions() if not action.isSeparator()]
    if text not in texts:
        raise LostError(f"“{text}” is not in the menu.")
    hands.press(*["Down"] * (texts.index(text) + 1), "Return")


def record_time_out(tour: Tour) -> None:
    """Record a time-out of two weeks; its lesson half-days are counted while one types."""
    hands, page = tour.hands, tour.page(CasePage)
    hands.go_to(page.head.menu.accessibleName())
    hands.press("Return")
    tour.camera.take(QApplication.activePopupWidget() or tour.sight(), "case-menu")
    hands.press("Escape")
    _menu(tour, "Time-out noteren")
    hands.go_to("Tot")
    hands.press("Ctrl+A")
    hands.write("+13d")
    hands.go_to("Afgesproken met")
    hands.write("leerlingenbegeleider en mama")
    tour.picture("time-out-of-two-weeks")
    hands.press("Ctrl+Return")
    hands.until(lambda: page.view.head.time_out is not None, "the time-out is there")
    tour.picture("case-in-time-out")
    tour.tell("Recorded a time-out of two weeks, counted in lesson half-days")


def record_consent(tour: Tour) -> None:
    """Record that Noor agrees to share with NAFT."""
    hands, page = tour.hands, tour.page(CasePage)
    hands.go_to("Toestemming: ")
    hands.press("Return")
    box = hands.go_to("Waarvoor")
    assert isinstance(box, QComboBox)
    hands.press(*["Down"] * max(0, box.findData("share_with_naft") - box.currentIndex()))
    hands.go_to("Antwoord")
    hands.press("Down")
    tour.picture("consent")
    hands.press("Ctrl+Return")
    hands.until(lambda: page.view.overview.sides.consents, "the consent is recorded")
    tour.tell("Recorded that Noor agrees to share with NAFT")


def move_on(tour: Tour) -> None:
    """Move the pathway to its next stage; a rule may ask for a reason."""
    hands, page = tour.hands, tour.page(CasePage)
    assert page.view.head.pathway is not None
    before = page.view.head.pathway.stage
    _menu(tour, "Naar een andere fase")
    tour.picture("next-stage")
    hands.press("Ctrl+Return")
    if page.view.head.pathway.stage == before and isinstance(hands.focus(), QComboBox):
        hands.go_to("Reden")
        hands.write("Afgesproken op het overleg van vandaag.")
        tour.picture("next-stage-asks-why")
        hands.press("Ctrl+Return")

    def moved() -> bool:
        assert page.view.head.pathway is not None
        return page.view.head.pathway.stage != before

    hands.until(moved, "the pathway is in its next stage")
    if tour.window().findChildren(QuestionsDialog):
        tour.picture("questions-of-the-programme")
        hands.press("Down", "Ctrl+Return")
    tour.picture("case-in-next-stage")
    tour.tell("Moved the pathway to its next stage; the rules asked what they need")
