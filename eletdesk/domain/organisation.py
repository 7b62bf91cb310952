"""An organisation of the directory: a school, a centre, an office or a gate that a worker turns to."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from eletdesk.domain.names import comparable
from eletdesk.translation import N_, _

KINDS: dict[str, str] = {
    "school": N_("School"),
    "clb": N_("CLB"),
    "cpms": N_("CPMS or PMS centre"),
    "job_office": N_("VDAB, Actiris or Forem office"),
    "youth_gate": N_("Youth-welfare gate (ITP, OCJ, VK)"),
    "naft": N_("NAFT provider"),
    "sas": N_("SAS"),
    "amo": N_("AMO"),
    "saj": N_("SAJ"),
    "commune": N_("Commune or its service"),
    "other": N_("Other"),
}
"""Every kind by code, in the order of the directory."""

LISTS = {
    "flemish_list": N_("Flemish list of schools"),
    "french_list": N_("French Community list of schools"),
    "example": N_("example that came with eletdesk"),
}
"""Where an organisation comes from when a worker did not add it."""

_SHORTEST_FUZZY, _NEARLY = 4, 76


@dataclass(frozen=True)
class OrganisationContact:
    """Somebody to ask for at an organisation."""

    name: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Organisation:
    """One line of the directory.

    `number` is the official number (schoolnummer, FASE), `site` the number of the place of a school;
    `source` is a key of LISTS, empty for one that a worker added. `own` names the fields that a worker
    changed: a list that is read in again leaves those alone.
    """

    id: str = ""
    kind: str = "other"
    name: str = ""
    number: str = ""
    site: str = ""
    detail: str = ""
    network: str = ""
    community: str = ""
    address: str = ""
    postcode: str = ""
    place: str = ""
    municipality_nis: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    language: str = ""
    note: str = ""
    clb: str = ""
    source: str = ""
    contacts: tuple[OrganisationContact, ...] = ()
    own: frozenset[str] = field(default_factory=frozenset)
    is_ended: bool = False
    is_removed: bool = False
    changed_at: str = ""

    @property
    def is_example(self) -> bool:
        """Tell whether it only shows what the directory is for."""
        return self.source == "example"

    @property
    def whereabouts(self) -> str:
        """Return postcode and place on one line."""
        return " ".join(part for part in (self.postcode, self.place) if part)


def kind_label(kind: str) -> str:
    """Return the words for a kind."""
    return _(KINDS.get(kind, "Other"))


def source_label(source: str) -> str:
    """Return where an organisation comes from, in words."""
    return _(LISTS[source]) if source in LISTS else _("added by yourself")


class OrganisationIndex:
    """Find organisations while somebody types; made once for a directory, asked at each key."""

    def __init__(self, organisations: Iterable[Organisation], kinds: Collection[str] = ()) -> None:
        offered = [one for one in organisations if _is_offered(one) and (not kinds or one.kind in kinds)]
        self._written = [(comparable(one.name), one) for one in offered]
        self._texts = [
            f" {name} {one.number} {one.postcode} {comparable(one.place)}" for name, one in self._written
        ]

    def find(self, words: str, limit: int = 8) -> list[Organisation]:
        """Return which organisations are meant: by name, number, place or postcode.

        Those whose name begins so come first; where none holds every word, names that are nearly it.
        """
        wanted = comparable(words)
        parts = [f" {part}" for part in wanted.split()]
        found = [
            (not name.startswith(wanted), name, one.postcode, one.id, one)
            for (name, one), text in zip(self._written, self._texts, strict=True)
            if all(part in text for part in parts)
        ]
        if found or len(wanted) < _SHORTEST_FUZZY:
            return [one for *_order, one in sorted(found, key=lambda row: row[:4])[:limit]]
        return self._sounding_like(wanted, limit)

    def _sounding_like(self, wanted: str, limit: int) -> list[Organisation]:
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - only when nothing holds the words

        names = [name for name, _one in self._written]
        best = process.extract(wanted, names, scorer=fuzz.partial_ratio, limit=limit, score_cutoff=_NEARLY)
        return [self._written[place][1] for _name, _score, place in best]


def _is_offered(organisation: Organisation) -> bool:
    return not organisation.is_removed and not organisation.is_ended
