"""What leaves in the tour: a referral dossier as PDF and a first summary; then lock, unlock, and look."""

from collections.abc import Callable

from PySide6.QtTest import QTest

from ui.case.case_page import CasePage
from ui.figures.figures_page import FiguresPage
from ui.figures.report_dialog import ReportDialog
from ui.referral.dossier_page import DossierPage
from ui.referral.issue_dialog import IssueDialog
from ui.today.today_page import TodayPage
from ui.tour.hands import LostError
from ui.tour.tour import Tour
from ui.unlock.page import UnlockPage

_DRAWN_MS = 400
_SECTIONS = (
    "De leerlingenbegeleider sprak Noor elke week. Vier voormiddagen lukten, de namiddagen niet.",
    "Noor tekent graag en is zorgzaam. Tante Sofie is haar steun.",
    "1. Vier van de vijf voormiddagen aanwezig.\n2. Een beroep verkennen met een proefdag.",
    "Voormiddag bij NAFT, namiddag thuis met een takenpakket. Terugkeergesprek met de school.",
)


def write_dossier(tour: Tour) -> None:
    """Write a referral dossier with the paper beside it."""
    hands = tour.hands
    hands.press("Ctrl+D")
    page = tour.wait_for_page(DossierPage)
    wait_for_paper(tour)
    tour.picture("dossier-receiver")
    hands.write("Groeikracht vzw")
    hands.press("Tab")
    hands.write("An Declercq, 02 555 01 23")
    for number, words in enumerate(_SECTIONS):
        hands.press("Ctrl+S")
        hands.settle(20)
        if not page.facts.missing:
            break
        while page.body.sections.key() != page.facts.missing[0].code:
            hands.press("Ctrl+PageDown")
        hands.write(words)
        if number == 0:
            wait_for_paper(tour)
            tour.picture("dossier-section")
    hands.press("Ctrl+S")
    wait_for_paper(tour)
    tour.picture("dossier-written")
    tour.tell("Wrote the referral dossier with a live preview")


def issue_dossier(tour: Tour) -> None:
    """Make the PDF that leaves; the case remembers it."""
    hands, page = tour.hands, tour.page(DossierPage)
    hands.press_button("Dossier klaarmaken")
    sheet = _sheet(tour, IssueDialog)
    if sheet.form.box("reason").isVisible():
        hands.go_to("Reden")
        hands.write("Toestemming is gevraagd; de start kan niet wachten.")
    tour.picture("dossier-leaves")
    hands.go_to("Zet het")
    hands.press("Ctrl+A")
    path = tour.files / "verwijsdossier.pdf"
    hands.write(str(path))
    hands.press("Return")
    hands.until(path.exists, "the dossier is written")
    hands.until(lambda: page.facts.status == "sent", "the dossier counts as sent")
    wait_for_paper(tour)
    tour.picture("dossier-sent")
    tour.camera.take_pages(path, "dossier")
    tour.tell("Made the PDF of the dossier; the case remembers what left and why", path)


def make_summary(tour: Tour) -> None:
    """Make a first anonymous summary; a table that shows 1 to 4 people stays."""
    hands = tour.hands
    hands.press("Ctrl+6")
    page = tour.wait_for_page(FiguresPage)
    hands.until(lambda: page.figures, "the figures are counted")
    tour.picture("figures")
    hands.press_button("Rapport maken")
    _sheet(tour, ReportDialog)
    tour.picture("figures-report")
    hands.go_to("Zet de")
    hands.press("Ctrl+A")
    folder = tour.files / "cijfers"
    hands.write(str(folder))
    hands.press("Return")
    hands.until(lambda: not tour.window().findChildren(ReportDialog), "the summary is written")
    tour.tell("Made a first anonymous summary: workbook, CSV and a description", *sorted(folder.iterdir()))


def lock_and_unlock(tour: Tour) -> None:
    """Lock, open again with the passphrase, and find everything back."""
    hands = tour.hands
    hands.press("Ctrl+L")
    page = getattr(tour.sight(), "page", None)
    if not isinstance(page, UnlockPage):
        raise LostError("The desk was not locked.")
    tour.usual_size()
    tour.picture("unlock")
    hands.write(tour.passphrase)
    hands.press("Return")
    tour.wait_for_page(TodayPage)
    tour.usual_size()
    hands.press("Ctrl+K")
    hands.type("noor")
    hands.press("Return")
    case = tour.wait_for_page(CasePage)
    kinds = {item.table for item in case.view.overview.items}
    lost = {"guidance_session", "contact_moment", "time_out", "stage_change", "disclosure"} - kinds
    if lost:
        raise LostError(f"After unlocking {', '.join(sorted(lost))} is not there.")
    tour.picture("case-after-unlock")
    tour.tell("Locked and unlocked; session, call, time-out, stage and dossier are all there")


def _sheet(tour: Tour, kind: Callable[..., IssueDialog] | Callable[..., ReportDialog]) -> IssueDialog:
    """Return the sheet that was opened over the window."""
    for sheet in tour.window().findChildren(kind):  # type: ignore[call-overload]
        if sheet.isVisible():
            return sheet  # type: ignore[no-any-return]
    raise LostError("The sheet was not opened.")


def wait_for_paper(tour: Tour) -> None:
    """Wait until the paper is drawn: it follows the keys with a pause."""
    QTest.qWait(_DRAWN_MS)
    tour.hands.until(lambda: not tour.page(DossierPage).preview.is_waiting(), "the paper is drawn")
    tour.hands.settle()
