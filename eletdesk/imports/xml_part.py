"""Reading one XML part of a spreadsheet event by event; a document type is refused before anything else."""

from collections.abc import Callable
from xml.parsers import expat

from eletdesk.imports.limits import not_readable, refused
from eletdesk.translation import _

Attributes = dict[str, str]


def local_name(name: str) -> str:
    """Return an element's or attribute's name without its prefix."""
    return name.rpartition(":")[2]


def _refuse_doctype(*_parts: object) -> None:
    """Stop at a document type: no spreadsheet program writes one, and bombs need one."""
    raise refused(_("This file holds parts that no spreadsheet program writes. It is not read."))


def walk(
    xml: bytes,
    on_start: Callable[[str, Attributes], None],
    on_end: Callable[[str], None],
    on_text: Callable[[str], None],
) -> None:
    """Read a part from begin to end; names come without prefix."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = lambda name, attributes: on_start(
        local_name(name), {local_name(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: on_end(local_name(name))
    parser.CharacterDataHandler = on_text
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise not_readable() from None


def attributes_of(xml: bytes, element: str) -> list[Attributes]:
    """Return the attributes of every element with this name, in order."""
    found: list[Attributes] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == element:
            found.append(attributes)

    walk(xml, start, lambda _name: None, lambda _text: None)
    return found
