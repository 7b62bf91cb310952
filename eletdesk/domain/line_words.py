"""Cut a typed line into words that know where they stand, and put the words of the note together again."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from eletdesk.domain import date_words
from eletdesk.domain.date_reading import Direction
from eletdesk.domain.names import comparable
from eletdesk.domain.spoken_dates import read_date

LONGEST_DATE = 4
_WORD = re.compile(r"\S+")
_TOPIC = re.compile(r"#(\w[\w-]*)\W*")
_MENTION = re.compile(r"@(\w[\w.'’-]*?)\W*")
_MARKS = ",;:.!?"
_LETTER = re.compile(r"[^\W\d_]")
_DAY_AND_MONTH = re.compile(r"\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?")


@dataclass(frozen=True)
class LineWord:
    """One word: where it stands in the line and as it was typed."""

    start: int
    end: int
    typed: str

    @cached_property
    def plain(self) -> str:
        """The word without capitals, accents and marks; empty when only marks were typed."""
        return comparable(self.typed)

    @property
    def bare(self) -> str:
        """The word as typed without the comma or full stop behind it."""
        return self.typed.rstrip(_MARKS)

    @property
    def topic(self) -> str | None:
        """What follows a #, or None."""
        match = _TOPIC.fullmatch(self.typed)
        return match[1] if match else None

    @property
    def mention(self) -> str | None:
        """What follows an @, or None."""
        match = _MENTION.fullmatch(self.typed)
        return match[1] if match else None


def words_of(text: str) -> list[LineWord]:
    """Cut a line at its blanks."""
    return [LineWord(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]


def phrase_of(words: Sequence[LineWord]) -> str:
    """Return words as they are compared with phrases: n'est pas venu, no-show."""
    return " ".join(word.plain for word in words)


def date_said_by(words: Sequence[LineWord], today: date, looks: Direction) -> date | None:
    """Return the date that these words say and nothing else; a bare number or letter is no date in a line."""
    texts = [word.bare for word in words]
    if not texts or words[-1].plain in date_words.FILLERS or "" in (words[0].plain, words[-1].plain):
        return None
    if not any(_LETTER.search(text) for text in texts) and not (
        len(texts) == 1 and _DAY_AND_MONTH.fullmatch(texts[0])
    ):
        return None
    said = " ".join(texts)
    return None if len(said) < 2 else read_date(said, today, looks)


def joined(
    text: str, words: Sequence[LineWord], chosen: Collection[LineWord], bare: Collection[LineWord]
) -> str:
    """Put the chosen words together with the blanks and line ends that stood between neighbours.

    The words in `bare` lose the # or @ before them.
    """
    parts: list[str] = []
    for before, word in zip((None, *words), words, strict=False):
        if word not in chosen:
            continue
        if parts:
            parts.append(text[before.end : word.start] if before in chosen and before is not None else " ")
        parts.append(word.typed[1:] if word in bare else word.typed)
    return "".join(parts)
