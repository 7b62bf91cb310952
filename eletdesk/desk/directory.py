"""The directory of organisations of a desk: read, add, change, remove and put back."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING, Any

from eletdesk import clock
from eletdesk.domain.names import fold
from eletdesk.domain.organisation import KINDS, Organisation, OrganisationContact
from eletdesk.domain.row_id import new_id
from eletdesk.errors import InvalidInputError, NotFoundError
from eletdesk.translation import _

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk

COLUMNS = tuple(one.name for one in fields(Organisation))
WRITTEN = frozenset(COLUMNS) - {"id", "own", "source", "is_ended", "is_removed", "changed_at"}
"""What a worker writes by hand."""

_YES_NO = ("is_ended", "is_removed")
_SUBJECT = frozenset({"organisation"})
_NOTHING: frozenset[str] = frozenset()


def organisations(desk: "Desk") -> list[Organisation]:
    """Return the whole directory by name; the examples too, unless they were changed or removed."""
    kept = [_organisation(row) for row in desk.file.rows(f"SELECT {', '.join(COLUMNS)} FROM organisation")]  # noqa: S608
    known = {one.id for one in kept}
    found = [*kept, *(one for one in examples() if one.id not in known)]
    return sorted(found, key=lambda one: (fold(one.name), one.postcode, one.site, one.id))


def organisation(desk: "Desk", organisation_id: str) -> Organisation:
    """Return one organisation."""
    sql = f"SELECT {', '.join(COLUMNS)} FROM organisation WHERE id = ?"  # noqa: S608
    rows = desk.file.rows(sql, organisation_id)
    if rows:
        return _organisation(rows[0])
    example = next((one for one in examples() if one.id == organisation_id), None)
    if example is None:
        raise NotFoundError
    return example


def examples() -> list[Organisation]:
    """Return the examples that come with the program, marked as such."""
    from eletdesk.programmes.reference import example_organisations  # noqa: PLC0415 - reads a file

    return [_example(f"example-{number}", row) for number, row in enumerate(example_organisations(), start=1)]


def _example(example_id: str, row: Mapping[str, Any]) -> Organisation:
    return Organisation(**row, id=example_id, source="example")


def keep_organisation(desk: "Desk", changed: Organisation) -> Organisation:
    """Keep a new or changed organisation; what differs from before is the worker's own from now on."""
    if not changed.name.strip():
        raise InvalidInputError("name", _("Give the organisation a name."))
    if changed.kind not in KINDS:
        raise InvalidInputError("kind", _("Choose what kind of organisation this is."))
    before = organisation(desk, changed.id) if changed.id else Organisation()
    own = {name for name in WRITTEN if getattr(changed, name) != getattr(before, name)}
    place = _in_its_municipality(changed)
    kept = replace(place, id=changed.id or new_id(), own=before.own | own)
    _write(desk, kept)
    return kept


def remove_organisation(desk: "Desk", organisation_id: str) -> None:
    """Take an organisation out of sight; it can be put back."""
    _write(desk, replace(organisation(desk, organisation_id), is_removed=True))


def put_back_organisation(desk: "Desk", organisation_id: str) -> None:
    """Bring an organisation back that was removed."""
    _write(desk, replace(organisation(desk, organisation_id), is_removed=False))


def _in_its_municipality(organisation: Organisation) -> Organisation:
    """Fill in municipality and place where the postcode tells them."""
    from eletdesk.programmes.reference import municipality_of, place_of  # noqa: PLC0415 - reads a file

    found = municipality_of(organisation.postcode)
    place = organisation.place or place_of(organisation.postcode)
    return replace(organisation, place=place, municipality_nis=found.nis if found else "")


def _write(desk: "Desk", organisation: Organisation) -> None:
    with desk.busy, desk.file.transaction() as execute:
        put_organisation(execute, organisation)
    desk.tell(None, _SUBJECT)


def put_organisation(execute: Callable[..., Any], organisation: Organisation) -> None:
    """Write one line of the directory inside a transaction of the desk file."""
    values: dict[str, Any] = {name: getattr(organisation, name) for name in COLUMNS}
    values["contacts"] = json.dumps([asdict(one) for one in organisation.contacts])
    values["own"] = json.dumps(sorted(organisation.own))
    values["changed_at"] = clock.now().isoformat(timespec="seconds")
    values |= {name: int(values[name]) for name in _YES_NO}
    marks = ", ".join("?" * len(COLUMNS))
    sql = f"INSERT OR REPLACE INTO organisation ({', '.join(COLUMNS)}) VALUES ({marks})"  # noqa: S608
    execute(sql, tuple(values[name] for name in COLUMNS))


def _organisation(row: tuple[Any, ...]) -> Organisation:
    """Make one of a row; nearly every row of a list has nobody to ask for and nothing of the worker's own."""
    values: dict[str, Any] = dict(zip(COLUMNS, row, strict=True))
    contacts, own = values["contacts"], values["own"]
    values["contacts"] = () if contacts == "[]" else _contacts(contacts)
    values["own"] = _NOTHING if own == "[]" else frozenset(json.loads(own))
    for name in _YES_NO:
        values[name] = bool(values[name])
    return Organisation(**values)


def _contacts(kept: str) -> tuple[OrganisationContact, ...]:
    return tuple(OrganisationContact(**one) for one in json.loads(kept))
