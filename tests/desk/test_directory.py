"""The directory of organisations: kept in the desk, read in from public lists, what a worker wrote stays."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from eletdesk.desk.desk import Desk
from eletdesk.desk.directory import (
    keep_organisation,
    organisation,
    organisations,
    put_back_organisation,
    remove_organisation,
)
from eletdesk.desk.directory_import import import_directory, plan_directory
from eletdesk.desk.opening import open_desk
from eletdesk.domain.organisation import Organisation, OrganisationContact, OrganisationIndex
from eletdesk.errors import InvalidInputError, NotFoundError
from tests.desks import PASSPHRASE, make_desk
from tests.imports.school_lists import KADE, LINDE, flemish_list

SAMPLE = Path(__file__).parents[1] / "data" / "schools" / "fwb_secondary_brussels.csv"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = make_desk(tmp_path / "desk")
    yield opened
    opened.close()


def of_kind(desk: Desk, kind: str) -> list[Organisation]:
    return [one for one in organisations(desk) if one.kind == kind]


def read_in(desk: Desk, content: bytes | Path, *, ends_missing: bool = False) -> int:
    return import_directory(desk, plan_directory(desk, content, "list.csv"), ends_missing=ends_missing)


def test_three_sas_of_brussels_stand_there_as_examples(desk: Desk) -> None:
    found = of_kind(desk, "sas")
    assert [one.name for one in found] == ["SAS Bruxelles Midi", "SAS Parenthèse", "SAS Seuil"]
    assert all(one.is_example for one in found)


def test_an_example_can_be_changed_removed_and_put_back(desk: Desk) -> None:
    first, second, _third = of_kind(desk, "sas")
    keep_organisation(desk, replace(first, phone="02 123 45 67"))
    remove_organisation(desk, second.id)
    assert organisation(desk, first.id).phone == "02 123 45 67"
    assert organisation(desk, second.id).is_removed
    assert len(of_kind(desk, "sas")) == 3
    put_back_organisation(desk, second.id)
    assert not organisation(desk, second.id).is_removed


def test_what_is_typed_by_hand_is_kept_after_closing(desk: Desk, tmp_path: Path) -> None:
    people = (OrganisationContact("An Declercq", "anker", "02 555 01 23", "an@clb.example"),)
    kept = keep_organisation(
        desk, Organisation(kind="clb", name="CLB De Brug", postcode="1000", contacts=people)
    )
    assert (kept.place, kept.municipality_nis) == ("Brussel", "21004")
    desk.close()
    again = open_desk(tmp_path / "desk", PASSPHRASE)
    assert organisation(again, kept.id).contacts == people
    again.close()


def test_a_name_and_a_known_kind_are_asked(desk: Desk) -> None:
    with pytest.raises(InvalidInputError):
        keep_organisation(desk, Organisation(kind="school", name=" "))
    with pytest.raises(InvalidInputError):
        keep_organisation(desk, Organisation(kind="zoo", name="x"))
    with pytest.raises(NotFoundError):
        organisation(desk, "not there")


def test_the_brussels_sample_is_read_in_and_read_in_again_changes_nothing(desk: Desk) -> None:
    assert read_in(desk, SAMPLE) == 242
    assert len(of_kind(desk, "school")) == 242
    plan = plan_directory(desk, SAMPLE)
    assert (plan.added, plan.changed, plan.missing, plan.unchanged) == ((), (), (), 242)


def test_a_new_list_changes_adds_and_marks_what_is_gone(desk: Desk) -> None:
    read_in(desk, flemish_list(LINDE, KADE))
    plan = plan_directory(
        desk, flemish_list(LINDE | {"telefoon": "09 999 99 99"}, LINDE | {"intern_vplnummer": "02"})
    )
    assert [one.phone for one in plan.changed] == ["09 999 99 99"]
    assert [one.site for one in plan.added] == ["02"]
    assert [one.name for one in plan.missing] == ["Lyceum De Kade"]
    import_directory(desk, plan, ends_missing=True)
    ended = [one.name for one in of_kind(desk, "school") if one.is_ended]
    assert ended == ["Lyceum De Kade"]
    read_in(desk, flemish_list(LINDE, KADE))
    assert not any(one.is_ended for one in of_kind(desk, "school"))


def test_a_part_of_a_list_ends_nothing_unless_asked(desk: Desk) -> None:
    read_in(desk, flemish_list(*(LINDE | {"schoolnummer": str(n)} for n in range(100, 110))))
    part = plan_directory(desk, flemish_list(LINDE | {"schoolnummer": "100"}))
    assert (len(part.missing), part.looks_whole) == (9, False)
    import_directory(desk, part, ends_missing=False)
    assert not any(one.is_ended for one in of_kind(desk, "school"))


def test_a_list_never_changes_what_a_worker_wrote_and_never_deletes(desk: Desk) -> None:
    read_in(desk, flemish_list(LINDE))
    (school,) = of_kind(desk, "school")
    mine = keep_organisation(desk, replace(school, phone="0470 12 34 56", note="bel na 16 u"))
    own = keep_organisation(desk, Organisation(kind="naft", name="Groeikracht"))
    read_in(desk, flemish_list(LINDE | {"telefoon": "09 999 99 99", "naam": "TA De Nieuwe Linde"}))
    after = organisation(desk, school.id)
    assert (after.phone, after.note, after.name) == (mine.phone, mine.note, "TA De Nieuwe Linde")
    assert organisation(desk, own.id).name == "Groeikracht"
    read_in(desk, flemish_list(KADE), ends_missing=True)
    assert organisation(desk, school.id).is_ended


def test_the_two_lists_do_not_touch_each_other(desk: Desk) -> None:
    read_in(desk, SAMPLE)
    plan = plan_directory(desk, flemish_list(LINDE | {"schoolnummer": "29", "intern_vplnummer": "45"}))
    assert (len(plan.added), plan.changed, plan.missing) == (2, (), ())


def test_what_is_removed_or_ended_is_not_offered(desk: Desk) -> None:
    read_in(desk, flemish_list(LINDE, KADE | {"einddatum": "31/08/2020"}))
    offered = OrganisationIndex(organisations(desk), ("school",))
    assert [one.name for one in offered.find("de")] == ["TA De Linde"]
    remove_organisation(desk, offered.find("linde")[0].id)
    assert OrganisationIndex(organisations(desk), ("school",)).find("linde") == []


@pytest.mark.parametrize("typed", ["linde", "LÍNDE gent", "012345", "9000", "lidne", "de linde"])
def test_a_school_is_found_by_name_number_place_and_nearly(desk: Desk, typed: str) -> None:
    read_in(desk, flemish_list(LINDE, KADE))
    found = OrganisationIndex(organisations(desk), ("school",)).find(typed)
    assert [one.name for one in found][:1] == ["TA De Linde"]


def test_the_screens_hear_of_it(desk: Desk) -> None:
    heard: list[frozenset[str]] = []
    cancel = desk.subscriptions.subscribe(lambda changes: heard.append(changes.subjects))
    read_in(desk, SAMPLE)
    cancel()
    assert heard == [frozenset({"organisation"})]
