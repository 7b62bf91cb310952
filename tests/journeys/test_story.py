"""The story of the first issue with the keyboard only: no mouse, no operation called from here."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from eletdesk import clock
from eletdesk.exports.pdf.pages import read_text
from eletdesk.queries.register.views import index_cards
from ui.application import Application, Start
from ui.case.case_page import CasePage
from ui.caseload.caseload_page import CaseloadPage
from ui.caseload.import_page import ImportPage
from ui.figures.figures_page import FiguresPage
from ui.first_run.page import FirstRunPage
from ui.first_run.passphrase_step import PassphraseStep
from ui.first_run.recovery_step import RecoveryStep
from ui.referral.dossier_page import DossierPage
from ui.today.today_page import TodayPage
from ui.tour.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

P = TypeVar("P", bound=QWidget)
SAMPLE = Path(__file__).parent.parent / "data" / "samples" / "caseload_naft.xlsx"
MONDAY = datetime.combine(date(2026, 11, 23), time(9, 30))
NOTE = "stage bij de bakkerij besproken, ziet het zitten @mama bellen wo"


class Story:
    """Somebody at the keyboard in front of the program."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.hands = Hands()
        self.passphrase = ""

    def step(self) -> object:
        """Return the step of the first minutes in sight."""
        page = self.application.entry_window.page
        assert isinstance(page, FirstRunPage)
        return page.step()

    def on(self, kind: type[P]) -> P:
        """Wait for a page of this kind and return it to look at."""

        def shown() -> P | None:
            window = self.application.window
            page = window.stack.page() if window is not None else None
            return page if isinstance(page, kind) else None

        return self.hands.until(shown, f"{kind.__name__} is shown")

    def make_desk(self, language: str, list_button: str, go_on: str) -> None:
        """Go through the first minutes with a list to read in."""
        hands = self.hands
        self.application.start(Start())
        hands.press(*["Tab"] * ("nl", "fr", "en").index(language), "Return")
        hands.answer_file_window(SAMPLE, lambda: hands.press_button(list_button))
        hands.until(lambda: getattr(self.step(), "name", None), "the name is asked")
        hands.write("Sara Maes")
        hands.press("Return")
        step = self.step()
        assert isinstance(step, PassphraseStep)
        self.passphrase = step.offered.text()
        hands.press("Space", "Return")
        recovery = self.step()
        assert isinstance(recovery, RecoveryStep)
        hands.press_button(go_on)
        for number in recovery.asked():
            hands.write(recovery.draft.recovery_words[number])
            hands.press("Return" if number == recovery.asked()[-1] else "Tab")

    def read_list(self, button: str) -> int:
        """Write the plan of the list; return how many people it said."""
        page = self.on(ImportPage)
        plan = self.hands.until(lambda: page.plan, "the list is read")
        self.hands.press_button(button)
        self.on(CaseloadPage)
        return len([one for one in plan.people if one.choice.kind == "import"])

    def open_kato(self) -> CasePage:
        """Open a young person with five keys."""
        self.hands.press("Ctrl+K")
        self.hands.type("kat")
        self.hands.press("Return")
        return self.on(CasePage)

    def menu(self, text: str) -> None:
        """Choose a line of the menu of the case."""
        page = self.on(CasePage)
        self.hands.go_to(page.head.menu.accessibleName())
        self.hands.press("Return")
        lines = [one.text() for one in page.head.menu.menu().actions() if not one.isSeparator()]
        self.hands.press(*["Down"] * (lines.index(text) + 1), "Return")

    def unlock(self) -> None:
        """Type the passphrase."""
        self.hands.until(lambda: self.application.window is None, "the desk is locked")
        self.hands.write(self.passphrase)
        self.hands.press("Return")
        self.on(TodayPage)


@pytest.fixture
def story(qapp: QApplication, qtbot: QtBot) -> Iterator[Story]:
    """Give the program on a Monday morning, with nothing in it yet."""
    clock.use_clock(lambda: MONDAY)
    running = Application(qapp)
    yield Story(running)
    running.close_desk()
    qtbot.waitUntil(lambda: not running.is_working(), timeout=20_000)
    running.entry_window.hide()
    running.deleteLater()


def happened(page: CasePage) -> list[str]:
    """Return what stands in the timeline, by table."""
    return [item.table for item in page.view.overview.items]


def test_the_whole_story_with_the_keyboard(story: Story, tmp_path: Path) -> None:
    hands = story.hands
    story.make_desk("nl", "Kies bestand", "Verder")
    said = story.read_list("Inlezen")
    assert story.application.window is not None
    assert len(story.application.window.desk.ask(index_cards)) == said

    log_from_the_quick_line(story)
    log_a_planned_session(story)
    page = story.open_kato()
    call_the_mother(hands, page)
    time_out_of_two_weeks(story, page)
    consent_and_next_stage(story, page)
    pdf = tmp_path / "verwijsdossier.pdf"
    prepare_the_dossier(story, pdf)
    summary = tmp_path / "cijfers"
    export_the_summary(story, summary)

    hands.press("Ctrl+L")
    story.unlock()
    page = story.open_kato()
    kinds = happened(page)
    assert kinds.count("guidance_session") == 2
    assert {"contact_moment", "time_out", "stage_change", "disclosure"} <= set(kinds)
    assert page.view.head.pathway is not None
    assert page.view.head.pathway.stage == "afsluitend_rondetafelgesprek"
    assert "mama bellen" in [task.title for task in page.view.overview.sides.tasks]
    assert "Kato Wouters" in read_text(pdf.read_bytes())
    assert {path.suffix for path in summary.iterdir()} >= {".xlsx", ".json"}


def log_from_the_quick_line(story: Story) -> None:
    """Log a session in one line: at most 15 keys besides the note."""
    hands, before = story.hands, story.hands.keys
    hands.press("Ctrl+N")
    hands.type("kato 45m ")
    hands.write(NOTE)
    hands.press("Ctrl+Return")
    assert hands.keys - before <= 15
    page = story.open_kato()
    assert happened(page).count("guidance_session") == 1


def log_a_planned_session(story: Story) -> None:
    """Log a planned session from Today: at most 4 keys besides the note."""
    hands = story.hands
    page = story.on(CasePage)
    story.menu("Gesprek inplannen")
    hands.go_to("Dag")
    hands.press("Ctrl+A")
    hands.write("vandaag")
    hands.press("Ctrl+Return")
    hands.until(lambda: happened(page).count("guidance_session") == 2, "the session is planned")
    before = hands.keys
    hands.press("Ctrl+1", "Down", "Return")
    hands.write("Kwam op tijd, rooster bekeken.")
    hands.press("Ctrl+Return")
    assert hands.keys - before <= 4
    story.open_kato()
    logged = [item for item in page.view.overview.items if "rooster bekeken" in item.text]
    assert [item.table for item in logged] == ["guidance_session"]


def call_the_mother(hands: Hands, page: CasePage) -> None:
    """Log a call with the mother in the log box of the case."""
    before = happened(page).count("contact_moment")
    hands.go_to(page.box.kinds.accessibleName(), back=True)
    hands.press("Right")
    hands.go_to("Notitie")
    hands.write("Mama is opgelucht.")
    hands.go_to("Met wie")
    hands.press("Down", "Ctrl+Return")
    hands.until(lambda: happened(page).count("contact_moment") > before, "the call is logged")


def time_out_of_two_weeks(story: Story, page: CasePage) -> None:
    """Record a time-out; its lesson half-days skip Wednesday afternoons and weekends."""
    hands = story.hands
    story.menu("Time-out noteren")
    hands.go_to("Tot")
    hands.press("Ctrl+A")
    hands.write("+11d")
    hands.press("Ctrl+Return")
    found = hands.until(lambda: page.view.head.time_out, "the time-out is there")
    assert (found.starts_on, found.ends_on, found.half_days) == (date(2026, 11, 23), date(2026, 12, 4), 18)


def consent_and_next_stage(story: Story, page: CasePage) -> None:
    """Record consent, then move to the next stage; what is asked there gets an answer."""
    hands = story.hands
    hands.go_to("Toestemming: ")
    hands.press("Return")
    box = hands.go_to("Waarvoor")
    assert isinstance(box, QComboBox)
    hands.press(*["Down"] * (box.findData("share_with_naft") - box.currentIndex()))
    hands.go_to("Antwoord")
    hands.press("Down", "Ctrl+Return")
    hands.until(lambda: page.view.overview.sides.consents, "the consent is there")
    before = happened(page).count("stage_change")
    story.menu("Naar een andere fase")
    hands.press("Ctrl+Return")
    hands.until(lambda: happened(page).count("stage_change") > before, "the stage is there")
    hands.go_to("Waarheen keert de jongere terug")
    hands.press("Down", "Ctrl+Return")


def prepare_the_dossier(story: Story, pdf: Path) -> None:
    """Make the PDF: at most 20 keys besides text."""
    hands, before = story.hands, story.hands.keys
    hands.press("Ctrl+D")
    story.on(DossierPage)
    hands.write("Groeikracht vzw")
    hands.press_button("Dossier klaarmaken")
    hands.go_to("Zet het")
    hands.press("Ctrl+A")
    hands.write(str(pdf))
    hands.press("Return")
    assert hands.keys - before <= 20
    hands.until(pdf.exists, "the PDF is there")
    page = story.on(DossierPage)
    hands.until(lambda: page.facts.status == "sent", "the dossier counts as sent")


def export_the_summary(story: Story, folder: Path) -> None:
    """Export a first anonymous summary."""
    hands = story.hands
    hands.press("Ctrl+6")
    page = story.on(FiguresPage)
    hands.until(lambda: page.figures, "the figures are counted")
    hands.press_button("Rapport maken")
    hands.go_to("Zet de")
    hands.press("Ctrl+A")
    hands.write(str(folder))
    hands.press("Return")
    hands.until(lambda: list(folder.glob("*.json")), "the summary is written")


def test_a_short_day_in_french(story: Story) -> None:
    hands = story.hands
    story.make_desk("fr", "Choisir", "Continuer")
    story.read_list("Lire")
    hands.press("Ctrl+N")
    hands.type("kato entretien 1h15 hier ")
    hands.write("stage discuté @maman appeler vendredi")
    hands.press("Ctrl+Return")
    page = story.open_kato()
    assert happened(page).count("guidance_session") == 1
    titles = [task.title for task in page.view.overview.sides.tasks]
    assert titles == ["maman appeler"]
    hands.press("Ctrl+L")
    story.unlock()
    assert happened(story.open_kato()).count("guidance_session") == 1
