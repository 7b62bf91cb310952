"""The tour's first steps: language, desk, passphrase and recovery key, and the list that is read in."""

from eletdesk.desk.demo.list import demo_list
from eletdesk.queries.register.views import index_cards
from ui.caseload.caseload_page import CaseloadPage
from ui.caseload.import_page import ImportPage
from ui.first_run.page import FirstRunPage
from ui.first_run.passphrase_step import PassphraseStep
from ui.first_run.recovery_step import RecoveryStep
from ui.tour.hands import LostError
from ui.tour.tour import Tour

LIST = "opvolging_jongeren.xlsx"


def _steps(tour: Tour) -> FirstRunPage:
    page = getattr(tour.sight(), "page", None)
    if not isinstance(page, FirstRunPage):
        raise LostError("The first steps are not shown.")
    return page


def begin(tour: Tour) -> None:
    """Choose Dutch and a list to begin with."""
    hands = tour.hands
    path = tour.files / LIST
    path.write_bytes(demo_list())
    tour.picture("first-run-language")
    hands.press("Return")
    tour.picture("first-run-start")
    hands.answer_file_window(path, lambda: hands.press_button("Kies bestand"))
    hands.until(lambda: _steps(tour).step().number == 2, "the second step")
    tour.tell("Chose Dutch and a list to begin with, as untidy as a coach keeps it", path)


def make_desk(tour: Tour) -> None:
    """Say who works here, take the offered passphrase, keep and prove the recovery key."""
    hands = tour.hands
    hands.write("Sara Maes")
    hands.press("Tab")
    hands.write("Groeikracht")
    hands.press("Tab")
    hands.write("NAFT-coach")
    tour.picture("first-run-about")
    hands.press("Return")
    step = _steps(tour).step()
    if not isinstance(step, PassphraseStep):
        raise LostError("The passphrase was not asked.")
    tour.passphrase = step.offered.text()
    tour.picture("first-run-passphrase")
    hands.press("Space", "Return")
    recovery = _steps(tour).step()
    if not isinstance(recovery, RecoveryStep):
        raise LostError("The recovery key was not shown.")
    tour.picture("first-run-recovery-key")
    sheet = tour.files / "herstelsleutel.pdf"
    hands.press("Return")
    tour.picture("first-run-recovery-paper")
    hands.answer_file_window(sheet, lambda: hands.press_button("Bewaar als PDF"))
    hands.press_button("Verder")
    words = _steps(tour).draft.recovery_words
    for number in recovery.asked():
        hands.write(words[number])
        if number == recovery.asked()[-1]:
            tour.picture("first-run-recovery-proof")
        hands.press("Return" if number == recovery.asked()[-1] else "Tab")
    tour.wait_for_page(ImportPage)
    tour.camera.take_pages(sheet, "recovery-sheet")
    tour.tell("Made the desk: passphrase of five words, recovery key on paper and typed back", sheet)


def read_the_list(tour: Tour) -> None:
    """Look at what would be written and what not, then write it."""
    hands = tour.hands
    page = tour.wait_for_page(ImportPage)
    plan = hands.until(lambda: page.plan, "the list is read")
    tour.picture("import-people")
    for name in ("unread", "columns"):
        hands.press("Ctrl+Tab")
        tour.picture(f"import-{name}")
    hands.press_button("Inlezen")
    tour.wait_for_page(CaseloadPage)
    count = len(tour.window().desk.ask(index_cards))
    if count != len([one for one in plan.people if one.choice.kind != "merge"]):
        raise LostError("Not everybody of the list is there.")
    tour.picture("caseload-after-import")
    tour.tell(f"Read in {count} young people as one step; what could not be read stays as a note")
