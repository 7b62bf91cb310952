"""Definitions for tests: an invented programme with every kind of line, and how to make one mistake in it."""

from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data" / "programmes"
ATELIER = (FOLDER / "atelier.toml").read_text(encoding="utf-8")


def once(old: str, new: str) -> Callable[[str], str]:
    """Make one mistake: the first place where old stands becomes new."""

    def spoil(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return spoil
