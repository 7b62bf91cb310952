"""Choose among the programmes that a desk knows: the newest of each, and the words for one stage."""

from collections.abc import Mapping

from eletdesk.programmes.definition import Programme, Stage

Programmes = Mapping[tuple[str, int], Programme]


def newest_of_each(programmes: Programmes, first: str = "") -> list[Programme]:
    """Return the newest version of each programme by its name, one of them before all others."""
    newest: dict[str, Programme] = {}
    for (code, version), programme in programmes.items():
        if code not in newest or newest[code].version < version:
            newest[code] = programme
    return sorted(newest.values(), key=lambda one: (one.code != first, one.label.said().casefold()))


def stage_of(programmes: Programmes, code: str, version: int, stage: str) -> Stage | None:
    """Return a stage in a version of a programme; None when this desk does not know it.

    A case that came from another desk may be worked with a version that only that desk had.
    """
    programme = programmes.get((code, version))
    found = programme.stages if programme is not None else ()
    return next((one for one in found if one.code == stage), None)
