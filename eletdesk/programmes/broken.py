"""The one error of this room: a definition file that cannot be trusted, with the file and the key."""

from eletdesk.errors import EletdeskError
from eletdesk.translation import _


class BrokenProgrammeError(EletdeskError):
    """A definition file has a mistake; file and key say where."""

    def __init__(self, file: str, key: str, sentence: str) -> None:
        said = _("{file}, at {key}: {sentence}").format(file=file, key=key or "-", sentence=sentence)
        super().__init__(said)
        self.file = file
        self.key = key
        self.sentence = sentence
