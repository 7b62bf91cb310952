"""Find words in the notes of all cases; a word that is nowhere is looked for as it may have been meant."""

from dataclasses import dataclass, replace
from typing import Any
from unicodedata import combining

from eletdesk.domain.names import fold
from eletdesk.queries.register.views import HasConnection, TextHit, match_terms, search_texts

_FEW = 3
_SHORTEST_MEANT = 4
_LONG = 8
_OTHER_ENDING = 0.5


@dataclass(frozen=True, slots=True)
class FoundTexts:
    """What was found; `meant` holds the words that were looked for instead, empty when those typed exist."""

    hits: tuple[TextHit, ...] = ()
    meant: str = ""


def find_texts(register: HasConnection, words: str, limit: int = 8) -> FoundTexts:
    """Search all notes; where hardly anything holds the words, add what holds those that may be meant."""
    found = FoundTexts(tuple(search_texts(register, words, limit)))
    if len(found.hits) >= min(_FEW, limit):
        return found
    meant = meant_words(register, words)
    if not meant:
        return found
    near = [hit for hit in search_texts(register, meant, limit) if hit not in found.hits]
    if not near:
        return found
    return replace(found, hits=(*found.hits, *near)[:limit], meant=meant)


def meant_words(register: HasConnection, words: str) -> str:
    """Return the words with each one that no note holds put right; empty when there is nothing better.

    One letter may be wrong, missing, too many or swapped, in a word of eight letters two; the nearest word
    that stands in the notes is taken, of equally near ones the most common.
    """
    typed = match_terms(words)
    meant = [_meant(register.connection, word) for word in typed]
    return " ".join(meant) if meant != typed else ""


def _meant(connection: Any, word: str) -> str:
    if len(word) < _SHORTEST_MEANT or word.isdigit() or _is_known(connection, word):
        return word
    _open_vocabulary(connection)
    # Nearly every slip leaves the first letter, or swaps it with the second: 2 ms instead of 25.
    for first in dict.fromkeys((word[0], word[1], "")):
        nearest = _nearest(word, _words_from(connection, first))
        if nearest:
            return nearest
    return word


def _is_known(connection: Any, word: str) -> bool:
    """Tell whether some note holds a word that begins so."""
    sql = "SELECT 1 FROM search_text WHERE search_text MATCH ? LIMIT 1"
    return connection.execute(sql, (f'"{word}"*',)).fetchone() is not None


def _open_vocabulary(connection: Any) -> None:
    """Make the words of the index readable; the table itself holds nothing."""
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab(main, search_text, row)"
    )


def _words_from(connection: Any, first: str) -> list[tuple[str, int]]:
    """Return the words of all notes that begin with a letter, with how many notes hold each."""
    if not first:
        return list(connection.execute("SELECT term, doc FROM temp.search_word"))
    sql = "SELECT term, doc FROM temp.search_word WHERE term >= ? AND term < ?"
    return list(connection.execute(sql, (first, chr(ord(first) + 1))))


def _nearest(word: str, known: list[tuple[str, int]]) -> str:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only when a word is nowhere

    most = 2 if len(word) >= _LONG else 1
    best: tuple[float, int, str] | None = None
    for term, count in known:
        if len(term) < len(word) - most or term.isdigit():
            continue
        distance = float(OSA.distance(word, term, score_cutoff=most))
        if distance > most:  # perhaps only the beginning of a word was typed
            beginning = term[: len(word)]
            distance = OSA.distance(word, beginning, score_cutoff=most) + _OTHER_ENDING
        if distance <= most + _OTHER_ENDING and (best is None or (distance, -count, term) < best):
            best = (distance, -count, term)
    return best[2] if best else ""


_AROUND = 28


def snippet(body: str, words: str, around: int = _AROUND) -> str:
    """Return a short piece of a text around the first of some words; accents do not matter."""
    plain = " ".join(body.split())
    folded, places = _folded_with_places(plain)
    at = min((place for word in match_terms(words) if (place := _place_of(word, folded)) >= 0), default=0)
    start = max(0, places[at] - around) if places else 0
    end = min(len(plain), start + 3 * around)
    start = plain.rfind(" ", 0, start + 1) + 1 if start else 0
    end = plain.rfind(" ", start, end) if end < len(plain) and " " in plain[start:end] else end
    return f"{'… ' if start else ''}{plain[start:end]}{' …' if end < len(plain) else ''}"


def _place_of(word: str, folded: str) -> int:
    """Return where a word begins in a folded text, -1 when no word of it begins so."""
    return f" {folded}".find(f" {word}")


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """Fold letter by letter, and say for each folded letter where it came from."""
    folded: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        plain = fold(letter) if letter.isalnum() else "" if combining(letter) else " "
        folded.append(plain)
        places += [place] * len(plain)
    return "".join(folded), places
