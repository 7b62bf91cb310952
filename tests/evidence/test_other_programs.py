"""What eletdesk writes opens elsewhere: case files, PDFs and workbooks, in programs that are not ours."""

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import apsw
import pytest
from pypdf import PasswordType, PdfReader
from pypdfium2 import PdfDocument
from python_calamine import CalamineWorkbook

from eletdesk import cli
from eletdesk.desk.caseload_export import export_rows
from eletdesk.desk.desk import Desk
from eletdesk.desk.dossier_files import issue_dossier, newest_kind
from eletdesk.desk.opening import open_desk
from eletdesk.desk.summaries import export_summary
from eletdesk.operations.referrals import start_referral, write_section
from eletdesk.statistics.facts import Period
from tests.desks import PASSPHRASE, make_desk
from tests.evidence.stored_case import desk_with_notes
from tests.figures import Figure

QUESTION = "Noor wil weer élke voormiddag naar school; zeg ons wat haar helpt."
PASSWORD = "negen-lampen-9"
HOSTILE = (
    "=1+1",
    "@SUM(A1:A9)",
    "-2+3",
    "+32 470 12 34 56",
    '=HYPERLINK("x")',
    "Şeyma 'Œ' Łukasz",
    "regel\neen",
)


@pytest.fixture(scope="module")
def desk_and_case(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("others") / "desk"
    desk, case_id = desk_with_notes(folder)
    desk.close()
    return folder, case_id


@pytest.fixture
def desk(desk_and_case: tuple[Path, str]) -> Iterator[Desk]:
    opened = open_desk(desk_and_case[0], PASSPHRASE)
    yield opened
    opened.close()


def test_a_second_engine_reads_a_case_with_the_printed_key(
    desk_and_case: tuple[Path, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    figure: Figure,
) -> None:
    folder, case_id = desk_and_case
    monkeypatch.setenv("ELETDESK_PASSPHRASE", PASSPHRASE)
    assert cli.main(["key", case_id, "--desk", str(folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    other = apsw.Connection(told["file"], flags=apsw.SQLITE_OPEN_READONLY)
    for setting in ("cipher='sqlcipher'", "legacy=4", f"key=\"x'{told['key']}'\""):
        other.execute(f"PRAGMA {setting}")
    notes = [note for (note,) in other.execute("SELECT note FROM guidance_session ORDER BY held_on")]
    (names,) = other.execute("SELECT given_name, family_name FROM young_person").fetchall()
    check = other.execute("PRAGMA integrity_check").fetchall()
    entries = other.execute("SELECT count(*) FROM journal_entry").get
    other.close()
    figure(f"read by SQLite3 Multiple Ciphers {apsw.sqlite_lib_version()}", f"{len(notes)} notes")
    assert names == ("Noor", "Verlinden")
    assert [note[:10] for note in notes[:2]] == ["Gesprek 0.", "Gesprek 1."]
    assert max(map(len, notes)) == 9000
    assert check == [("ok",)]
    assert entries > 20


def test_a_second_engine_reads_nothing_with_another_key(desk_and_case: tuple[Path, str]) -> None:
    folder, case_id = desk_and_case
    other = apsw.Connection(str(folder / "cases" / f"{case_id}.eletcase"), flags=apsw.SQLITE_OPEN_READONLY)
    for setting in ("cipher='sqlcipher'", "legacy=4", f"key=\"x'{'0' * 64}'\""):
        other.execute(f"PRAGMA {setting}")
    with pytest.raises(apsw.NotADBError):
        other.execute("SELECT note FROM guidance_session").fetchall()
    other.close()


@pytest.fixture
def dossiers(desk: Desk, desk_and_case: tuple[Path, str]) -> dict[str, bytes]:
    """Issue a dossier that is open and one with a password."""
    case_id, kind = desk_and_case[1], newest_kind("naft")
    section = next(section.code for section in kind.sections if not section.has_picked_items)
    made = {}
    for name, password in (("open", ""), ("locked", PASSWORD)):
        referral = desk.run(case_id, start_referral, kind=kind, recipient="Groeikracht vzw")
        desk.run(case_id, write_section, referral.id, kind=kind, section=section, text=QUESTION)
        issued = issue_dossier(desk, case_id, referral.id, password=password, reason="Op vraag van Noor.")
        made[name] = issued.content
    return made


def joined(text: str) -> str:
    return " ".join(text.split())


def test_two_readers_find_the_same_words_in_the_dossier(dossiers: dict[str, bytes]) -> None:
    by_pypdf = joined(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(dossiers["open"])).pages))
    document = PdfDocument(dossiers["open"])
    by_pdfium = joined(" ".join(page.get_textpage().get_text_range() for page in document))
    document.close()
    for text in (by_pypdf, by_pdfium):
        assert QUESTION in text
        assert "Noor Verlinden" in text


def test_a_password_keeps_both_readers_out(dossiers: dict[str, bytes]) -> None:
    reader = PdfReader(io.BytesIO(dossiers["locked"]))
    assert reader.is_encrypted
    assert reader.decrypt("iets anders") is PasswordType.NOT_DECRYPTED
    assert reader.decrypt(PASSWORD) is not PasswordType.NOT_DECRYPTED
    assert QUESTION in joined(" ".join(page.extract_text() for page in reader.pages))
    document = PdfDocument(dossiers["locked"], password=PASSWORD)
    assert QUESTION in joined(" ".join(page.get_textpage().get_text_range() for page in document))
    document.close()


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not on this computer; pypdf and pdfium have read the same file")
    return found


@pytest.mark.parametrize("name", ["open", "locked"])
def test_qpdf_finds_nothing_wrong(dossiers: dict[str, bytes], tmp_path: Path, name: str) -> None:
    qpdf = program("qpdf")
    path = tmp_path / "dossier.pdf"
    path.write_bytes(dossiers[name])
    command = [qpdf, "--check", *([f"--password={PASSWORD}"] if name == "locked" else []), str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "No syntax or stream encoding errors found" in ran.stdout


def test_poppler_reads_the_dossier(dossiers: dict[str, bytes], tmp_path: Path) -> None:
    pdftotext = program("pdftotext")
    path = tmp_path / "dossier.pdf"
    path.write_bytes(dossiers["locked"])
    refused = subprocess.run([pdftotext, str(path), "-"], capture_output=True, check=False)
    assert refused.returncode != 0
    command = [pdftotext, "-upw", PASSWORD, str(path), "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert QUESTION in joined(said)


@pytest.fixture
def rows_file(desk: Desk, tmp_path: Path) -> Path:
    path = tmp_path / "lijst.xlsx"
    export_rows(desk, ["Naam", "Tekst"], [[f"Jongere {n}", text] for n, text in enumerate(HOSTILE)], path)
    return path


def test_a_second_reader_finds_every_cell_of_the_list(rows_file: Path) -> None:
    rows = CalamineWorkbook.from_path(str(rows_file)).get_sheet_by_index(0).to_python()
    assert rows[0] == ["Naam", "Tekst"]
    assert [str(row[1]).removeprefix("'") for row in rows[1:]] == list(HOSTILE)


def test_a_second_reader_finds_the_figures_of_the_summary(tmp_path: Path) -> None:
    from eletdesk.desk.demo.desk import fill_demo_desk

    desk = make_desk(tmp_path / "desk")
    fill_demo_desk(desk, 30, notes=1)
    exported = export_summary(desk, Period(date(2026, 1, 1), date(2026, 12, 31)), tmp_path / "out", "nl")
    desk.close()
    path = next(path for path in exported.files if path.suffix == ".xlsx")
    book = CalamineWorkbook.from_path(str(path))
    cells = [
        str(cell)
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row
    ]
    assert len(exported.release.tables) > 0
    for table in exported.release.tables:
        for row in table.rows:
            assert row.label in cells


def by_libreoffice(path: Path, folder: Path) -> list[list[str]]:
    """Let LibreOffice open a workbook, calculate it and write the first sheet as CSV."""
    soffice = program("soffice")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1",
               "--outdir", str(folder), str(path)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_libreoffice_shows_text_and_calculates_nothing(
    rows_file: Path, tmp_path: Path, figure: Figure
) -> None:
    rows = by_libreoffice(rows_file, tmp_path)
    figure("cells opened by LibreOffice", len(rows) * 2)
    assert rows[0] == ["Naam", "Tekst"]
    assert [row[1].removeprefix("'") for row in rows[1:]] == list(HOSTILE)
