"""The lines of the palette."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eletdesk.queries.register.views import TextHit


@dataclass(frozen=True)
class Entry:
    """One line of the palette; without `run` and `refill` it is the title of a group.

    `refill` puts other words in the field instead of closing the palette. `hit` is a note that was found:
    a piece of its text is read when the line is shown.
    """

    text: str
    second: str = ""
    icon: str = ""
    keys: str = ""
    case_id: str = ""
    run: Callable[[], object] | None = None
    refill: str = ""
    hit: "TextHit | None" = None

    @property
    def is_title(self) -> bool:
        """Tell whether it only names the lines below it."""
        return self.run is None and not self.refill


@dataclass(frozen=True)
class CaseAction:
    """Something that can be done for the person chosen: the words, the icon, the keys, and how.

    `is_main` for the few that stand right below the name; the others come last.
    """

    text: str
    icon: str
    keys: str
    run: Callable[[str], object]
    is_main: bool = True


def choosable(entries: Sequence[Entry]) -> Iterator[int]:
    """Yield the numbers of the lines that can be chosen."""
    return (number for number, entry in enumerate(entries) if not entry.is_title)
