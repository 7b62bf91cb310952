"""An organisation of the directory: a school, a centre, an office or a gate that a worker turns to."""

from collections.abc import Collection, Iterable, Sequence
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


def matching_organisations(
    words: str, organisations: Iterable[Organisation], kinds: Collection[str] = (), limit: int = 8
) -> list[Organisation]:
    """Return which organisations are meant by some typed words: by name, number, place or postcode.

    Those whose name begins so come first; without one that holds every word, names that are nearly it.
    """
    wanted = comparable(words)
    offered = [one for one in organisations if _is_offered(one) and (not kinds or one.kind in kinds)]
    if not wanted:
        return offered[:limit]
    parts = wanted.split()
    found = []
    for one in offered:
        text = f"{comparable(one.name)} {one.number} {one.postcode} {comparable(one.place)}"
        if all(f" {part}" in f" {text}" for part in parts):
            found.append((not text.startswith(wanted), one.name, one.postcode, one))
    if found:
        return [one for *_order, one in sorted(found, key=lambda row: row[:3])[:limit]]
    return _sounding_like(wanted, offered, limit)


def _is_offered(organisation: Organisation) -> bool:
    return not organisation.is_removed and not organisation.is_ended


def _sounding_like(wanted: str, offered: Sequence[Organisation], limit: int) -> list[Organisation]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only when nothing holds the words

    names = [comparable(one.name) for one in offered]
    best = process.extract(wanted, names, scorer=fuzz.WRatio, limit=limit, score_cutoff=86)
    return [offered[place] for _name, _score, place in best]
