"""A school-attachment worker of a Brussels municipality, with two young people and a group, in French."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PySide6.QtWidgets import QApplication, QTableView

from eletdesk.domain.absence import Absence
from eletdesk.domain.answer import Answer
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.pathway import Pathway
from tests.journeys.worker import Worker, at_work
from ui.agenda.agenda_page import AgendaPage
from ui.groups.groups_page import GroupsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
WORDS = Path(__file__).parents[2] / "resources" / "translations"


@pytest.fixture
def worker(qapp: QApplication, tmp_path: Path) -> Iterator[Worker]:
    with at_work(tmp_path, "pasc", "fr") as found:
        yield found


def said(language: str) -> set[str]:
    """Return every whole sentence and word of a language, without those with a place for something."""
    found: set[str] = set()
    for path in (WORDS / language).glob("*.po"):
        with path.open("rb") as file:
            found |= {str(line.string) for line in read_po(file) if isinstance(line.string, str)}
    for path in WORDS.parent.rglob("*.toml"):
        found |= set(labels(tomllib.loads(path.read_text("utf-8")), language))
    return {one.replace("&", "").strip() for one in found if one and "{" not in one}


def labels(table: object, language: str) -> Iterator[str]:
    """Yield what the data of programmes, rules and dossiers says in a language."""
    if isinstance(table, dict):
        if isinstance(table.get(language), str) and {"nl", "fr", "en"} <= set(table):
            yield table[language]
        for part in table.values():
            yield from labels(part, language)
    elif isinstance(table, list):
        for part in table:
            yield from labels(part, language)


OTHER = (said("nl") | said("en")) - said("fr")
"""What would be Dutch or English on a French screen."""


def assert_in_french(worker: Worker) -> None:
    """Check that nothing in the window is said in another language."""
    assert worker.texts() & OTHER == set()


def test_two_young_people_and_a_workshop_with_a_mother(worker: Worker) -> None:
    open_two_cases(worker)
    answer_what_the_plan_asks(worker)
    note_absences_in_periods(worker)
    hold_a_workshop(worker)
    count_it_once_and_twice(worker)
    see_the_week_with_its_holidays(worker)
    guide_her(worker)
    worker.come_back(date(2027, 3, 8))
    close_the_pathway(worker)


def open_two_cases(worker: Worker) -> None:
    """Two young people of a French-speaking school; the mother of one is known."""
    hands = worker.hands
    people = (("Bilal", "Haddad", "2/9/2011"), ("Inès", "Diallo", "12/5/2010"))
    for given, family, born in people:
        hands.press("Ctrl+Shift+N")
        hands.write(given)
        worker.fill("Nom de famille", family)
        worker.fill("Né(e) le", born)
        worker.fill("École", "AR Leonardo")
        worker.choose("Communauté", "Francophone")
        assert_in_french(worker)
        worker.save()
        assert "AR Leonardo · pASc" in worker.words()
    worker.press("Ajouter quelqu'un au réseau")
    worker.fill("Nom", "Awa Diallo")
    worker.choose("Rôle", "Mère")
    assert_in_french(worker)
    worker.save()


def answer_what_the_plan_asks(worker: Worker) -> None:
    """The municipality and the axis of its plan, which no other subject holds."""
    worker.menu("Questions du programme")
    worker.choose("De quelle commune", "Jette")
    worker.tick("Y habite")
    worker.choose("Quel axe du plan", "Accrochage pédagogique")
    assert_in_french(worker)
    worker.save()
    shown = worker.words()
    assert "De quelle commune est le plan ? : Jette" in shown
    assert "Quel axe du plan ? : Accrochage pédagogique" in shown
    assert {one.question for one in worker.rows(Answer)} == {"commune", "link_with_commune", "objective"}


def note_absences_in_periods(worker: Worker) -> None:
    """Four unjustified periods are one half-day, added up over the year (French Community, rule 10)."""
    worker.tab("absences")
    for day, periods in (("17/11/2026", "2"), ("19/11/2026", "2"), ("20/11/2026", "3")):
        worker.press("Noter une absence")
        worker.fill("Jour", day)
        worker.choose("Moitié", "Matin")
        worker.choose("Code", "O")
        worker.fill("Périodes manquées", periods)
        assert_in_french(worker)
        worker.save()
    assert [row.periods for row in worker.rows(Absence)] == [2, 2, 3]
    shown = worker.words()
    assert "rancophone · 1 demi-jour" in shown
    assert "comptent pour un demi-jour. 7 périodes injustifiées" in shown
    assert "encore 9 demi-jours" in shown
    assert_in_french(worker)


def hold_a_workshop(worker: Worker) -> None:
    """Both came, and the mother: recorded once, it stands in both files."""
    hands = worker.hands
    hands.press("Ctrl+7")
    worker.on(GroupsPage)
    worker.press("Noter une activité")
    worker.fill("Titre", "Atelier remédiation")
    worker.fill("Heure", "14:00")
    worker.fill("Durée", "2h")
    hands.go_to("Jeunes")
    for name in ("inè", "bil"):
        hands.type(name)
        hands.press("Return")
    worker.press("Qui accompagnait Inès")
    worker.tick("Awa Diallo")
    worker.tick("Pendant le temps scolaire")
    worker.fill("Objectif", "Accrochage pédagogique")
    worker.fill("Commune", "Jette")
    assert_in_french(worker)
    hands.press("Ctrl+Return")
    hands.until(lambda: worker.sheet() is None, "the activity is saved")
    hands.until(lambda: "1 activité, 2 heures" in worker.words(), "the activity is in the list")
    for name in ("inès", "bilal"):
        worker.open(name)
        (session,) = worker.rows(GuidanceSession)
        assert (session.minutes, session.title) == (120, "Atelier remédiation")
        assert_in_french(worker)


def count_it_once_and_twice(worker: Worker) -> None:
    """Once for the provider, once for each who took part (rule 5)."""
    worker.hands.press("Ctrl+7")
    worker.hands.go_to("Ce qui est montré")
    worker.hands.press("Right")
    shown = worker.words()
    assert "Une activité compte une fois pour l'organisateur et une fois pour chaque participant" in shown
    (table,) = [one for one in worker.page().findChildren(QTableView) if one.isVisible()]
    model = table.model()
    line = [str(model.index(0, at).data()) for at in range(model.columnCount())]
    assert line == ["Accrochage pédagogique des élèves", "1", "2", "2", "2", "0", "1"]
    assert_in_french(worker)


def see_the_week_with_its_holidays(worker: Worker) -> None:
    """The week of 22 February 2027 is a holiday of the French Community, not of the Flemish one."""
    hands = worker.hands
    hands.press("Ctrl+3")
    worker.on(AgendaPage)
    assert "Semaine 48" in worker.words()
    assert_in_french(worker)
    hands.press("Ctrl+J", "Ctrl+A")
    hands.write("24/2/2027")
    hands.press("Ctrl+Return")
    shown = worker.words()
    assert "Semaine 8" in shown
    assert shown.count("Vacances de carnaval (FR)") == 5
    hands.press("Ctrl+J", "Ctrl+A")
    hands.write("10/2/2027")
    hands.press("Ctrl+Return")
    shown = worker.words()
    assert "Vacances de carnaval (VL)" in shown
    assert "Vacances de carnaval (FR)" not in shown


def guide_her(worker: Worker) -> None:
    """From the first contact to the guidance; consent and a contact with the mother come before it."""
    worker.open("inès")
    worker.stage("Premier contact")
    worker.stage("Bilan")
    worker.fill("Que se passe-t-il", "Dort mal, a peur du trajet. Veut rester dans sa classe.")
    assert_in_french(worker)
    worker.save()
    worker.menu("Changer d'étape")
    assert "accord" in worker.refused()
    assert_in_french(worker)
    worker.hands.press("Escape")
    worker.menu("Accord")
    worker.choose("Réponse", "Donné")
    worker.fill("Nom", "Inès")
    assert_in_french(worker)
    worker.save()
    worker.menu("Noter un contact")
    worker.choose("Avec", "Awa")
    worker.fill("Note", "D'accord pour le trajet à deux.")
    assert_in_french(worker)
    worker.save()
    worker.stage("Accompagnement")
    assert worker.rows(Pathway)[0].stage == "accompagnement"


def close_the_pathway(worker: Worker) -> None:
    """Months later she is back at school; every part of the case speaks French."""
    assert_in_french(worker)
    worker.open("inès")
    worker.stage("Retour à l'école")
    worker.menu("Clôturer le parcours")
    worker.choose("Comment cela s'est-il terminé", "De retour à l'école")
    assert_in_french(worker)
    worker.save()
    pathway = worker.rows(Pathway)[0]
    assert (pathway.outcome, pathway.closed_on) == ("back_at_school", date(2027, 3, 8))
    for key in ("tasks", "network", "documents", "goals", "care", "follow_up", "trajectory", "rights"):
        worker.tab(key)
        assert_in_french(worker)
