"""A summary as files: the same figures everywhere, explained in three languages, no reason of a refusal."""

import csv
import io
import json
import zipfile
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from eletdesk.errors import InvalidInputError
from eletdesk.exports.pdf.pages import read_text
from eletdesk.exports.pdf.summary import render_summary
from eletdesk.exports.summary_files import summary_csv_files, write_summary_xlsx
from eletdesk.statistics.facts import Facts, PathwayFact, Period, PersonFact
from eletdesk.statistics.release import SummaryRelease, make_release
from eletdesk.statistics.safety import RefusalKind, refusal_sentence
from eletdesk.statistics.tables import Labels, summary_tables
from eletdesk.translation import LANGUAGES, speaking

PERIOD = Period(date(2026, 9, 1), date(2026, 12, 31))
LABELS = Labels({"plan": "Plan", "guidance": "=Uitvoering"}, {"female": "Meisje", "male": "Jongen"}, {}, {})


def _release(girls: int = 12, boys: int = 9) -> SummaryRelease:
    genders = ["female"] * girls + ["male"] * boys
    people = tuple(PersonFact(f"case-{n}", date(2009, 12, 24), gender) for n, gender in enumerate(genders))
    stages = [(("guidance" if n % 2 else "plan", date(2026, 9, 2)),) for n in range(len(people))]
    pathways = tuple(
        PathwayFact(f"case-{n}", f"p-{n}", "naft", date(2026, 9, 1), stages=stages[n])
        for n in range(len(people))
    )
    tables = summary_tables(Facts(people, pathways), PERIOD, LABELS)
    return make_release(tables, PERIOD, made_on=date(2027, 1, 5), version="0.1.0")


def test_the_workbook_has_the_figures_and_an_explanation_in_three_languages() -> None:
    release = _release()
    book = CalamineWorkbook.from_filelike(io.BytesIO(write_summary_xlsx(release)))
    assert book.sheet_names == ["Jongeren", "Fase", "Gender", "Reden", "Resultaat", "Uitleg"]
    gender = book.get_sheet_by_name("Gender").to_python()
    assert ["Meisje", 12.0] in gender
    assert ["Jongeren in totaal", 21.0] in gender
    notes = " ".join(str(cell) for row in book.get_sheet_by_name("Uitleg").to_python() for cell in row)
    for words in ("Zo lees je dit", "Comment lire ceci", "How to read this", "eletdesk 0.1.0"):
        assert words in notes


def test_csv_files_hold_the_same_figures_and_a_description() -> None:
    release = _release()
    files = summary_csv_files(release)
    table = files["summary-gender_2027-01-05.csv"].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table), delimiter=";"))
    assert rows == [["Gender", "Jongeren"], ["Meisje", "12"], ["Jongen", "9"], ["Jongeren in totaal", "21"]]
    about = json.loads(files["summary-description_2027-01-05.json"])
    assert about["threshold"] == 5
    assert about["period"] == {"first_day": "2026-09-01", "last_day": "2026-12-31"}
    assert about["young_people_rounded_to_5"] == 20
    assert sorted(about["how_to_read"]) == ["en", "fr", "nl"]
    assert len({tuple(texts) for texts in about["how_to_read"].values()}) == 3
    assert len(about["tables"]) + about["tables_not_shared"] == 6


def test_no_file_says_why_a_table_stays_or_anything_of_a_person() -> None:
    release = _release()
    assert release.refusals
    content = b"".join(summary_csv_files(release).values())
    with zipfile.ZipFile(io.BytesIO(write_summary_xlsx(release))) as parts:
        content += b"".join(parts.read(name) for name in parts.namelist())
    text = content.decode("utf-8", errors="replace")
    for language in LANGUAGES:
        with speaking(language):
            assert not [kind for kind in RefusalKind if refusal_sentence(kind) in text]
    assert not [kind for kind in RefusalKind if kind.value in text]
    for secret in ("case-", "p-1", "2009-12-24", "naft"):
        assert secret not in text


def test_a_label_that_looks_like_a_formula_stays_text() -> None:
    stage = summary_csv_files(_release())["summary-stage_2027-01-05.csv"].decode("utf-8-sig")
    assert "'=Uitvoering;10" in stage


def test_a_release_without_tables_writes_nothing() -> None:
    release = _release(2, 1)
    with pytest.raises(InvalidInputError):
        write_summary_xlsx(release)
    with pytest.raises(InvalidInputError):
        summary_csv_files(release)
    with pytest.raises(InvalidInputError):
        render_summary(release, "nl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_speak_the_language_asked_for(language: str) -> None:
    with speaking(language):
        files = summary_csv_files(_release())
    total = {"nl": "Jongeren in totaal", "fr": "Jeunes au total", "en": "Young people in all"}[language]
    assert total in files["summary-gender_2027-01-05.csv"].decode("utf-8-sig")


def test_the_report_shows_each_published_number_and_how_to_read_it() -> None:
    text = read_text(render_summary(_release(), "nl"))
    for words in (
        "Anoniem overzicht",
        "Meisje",
        "12",
        "Jongen",
        "9",
        "Jongeren in totaal",
        "21",
        "1 september 2026",
    ):
        assert words in text
    assert "telt één keer mee in elke tabel" in " ".join(text.split())
    assert "Tabellen die niet gedeeld worden: 1." in text


def test_a_report_is_the_same_twice() -> None:
    assert render_summary(_release(), "fr") == render_summary(_release(), "fr")
