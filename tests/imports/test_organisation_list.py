"""The public lists of schools are read completely, and anything else is refused with a sentence."""

from pathlib import Path

import pytest

from eletdesk.errors import InvalidInputError
from eletdesk.imports.organisation_list import OrganisationList, read_organisation_list
from eletdesk.imports.spreadsheet import read_workbook
from tests.imports.school_lists import KADE, LINDE, PRIMARY, flemish_list, french_list

DATA = Path(__file__).parents[1] / "data"
SAMPLE = DATA / "schools" / "fwb_secondary_brussels.csv"


def read(source: bytes | Path) -> OrganisationList:
    return read_organisation_list(read_workbook(source, "list.csv"))


def test_the_brussels_sample_with_its_double_mark_is_read_completely() -> None:
    assert SAMPLE.read_bytes().startswith(b"\xef\xbb\xbf\xef\xbb\xbf")
    found = read(SAMPLE)
    assert (found.source, len(found.organisations)) == ("french_list", 242)
    assert len({one.number for one in found.organisations}) == 145
    first = found.organisations[0]
    assert (first.number, first.site, first.name) == ("29", "45", "Institut des Soeurs de Notre-Dame")
    assert (first.postcode, first.place, first.municipality_nis) == ("1070", "Anderlecht", "21001")
    assert (first.community, first.language, first.network) == ("french", "fr", "Libre confessionnel")
    assert (found.without_number, found.other_levels) == (0, 0)
    # three of them stand in Wallonia: no municipality of Flanders or Brussels
    assert sum(not one.municipality_nis for one in found.organisations) == 3


def test_the_flemish_list_by_its_own_headings() -> None:
    found = read(flemish_list(LINDE, KADE))
    linde, kade, centre = found.organisations
    assert (linde.number, linde.site, linde.address) == ("012345", "01", "Kerkstraat 12 bus 3")
    assert (linde.municipality_nis, kade.municipality_nis) == ("44021", "21004")
    assert (linde.clb, centre.kind, centre.name) == ("Vrij CLB De Brug", "clb", "Vrij CLB De Brug")
    assert (linde.community, linde.phone, linde.is_ended) == ("flemish", "09 123 45 67", False)


def test_the_french_list_by_its_own_headings_with_the_site_of_each_place() -> None:
    row = {
        "N° FASE de l'établissement": "29", "Nom": "Institut", "Type d'enseignement": "Secondaire ordinaire",
        "Réseau": "WBE", "Adresse": "Rue A 1", "Code postal": "1070", "Localité": "Anderlecht",
        "N° FASE de l'implantation": "45",
    }  # fmt: skip
    found = read(french_list(row, row | {"Type d'enseignement": "Secondaire CEFA"}))
    (one,) = found.organisations
    assert (one.number, one.site, one.detail) == ("29", "45", "Secondaire ordinaire, Secondaire CEFA")


def test_other_levels_are_left_out_and_counted() -> None:
    found = read(flemish_list(LINDE, PRIMARY))
    assert [one.name for one in found.organisations if one.kind == "school"] == ["TA De Linde"]
    assert found.other_levels == 1


def test_rows_without_a_number_are_counted_and_not_guessed() -> None:
    found = read(flemish_list(LINDE, KADE | {"schoolnummer": ""}, KADE | {"schoolnummer": "x1"}))
    assert (len([one for one in found.organisations if one.kind == "school"]), found.without_number) == (1, 2)


@pytest.mark.parametrize(
    ("changes", "is_ended"),
    [
        ({"einddatum": "31/08/2020"}, True),
        ({"einddatum": "31/08/2099"}, False),
        ({"status erkenning": "Opgeheven"}, True),
        ({"status erkenning": "Erkend"}, False),
    ],
)
def test_a_school_that_stopped_is_marked(changes: dict[str, str], is_ended: bool) -> None:
    assert read(flemish_list(LINDE | changes)).organisations[0].is_ended is is_ended


def test_an_old_nis_code_gives_way_to_the_postcode() -> None:
    assert read(flemish_list(LINDE | {"niscode": "44001"})).organisations[0].municipality_nis == "44021"


@pytest.mark.parametrize(
    "content",
    [b"naam;voornaam\nVerlinden;Noor\n", b"schoolnummer;naam\n;\n", b"number;name\n1;x\n"],
)
def test_what_is_no_such_list_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidInputError) as refused:
        read(content)
    assert str(refused.value).endswith(".")


def test_a_list_of_pupils_is_never_taken_for_schools() -> None:
    for name in ("suivi_eleves.csv", "caseload_naft.xlsx", "afwezigheden.csv"):
        with pytest.raises(InvalidInputError):
            read(DATA / "samples" / name)


def test_the_same_list_as_utf_16_with_tabs() -> None:
    text = SAMPLE.read_bytes().decode("utf-8").lstrip("\ufeff")
    # no comma stands inside a cell between quotation marks in the first rows taken here
    lines = [line for line in text.splitlines() if '"' not in line]
    content = "\n".join(line.replace(",", "\t") for line in lines).encode("utf-16")
    assert len(read(content).organisations) == len(lines) - 1
