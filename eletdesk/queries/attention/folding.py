"""Matters of one kind that many cases have stand in one line, so that they do not drown the rest."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from eletdesk.queries.attention.item import Attention
from eletdesk.translation import _, ngettext

_NAMED = 3


def _drafts(count: int) -> tuple[str, str]:
    name = ngettext("{count} draft", "{count} drafts", count).format(count=count)
    return name, _("Not finished yet")


def _people(count: int) -> tuple[str, str]:
    return ngettext("{count} young person", "{count} young people", count).format(count=count), ""


#: From how many on a kind of matter is folded, and its words: name, and title where it is another one.
_FOLDED: dict[str, tuple[int, Callable[[int], tuple[str, str]]]] = {
    "draft": (2, _drafts),
    "referrer": (3, _people),
}


def folded(items: Iterable[Attention]) -> list[Attention]:
    """Return the list with one line for each kind that many cases have; its action shows them."""
    found = list(items)
    for kind, (least, words) in _FOLDED.items():
        same = [item for item in found if (item.kind or item.icon) == kind]
        if len(same) < least:
            continue
        name, title = words(len(same))
        line = replace(
            same[0],
            name=name,
            title=title or same[0].title,
            detail=_names(same),
            action="show",
            parts=tuple(same),
        )
        at = found.index(same[0])
        found = [
            line if number == at else item
            for number, item in enumerate(found)
            if number == at or item not in same
        ]
    return found


def _names(items: list[Attention]) -> str:
    said = ", ".join(item.name for item in items[:_NAMED])
    more = len(items) - _NAMED
    if more <= 0:
        return said
    return ngettext("{names} and {count} more", "{names} and {count} more", more).format(
        names=said, count=more
    )
