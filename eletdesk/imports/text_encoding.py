"""Finding out how the letters of a text file are written."""

import codecs
import re

from eletdesk.imports.limits import not_readable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = "cp1252"
_OLDER = ("cp1254", "cp1250", "cp850", "mac_roman", "iso8859_15")
_SAMPLE = 200_000
_RARE = frozenset("ÐÞðþ")  # Icelandic in the Western table, Ş and Ğ in the Turkish one: here the latter
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x80-\x9f]")


def decoded(content: bytes) -> str:
    """Return the text of a file in whichever encoding it is written."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            # some programs write the mark twice, so it is also taken off after decoding
            return _strictly(content[len(mark) :], encoding).lstrip("\ufeff")
    wide = _wide_encoding(content)
    if wide:
        return _strictly(content, wide)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _in_an_old_table(content)


def _strictly(content: bytes, encoding: str) -> str:
    """Decode and refuse the file when it breaks its own promise."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise not_readable() from None


def _wide_encoding(content: bytes) -> str:
    """Recognise UTF-16 without a mark: every second byte of plain letters is zero."""
    sample = content[:4000]
    pairs = len(sample) // 2
    if pairs < 4 or len(content) % 2:
        return ""
    for zeros, encoding in ((sample[1::2], "utf-16-le"), (sample[0::2], "utf-16-be")):
        if zeros.count(0) > pairs * 0.6:
            return encoding
    return ""


def _oddity(text: str) -> int:
    """Count what no list of people holds: control characters, signs and capitals inside words."""
    odd = 5 * len(_CONTROL.findall(text)) + sum(sign in _RARE for sign in text)
    for before, sign, after in zip(text, text[1:], text[2:], strict=False):
        if sign < "\x80" or not before.isalpha():
            continue
        is_in_word = after.isalpha() and not sign.isalpha() and sign not in "’‘–\xa0"
        odd += is_in_word or (sign.isupper() and before.islower())
    return odd


def _in_an_old_table(content: bytes) -> str:
    """Choose the eight-bit table in which the text has the fewest odd signs; Western Windows wins a draw."""
    lines = [line for line in content.splitlines() if not line.isascii()]
    sample = b"\n".join(lines)[:_SAMPLE]
    first = sample.decode(_WESTERN, "replace")
    if not _oddity(first) and "\ufffd" not in first:
        return content.decode(_WESTERN, "replace")
    candidates = [_WESTERN, *_OLDER, *_guessed(sample)]
    scores = []
    for order, encoding in enumerate(candidates):
        try:
            scores.append((_oddity(sample.decode(encoding)), order, encoding))
        except UnicodeDecodeError:
            continue
    return content.decode(min(scores)[2] if scores else _WESTERN, "replace")


def _guessed(sample: bytes) -> list[str]:
    """Ask charset-normalizer for one more candidate."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - not needed to start

    best = from_bytes(sample).best()
    return [best.encoding] if best and best.encoding not in ("utf_8", "utf_16") else []
