"""A dedicated mediator, from the street to the follow-up six months after the guidance, in Dutch."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.follow_up import FollowUp
from eletdesk.domain.goal import Goal
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.situation import Situation
from tests.journeys.worker import Worker, at_work

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def mediator(qapp: QApplication, tmp_path: Path) -> Iterator[Worker]:
    with at_work(tmp_path, "dedicated_mediator") as worker:
        yield worker


def test_from_the_street_to_the_follow_up_after_six_months(mediator: Worker) -> None:
    find_somebody(mediator)
    try_twice(mediator)
    reach_him(mediator)
    start_the_clock_of_four_months(mediator)
    plan_with_him(mediator)
    mediator.come_back(date(2027, 1, 12))
    record_the_offer(mediator)
    mediator.come_back(date(2027, 2, 1))
    close_the_guidance(mediator)
    mediator.come_back(date(2027, 8, 1))
    follow_up_after_six_months(mediator)


def find_somebody(mediator: Worker) -> None:
    """Found in the youth centre; nobody was reached yet."""
    hands = mediator.hands
    hands.press("Ctrl+Shift+N")
    hands.write("Yassin")
    mediator.fill("Familienaam", "Amrani")
    mediator.fill("Geboren op", "9/5/2007")
    mediator.fill("Verwezen door", "jeugdhuis Uranus")
    mediator.save()
    mediator.menu("Vragen van het programma")
    mediator.choose("Waar vond je de jongere", "Jeugdhuis")
    mediator.save()
    mediator.stage("Contactpogingen")
    assert mediator.rows(Pathway)[0].stage == "contactpogingen"


def try_twice(mediator: Worker) -> None:
    """One key notes that nobody answered, counts it and proposes the next attempt (rule 14)."""
    mediator.hands.press("Ctrl+Shift+A")
    assert "Probeer opnieuw op do 26 nov" in mediator.told()
    mediator.come_back(date(2026, 11, 26))
    assert "Opnieuw contact zoeken" in mediator.words()
    mediator.open("yassin")
    mediator.hands.press("Ctrl+Shift+A")
    assert "Probeer opnieuw op do 3 dec" in mediator.told()
    mediator.tab("follow_up")
    assert "2 pogingen zonder gehoor" in mediator.words()
    assert [one.is_reached for one in mediator.rows(ContactMoment)] == [False, False]


def reach_him(mediator: Worker) -> None:
    """Without a contact that was reached the first contact asks why; then he calls."""
    mediator.menu("Naar een andere fase")
    assert "nog geen contact dat lukte" in mediator.refused()
    mediator.hands.press("Escape")
    mediator.menu("Contact noteren")
    mediator.fill("Naam van iemand anders", "Yassin")
    mediator.choose("Wie zocht contact", "De ander")
    mediator.fill("Notitie", "Belt zelf terug, wil langskomen.")
    mediator.save()
    assert "na 2 pogingen" in mediator.words()
    mediator.stage("Eerste contact")
    mediator.stage("Intake")
    mediator.choose("In welke situatie", "Zoekt werk")
    mediator.choose("Waar ingeschreven", "VDAB")
    mediator.fill("Wat wil de jongere eerst", "Iets met hout.")
    mediator.save()
    assert "4 van 8 beantwoord" in mediator.words()


def start_the_clock_of_four_months(mediator: Worker) -> None:
    """Who left school and looks for work gets an offer within four months (rule 12), with its source."""
    mediator.tab("follow_up")
    mediator.press("Situatie noteren")
    mediator.choose("Situatie", "Zoekt werk")
    mediator.fill("Sinds", "1/11/2026")
    mediator.fill("Ingeschreven bij", "VDAB")
    mediator.fill("Ingeschreven op", "5/11/2026")
    mediator.save()
    assert len(mediator.rows(Situation)) == 1
    shown = mediator.words()
    assert "Aanbod binnen 4 maanden" in shown
    assert "vanaf 01/11/2026, laatste dag 01/03/2027" in shown
    assert "Bron: Jongerengarantie in Vlaanderen" in shown


def plan_with_him(mediator: Worker) -> None:
    """He agrees, and says what he wants."""
    mediator.menu("Toestemming")
    mediator.choose("Antwoord", "Gegeven")
    mediator.fill("Naam", "Yassin")
    mediator.save()
    mediator.stage("Actieplan")
    mediator.menu("Doel afspreken")
    mediator.hands.write("Een leerplek als schrijnwerker")
    mediator.save()
    assert len(mediator.rows(Goal)) == 1
    mediator.stage("Begeleiding")


def record_the_offer(mediator: Worker) -> None:
    """The offer came in time: it is written down once, and the clock stops."""
    mediator.open("yassin")
    mediator.stage("Aanbod")
    mediator.choose("Welk aanbod kreeg", "Leertijd")
    mediator.fill("Wanneer kwam het aanbod", "12/1/2027")
    mediator.choose("Ging de jongere erop in", "Ja")
    mediator.save()
    mediator.tab("follow_up")
    mediator.press("Noteren: Aanbod binnen 4 maanden")
    mediator.choose("Wat stel je vast", "Leertijd")
    mediator.save()
    assert "vastgesteld op 12/01/2027" in mediator.words()
    (offer,) = [one for one in mediator.rows(FollowUp) if one.clock == "offer"]
    assert (offer.outcome, offer.done_on) == ("apprenticeship", date(2027, 1, 12))


def close_the_guidance(mediator: Worker) -> None:
    """The guidance ends: after 6, 12 and 18 months one looks how it goes (rule 13)."""
    mediator.open("yassin")
    mediator.stage("Opvolging")
    mediator.tab("follow_up")
    shown = mediator.words()
    assert "vanaf 01/02/2027, laatste dag 01/08/2027" in shown
    assert "laatste dag 01/02/2028" in shown
    assert "laatste dag 01/08/2028" in shown
    mediator.menu("Traject afsluiten")
    mediator.choose("Hoe is het afgelopen", "Leertijd")
    mediator.save()
    assert mediator.rows(Pathway)[0].outcome == "apprenticeship"


def follow_up_after_six_months(mediator: Worker) -> None:
    """Today brings it up when the day comes near; its one action opens the sheet, the outcome ends it."""
    shown = mediator.words()
    assert "Opvolging na 6 maanden" in shown
    assert "Europese Commissie" in shown
    mediator.press("Opvolgen: Yassin Amrani")
    mediator.choose("Wat stel je vast", "Werk")
    mediator.save()
    (found,) = [one for one in mediator.rows(FollowUp) if one.clock == "after_6_months"]
    assert (found.outcome, found.done_on) == ("employment", date(2027, 8, 1))
    mediator.hands.press("Ctrl+1")
    assert "Opvolging na 6 maanden" not in mediator.words()
