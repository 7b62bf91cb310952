"""Read digits that were typed without Shift on a Belgian AZERTY keyboard, in fields for one number."""

_ROW = "&é\"'(§è!çà"
_DIGITS = str.maketrans(_ROW, "1234567890")
_SEPARATORS = "0123456789:;,./+=- "


def digits_without_shift(text: str, letters: str = "") -> str:
    """Turn `éà:&&` into `20:11`; a text with more than digits, separators and these letters stays itself."""
    lowered = text.strip().lower()
    if all(sign in _ROW + _SEPARATORS + letters for sign in lowered) and any(
        sign in _ROW for sign in lowered
    ):
        return lowered.translate(_DIGITS)
    return text
