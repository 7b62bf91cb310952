"""Give each label of a sheet an Alt letter of its own, whatever language it is in."""


class AltLetters:
    """Hand out letters, each once: first letters of words before letters inside them."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def give(self, text: str) -> str:
        """Return the text with & before its letter; an & of its own stays an &."""
        starts = [at for at, sign in enumerate(text) if at == 0 or text[at - 1] in " ("]
        for at in (*starts, *range(len(text))):
            letter = text[at].lower()
            if letter.isascii() and letter.isalpha() and letter not in self._taken:
                self._taken.add(letter)
                before, after = text[:at].replace("&", "&&"), text[at:].replace("&", "&&")
                return f"{before}&{after}"
        return text.replace("&", "&&")
