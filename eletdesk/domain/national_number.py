"""Find Belgian national and BIS numbers in any text, so that they are said and never stored (rule 18).

A number counts when its check digits and its date fit (python-stdnum). By chance about one in 500 other rows
of eleven digits fits too. Left alone on purpose: a number right after a plus sign (telephone), a Belgian
mobile number that lost its plus (324..., as a national number somebody born in 1932), and the groups of four
of an IBAN.
"""

import re
import unicodedata

_GAP = r"[\s.,/_·\-\u00ad\u200b\u2010-\u2015\u2060\u2212]{0,3}"
_AS_PRINTED = rf"\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{2}}"
_BY_THOUSANDS = r"\d{1,2}(?:[.,'’\s]\d{3}){3}"
_LOST_ZERO = r"[1-9]\d{9}"
_POWER_OF_TEN = r"\d[.,]\d{7,10}[eE]\+?(?:09|9|10)"
_CANDIDATE = re.compile(
    rf"(?<![\d+])(?<!\+ )"
    rf"(?=(?P<number>{_POWER_OF_TEN}|{_AS_PRINTED}|{_BY_THOUSANDS}|{_LOST_ZERO})(?P<decimals>[.,]0+)?(?!\d))"
)
_MOBILE_WITHOUT_PLUS = re.compile(r"324[5-9]")


def _digits(candidate: str) -> str:
    """Return the eleven digits of a candidate, zeros lost by a spreadsheet put back."""
    if "e" in candidate.casefold():
        mantissa, power = re.split("[eE]", candidate)
        whole, decimals = re.split("[.,]", mantissa)
        candidate = whole + decimals.rstrip("0").ljust(int(power), "0")
    return "".join(str(unicodedata.digit(sign)) for sign in candidate if sign.isdigit()).zfill(11)


def _is_national_number(digits: str) -> bool:
    """Check the control number and the date in it, as national or as BIS number."""
    from stdnum.be import ssn  # noqa: PLC0415  only when a text holds eleven digits

    return not _MOBILE_WITHOUT_PLUS.match(digits) and int(digits[4:6]) <= 31 and bool(ssn.is_valid(digits))


def find_national_numbers(text: str) -> list[tuple[int, int]]:
    """Return where (start, end) valid national or BIS numbers stand, however they are written.

    A spreadsheet's 85073003328.0, 8.5073003328E10 and a lost first zero count; the span holds all of it.
    """
    spans: list[tuple[int, int]] = []
    reached = 0
    for match in _CANDIDATE.finditer(text):
        if match.start() >= reached and _is_national_number(_digits(match["number"])):
            reached = max(match.end("number"), match.end("decimals"))
            spans.append((match.start(), reached))
    return spans


def without_national_numbers(text: str, instead: str = "…") -> tuple[str, int]:
    """Return the text with each national number replaced, and how many there were."""
    spans = find_national_numbers(text)
    for start, end in reversed(spans):
        text = text[:start] + instead + text[end:]
    return text, len(spans)
