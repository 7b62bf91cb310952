"""Each file that the worker lets leave holds the fields it is meant to hold, and no word of any other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eletdesk.desk.case_views import ShownColumn
from eletdesk.desk.opening import open_desk
from eletdesk.queries.register.views import index_cards
from tests.evidence.canary_words import PLACES, a_day, places_in, word
from tests.evidence.finished_day import Day, places_of
from tests.evidence.mishaps import LATER_PASSPHRASE
from tests.figures import Figure
from ui.caseload.columns import KINDS, columns

NAME = {"young_person.given_name", "young_person.family_name"}
MADE_BY = {"owner_name", "organisation"}
NOTES = {place for place in PLACES if place.endswith((".note", "_note")) or "remark" in place}
#: Never outside the desk, whatever it is that leaves.
KEPT_IN = {
    "withheld_note", "hidden_title", "destroyed", "binned", "third_phone", "third_email", "passphrase",
    "group_activity.note", "group_activity.leader", "draft.values", "consent.note", "put_off_reason",
    "network_member.reach_note", "rights_request.note", "organisation.note", "pdf_password",
}  # fmt: skip
ON_A_PAGE = {"guidance_session.title", "group_activity.title", "goal.text", "absence.code", "owner_name"}

EXACTLY: dict[str, set[str]] = {
    "calendar-initials.ics": set(),
    "calendar-names.ics": NAME | {"task.title"},
    "caseload-initials.xlsx": {"enrolment.school"},
    "certificate.pdf": MADE_BY,
    "code-lines.xlsx": NAME | {"young_person.school_record_number", "enrolment.school"},
    "dossier.pdf": set(),
    "group-report.xlsx": {
        f"group_activity.{name}"
        for name in ("project", "call_period", "objective", "school", "municipality_nis")
    },
    "inspection-locked.pdf": set(),
    "sas_2026-11-09.toml": {"programme_label"},
    "secret.txt": {"pdf_password"},
    "trajectory-initials.pdf": ON_A_PAGE,
    "trajectory-name.pdf": ON_A_PAGE | NAME,
}
#: What tells much, and is looked at by what must not be in it.
BY_HAND = {"inspection.pdf", "inspection-preview.pdf", "voorbeeld.pdf"}


def chosen(day: Day) -> Path:
    return day.root / "chosen"


@pytest.mark.parametrize("name", sorted(EXACTLY))
def test_a_file_holds_exactly_what_it_is_meant_to_hold(the_day: Day, figure: Figure, name: str) -> None:
    path = chosen(the_day) / name
    assert path.stat().st_size > 10
    found = places_of(path)
    figure("fields in it", len(found))
    assert found == EXACTLY[name]


def test_every_file_that_leaves_is_looked_at(the_day: Day, figure: Figure) -> None:
    """A new export of the working day must be named here; the network summary is a folder of files."""
    names = {path.name for path in chosen(the_day).iterdir()}
    figure("files that left", len(names))
    assert names - {"summary"} == EXACTLY.keys() | BY_HAND


def test_the_summary_names_nobody_and_nothing(the_day: Day) -> None:
    files = sorted((chosen(the_day) / "summary").iterdir())
    assert len(files) >= 2
    assert [places_of(path) for path in files] == [set() for _path in files]
    assert the_day.search().hits_in(chosen(the_day) / "summary") == []


@pytest.mark.parametrize("name", ["inspection.pdf", "inspection-preview.pdf"])
def test_the_copy_of_the_file_holds_nothing_withheld_and_nobody_else(
    the_day: Day, figure: Figure, name: str
) -> None:
    """Rule 15: third parties and withheld notes stay out (decree of 7 May 2004, art. 22)."""
    found = places_of(chosen(the_day) / name)
    figure("fields in it", len(found))
    assert {"guidance_session.note", "goal.text", "answer.value", "absence.note", *NAME} <= found
    people = {"third_name", "network_member.name", "network_member.phone", "network_member.email"}
    others = {
        "consent.name",
        "consent.assessed_by",
        "pathway.referrer",
        "care_step.by_whom",
        "contact_moment.with_whom",
    }
    assert found & {*KEPT_IN, *people, *others} == set()


def test_the_dossier_holds_no_note(the_day: Day, figure: Figure) -> None:
    """What was written of a meeting stays: a dossier holds what the worker wrote for it."""
    found = places_of(chosen(the_day) / "voorbeeld.pdf")
    figure("fields in it", len(found))
    assert {"referral.texts", *NAME} <= found
    assert found & {*KEPT_IN, *NOTES} == set()


@pytest.mark.parametrize("name", sorted(EXACTLY.keys() - {"secret.txt"}))
def test_nothing_that_must_stay_is_in_any_file(the_day: Day, name: str) -> None:
    assert places_of(chosen(the_day) / name) & {*KEPT_IN, *NOTES} == set()


def test_no_name_of_a_file_says_a_word(the_day: Day) -> None:
    assert [path.name for path in chosen(the_day).rglob("*") if places_in(path.name)] == []


def test_every_column_of_the_list_with_initials_names_nobody(the_day: Day, figure: Figure) -> None:
    desk = open_desk(the_day.root / "desk", LATER_PASSPHRASE)
    shown = columns(
        desk.programmes.get, a_day(22), chosen=[ShownColumn(key) for key in KINDS], names="initials"
    )
    cards = desk.ask(index_cards)
    said = " ".join(column.cell(card).spoken() for card in cards for column in shown)
    desk.close()
    found = places_in(said)
    figure("fields in all columns", sorted(found))
    assert "enrolment.school" in found
    assert found & {*NAME, *KEPT_IN, *NOTES} == set()


def plant_a_page(path: Path) -> None:
    """Write a note on a page, broken over two lines, as a narrow column does."""
    from reportlab.pdfgen.canvas import Canvas

    note = word("guidance_session.note")
    canvas = Canvas(str(path), pageCompression=1)
    canvas.drawString(50, 700, f"Gesprek: {note[:6]}")
    canvas.drawString(50, 680, note[6:])
    canvas.save()


def plant_a_sheet(path: Path) -> None:
    """Write a note on a sheet that nobody looks at."""
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Codes")
        hidden = book.add_worksheet("Blad2")
        hidden.hide()
        hidden.write_comment(0, 0, f"over {word('guidance_session.note')}")


def plant_an_entry(path: Path) -> None:
    """Write a note into a calendar, folded as calendars fold."""
    note = word("guidance_session.note")
    path.write_bytes(f"BEGIN:VEVENT\r\nDESCRIPTION:Gesprek {note[:3]}\r\n {note[3:]}\r\n".encode())


@pytest.mark.parametrize("plant", [plant_a_page, plant_a_sheet, plant_an_entry])
def test_the_look_finds_a_planted_note(tmp_path: Path, plant: Callable[[Path], None]) -> None:
    """Control: a look that finds nothing must be able to find something."""
    path = tmp_path / "planted"
    plant(path)
    assert places_of(path) == {"guidance_session.note"}
