"""Rule 15: an inspection copy holds the file, not other people, and says what was withheld and why."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from eletdesk.desk.desk import Desk
from eletdesk.desk.rights_files import issue_inspection_copy
from eletdesk.domain.network_member import MemberRole
from eletdesk.domain.situation import Occupation
from eletdesk.errors import InvalidInputError
from eletdesk.exports.pdf.pages import read_text
from eletdesk.operations.absences import record_absences
from eletdesk.operations.answers import answer_question
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.goals import add_goal
from eletdesk.operations.pathways import change_pathway
from eletdesk.operations.people import add_member, change_person
from eletdesk.operations.rights import exclude_row
from eletdesk.operations.sessions import record_session
from eletdesk.operations.situations import set_situation
from eletdesk.operations.tasks import add_task
from eletdesk.queries.inspection import inspection_notes
from eletdesk.queries.inspection_copy import Asker, inspection_copy
from eletdesk.queries.present_rows import pathways_in_order
from eletdesk.translation import speaking
from tests.desks import add_noor, make_desk

DAY = date(2026, 11, 3)
NOTE = "Karel stuurde een bericht. Karels fiets, en Karelientje."
YOUNG_PERSON = Asker()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = make_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def case_id(desk: Desk) -> str:
    case_id = add_noor(desk)
    desk.run(case_id, add_member, name="Karel Dewitte", role=MemberRole.other, phone="0477 00 11 22")
    desk.run(case_id, record_session, held_on=DAY, minutes=30, note=NOTE)
    desk.run(case_id, record_session, held_on=date(2026, 11, 4), minutes=30, note="Over het gerecht.")
    desk.run(case_id, record_contact, happened_on=DAY, with_whom="Fatma Verlinden", note="Fatma belde.")
    return case_id


def copied(desk: Desk, case_id: str, asker: Asker = YOUNG_PERSON, language: str = "nl") -> str:
    draft = desk.read(
        case_id, inspection_copy, asker, DAY, language=language, made_by="Sara", organisation="Groeikracht"
    )
    parts = [text for part in draft.sections for text in (part.title, *part.paragraphs, *part.bullets)]
    rows = [value for part in draft.sections for _name, value in part.rows]
    return "\n".join([*parts, *rows])


def test_everything_is_in_it_until_a_ground_is_marked(desk: Desk, case_id: str) -> None:
    text = copied(desk, case_id)
    assert "Over het gerecht." in text
    assert "Noor Verlinden" in text
    assert "TA De Linde" in text
    assert "Geen notitie is achtergehouden." in text


@pytest.mark.parametrize(
    "ground", ["third_party_confidential", "about_others", "agogic_exception", "justice", "health"]
)
def test_rule_15_a_note_with_a_ground_stays_out_and_is_listed(desk: Desk, case_id: str, ground: str) -> None:
    """vrijclb.be and the decree of 7 May 2004: four grounds, health apart; a list of what was withheld."""
    note = next(n for n in desk.read(case_id, inspection_notes) if "gerecht" in n.text)
    desk.run(case_id, exclude_row, note.table, note.row_id, [ground])
    text = copied(desk, case_id)
    assert "Over het gerecht." not in text
    assert "4 november 2026" in text  # the day stands in the list
    assert "Geen notitie is achtergehouden." not in text


def test_other_people_are_left_out_and_the_household_is_not(desk: Desk, case_id: str) -> None:
    text = copied(desk, case_id)
    assert "Dewitte" not in text
    assert "Karel " not in text
    assert "0477 00 11 22" not in text
    assert "[Andere] stuurde een bericht." in text
    assert "[Andere]s fiets, en Karelientje" in text
    assert "Fatma belde." in text
    assert "2 keer weggelaten" in text


def test_rule_15_somebody_who_was_only_typed_at_a_contact_is_left_out(desk: Desk, case_id: str) -> None:
    """What is about others stays out (vrijclb.be), also of who was never put into the network."""
    for whom in ("Els Peeters", "Joris", "mama", "School", "Fatma"):
        desk.run(case_id, record_contact, happened_on=DAY, with_whom=whom, note=f"{whom} vertelt; Els ook.")
    text = copied(desk, case_id)
    assert not {"Els", "Peeters", "Joris"} & set(text.replace("\n", " ").split())
    assert "Telefoon [Andere]" in text
    assert "mama vertelt" in text
    assert "School vertelt" in text
    assert "Fatma vertelt" in text


def test_asker_is_not_left_out_of_their_own_copy(desk: Desk, case_id: str) -> None:
    assert "Karel stuurde" in copied(desk, case_id, Asker("Karel Dewitte", is_young_person=False))


def test_unknown_ground_is_refused_at_its_field(desk: Desk, case_id: str) -> None:
    note = desk.read(case_id, inspection_notes)[0]
    with pytest.raises(InvalidInputError) as refused:
        desk.run(case_id, exclude_row, note.table, note.row_id, ["because"])
    assert refused.value.field == "exclusions"


def test_issued_copy_is_a_pdf_and_is_remembered(desk: Desk, case_id: str) -> None:
    pdf = issue_inspection_copy(desk, case_id, Asker(), "fr")
    text = read_text(pdf)
    assert "Noor Verlinden" in text
    assert "Dewitte" not in text
    assert desk.file.rows("SELECT kind FROM release") == [("inspection_copy",)]


def test_members_are_shown_by_role_only(desk: Desk, case_id: str) -> None:
    assert "Moeder" in copied(desk, case_id)


def test_other_people_are_left_out_of_all_that_was_typed(desk: Desk, case_id: str) -> None:
    """Not visible: what is about others (vrijclb.be): in tasks, goals, remarks and absences as in notes."""
    (pathway,) = desk.read(case_id, pathways_in_order)
    desk.run(case_id, change_person, strengths="Rustig zonder Karel", remarks="Karel is een vriend")
    desk.run(case_id, change_pathway, pathway.id, question="Ruzie met Karel", goals="Minder bij Karel")
    desk.run(case_id, add_task, title="Karel bellen")
    desk.run(case_id, add_goal, text="Niet meer met Karel spijbelen", agreed_on=DAY)
    desk.run(case_id, record_absences, absent_on=DAY, code="B", note="Weg met Karel", reason="gezien")
    desk.run(case_id, set_situation, occupation=Occupation.inactive, since_on=DAY, note="Bij Karel thuis")
    text = copied(desk, case_id)
    assert "Karel " not in f"{text} ".replace("\n", " ")
    assert "TA De Linde" in text
    assert text.count("[Andere]") >= 8


def test_codes_are_said_in_words(desk: Desk, case_id: str) -> None:
    """Who asks for a copy reads words: the name of the programme, the question and its answer."""
    (pathway,) = desk.read(case_id, pathways_in_order)
    naft = desk.programmes["naft", 1]
    asked = next(question for question in naft.questions if question.kind == "choice")
    desk.run(
        case_id, answer_question, pathway.id,
        programme=naft, question=asked.code, value=asked.choices[0].code,
    )  # fmt: skip
    draft = desk.read(
        case_id, inspection_copy, YOUNG_PERSON, DAY, language="nl", made_by="Sara", organisation="Groeikracht"
    )
    parts = {part.code: part for part in draft.sections}
    with speaking("nl"):
        assert parts["pathways"].rows[0][0] == naft.label.said()
        (answer,) = parts["answers"].bullets
        assert answer.endswith(f" · {asked.label.said()} · {asked.choices[0].label.said()}")
