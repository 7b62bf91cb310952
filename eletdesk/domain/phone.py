"""Write telephone numbers the way Belgians read them; never change what is not clearly one number."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_HOME = "BE"
_ONLY_A_NUMBER = re.compile(r"\+?[\d\s()./-]{6,25}")
_A_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}")
_FROM_A_SPREADSHEET = re.compile(r"(\d{8,11})\.0")


def _read(text: str) -> "PhoneNumber | None":
    """Read one number; None for words, two numbers or something that no telephone can have."""
    import phonenumbers  # noqa: PLC0415  heavy: only when a number is typed

    typed = _FROM_A_SPREADSHEET.sub(r"\1", text.strip())
    if not _ONLY_A_NUMBER.fullmatch(typed) or _A_DATE.fullmatch(typed):
        return None
    try:
        number = phonenumbers.parse(typed, _HOME)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None


def is_possible_phone(text: str) -> bool:
    """Tell whether a text is one telephone number of a possible length."""
    return _read(text) is not None


def tidy_phone(text: str) -> str:
    """Return 0470 12 34 56 in Belgium, +33 6 12 34 56 78 from abroad, else the text itself, trimmed."""
    from phonenumbers import PhoneNumberFormat, format_number, is_valid_number  # noqa: PLC0415

    number = _read(text)
    if number is None or not is_valid_number(number):
        return text.strip()
    at_home = number.country_code == 32
    return format_number(number, PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL)
