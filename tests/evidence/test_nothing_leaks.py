"""After a whole working day no word of a case stands outside the desk, nor readable inside it."""

import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

from eletdesk.desk.opening import open_desk
from eletdesk.domain.tables import SUBJECTS
from tests.evidence.canary_words import (
    DESK_KEPT,
    DESK_ROWS,
    DESK_TEXTS,
    PLACES,
    STEM,
    places_in,
    table_of,
    text_fields,
    word,
)
from tests.evidence.finished_day import CHOSEN, Day, run
from tests.evidence.hiding_places import Search, disguises
from tests.evidence.mishaps import LATER_PASSPHRASE
from tests.figures import Figure


def kept_texts(day: Day) -> tuple[dict[str, str], str, str]:
    """Return all text of each field of the case, decrypted, of the desk file and of the register."""
    desk = open_desk(day.root / "desk", LATER_PASSPHRASE)
    connection = desk.case(day.case_id).connection
    found = {}
    for subject in SUBJECTS:
        for name in text_fields(subject):
            values = connection.execute(f'SELECT "{name}" FROM "{table_of(subject)}"').fetchall()
            found[f"{table_of(subject)}.{name}"] = " ".join(_text(value) for (value,) in values)
    tables = [name for (name,) in desk.file.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = " ".join(
        _text(value) for table in tables for row in desk.file.rows(f"SELECT * FROM {table}") for value in row
    )
    index = desk.register.connection
    tables = [name for (name,) in index.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    listed = " ".join(
        _text(value) for table in tables for row in index.execute(f"SELECT * FROM {table}") for value in row
    )
    desk.close()
    return found, kept, listed


def _text(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def test_every_text_field_of_every_table_was_filled(the_day: Day, figure: Figure) -> None:
    """Otherwise the search finds nothing because nothing was written; a new field must be filled too."""
    fields, desk_text, _register = kept_texts(the_day)
    figure("text fields filled", f"{len(fields)} of cases, {len(DESK_ROWS) + len(DESK_KEPT)} of the desk")
    empty = {place for place, text in fields.items() if place not in places_in(text)}
    assert empty == {"disclosure.content"}  # PDFs and workbooks: their text is packed
    assert word("referral.recipient") in fields["disclosure.recipient"]
    assert "%PDF" in fields["disclosure.content"]
    assert {*DESK_ROWS, *DESK_KEPT} - places_in(desk_text) == set()
    assert set(PLACES) - set(fields) == set(DESK_TEXTS)


def test_what_was_destroyed_is_in_no_table(the_day: Day, figure: Figure) -> None:
    """Nor does the register hold what only its case should: contents of files, drafts, passwords."""
    _fields, desk_text, register = kept_texts(the_day)
    gone = {"destroyed", "binned", "pdf_password", "passphrase", "new_passphrase", "asker", "broken_file"}
    assert places_in(desk_text) & gone == set()
    listed = places_in(register)
    figure("fields whose words the register holds, encrypted", len(listed))
    assert listed & {*gone, "document.content", "disclosure.content", "draft.values"} == set()


def test_things_went_wrong_as_they_should(the_day: Day) -> None:
    log = (the_day.root / "eletdesk_home" / "eletdesk.log").read_text("utf-8")
    assert len(the_day.errors) == 29
    assert {"InvalidInputError", "IntegrityError", "DeskInUseError", "BrokenProgrammeError"} <= set(
        the_day.errors
    )
    assert len(log.splitlines()) >= len(the_day.errors)
    assert "warning of elsewhere" in log
    assert "threading" in log


def test_no_word_stands_outside_the_desk(the_day: Day, figure: Figure) -> None:
    search = the_day.search()
    besides = [the_day.root / name for name in ("desk", *CHOSEN)]
    hits = search.hits_in(the_day.root, besides)
    figure("outside the desk", f"{search.files} files, {len(hits)} hits in {len(disguises(STEM))} disguises")
    assert hits == []
    assert search.files >= 1
    assert list((the_day.root / "tmpdir").iterdir()) == []
    assert list((the_day.root / "here").iterdir()) == []


def test_no_word_stands_readable_inside_the_desk(the_day: Day, figure: Figure) -> None:
    search = the_day.search()
    hits = search.hits_in(the_day.root / "desk")
    figure("inside the desk", f"{search.files} files, {search.bytes // 1024} KB, {len(hits)} hits")
    assert hits == []
    assert search.files >= 7


def test_the_terminal_says_no_word(the_day: Day) -> None:
    assert "ZZ" in the_day.said  # initials: the commands did speak about the case
    assert STEM.lower() not in the_day.said.lower()
    assert STEM.lower() not in the_day.stderr.lower()


def test_no_page_tells_a_word_to_the_system(the_day: Day, figure: Figure) -> None:
    """Titles of windows stand in lists of the system; preferences and places of windows outside the desk."""
    ran = run(the_day.root, "day_of_the_screens", the_day.case_id)
    assert ran.returncode == 0, ran.stderr[-2000:]
    told = json.loads(ran.stdout)
    figure(
        "pages and tabs shown", f"{len(told['places'])}, with words of {len(places_in(str(told['said'])))}"
    )
    assert len(places_in(" ".join(told["said"]))) >= 30  # the screens did show the case
    assert "eletdesk" in told["titles"]
    assert places_in(" ".join(told["titles"])) == set()
    assert STEM.lower() not in ran.stderr.lower()
    besides = [the_day.root / name for name in CHOSEN]
    assert list((the_day.root / "eletdesk_home").glob("settings.toml"))
    assert the_day.search().hits_in(the_day.root, besides) == []


def test_after_a_kill_nothing_is_readable_either(the_day: Day) -> None:
    ran = run(the_day.root, "mishaps", "kill")
    assert ran.returncode == -9, ran.stderr[-2000:]
    journal = the_day.root / "desk" / "cases" / f"{the_day.case_id}.eletcase-journal"
    assert journal.stat().st_size > 0
    assert the_day.search().hits_in(the_day.root, [the_day.root / name for name in CHOSEN]) == []


def test_an_error_that_nobody_catches_tells_no_word(the_day: Day) -> None:
    ran = run(the_day.root, "mishaps", "error")
    assert ran.returncode == 1
    assert "RuntimeError" in ran.stderr
    assert STEM.lower() not in ran.stderr.lower()
    assert the_day.search().hits_in(the_day.root, [the_day.root / name for name in CHOSEN]) == []


def plant_leaks(folder: Path) -> list[str]:
    """Leave a word in four places where programs of this kind have leaked."""
    from reportlab.pdfgen.canvas import Canvas

    (folder / "program.log").write_text(f"ERROR row ('Noor', '{word('cell')}') is wrong\n", "utf-8")
    settings = f"[recent]\nlast=@ByteArray({word('cell').encode('utf-16-le').hex()})\n"
    (folder / "settings.ini").write_text(settings, "utf-8")
    page = io.BytesIO()
    canvas = Canvas(page, pageCompression=1)
    canvas.drawString(50, 700, f"Dossier van {word('cell')}")
    canvas.save()
    assert word("cell").encode() not in page.getvalue()
    (folder / "tmp8f3a.pdf").write_bytes(page.getvalue())
    with closing(sqlite3.connect(folder / "side.db")) as side:
        side.execute("CREATE TABLE names (name)")
        side.execute("INSERT INTO names VALUES (?)", (word("cell"),))
        side.commit()
    return ["program.log", "settings.ini", "side.db", "tmp8f3a.pdf"]


def test_the_search_finds_four_planted_leaks(tmp_path: Path, figure: Figure) -> None:
    """Negative control: a search that finds nothing must be able to find something."""
    planted = plant_leaks(tmp_path)
    found = sorted({hit.path for hit in Search([STEM]).hits_in(tmp_path)})
    figure("planted leaks found", f"{len(found)} of {len(planted)}")
    assert found == planted


def test_the_search_knows_every_disguise(tmp_path: Path) -> None:
    noise = Random(7)
    for number, content in enumerate(disguises(STEM).values()):
        path = tmp_path / f"{number}.bin"
        path.write_bytes(noise.randbytes(500) + content + noise.randbytes(500))
    (tmp_path / f"{STEM}.txt").write_text("", "utf-8")
    assert len({hit.path for hit in Search([STEM]).hits_in(tmp_path)}) == len(disguises(STEM)) + 1
