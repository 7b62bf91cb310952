"""A CLB counsellor, from the first half-days to the closure and the term for keeping the file, in Dutch."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from eletdesk.domain.absence import Absence
from eletdesk.domain.care_step import CareStep
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.referral import Referral
from eletdesk.domain.rights_request import RightsRequest
from eletdesk.domain.task import Task
from tests.journeys.worker import Worker, at_work
from ui.referral.dossier_page import DossierPage
from ui.rights.retention_page import RetentionPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
AGODI = "De school meldt aan het CLB; school en CLB houden een begeleidingsdossier bij"


@pytest.fixture
def counsellor(qapp: QApplication, tmp_path: Path) -> Iterator[Worker]:
    with at_work(tmp_path, "clb_truancy") as worker:
        yield worker


def test_from_the_first_half_day_to_the_end_of_the_guidance(counsellor: Worker) -> None:
    open_a_case(counsellor)
    note_half_days_until_five(counsellor)
    speak_with_the_parents(counsellor)
    keep_the_guidance_file(counsellor)
    counsellor.come_back(date(2027, 1, 18))
    make_the_dossier_of_concern(counsellor)
    answer_who_asks_to_see_the_file(counsellor)
    counsellor.come_back(date(2027, 5, 10))
    close_the_guidance(counsellor)
    see_how_long_it_is_kept(counsellor)


def open_a_case(counsellor: Worker) -> None:
    """The guidance is compulsory: it needs no consent (rule 6)."""
    hands = counsellor.hands
    hands.press("Ctrl+Shift+N")
    hands.write("Ilias")
    counsellor.fill("Familienaam", "Bakkali")
    counsellor.fill("Geboren op", "9/5/2011")
    counsellor.fill("School", "KA Zuid")
    counsellor.fill("Verwezen door", "Mia Peeters")
    counsellor.save()
    assert "Geen instemming nodig" in counsellor.words()
    assert counsellor.rows(Pathway)[0].programme_code == "clb_truancy"


def note_half_days_until_five(counsellor: Worker) -> None:
    """Four half-days with B are near the threshold; the fifth reaches it (rule 9)."""
    counsellor.tab("absences")
    counsellor.press("Afwezigheid noteren")
    counsellor.fill("Dag", "16/11/2026")
    counsellor.choose("Code", "B")
    counsellor.fill("Tot welke dag", "17/11/2026")
    counsellor.save()
    counsellor.hands.press("Ctrl+1")
    assert "4 van 5 halve dagen afwezig" in counsellor.words()
    counsellor.press("Openen: Ilias")
    counsellor.press("Afwezigheid noteren")
    counsellor.fill("Dag", "18/11/2026")
    counsellor.choose("Helft", "Voormiddag")
    counsellor.choose("Code", "B")
    counsellor.save()
    assert len(counsellor.rows(Absence)) == 5
    counsellor.hands.press("Ctrl+1")
    shown = counsellor.words()
    assert "5 halve dagen afwezig" in shown
    assert AGODI in shown
    assert "AGODI: rapport leerplicht" in shown
    counsellor.press("Openen: Ilias")
    assert counsellor.case.tabs.strip.key() == "absences"
    assert "5 bereikt op 18/11/2026" in counsellor.words()
    assert "Begeleidingsdossier openen met de school" in [one.title for one in counsellor.rows(Task)]
    counsellor.hands.press("Ctrl+1")
    counsellor.tick("Begeleidingsdossier openen met de school")
    counsellor.hands.until(lambda: "halve dagen afwezig" not in counsellor.words(), "it is seen to")


def speak_with_the_parents(counsellor: Worker) -> None:
    """Without a contact with a parent the next stage asks why; a call makes it go on."""
    counsellor.open("ilias")
    counsellor.stage("Contact met de ouders")
    counsellor.menu("Naar een andere fase")
    assert "nog geen contact met een ouder" in counsellor.refused()
    counsellor.hands.press("Escape")
    counsellor.press("Iemand toevoegen aan het netwerk")
    counsellor.fill("Naam", "Samira Bakkali")
    counsellor.choose("Rol", "Moeder")
    counsellor.tick("Heeft ouderlijk gezag")
    counsellor.save()
    counsellor.menu("Contact noteren")
    counsellor.choose("Met", "Samira")
    counsellor.fill("Notitie", "Wist van niets. Maandag praten we samen.")
    counsellor.save()
    counsellor.menu("Zorgstap noteren")
    counsellor.choose("Fase", "2")
    counsellor.fill("Wat is geprobeerd?", "Gesprek met Ilias en mama, andere bus")
    counsellor.choose("Door", "CLB")
    counsellor.fill("Met welk effect?", "De voormiddagen lukken")
    counsellor.save()
    assert [str(step.phase) for step in counsellor.rows(CareStep)] == ["phase_2"]
    counsellor.tab("care")
    assert "2 · Uitbreiding van zorg" in counsellor.words()


def keep_the_guidance_file(counsellor: Worker) -> None:
    """The agreements stand in the guidance file; with them the guidance starts."""
    counsellor.stage("Begeleidingsdossier")
    counsellor.fill("Wat is er afgesproken?", "Elke ochtend bellen, bus van 7.40 uur")
    counsellor.save()
    counsellor.stage("Begeleiding")
    assert counsellor.rows(Pathway)[0].stage == "begeleiding"
    assert "Elke ochtend bellen" in counsellor.words()


def make_the_dossier_of_concern(counsellor: Worker) -> None:
    """The zorgwekkend dossier leaves only with its three parts filled (rule 11)."""
    hands = counsellor.hands
    counsellor.open("ilias")
    counsellor.stage("Opvolging")
    counsellor.choose("Is alle vrijwillige hulp", "Ja")
    counsellor.save()
    counsellor.stage("Zorgwekkend dossier")
    hands.press("Escape", "Ctrl+D")
    counsellor.choose("Soort dossier", "Zorgwekkend dossier")
    counsellor.save()
    page = counsellor.on(DossierPage)
    hands.go_to("Ontvanger")
    hands.write("AGODI")
    hands.press_button("Dossier klaarmaken")
    sheet = counsellor.sheet()
    assert sheet is not None
    assert "Vul eerst deze delen in: Situatieschets, Motivering" in counsellor.words(sheet)
    hands.press("Ctrl+Return")
    assert counsellor.sheet() is sheet
    hands.press("Escape")
    for code in ("situation", "motivation"):
        while page.body.sections.key() != code:
            hands.press("Ctrl+PageDown")
        hands.write("Sinds november weg van school; alle hulp werd geweigerd.")
        hands.press("Ctrl+S")
        hands.settle(20)
    send_it(counsellor)


def send_it(counsellor: Worker) -> None:
    """Make the file, which the case remembers."""
    page = counsellor.on(DossierPage)
    counsellor.hands.press_button("Dossier klaarmaken")
    path = counsellor.folder.parent / "zorgwekkend.pdf"
    counsellor.fill("Zet het hier", str(path))
    counsellor.hands.press("Return")
    counsellor.hands.until(path.exists, "the dossier is written")
    counsellor.hands.until(lambda: page.facts.status == "sent", "the dossier counts as sent")
    counsellor.open("ilias")
    (referral,) = counsellor.rows(Referral)
    assert referral.kind == "agodi_zorgwekkend"


def answer_who_asks_to_see_the_file(counsellor: Worker) -> None:
    """Mother asks to see the file on a Monday: the answer is due ten working days later (rule 16)."""
    counsellor.tab("rights")
    counsellor.press("Vraag toevoegen")
    counsellor.fill("Gevraagd door", "Samira Bakkali")
    counsellor.save()
    (request,) = counsellor.rows(RightsRequest)
    assert request.received_on == date(2027, 1, 18)
    assert "antwoord ten laatste op 01/02/2027" in counsellor.words()


def close_the_guidance(counsellor: Worker) -> None:
    """He is at school again."""
    counsellor.open("ilias")
    counsellor.menu("Traject afsluiten")
    counsellor.choose("Hoe is het afgelopen", "Weer aanwezig op school")
    counsellor.save()
    pathway = counsellor.rows(Pathway)[0]
    assert (pathway.stage, pathway.outcome) == ("afgesloten", "present_again")


def see_how_long_it_is_kept(counsellor: Worker) -> None:
    """Ten years after the last contact and not before the 25th birthday (rule 17)."""
    hands = counsellor.hands
    hands.press("Ctrl+K")
    hands.type("vernietig")
    hands.press("Return")
    counsellor.on(RetentionPage)
    shown = counsellor.words()
    assert "Ilias Bakkali" in shown
    assert "10 jaar na het laatste contact, en niet voor de 25ste verjaardag" in shown
