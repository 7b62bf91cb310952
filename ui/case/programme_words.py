"""The words that a programme has for things of the program."""

from eletdesk.programmes.definition import Programme


def word_of(programme: Programme | None, code: str, otherwise: str) -> str:
    """Return the programme's own word for a thing, else the one given, with a capital at the front."""
    own = programme.word(code) if programme is not None else None
    said = own.said() if own is not None else otherwise
    return said[:1].upper() + said[1:]
