"""The programmes of a desk: those of the house, and those that were adapted or read in here."""

from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.errors import EletdeskError
from eletdesk.programmes.choosing import newest_of_each

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk
    from eletdesk.programmes.definition import Programme
    from eletdesk.storage.desk_file import DeskFile

DEFAULT_PROGRAMME = "naft"
_SETTING = "programme"


def known_programmes(file: "DeskFile") -> "dict[tuple[str, int], Programme]":
    """Return every programme by code and version; an own one that cannot be read any more is left out."""
    from eletdesk.programmes.own_programme import kept_programme  # noqa: PLC0415
    from eletdesk.programmes.reading import house_programmes  # noqa: PLC0415

    found = dict(house_programmes())
    for code, version, text in file.rows("SELECT code, version, text FROM programme ORDER BY code, version"):
        try:
            found[(code, version)] = kept_programme(text, f"{code}.toml")
        except EletdeskError:  # its page says so, with the place of the mistake
            continue
    return found


def programme_problems(desk: "Desk") -> dict[tuple[str, int], str]:
    """Return what is wrong with own programmes that cannot be read, by code and version."""
    from eletdesk.programmes.own_programme import kept_programme  # noqa: PLC0415

    found = {}
    for code, version, text in desk.file.rows("SELECT code, version, text FROM programme"):
        try:
            kept_programme(text, f"{code}.toml")
        except EletdeskError as error:
            found[(code, version)] = str(error)
    return found


def my_programme(desk: "Desk") -> str:
    """Return the code of the programme that this worker works with."""
    chosen = str(desk.file.setting(_SETTING, DEFAULT_PROGRAMME))
    return chosen if any(code == chosen for code, _version in desk.programmes) else DEFAULT_PROGRAMME


def choose_my_programme(desk: "Desk", code: str) -> None:
    """Keep which programme this worker works with: it is proposed for every new case."""
    desk.file.keep_setting(_SETTING, code)


def programmes_to_start(desk: "Desk") -> "list[Programme]":
    """Return the newest version of each programme, the worker's own first."""
    return newest_of_each(desk.programmes, my_programme(desk))


def keep_definition(desk: "Desk", text: str, name: str, *, draft: str = "") -> "Programme":
    """Keep a definition in the desk and return its programme; new pathways use it from now on.

    A definition of a programme that is known already gets the next own version, whatever number stands in
    it: a version that was once used is never changed. The draft that it was is forgotten in the same step.
    Raises BrokenProgrammeError with file and key.
    """
    from eletdesk.programmes.own_programme import OWN_FROM, kept_programme  # noqa: PLC0415
    from eletdesk.programmes.rewriting import with_version  # noqa: PLC0415

    programme = kept_programme(text, name)
    versions = [version for code, version in _all_versions(desk) if code == programme.code]
    if versions:
        text = with_version(text, max(*versions, OWN_FROM - 1) + 1)
        programme = kept_programme(text, name)
    with desk.busy, desk.file.transaction() as execute:
        execute(
            "INSERT INTO programme VALUES (?, ?, ?, ?, ?)",
            (
                f"{programme.code}:{programme.version}", programme.code, programme.version, text,
                clock.now().isoformat(timespec="seconds"),
            ),
        )  # fmt: skip
        execute("DELETE FROM desk_draft WHERE id = ?", (draft,))
    desk.forget_programmes()
    desk.tell(None, frozenset({"programme"}))
    return programme


def _all_versions(desk: "Desk") -> set[tuple[str, int]]:
    kept = desk.file.rows("SELECT code, version FROM programme")
    return {*desk.programmes, *((str(code), int(version)) for code, version in kept)}


def changed_on(desk: "Desk", programme: "Programme") -> str:
    """Return the ISO day on which an own version was made; empty for one of the house."""
    rows = desk.file.rows(
        "SELECT changed_at FROM programme WHERE code = ? AND version = ?", programme.code, programme.version
    )
    return str(rows[0][0])[:10] if rows else ""
