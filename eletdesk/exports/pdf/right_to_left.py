"""Bring Hebrew and Arabic into the order of the eye (Unicode annex 9 without embeddings and bracket pairs).

Explicit embeddings are dropped before (printable.py): they can make a name read as another name.
"""

import unicodedata
from itertools import groupby

_RIGHT = ("R", "AL")
_NEUTRAL = ("B", "S", "WS", "ON", "BN")
_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))


def runs_right_to_left(text: str) -> bool:
    """Say whether any character of the text belongs to a script that is written from the right."""
    return not text.isascii() and any(unicodedata.bidirectional(one) in (*_RIGHT, "AN") for one in text)


def starts_right_to_left(text: str) -> bool:
    """Say whether the first letter decides that the whole paragraph runs from the right (rule P2)."""
    for one in text:
        kind = unicodedata.bidirectional(one)
        if kind == "L" or kind in _RIGHT:
            return kind != "L"
    return False


def levels(text: str, *, is_right: bool) -> list[int]:
    """Return the embedding level of each character of a paragraph: odd runs from the right."""
    base = int(is_right)
    kinds = _resolved_neutrals(_resolved_weak(text, base), base)
    return [_level(kind, base) for kind in kinds]


def in_order_of_the_eye(text: str, level: list[int], *, is_right: bool) -> str:
    """Return one line of a paragraph from left to right, brackets mirrored (rules L1, L2, L4)."""
    level = level[: len(text)]
    for place in range(len(text) - 1, -1, -1):
        if not text[place].isspace():
            break
        level[place] = int(is_right)
    places = list(range(len(text)))
    for depth in range(max(level, default=0), 0, -1):
        turned: list[int] = []
        for is_deep, run in groupby(places, key=lambda place: level[place] >= depth):
            run_places = list(run)
            turned += reversed(run_places) if is_deep else run_places
        places = turned
    return "".join(_MIRRORED.get(text[p], text[p]) if level[p] % 2 else text[p] for p in places)


def _resolved_weak(text: str, base: int) -> list[str]:
    """Settle marks, digits and what stands around digits (rules W1 to W7)."""
    kinds = [unicodedata.bidirectional(one) or "L" for one in text]
    start = "R" if base else "L"
    strong, before = start, start
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = before
        elif kind == "EN" and strong == "AL":
            kinds[place] = "AN"
        elif kind in ("L", *_RIGHT):
            strong = kind
        before = kinds[place]
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    _settle_separators(kinds)
    strong = start
    for place, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"
    return kinds


def _settle_separators(kinds: list[str]) -> None:
    """Let a separator between digits, or a sign beside them, go with the digits (rules W4 to W6)."""
    for place in range(1, len(kinds) - 1):
        before, kind, after = kinds[place - 1 : place + 2]
        if before == after and ((kind in ("ES", "CS") and before == "EN") or (kind, before) == ("CS", "AN")):
            kinds[place] = before
    start = 0
    for kind, run in groupby(list(kinds)):
        end = start + len(list(run))
        beside = (kinds[start - 1] if start else "", kinds[end] if end < len(kinds) else "")
        if kind == "ET":
            kinds[start:end] = ["EN" if "EN" in beside else "ON"] * (end - start)
        start = end
    kinds[:] = ["ON" if kind in ("ES", "CS") else kind for kind in kinds]


def _resolved_neutrals(kinds: list[str], base: int) -> list[str]:
    """Give spaces and signs the direction of both neighbours when these agree (rules N1, N2)."""
    edge = "R" if base else "L"
    resolved: list[str] = []
    start = 0
    for is_neutral, run in groupby(kinds, key=lambda kind: kind in _NEUTRAL):
        group = list(run)
        end = start + len(group)
        if is_neutral:
            before = _side(kinds[start - 1]) if start else edge
            after = _side(kinds[end]) if end < len(kinds) else edge
            group = [before if before == after else edge] * len(group)
        resolved += group
        start = end
    return resolved


def _side(kind: str) -> str:
    """Return the direction that a settled character lends to its neighbours; digits count as R."""
    return "L" if kind == "L" else "R"


def _level(kind: str, base: int) -> int:
    """Return the level of a settled kind (rules I1, I2)."""
    if kind == "L":
        return base + base % 2
    if kind == "R":
        return base + 1 - base % 2
    return 2
