"""Programmes that no file of the house holds: adapted in a desk, or come along with a case."""

from functools import lru_cache

from eletdesk.programmes.definition import Programme
from eletdesk.programmes.reading import read_programme

OWN_FROM = 1001
"""Own versions count from here, so that a version that ships later never takes the same number."""


@lru_cache(maxsize=64)
def kept_programme(text: str, name: str) -> Programme:
    """Read a definition that is kept in a desk or a case, once; name is the file's name in an error."""
    return read_programme(text, name)


def is_own(programme: Programme) -> bool:
    """Tell whether this version was made in a desk and not by the house."""
    return programme.version >= OWN_FROM


def version_shown(version: int) -> int:
    """Return the number of a version as people count it: own versions start from 1 again."""
    return version - OWN_FROM + 1 if version >= OWN_FROM else version
