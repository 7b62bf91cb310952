"""Bring Hebrew and Arabic into the shapes and the order of the eye; reportlab does neither.

The rules are those of python-bidi (Unicode annex 9) and arabic-reshaper. Explicit embeddings are dropped
before (printable.py): they can make a name read as another name.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

_RIGHT = ("R", "AL", "AN")


def runs_right_to_left(text: str) -> bool:
    """Say whether any character of the text belongs to a script that is written from the right."""
    return not text.isascii() and any(unicodedata.bidirectional(one) in _RIGHT for one in text)


def starts_right_to_left(text: str) -> bool:
    """Say whether the first letter decides that the whole paragraph runs from the right (rule P2)."""
    from bidi.algorithm import get_base_level  # noqa: PLC0415

    return bool(get_base_level(text))


def joined(text: str) -> str:
    """Return the text, still in the order of speaking, with joined letter forms and lam-alef signs."""
    return str(_reshaper().reshape(text))


def in_order_of_the_eye(text: str, spans: Sequence[tuple[int, int]], *, is_right: bool) -> Iterator[str]:
    """Yield each line of a paragraph, given where it starts and ends, from left to right.

    The levels are settled for the whole paragraph before it is cut: a digit that starts a line still belongs
    to the word before it. The package's get_display does not know of lines, hence its steps one by one.
    """
    from bidi import algorithm  # noqa: PLC0415

    base = {"base_level": int(is_right), "base_dir": "R" if is_right else "L"}
    whole = algorithm.get_empty_storage() | base
    algorithm.get_embedding_levels(text, whole)
    algorithm.explicit_embed_and_overrides(whole)
    algorithm.resolve_weak_types(whole)
    algorithm.resolve_neutral_types(whole, debug=False)
    algorithm.resolve_implicit_levels(whole, debug=False)
    for start, end in spans:
        line = base | {"chars": whole["chars"][start:end]}
        algorithm.reorder_resolved_levels(line, debug=False)
        algorithm.apply_mirroring(line, debug=False)
        yield "".join(one["ch"] for one in line["chars"])


@cache
def _reshaper() -> "ArabicReshaper":
    """Return the joining rules: vowel signs stay, a letter alone keeps its own code, lam-alef is one sign."""
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415

    return ArabicReshaper(
        {
            "delete_harakat": False,
            "use_unshaped_instead_of_isolated": True,
            "ARABIC LIGATURE ALLAH": False,
        }
    )
