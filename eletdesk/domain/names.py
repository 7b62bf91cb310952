"""Compare, sort and shorten the names of people from everywhere."""

import unicodedata

LOOKS_ALIKE = 90
"""From this similarity on two names may be one person; with the same birth date they nearly surely are."""

_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "þ": "th", "æ": "ae", "œ": "oe",
        "ə": "e", "ŋ": "n", "ß": "ss", "ĸ": "k", "ɓ": "b", "ɗ": "d", "ŉ": "n",
        "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "′": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """Take away what people leave out when they type: capitals, accents, Turkish dots, ligatures, blanks."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return " ".join(text.casefold().translate(_LETTERS).split())


def _only_words(folded: str) -> str:
    """Make one word of D'Hondt and two of El-Idrissi, as people do who leave out the mark."""
    joined = folded.replace("'", "").replace(".", " ")
    return " ".join("".join(letter if letter.isalnum() else " " for letter in joined).split())


def comparable(name: str) -> str:
    """Return a name as `similarity_of_comparable` wants it; make it once when many names are compared."""
    return _only_words(fold(name))


def similarity_of_comparable(a: str, b: str) -> float:
    """Tell from 0 to 100 how alike two names are that went through `comparable`."""
    if not a or not b:
        return 0.0
    from rapidfuzz import fuzz  # noqa: PLC0415  heavy: only when names are compared
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415

    winkler = JaroWinkler.similarity(a, b) * 100
    return max(fuzz.token_sort_ratio(a, b), fuzz.token_set_ratio(a, b), winkler)


def similarity(a: str, b: str) -> float:
    """Tell from 0 to 100 how alike two names are, in any word order; see `LOOKS_ALIKE`."""
    return similarity_of_comparable(comparable(a), comparable(b))


def _first_letter(name: str) -> str:
    """Return the first letter of a name as a capital, without apostrophes and the like before it."""
    for letter in unicodedata.normalize("NFC", name):
        if letter.isalnum():
            return letter.upper()[:1]
    return ""


def initials(given_name: str, family_name: str) -> str:
    """Return NV for Noor Verlinden; ? when there is no name at all."""
    return _first_letter(given_name) + _first_letter(family_name) or "?"


def first_name_and_initial(given_name: str, family_name: str) -> str:
    """Return `Noor V.` for Noor Verlinden."""
    letter = _first_letter(family_name)
    return " ".join(part for part in (given_name.strip(), letter and f"{letter}.") if part)


def sort_key(given_name: str, family_name: str) -> tuple[str, str]:
    """Sort as Belgian lists do: by the whole family name (Van den Berg under V), then the given name."""
    return comparable(family_name), comparable(given_name)
