"""Keep a cell of text from being read as a formula when a spreadsheet program opens the file."""

import unicodedata

_STARTS_A_FORMULA = frozenset("=+-@|%\u2212")
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def guarded(text: str) -> str:
    """Return the text with an apostrophe in front when a spreadsheet program could run it.

    Quoting does not help: the programs look at the first visible character of the cell, and also take the
    full-width forms and characters after invisible ones for it (OWASP ASVS 5.0, 1.2.10).
    """
    return f"'{text}" if is_dangerous(text) else text


def is_dangerous(text: str) -> bool:
    """Say whether the first character that counts starts a formula, or is a tab or line break."""
    for character in text:
        if character in "\t\r\n":
            return True
        if not _is_invisible(character):
            plain = unicodedata.normalize("NFKC", character)
            return plain[:1] in _STARTS_A_FORMULA
    return False


def _is_invisible(character: str) -> bool:
    """Say whether a character shows nothing by itself: blanks, controls, marks, unassigned codes."""
    return character in _BLANK_LETTERS or unicodedata.category(character)[0] in "CZM"
