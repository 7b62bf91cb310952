"""Reading the public lists of schools: the Flemish one and that of the French Community."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from eletdesk import clock
from eletdesk.domain.names import comparable, fold
from eletdesk.domain.organisation import Organisation
from eletdesk.imports.dates import Unreadable, read_date
from eletdesk.imports.limits import refused
from eletdesk.imports.plain_text import one_line
from eletdesk.imports.sheet import Cell, Sheet
from eletdesk.imports.values import shown
from eletdesk.programmes.reference import municipality_named, municipality_of
from eletdesk.translation import _

_LOOKED_AT = 10
_LONGEST = 200
_SECONDARY = ("secund", "secondaire", "cefa", "deeltijds", "dbso", "leertijd", "buso")
_STOPPED = ("opgeheven", "stopgezet", "afgeschaft", "niet erkend", "ferme")

#: Field -> beginnings of the heading without accents and marks, the best first.
_FLEMISH: Mapping[str, tuple[str, ...]] = {
    "number": ("schoolnummer",),
    "name": ("naam",),
    "site": ("intern vplnummer", "vplnummer", "vestigingsplaats nummer"),
    "address": ("adres",),
    "street": ("straat",),
    "house": ("huisnummer",),
    "box": ("busnummer",),
    "postcode": ("postcode",),
    "place": ("gemeente",),
    "municipality_nis": ("niscode", "nis code"),
    "phone": ("telefoon",),
    "email": ("e mail", "email"),
    "website": ("website",),
    "network": ("net",),
    "clb": ("clb",),
    "level": ("onderwijsniveau", "ingerichte hoofdstructuren"),
    "detail": ("soort instelling", "instellingstype"),
    "ended_on": ("einddatum",),
    "status": ("status erkenning",),
}
_FRENCH: Mapping[str, tuple[str, ...]] = {
    "number": ("n fase de letablissement", "fase etab"),
    "name": ("nom de letablissement", "nom"),
    "site": ("n fase de limplantation", "fase implantation"),
    "address": ("adresse de limplantation", "adresse"),
    "postcode": ("code postal de limplantation", "cp de limplantation", "code postal", "cp"),
    "place": ("localite de limplantation", "localite", "commune de limplantation", "commune"),
    "phone": ("telephone",),
    "email": ("e mail", "email", "mail", "courriel"),
    "website": ("site web", "site internet", "web"),
    "network": ("reseau",),
    "level": ("niveau",),
    "detail": ("type denseignement", "type"),
}
_LISTS = (("flemish_list", _FLEMISH), ("french_list", _FRENCH))


@dataclass(frozen=True)
class OrganisationList:
    """What a list holds: its source, the schools, and how many rows were left out and why."""

    source: str
    organisations: tuple[Organisation, ...]
    other_levels: int = 0
    without_number: int = 0


def read_organisation_list(workbook: Sequence[Sheet]) -> OrganisationList:
    """Read one of the two public lists, or refuse the file with a sentence."""
    for sheet in workbook:
        for row in range(1, min(len(sheet.rows), _LOOKED_AT) + 1):
            headings = [comparable(shown(cell)) for cell in sheet.rows[row - 1]]
            for source, words in _LISTS:
                columns = _columns(headings, words)
                if "number" in columns and "name" in columns:
                    return _read(sheet, row, columns, source)
    raise refused(
        _(
            "This is not a list of schools that eletdesk knows. Take the list of the Flemish Department of "
            "Education (with a column schoolnummer) or of the French Community (with the FASE number)."
        )
    )


def _columns(headings: Sequence[str], words: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Return in which column each field stands: the whole heading first, then one that begins so."""
    found: dict[str, int] = {}
    for field, names in words.items():
        for name in names:
            place = next((at for at, heading in enumerate(headings) if heading == name), None)
            if place is None and (" " in name or len(name) > len("email")):
                place = next((at for at, heading in enumerate(headings) if heading.startswith(name)), None)
            if place is not None:
                found[field] = place
                break
    return found


def _read(sheet: Sheet, header: int, columns: Mapping[str, int], source: str) -> OrganisationList:
    rows: dict[tuple[str, str], Organisation] = {}
    without_number = other_levels = 0
    secondary: set[tuple[str, str]] = set()
    for number in range(header + 1, len(sheet.rows) + 1):
        text = _reader(sheet, number, columns)
        one = _organisation(text, source)
        if one is None:
            without_number += any(cell is not None for cell in sheet.rows[number - 1])
            continue
        key = (one.number, one.site)
        if _is_secondary(text):
            secondary.add(key)
        rows[key] = _joined(rows[key], one) if key in rows else one
    kept = [one for key, one in rows.items() if not secondary or key in secondary]
    other_levels = len(rows) - len(kept)
    if not kept:
        raise refused(_("There are no schools in this list."))
    return OrganisationList(source, (*kept, *_centres(kept)), other_levels, without_number)


def _reader(sheet: Sheet, row: int, columns: Mapping[str, int]) -> Callable[[str], str]:
    def text(field: str) -> str:
        cell: Cell = sheet.cell(row, columns[field]) if field in columns else None
        return one_line(shown(cell))[:_LONGEST] if cell is not None else ""

    return text


def _organisation(text: Callable[[str], str], source: str) -> Organisation | None:
    number, name = text("number"), text("name")
    if not name or not number.isascii() or not number.isdigit():
        return None
    postcode = text("postcode").removesuffix(".0")
    is_flemish = source == "flemish_list"
    nis = text("municipality_nis")
    place = municipality_of(postcode)
    return Organisation(
        kind="school",
        name=name,
        number=number,
        site=text("site"),
        detail=", ".join(dict.fromkeys(part for part in (text("detail"), text("level")) if part)),
        network=text("network"),
        community="flemish" if is_flemish else "french",
        address=text("address") or _address(text),
        postcode=postcode,
        place=text("place"),
        municipality_nis=nis if municipality_named(nis) else place.nis if place else "",
        phone=text("phone"),
        email=text("email"),
        website=text("website"),
        language="nl" if is_flemish else "fr",
        clb=text("clb"),
        source=source,
        is_ended=_is_over(text),
    )


def _address(text: Callable[[str], str]) -> str:
    house = " ".join(part for part in (text("street"), text("house")) if part)
    return f"{house} bus {text('box')}" if text("box") else house


def _is_secondary(text: Callable[[str], str]) -> bool:
    said = fold(f"{text('level')} {text('detail')}")
    return any(word in said for word in _SECONDARY)


def _is_over(text: Callable[[str], str]) -> bool:
    day = read_date(text("ended_on")) if text("ended_on") else Unreadable("")
    if isinstance(day, date) and day < clock.today():
        return True
    return any(word in fold(text("status")) for word in _STOPPED)


def _joined(first: Organisation, second: Organisation) -> Organisation:
    """Make one line of two rows about the same place, such as two levels."""
    details = dict.fromkeys(part for one in (first, second) for part in one.detail.split(", ") if part)
    return replace(first, detail=", ".join(details), is_ended=first.is_ended and second.is_ended)


def _centres(schools: Sequence[Organisation]) -> list[Organisation]:
    """Return the CLBs that the schools name: there is no open list of them."""
    names = {comparable(one.clb): one.clb for one in schools if one.clb and not one.is_ended}
    return [
        Organisation(
            kind="clb",
            name=name,
            number=f"clb {key}",
            community="flemish",
            language="nl",
            source="flemish_list",
        )
        for key, name in sorted(names.items())
    ]
