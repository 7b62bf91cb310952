"""Turn any text into text that the fonts can draw, so that nothing ever prints as an empty box."""

import re
import unicodedata
from functools import cache
from xml.sax.saxutils import escape

from eletdesk.exports.pdf.fonts import SPARE, SPARE_BOLD, first_choice, is_drawable, second_choice

_LINE_BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_NO_BREAK_SPACE = "\u00a0"
_BLANKS_THAT_BIND = "\u2007\u202f"
_ADJACENT_CODES = re.compile(r"(?<=U\+)([0-9A-F]{4,6})\]\[(?=U\+)")


def lines_of(text: str) -> list[str]:
    """Split a text at every kind of line break and leave out the empty lines."""
    return [line for line in (part.strip() for part in _LINE_BREAKS.split(text)) if line]


def printable(text: str) -> str:
    """Return one line in which each character has a glyph in one of the two families.

    Invisible controls, also those that reverse the direction of writing, are dropped. A character without
    a glyph becomes its plain form ("fi" for the ligature), or its name in brackets when it is a symbol
    ("[grinning face]"), or its number ("[U+1230]"): odd to read, but it hides nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", _LINE_BREAKS.sub(" ", text))
    drawn = "".join(one if _is_plain(one) else _replacement(one) for one in composed)
    return _ADJACENT_CODES.sub(r"\1 ", drawn)


def unprintable(text: str) -> tuple[str, ...]:
    """Return the characters of a text that will print as a name or number, each once, in order."""
    composed = unicodedata.normalize("NFC", text)
    odd = (one for one in composed if not _is_plain(one) and _replacement(one).startswith("["))
    return tuple(dict.fromkeys(odd))


def markup(text: str, *, bold: bool = False) -> str:
    """Return printable text as reportlab markup: escaped, each word in a family that has all of it."""
    if first_choice().issuperset(map(ord, text)):
        return escape(text)
    return " ".join(_word(word, SPARE_BOLD if bold else SPARE) for word in text.split(" "))


def _word(word: str, spare: str) -> str:
    """Mark one word up; a word that needs the spare family is drawn in it whole when that is possible."""
    codes = [ord(one) for one in word]
    if first_choice().issuperset(codes):
        return escape(word)
    if second_choice().issuperset(codes):
        return f'<font name="{spare}">{escape(word)}</font>'
    return "".join(
        escape(one) if ord(one) in first_choice() else f'<font name="{spare}">{escape(one)}</font>'
        for one in word
    )


@cache
def _is_plain(character: str) -> bool:
    """Say whether a character is drawn as it is; of the blanks only two are."""
    if unicodedata.category(character)[0] == "Z":
        return character in (" ", _NO_BREAK_SPACE)
    return unicodedata.category(character) not in ("Cc", "Cf", "Cn") and is_drawable(character)


@cache
def _replacement(character: str) -> str:
    """Return what is printed in the place of a character without a glyph."""
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return _NO_BREAK_SPACE if character in _BLANKS_THAT_BIND else " "
    name = unicodedata.name(character, "")
    if category in ("Cc", "Cf", "Zl", "Zp") or name.startswith(("VARIATION SELECTOR", "EMOJI MODIFIER")):
        return ""
    plain = unicodedata.normalize("NFKC", character)
    if plain != character and all(_is_plain(one) for one in plain):
        return plain
    if category in ("So", "Sk", "Sm", "Sc") and name:
        return f"[{name.lower()}]"
    return f"[U+{ord(character):04X}]"
