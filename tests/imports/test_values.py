"""Reading single cells: numbers, durations, yes and no, telephones, and what is none of these."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.network_member import NetworkMember
from eletdesk.domain.young_person import Gender, YoungPerson
from eletdesk.imports.dates import Unreadable
from eletdesk.imports.fields import FIELDS, kind_of, label_of, longest_of
from eletdesk.imports.reasons import problem_reasons, problem_sentence, skip_reasons, skip_sentence
from eletdesk.imports.sheet import Cell
from eletdesk.imports.stage_words import stage_codes, stage_in, stage_of_word
from eletdesk.imports.values import is_blank, is_none, is_unknown, read_value, shown
from eletdesk.programmes.reading import house_programmes, newest_programme

CELLS = st.one_of(
    st.none(), st.text(max_size=60), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes()
)


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        ("absence_half_days", "12,5", 12.5),
        ("absence_half_days", "12.5", 12.5),
        ("absence_half_days", "1 200", 1200.0),
        ("absence_half_days", "4½", 4.5),
        ("absence_half_days", "½", 0.5),
        ("absence_half_days", 21, 21.0),
        ("session_minutes", 45, 45),
        ("session_minutes", "45m", 45),
        ("session_minutes", "45 min.", 45),
        ("session_minutes", "1u30", 90),
        ("session_minutes", "1 h", 60),
        ("session_minutes", "1:30", 90),
        ("session_minutes", "1,5 u", 90),
        ("interpreter", "ja", True),
        ("interpreter", "Turks", True),
        ("interpreter", "geen tolk", False),
        ("interpreter", "non", False),
        ("is_belgian", "Belg", True),
        ("is_belgian", "belge", True),
        ("is_belgian", "niet-Belg", False),
        ("is_belgian", "Marokkaans", False),
        ("gender", "V", "female"),
        ("gender", "jongen", "male"),
        ("gender", "fille", "female"),
        ("gender", "x", "other"),
        ("phone", "0470/12.34.01", "0470 12 34 01"),
        ("phone", 470123401, "0470 12 34 01"),
        ("phone", "+32 470 123404", "0470 12 34 04"),
        ("mother_phone", "0470 12 34 01 (na 16u)", "0470 12 34 01 (na 16u)"),
        ("email", "an@voorbeeld.be", "an@voorbeeld.be"),
        ("postcode", 1000, "1000"),
        ("year_label", 4, "4"),
        ("school", "GO!  Atheneum\nNoord", "GO! Atheneum Noord"),
        ("stage", "TRAJECT", "uitvoering"),
        ("stage", "Tussentijdse evaluatie", "tussentijdse_evaluatie"),
        ("family_name", "VAN DEN BROECK", "Van den Broeck"),
        ("given_name", "hamza", "Hamza"),
        ("last_contact_on", "22/11/2026", date(2026, 11, 22)),
    ],
)
def test_cells_are_read(field: str, cell: Cell, value: object) -> None:
    assert read_value(field, cell) == value


@pytest.mark.parametrize(
    ("field", "cell", "reason"),
    [
        ("absence_half_days", "veel", "not_a_number"),
        ("absence_half_days", "1,2,3", "not_a_number"),
        ("absence_half_days", float("nan"), "not_a_number"),
        ("absence_half_days", float("inf"), "not_a_number"),
        ("absence_half_days", "٣", "not_a_number"),
        ("session_minutes", "lang", "not_minutes"),
        ("session_minutes", 1441, "not_minutes"),
        ("session_minutes", -1, "not_minutes"),
        ("gender", "niet gezegd", "not_gender"),
        ("is_belgian", "12", "not_nationality"),
        ("phone", "bellen", "not_a_phone"),
        ("phone", "0470 12 34 01 " + "x" * 100, "not_a_phone"),
        ("email", "an at voorbeeld", "not_an_email"),
        ("email", "a@b@c.be", "not_an_email"),
        ("stage", "zomaar", "unknown_stage"),
        ("school", "x" * 201, "too_long"),
        ("postcode", "x" * 21, "too_long"),
        ("last_contact_on", "23/11/2026", "in_the_future"),
        ("started_on", "x", "not_a_date"),
    ],
)
def test_unreadable_cells_come_back_with_the_reason(field: str, cell: Cell, reason: str) -> None:
    assert read_value(field, cell) == Unreadable(reason)


@given(st.sampled_from(sorted(FIELDS)), CELLS)
def test_any_cell_in_any_field_is_read_or_refused_with_a_known_reason(field: str, cell: Cell) -> None:
    value = read_value(field, cell)
    if isinstance(value, Unreadable):
        assert value.reason in problem_reasons()
    elif isinstance(value, str) and kind_of(field) not in ("stage", "gender"):
        assert len(value) <= longest_of(field)
        assert "\n" not in value


@given(CELLS)
def test_marks_for_nothing_exclude_each_other(cell: Cell) -> None:
    assert sum((is_blank(cell), is_unknown(cell), is_none(cell))) <= 1
    assert is_blank(cell) or shown(cell).strip()


def test_marks_for_nothing() -> None:
    blank: list[Cell] = [None, "", " ", "—", "-", "...", "\n"]
    assert all(is_blank(cell) for cell in blank)
    assert all(is_unknown(cell) for cell in ("?", "??", " ? ", "onbekend", "Inconnu", "à demander"))
    assert all(is_none(cell) for cell in ("geen", "Aucun", "n.v.t.", "nvt", "none"))
    filled: list[Cell] = [0, False, "0", "a-b"]
    assert not any(is_blank(cell) for cell in filled)


def test_cells_are_shown_as_people_write_them() -> None:
    assert shown(date(2008, 3, 1)) == "01/03/2008"
    assert shown(datetime(2008, 3, 1, 9, 5)) == "01/03/2008 09:05"  # noqa: DTZ001 - a cell has no zone
    assert shown(4.5) == "4,5"
    assert shown(1.0) == "1"
    assert shown(12345678901.0) == "12345678901"
    assert shown(None) == ""


def test_stage_words_lead_to_stages_of_the_programme() -> None:
    naft = newest_programme(house_programmes(), "naft")
    assert set(stage_codes()) <= {stage.code for stage in naft.stages}
    for stage in naft.stages:
        assert stage_of_word(stage.code) == stage.code


@pytest.mark.parametrize("programme", sorted({code for code, _version in house_programmes()}))
def test_a_stage_of_any_programme_is_read_by_its_name(programme: str) -> None:
    newest = newest_programme(house_programmes(), programme)
    for stage in newest.stages:
        for language in ("nl", "fr", "en"):
            assert stage_in(newest, stage_of_word(stage.label.in_language(language)))
        assert stage_in(newest, stage.code) == stage.code


def test_an_intake_is_the_intake_of_the_programme_that_is_read_into() -> None:
    naft = newest_programme(house_programmes(), "naft")
    assert stage_of_word("Intake") == "vraagverheldering"
    assert stage_in(naft, "vraagverheldering") == "vraagverheldering"
    assert stage_in(naft, "no_such_stage") == ""


def test_fields_fit_the_tables_of_a_case_file() -> None:
    assert {gender.value for gender in Gender} >= {"male", "female", "other"}
    columns = YoungPerson.__table__.columns  # type: ignore[attr-defined]
    named = {"address": "street", "interpreter": "needs_interpreter"}
    for field in ("phone", "email", "postcode", "place", "school_record_number", "home_language", "address"):
        assert longest_of(field) <= columns[named.get(field, field)].type.length
    assert longest_of("school") <= Enrolment.__table__.columns["school"].type.length  # type: ignore[attr-defined]
    member = NetworkMember.__table__.columns  # type: ignore[attr-defined]
    assert longest_of("mother_phone") <= member["phone"].type.length


def test_every_field_and_reason_has_words() -> None:
    assert all(label_of(field) for field in FIELDS)
    assert all(problem_sentence(reason).endswith(".") for reason in problem_reasons())
    assert all(skip_sentence(reason) for reason in skip_reasons())
