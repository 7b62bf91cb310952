"""Cleaning of text from outside: no control characters, no invisible direction marks."""

import re
import unicodedata

_ALLOWED = "\n\t"
_KEPT_FORMAT_MARKS = "\u200c\u200d"  # joiners belong to Persian and Indian names
_SURROGATES = re.compile("[\ud800-\udfff]")
_ESCAPED_CHARACTER = re.compile(r"_x([0-9A-Fa-f]{4})_")


def clean_text(text: str) -> str:
    """Take out what cannot be seen and make line ends alike."""
    text = _ESCAPED_CHARACTER.sub(lambda found: chr(int(found[1], 16)), text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _SURROGATES.sub("\ufffd", text)
    return "".join(sign for sign in text if _is_kept(sign)).strip()


def _is_kept(sign: str) -> bool:
    """Tell whether a character is text that a person can see."""
    if sign < "\x7f":
        return sign >= " " or sign in _ALLOWED
    return sign in _KEPT_FORMAT_MARKS or unicodedata.category(sign) not in ("Cc", "Cf")


def one_line(text: str) -> str:
    """Write text on one line with single spaces."""
    return " ".join(text.split())
