from collections.abc import Iterator
from pathlib import Path

import pytest

from eletdesk.desk import steps
from eletdesk.desk.caseload_import import import_caseload, plan_import
from eletdesk.desk.cases import StoppedError
from eletdesk.desk.checking import check_desk
from eletdesk.desk.desk import Desk
from eletdesk.domain.young_person import YoungPerson
from eletdesk.operations.people import change_person
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.views import index_cards
from eletdesk.storage.undo import ChangedSinceError
from tests.desks import make_desk

SAMPLES = Path(__file__).parent.parent / "data" / "samples"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()


def _read_in(desk: Desk, name: str) -> tuple[int, int]:
    result = import_caseload(desk, plan_import(desk, SAMPLES / name))
    return len(result.new_cases), len(result.merged_cases)


def _people(desk: Desk) -> dict[str, dict[str, object]]:
    ids = [card.case_id for card in desk.ask(index_cards)]
    return {case_id: desk.read(case_id, live_rows, YoungPerson)[0].model_dump() for case_id in ids}


def test_a_second_list_completes_the_people_of_the_first_and_undo_takes_all_back(desk: Desk) -> None:
    assert _read_in(desk, "caseload_naft.xlsx") == (52, 0)
    before = {
        card.case_id: desk.read(card.case_id, live_rows, YoungPerson)[0] for card in desk.ask(index_cards)
    }
    new, merged = _read_in(desk, "suivi_eleves.csv")
    assert (new, merged) == (3, 17)
    steps.undo(desk)
    after = {
        card.case_id: desk.read(card.case_id, live_rows, YoungPerson)[0] for card in desk.ask(index_cards)
    }
    assert {k: v.model_dump() for k, v in after.items()} == {k: v.model_dump() for k, v in before.items()}
    steps.redo(desk)
    assert len(desk.ask(index_cards)) == 55
    assert check_desk(desk).is_sound


def test_undo_of_an_import_is_all_or_nothing(desk: Desk) -> None:
    _read_in(desk, "caseload_naft.xlsx")
    result = import_caseload(desk, plan_import(desk, SAMPLES / "suivi_eleves.csv"))
    step = steps.next_undo(desk)
    assert step is not None
    desk.run(result.merged_cases[-1], change_person, remarks="intussen veranderd")
    with pytest.raises(ChangedSinceError):
        steps.turn(desk, step, is_undone=True)
    assert len(desk.ask(index_cards)) == 55
    for case_id in result.merged_cases:
        case = desk.case(case_id)
        operation = dict(map(tuple, step.payload["merges"]))[case_id]
        assert case.history.has_operation(operation)


def test_stopping_an_import_leaves_nothing(desk: Desk) -> None:
    plan = plan_import(desk, SAMPLES / "caseload_naft.xlsx")
    with pytest.raises(StoppedError):
        import_caseload(desk, plan, progress=lambda done, total: done < 10)
    assert desk.ask(index_cards) == []
    assert list(desk.cases_folder.iterdir()) == []
    assert desk.file.case_keys() == []
    assert steps.next_undo(desk) is None


def test_the_columns_of_a_list_are_remembered(desk: Desk) -> None:
    plan = plan_import(desk, SAMPLES / "suivi_eleves.csv")
    place = plan.mapping.column_of("school")
    assert place is not None
    other = plan_import(desk, SAMPLES / "suivi_eleves.csv", mapping=plan.mapping.with_field(place, None))
    import_caseload(desk, other)
    again = plan_import(desk, SAMPLES / "suivi_eleves.csv")
    assert again.mapping.column_of("school") is None


def test_nothing_of_a_second_list_is_lost_or_overwritten(desk: Desk, tmp_path: Path) -> None:
    from eletdesk.domain.network_member import NetworkMember

    first = tmp_path / "een.csv"
    first.write_text(
        "Voornaam;Familienaam;Geboortedatum;School;Jaar;Nationaliteit;Mama;Gsm mama\n"
        "Noor;Verlinden;04/03/2010;TA De Linde;4;niet-Belg;Fatma Verlinden;\n",
        "utf-8",
    )
    second = tmp_path / "twee.csv"
    second.write_text(
        "Voornaam;Familienaam;Geboortedatum;School;Jaar;Nationaliteit;Mama;Gsm mama;"
        "Reden;Verwezen door;Start\n"
        "Noor;Verlinden;04/03/2010;TA De Linde;5;Belg;Fatma Verlinden;0470123456;"
        "schoolmoe;CLB An;01/09/2025\n",
        "utf-8",
    )
    for list_file in (first, second):
        import_caseload(desk, plan_import(desk, list_file))
    (card,) = desk.ask(index_cards)
    person = desk.read(card.case_id, live_rows, YoungPerson)[0]
    (mother,) = desk.read(card.case_id, live_rows, NetworkMember)
    assert (person.is_belgian, card.year_label) == (False, "4")
    assert mother.phone == "0470 12 34 56"
    for word in ("5", "ja", "01/09/2025"):
        assert word in person.remarks
    from eletdesk.domain.pathway import Pathway

    (pathway,) = desk.read(card.case_id, live_rows, Pathway)
    assert (pathway.question, pathway.referrer) == ("schoolmoe", "CLB An")
