"""Municipalities and postcodes of Flanders and Brussels, read from resources when first asked for."""

import csv
from functools import cache
from typing import NamedTuple

from eletdesk.locations import resources_folder
from eletdesk.translation import language


class Municipality(NamedTuple):
    """A municipality by its NIS code of 1 January 2025, named in the language spoken now."""

    nis: str
    name: str


def _rows(name: str) -> list[dict[str, str]]:
    path = resources_folder() / "reference" / name
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@cache
def _municipalities() -> dict[str, dict[str, str]]:
    return {row["nis"]: row for row in _rows("municipalities_vlg_bru_2025.csv")}


@cache
def _places() -> dict[str, list[dict[str, str]]]:
    """Return the places of each postcode; the one that names the municipality first."""
    places: dict[str, list[dict[str, str]]] = {}
    for row in _rows("postcodes_vlg_bru.csv"):
        places.setdefault(row["postcode"], []).append(row)
    for rows in places.values():
        rows.sort(key=lambda row: not _names_its_municipality(row))
    return places


def _names_its_municipality(row: dict[str, str]) -> bool:
    municipality = _municipalities()[row["nis"]]
    names = {municipality["name_nl"].casefold(), municipality["name_fr"].casefold()}
    return row["place"].casefold() in names


def municipality_of(postcode: str) -> Municipality | None:
    """Return the municipality of a postcode; None outside Flanders and Brussels."""
    rows = _places().get(postcode.strip())
    return municipality_named(rows[0]["nis"]) if rows else None


def municipality_named(nis: str) -> Municipality | None:
    """Return the municipality with a NIS code; None when the code is not of 2025."""
    row = _municipalities().get(nis)
    if row is None:
        return None
    return Municipality(nis, row["name_fr"] if language() == "fr" else row["name_nl"])


def province_of(nis: str) -> tuple[str, str] | None:
    """Return NIS code and name of a municipality's province; Brussels is the region 04000."""
    row = _municipalities().get(nis)
    if row is None:
        return None
    french = language() == "fr"
    if row["region"] == "BE-BRU":
        return "04000", "Bruxelles-Capitale" if french else "Brussels Hoofdstedelijk Gewest"
    return row["province_nis"], row["province_fr"] if french else row["province_nl"]


def places_of(postcode: str) -> tuple[str, ...]:
    """Return the places that share a postcode, the one that names the municipality first."""
    rows = _places().get(postcode.strip(), [])
    return tuple(row["place"] if language() == "fr" else row["place_nl"] or row["place"] for row in rows)


def place_of(postcode: str) -> str:
    """Return the main place of a postcode: the only one, or the municipality; empty when not known."""
    places = places_of(postcode)
    municipality = municipality_of(postcode)
    if municipality is None:
        return ""
    return places[0] if len(places) == 1 else municipality.name


def all_municipalities() -> tuple[Municipality, ...]:
    """Return every municipality, by name, for a list to choose from."""
    found = [municipality for nis in _municipalities() if (municipality := municipality_named(nis))]
    return tuple(sorted(found, key=lambda municipality: municipality.name.casefold()))


def example_organisations() -> list[dict[str, str]]:
    """Return the organisations that show what the directory is for."""
    return _rows("example_organisations.csv")
