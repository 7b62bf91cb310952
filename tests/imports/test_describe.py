"""The sentences about a plan, in three languages."""

from datetime import date
from pathlib import Path

import pytest

from eletdesk.imports.caseload import plan_caseload
from eletdesk.imports.describe import column_texts, describe, look_alike_text, problem_text, skipped_text
from eletdesk.imports.merging import shown_value
from eletdesk.imports.plan import LEAVE_OUT, KnownCase
from eletdesk.imports.sheet import Sheet
from eletdesk.imports.spreadsheet import read_workbook
from eletdesk.translation import use_language

SAMPLES = Path(__file__).parent.parent / "data" / "samples"


def test_the_caseload_in_dutch() -> None:
    plan = plan_caseload(read_workbook(SAMPLES / "caseload_naft.xlsx"))
    assert describe(plan) == [
        "52 jongeren komen erbij.",
        "1 rij wordt met een andere samengevoegd.",
        "13 personen lijken op iemand anders. Kijk het na.",
        "21 vakjes vragen je aandacht; wat er staat, blijft in de notitie.",
        "17 rijksregisternummers zijn herkend. Ze worden niet bewaard.",
        "1 rij wordt overgeslagen: titel boven de lijst.",
        "4 rijen worden overgeslagen: lege rij.",
        "2 rijen worden overgeslagen: koppen van de kolommen.",
        "1 rij wordt overgeslagen: een totaal.",
        "1 rij wordt overgeslagen: geen kolom met namen op dit blad.",
    ]
    assert problem_text(plan, plan.problems[0]) == "lopend, rij 5, laatste contact: Deze dag moet nog komen."
    assert skipped_text(plan, plan.skipped[0]) == "lopend, rij 1: Titel boven de lijst"
    assert look_alike_text(plan, plan.look_alikes[0]) == (
        "Şeyma Đorđévić (lopend, rij 50) kan dezelfde persoon zijn als Şeyma Đorđević (lopend, rij 11). "
        "De geboortedatum is dezelfde."
    )
    assert ("tel mama", "Telefoon van de moeder") in column_texts(plan.main_sheet)
    assert ("#dagdelen", "komt in de notitie") in column_texts(plan.main_sheet)


@pytest.mark.parametrize(
    ("language", "first"), [("nl", "1 jongere"), ("fr", "1 jeune"), ("en", "1 young person")]
)
def test_the_absence_list_and_choices_in_every_language(language: str, first: str) -> None:
    use_language(language)
    rows = read_workbook(SAMPLES / "afwezigheden.csv")[0].rows[:13]
    known = (KnownCase("k1", "Lotte", "N'Diaye", date(2008, 3, 13)),)
    plan = plan_caseload([Sheet("lijst", rows)], known=known).with_choice(13, LEAVE_OUT)
    sentences = describe(plan)
    assert sentences[0].startswith(first)
    assert any("11" in sentence for sentence in sentences)
    assert not any("{" in sentence for sentence in sentences)
    assert len(set(sentences)) == len(sentences)
    assert "N'Diaye" in look_alike_text(plan, plan.look_alikes[0])


def test_values_are_shown_as_people_write_them() -> None:
    assert shown_value(True) == "ja"
    assert shown_value(date(2010, 2, 1)) == "01/02/2010"
    assert shown_value(12.5) == "12,5"
