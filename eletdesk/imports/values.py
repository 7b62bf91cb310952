"""Reading one cell as the value of one field; what cannot be read comes back with the reason."""

import re
from datetime import date, datetime

from eletdesk import clock
from eletdesk.domain.names import comparable, fold
from eletdesk.domain.phone import tidy_phone
from eletdesk.imports.dates import Unreadable, read_date
from eletdesk.imports.fields import kind_of, longest_of
from eletdesk.imports.person_name import has_lost_letters, tidy_name
from eletdesk.imports.plain_text import one_line
from eletdesk.imports.sheet import Cell
from eletdesk.imports.stage_words import stage_of_word

Value = str | float | int | bool | date


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


_DASHES = frozenset("-–—_/\\.·•*")
_UNKNOWN = _words(
    "onbekend|niet gekend|ongekend|weet niet|nog vragen|nog te vragen|navragen|inconnu|inconnue|a demander"
    "|a verifier|unknown|not known|to ask|tbd|nnb"
)
_NONE = _words(
    "geen|neen geen|nvt|n v t|niet van toepassing|aucun|aucune|pas de|neant|sans objet|so|none|na|n a"
)
_YES = _words("ja|j|oui|o|yes|y|x|1|waar|true|vrai|v|ok|✓|✔|☑|☒|wel|jawel")
_NO = _words("nee|neen|n|non|no|0|onwaar|false|faux|niet|☐")
_GENDERS = {
    "male": "m|man|mannelijk|jongen|j|h|homme|masculin|garcon|g|male|boy|he|hij|il",
    "female": "v|vrouw|vrouwelijk|meisje|f|femme|feminin|fille|female|girl|w|she|zij|elle",
    "other": "x|a|ander|andere|anders|divers|autre|other|non binair|non binaire|non binary|nb|die|iel|they",
}
_BELGIAN = _words("belg|belgisch|belgische|belge|belgian|belgie|belgique|belgium|be|b")
_NOT_BELGIAN = _words("niet belg|niet belgisch|non belge|not belgian|non belgian|vreemd|etranger|etrangere")
_EMAIL = re.compile(r"[^@\s,;<>()]{1,64}@[^@\s,;<>()]+\.[^@\s,;<>()]{2,}")
_NUMBER = re.compile(r"[-+]?\d{1,9}(?:[.,]\d{1,6})?")
_HALVES = {"½": "5", "¼": "25", "¾": "75"}
_HOURS = re.compile(r"(\d{1,2})\s*(?:u|h|uur|heures?|hours?|:)\s*(\d{1,2})?\s*(?:m|min|minuten|minutes)?")
_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min|mins|minuten|minutes|')?\.?")
_HOURS_WITH_COMMA = re.compile(r"(\d{1,2}[.,]\d{1,2})\s*(?:u|h|uur|heures?|hours?)")
_DAY_MINUTES = 24 * 60
_LARGEST_WHOLE = 1e15  # all digits are written out: 1,2E+10 would hide a number
_DIGITS_OF_A_DATE = 8  # more means that a time of the day stands there too
_PAST = ("last_contact_on", "session_on")


def shown(cell: Cell) -> str:
    """Write a cell as its reader would: dates day first, a comma in numbers."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, datetime) and (cell.hour or cell.minute):
        return f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell.day:02d}/{cell.month:02d}/{cell.year}"
    if isinstance(cell, float):
        is_whole = cell.is_integer() and abs(cell) < _LARGEST_WHOLE
        return str(int(cell)) if is_whole else f"{cell:.12g}".replace(".", ",")
    return str(cell)


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell holds nothing, or only a dash that means nothing."""
    if isinstance(cell, str):
        return all(sign in _DASHES or sign.isspace() for sign in cell)
    return cell is None


def is_unknown(cell: Cell) -> bool:
    """Tell whether a cell says that the answer is not known."""
    return isinstance(cell, str) and (set(cell.strip()) == {"?"} or comparable(cell[:40]) in _UNKNOWN)


def is_none(cell: Cell) -> bool:
    """Tell whether a cell says that there is none."""
    return isinstance(cell, str) and comparable(cell[:40]) in _NONE


def is_email(text: str) -> bool:
    """Tell whether a text is one email address."""
    return len(text) < 200 and bool(_EMAIL.fullmatch(text.strip()))


def read_value(field: str, cell: Cell) -> Value | Unreadable:
    """Read one filled cell as a field's value."""
    kind = kind_of(field)
    if kind == "date":
        day = read_date(cell, is_birth=field == "birth_on")
        is_ahead = isinstance(day, date) and field in _PAST and day > clock.today()
        return Unreadable("in_the_future") if is_ahead else day
    if kind == "number":
        return read_number(cell)
    if kind == "minutes":
        return read_minutes(cell)
    text = one_line(shown(cell))
    reader = _TEXT_READERS.get(kind)
    if reader is not None:
        return reader(text)
    if len(text) > longest_of(field):
        return Unreadable("too_long")
    return tidy_name(text) if kind == "name" else text


def read_number(cell: Cell) -> float | Unreadable:
    """Read a number with a decimal comma or point; half days may be written as ½."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell) if abs(cell) < 1e9 else Unreadable("not_a_number")
    if not isinstance(cell, str):
        return Unreadable("not_a_number")
    text = cell.replace("\xa0", "").replace(" ", "").replace("\u202f", "")
    for half, decimals in _HALVES.items():
        if text.endswith(half):
            text = f"{text[:-1] or '0'},{decimals}"
    if not text.isascii() or not _NUMBER.fullmatch(text):
        return Unreadable("not_a_number")
    return float(text.replace(",", "."))


def read_minutes(cell: Cell) -> int | Unreadable:
    """Read a duration as whole minutes: 45, 45m, 1u30, 1:30, 1,5 u."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return int(cell) if 0 <= cell <= _DAY_MINUTES and cell == int(cell) else Unreadable("not_minutes")
    text = fold(str(cell)) if isinstance(cell, str) and len(cell) < 40 else ""
    if not text.isascii():
        return Unreadable("not_minutes")
    minutes = -1
    if found := _HOURS_WITH_COMMA.fullmatch(text):
        minutes = round(float(found[1].replace(",", ".")) * 60)
    elif found := _HOURS.fullmatch(text):
        minutes = int(found[1]) * 60 + int(found[2] or 0)
    elif found := _MINUTES.fullmatch(text):
        minutes = int(found[1])
    return minutes if 0 <= minutes <= _DAY_MINUTES else Unreadable("not_minutes")


def _read_yes_no(text: str) -> bool | Unreadable:
    word = comparable(text) or text
    if word in _YES:
        return True
    return False if word in _NO else Unreadable("not_yes_no")


def _read_interpreter(text: str) -> bool | Unreadable:
    """Read whether an interpreter is needed; a language says yes."""
    answer = _read_yes_no(text)
    if not isinstance(answer, Unreadable):
        return answer
    words = comparable(text).split()
    if not words or len(text) > 60:
        return answer
    return words[0] not in _NO | _NONE | {"pas"}


def _read_belgian(text: str) -> bool | Unreadable:
    """Read a nationality as Belgian or not; another word is another country."""
    word = comparable(text)
    if word in _BELGIAN or word in _YES - {"v", "o"}:
        return True
    if word in _NOT_BELGIAN or word in _NO:
        return False
    return (
        False if 4 <= len(word) <= 40 and word.replace(" ", "").isalpha() else Unreadable("not_nationality")
    )


def _read_gender(text: str) -> str | Unreadable:
    word = comparable(text)
    for gender, words in _GENDERS.items():
        if word in words.split("|"):
            return gender
    return Unreadable("not_gender")


def _read_phone(text: str) -> str | Unreadable:
    """Tidy one telephone number; two numbers or a number with words stay as they are."""
    digits = sum(sign.isdigit() for sign in text)
    tidy = tidy_phone(text) if digits < 20 else text
    if digits < 6 or len(tidy) > longest_of("phone"):
        return Unreadable("not_a_phone")
    return tidy


def _read_email(text: str) -> str | Unreadable:
    return text if is_email(text) else Unreadable("not_an_email")


def _read_stage(text: str) -> str | Unreadable:
    return stage_of_word(text) or Unreadable("unknown_stage")


_TEXT_READERS = {
    "yes_no": _read_yes_no,
    "interpreter": _read_interpreter,
    "belgian": _read_belgian,
    "gender": _read_gender,
    "phone": _read_phone,
    "email": _read_email,
    "stage": _read_stage,
}


def name_has_lost_letters(value: Value) -> bool:
    """Tell whether a name that was read misses letters."""
    return isinstance(value, str) and has_lost_letters(value)


def says_more_than(field: str, text: str, value: Value) -> bool:
    """Tell whether the cell's own words say more than the value that was read from them."""
    word = comparable(text)
    kind = kind_of(field)
    if kind == "stage":
        return word.replace(" ", "_") != value
    if kind == "belgian":
        return value is False and word not in _NOT_BELGIAN | _NO
    if kind == "interpreter":
        return word not in _YES | _NO
    if kind == "date":
        return sum(sign.isdigit() for sign in text) > _DIGITS_OF_A_DATE
    return kind == "text" and "\n" in text.strip()
