"""What left on the working day opens in programs that are not ours: PDFs, workbooks, calendars."""

import csv
import io
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader
from pypdfium2 import PdfDocument
from python_calamine import CalamineWorkbook

from tests.evidence.canary_words import places_in, word
from tests.evidence.finished_day import Day
from tests.evidence.test_what_leaves import EXACTLY, chosen
from tests.figures import Figure

PDFS = (
    "certificate.pdf", "inspection.pdf", "inspection-locked.pdf", "trajectory-initials.pdf",
    "trajectory-name.pdf",
)  # fmt: skip
BOOKS = ("code-lines.xlsx", "group-report.xlsx", "caseload-initials.xlsx")
CALENDARS = ("calendar-initials.ics", "calendar-names.ics")


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not on this computer; other readers have read the same file")
    return found


def password_of(name: str) -> str:
    return word("pdf_password") if "locked" in name else ""


@pytest.mark.parametrize("name", PDFS)
def test_two_readers_find_the_same_fields_in_a_page(the_day: Day, figure: Figure, name: str) -> None:
    content = (chosen(the_day) / name).read_bytes()
    reader = PdfReader(io.BytesIO(content), password=password_of(name) or None)
    document = PdfDocument(content, password=password_of(name) or None)
    by_pypdf = " ".join(page.extract_text() for page in reader.pages)
    by_pdfium = " ".join(page.get_textpage().get_text_range() for page in document)
    figure("pages", f"{len(document)}, {len(by_pdfium)} signs")
    document.close()
    assert places_in(by_pypdf) == places_in(by_pdfium)
    assert "owner_name" in places_in(by_pypdf)


@pytest.mark.parametrize("name", PDFS)
def test_qpdf_finds_nothing_wrong(the_day: Day, name: str) -> None:
    command = [program("qpdf"), "--check", f"--password={password_of(name)}", str(chosen(the_day) / name)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "No syntax or stream encoding errors found" in ran.stdout


def test_poppler_opens_a_locked_copy_with_its_password_only(the_day: Day) -> None:
    pdftotext, path = program("pdftotext"), str(chosen(the_day) / "inspection-locked.pdf")
    assert subprocess.run([pdftotext, path, "-"], capture_output=True, check=False).returncode != 0
    command = [pdftotext, "-upw", word("pdf_password"), path, "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "guidance_session.note" in places_in(said)
    assert not places_in(said) & {"withheld_note", "third_name", "third_phone"}


def cells(path: Path) -> list[list[str]]:
    """Read the first sheet with a reader that is not ours."""
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    return [[str(cell) for cell in row if str(cell)] for row in rows if any(map(str, row))]


@pytest.mark.parametrize("name", BOOKS)
def test_libreoffice_and_calamine_find_the_same_fields(
    the_day: Day, tmp_path: Path, figure: Figure, name: str
) -> None:
    path = chosen(the_day) / name
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to",
               "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
               "--outdir", str(tmp_path), str(path)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    sheets = sorted(tmp_path.glob("*.csv"))
    rows = [row for sheet in sheets for row in csv.reader(sheet.read_text("utf-8").splitlines())]
    figure("rows opened by LibreOffice", f"{len(rows)} on {len(sheets)} sheets")
    assert places_in(" ".join(cell for row in rows for cell in row)) == EXACTLY[name]
    assert not any("Err:" in cell or cell.startswith("#") for row in rows for cell in row)
    assert len(cells(path)) >= 2


def test_the_code_lines_are_dates_with_a_code_for_each_half_day(the_day: Day, figure: Figure) -> None:
    rows = cells(chosen(the_day) / "code-lines.xlsx")
    lines = [row for row in rows if "P" in row]
    figure("half-days with code P", len(lines))
    assert len(lines) == 18  # two weeks of nine half-days: no lessons on Wednesday afternoon


@pytest.mark.parametrize("name", CALENDARS)
def test_the_calendar_is_read_by_the_rules_of_rfc_5545(the_day: Day, figure: Figure, name: str) -> None:
    content = (chosen(the_day) / name).read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    parts = [part for part in Calendar.from_ical(content).walk() if part.name in ("VEVENT", "VTODO")]
    figure("entries", len(parts))
    assert len({str(part["UID"]) for part in parts}) == len(parts) >= 3
    assert {str(part["CLASS"]) for part in parts} == {"PRIVATE"}
    assert not any(
        key in part for part in parts for key in ("DESCRIPTION", "ATTENDEE", "ORGANIZER", "LOCATION")
    )


def test_the_programme_file_is_read_by_the_reader_of_python(the_day: Day) -> None:
    content = tomllib.loads((chosen(the_day) / "sas_2026-11-09.toml").read_text("utf-8"))
    assert content["code"] == "sas"
    assert content["outcomes"][0]["label"]["nl"] == word("programme_label")
