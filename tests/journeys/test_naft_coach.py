"""A NAFT coach, from the first note to the closure and the call after it, in Dutch."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.goal import Goal, GoalReview
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.pathway import Pathway, StageChange
from eletdesk.domain.task import Task
from eletdesk.domain.time_out import TimeOut
from eletdesk.imports.spreadsheet import read_workbook
from tests.journeys.worker import Worker, at_work

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
GOAL = "Vier voormiddagen per week op school"


@pytest.fixture
def coach(qapp: QApplication, tmp_path: Path) -> Iterator[Worker]:
    with at_work(tmp_path, "naft") as worker:
        yield worker


def test_from_the_first_note_to_the_call_after_the_closure(coach: Worker) -> None:
    open_a_case(coach)
    clarify_the_question(coach)
    agree_on_a_plan(coach)
    record_the_time_out(coach)
    coach.come_back(date(2026, 12, 21))
    review_with_the_young_person(coach)
    coach.come_back(date(2027, 2, 1))
    close_the_pathway(coach)
    coach.come_back(date(2027, 2, 22))
    call_three_weeks_later(coach)
    see_it_all_on_one_page(coach)


def open_a_case(coach: Worker) -> None:
    """Open a case and log the first session in one line."""
    hands = coach.hands
    hands.press("Ctrl+Shift+N")
    hands.write("Noor")
    coach.fill("Familienaam", "Verlinden")
    coach.fill("Geboren op", "4/3/2010")
    coach.fill("School", "TA De Linde")
    coach.save()
    hands.press("Ctrl+N")
    hands.type("gesprek 50m ")
    hands.write("kennisgemaakt, wil terug naar de klas @rondetafel plannen vr")
    hands.press("Ctrl+Return", "Escape")
    (session,) = coach.rows(GuidanceSession)
    assert (session.minutes, session.half_days) == (50, 0.25)
    assert "rondetafel plannen" in [task.title for task in coach.rows(Task)]


def clarify_the_question(coach: Worker) -> None:
    """Without a referrer of the CLB the stage asks why (rule 1); then the referrer is filled in."""
    coach.menu("Naar een andere fase")
    assert "verwijzer van het CLB" in coach.refused()
    coach.hands.press("Escape")
    assert coach.rows(Pathway)[0].stage == "aanmelding"
    coach.menu("Verwijzer, redenen en doelen")
    coach.fill("Verwijzer van het CLB", "An Declercq")
    coach.fill("Centrum", "CLB De Brug")
    coach.fill("Verwezen op", "20/11/2026")
    coach.tick("Emotioneel")
    coach.save()
    coach.stage("Vraagverheldering")
    assert coach.rows(Pathway)[0].stage == "vraagverheldering"


def agree_on_a_plan(coach: Worker) -> None:
    """Goals are asked for before the guidance starts (rule 2): a reason lets it go on, and is kept."""
    coach.menu("Toestemming")
    coach.choose("Antwoord", "Gegeven")
    coach.fill("Naam", "Noor")
    coach.save()
    assert "Toestemming in orde" in coach.words()
    coach.stage("Trajectplan")
    coach.fill("Wat is er praktisch nodig", "Fiets, en een treinabonnement.")
    coach.save()
    coach.menu("Naar een andere fase")
    assert "nog geen doelen afgesproken" in coach.refused()
    coach.fill("Reden", "De doelen worden vandaag samen geschreven.")
    coach.save()
    assert coach.rows(Pathway)[0].stage == "uitvoering"
    assert "De doelen worden vandaag samen geschreven." in [step.reason for step in coach.rows(StageChange)]
    coach.tab("goals")
    coach.press("Doel afspreken")
    coach.hands.write(GOAL)
    coach.save()
    assert [goal.text for goal in coach.rows(Goal)] == [GOAL]


def record_the_time_out(coach: Worker) -> None:
    """A time-out of two weeks; with the agreement of the director the school gets its lines with P."""
    coach.menu("Toestemming")
    coach.press("Antwoord noteren")
    coach.choose("Waarvoor", "Delen met de school")
    coach.choose("Antwoord", "Gegeven")
    coach.fill("Naam", "Noor")
    coach.save()
    coach.menu("Time-out noteren")
    coach.fill("Tot en met", "+11d")
    coach.fill("Afgesproken met", "An Declercq en mama")
    coach.tick("De directie gaat akkoord")
    coach.save()
    (time_out,) = coach.rows(TimeOut)
    assert time_out.is_director_agreed
    coach.tab("absences")
    assert "18 halve dagen kunnen met een code naar de school" in coach.words()
    coach.press("Codes voor de school")
    path = coach.folder.parent / "codes.xlsx"
    coach.hands.answer_file_window(path, lambda: coach.hands.press("Ctrl+Return"))
    coach.hands.until(path.exists, "the codes are written")
    assert codes_of(path) == ["P"] * 18


def review_with_the_young_person(coach: Worker) -> None:
    """Four weeks later the interim evaluation is due; the goal is looked at in the young person's eyes."""
    assert "Tussentijds evalueren" in coach.words()
    coach.open("noor")
    coach.stage("Tussentijdse evaluatie")
    coach.tab("goals")
    coach.press("Terugblikken")
    coach.hands.write("7")
    coach.fill("Notitie", "Drie van de vier voormiddagen.")
    coach.save()
    (review,) = coach.rows(GoalReview)
    assert (review.score, str(review.seen_by)) == (7, "young_person")


def close_the_pathway(coach: Worker) -> None:
    """The closing round table, what follows, and how it ended."""
    coach.open("noor")
    coach.stage("Afsluitend rondetafelgesprek")
    coach.choose("Waarheen keert", "Zelfde klas")
    coach.save()
    coach.menu("Traject afsluiten")
    assert "Hoe is het afgelopen" in coach.refused()
    coach.choose("Hoe is het afgelopen", "Terug naar zelfde school")
    coach.fill("Afsluitende rondetafel", "1/2/2027")
    coach.save()
    pathway = coach.rows(Pathway)[0]
    assert (pathway.stage, pathway.closed_on) == ("afgesloten", date(2027, 2, 1))
    assert pathway.outcome == "same_school_same_course"


def call_three_weeks_later(coach: Worker) -> None:
    """The call after the closing stands on Today on its day; Tasks ticks it."""
    assert "Bellen hoe het gaat" in coach.words()
    coach.hands.press("Ctrl+4")
    assert "Bellen hoe het gaat" in coach.words()
    coach.tick("Bellen hoe het gaat")
    coach.open("noor")
    (call,) = [task for task in coach.rows(Task) if "aftercare_call" in task.rule]
    assert (call.due_on, call.done_at is not None) == (date(2027, 2, 22), True)
    coach.menu("Contact noteren")
    coach.choose("Met", "Iemand anders")
    coach.fill("Naam van iemand anders", "Noor")
    coach.fill("Notitie", "Zit goed in de klas.")
    coach.save()
    assert [one.is_reached for one in coach.rows(ContactMoment)] == [True]


def see_it_all_on_one_page(coach: Worker) -> None:
    """The trajectory says in words what happened."""
    coach.tab("trajectory")
    shown = coach.words()
    for what in ("Vraagverheldering", "Time-out NAFT", GOAL, "Afgesloten"):
        assert what in shown


def codes_of(path: Path) -> list[str]:
    """Read the codes in the workbook for the school."""
    lines = read_workbook(path)[0].rows
    head = next(at for at, line in enumerate(lines) if "Code" in line)
    column = list(lines[head]).index("Code")
    return [str(line[column]) for line in lines[head + 1 :] if line[column]]
