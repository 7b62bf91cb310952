"""Give each Arabic letter the shape that its neighbours ask for; reportlab does not join letters."""

import unicodedata
from functools import cache

_FORM_BLOCKS = (range(0xFB50, 0xFC00), range(0xFE80, 0xFEFD))
_LAM = "\u0644"
# lam followed by one of these alefs is one sign: (alone, after a joining letter)
_LAM_ALEF = {
    "\u0622": ("\ufef5", "\ufef6"),
    "\u0623": ("\ufef7", "\ufef8"),
    "\u0625": ("\ufef9", "\ufefa"),
    "\u0627": ("\ufefb", "\ufefc"),
}


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Return, for each letter, its presentation forms by kind: final, initial, medial (from Unicode)."""
    forms: dict[str, dict[str, str]] = {}
    for block in _FORM_BLOCKS:
        for code in block:
            kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
            if kind in ("<final>", "<initial>", "<medial>") and len(letters) == 1:
                forms.setdefault(chr(int(letters[0], 16)), {})[kind[1:-1]] = chr(code)
    return forms


def joined(text: str) -> str:
    """Return the text, still in the order of speaking, with joined letter forms and lam-alef signs."""
    letters = _with_lam_alef(text)
    shapes = []
    for place, letter in enumerate(letters):
        before = _neighbour(letters, place, -1)
        after = _neighbour(letters, place, 1)
        joins_back = _joins_forward(before) and _joins_back(letter)
        joins_on = _joins_forward(letter) and _joins_back(after)
        shapes.append(_shape(letter, joins_back=joins_back, joins_on=joins_on))
    return "".join(shapes)


def _with_lam_alef(text: str) -> list[str]:
    """Split a text into letters, taking lam and the alef after it as one."""
    letters: list[str] = []
    for letter in text:
        if letter in _LAM_ALEF and letters and letters[-1] == _LAM:
            letters[-1] = _LAM + letter
        else:
            letters.append(letter)
    return letters


def _neighbour(letters: list[str], place: int, step: int) -> str:
    """Return the next letter in a direction, seeing through marks that stand on a letter."""
    place += step
    while 0 <= place < len(letters) and unicodedata.category(letters[place][0]) == "Mn":
        place += step
    return letters[place] if 0 <= place < len(letters) else ""


def _joins_back(letter: str) -> bool:
    """Say whether a letter connects to the letter before it."""
    return len(letter) == 2 or letter == "\u0640" or "final" in _forms().get(letter, ())


def _joins_forward(letter: str) -> bool:
    """Say whether a letter connects to the letter after it."""
    return letter == "\u0640" or "initial" in _forms().get(letter, ())


def _shape(letter: str, *, joins_back: bool, joins_on: bool) -> str:
    """Return the form of one letter; alone it keeps its own code."""
    if len(letter) == 2:
        return _LAM_ALEF[letter[1]][joins_back]
    kind = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get(
        (joins_back, joins_on), ""
    )
    return _forms().get(letter, {}).get(kind, letter)
