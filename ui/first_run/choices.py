"""What somebody chose in the first minutes: everything that is needed to make a desk."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

Start = Literal["new", "import", "demo"]


@dataclass(frozen=True)
class FirstRunChoices:
    """The choices; secrets stay out of its text form. recovery_words is empty for the example desk."""

    language: str
    start: Start
    worker_name: str
    organisation: str
    worker_role: str
    folder: Path
    passphrase: str = field(repr=False)
    recovery_words: str = field(repr=False, default="")
    recovery_confirmed: bool = False
    spreadsheet: Path | None = None
    programme: str = ""


class Judgement(Protocol):
    """What a judge says of a passphrase: enough or not, 0 to 4, and one sentence."""

    @property
    def is_enough(self) -> bool:
        """Tell whether it may be taken."""
        ...

    @property
    def score(self) -> int:
        """Return 0 to 4."""
        ...

    @property
    def advice(self) -> str:
        """Return one sentence."""
        ...


@dataclass(frozen=True)
class Secrets:
    """Where passphrases and recovery words come from, and who judges them."""

    generate: Callable[[str], str]
    new_recovery_words: Callable[[str], list[str]]
    judge: Callable[[str, list[str]], Judgement]


@dataclass
class Draft:
    """What has been chosen so far, while going to and fro between the steps."""

    language: str
    folder: Path
    start: Start = "new"
    spreadsheet: Path | None = None
    worker_name: str = ""
    organisation: str = ""
    worker_role: str = ""
    programme: str = ""
    passphrase: str = field(repr=False, default="")
    recovery_words: list[str] = field(repr=False, default_factory=list)
    recovery_confirmed: bool = False

    def choices(self) -> FirstRunChoices:
        """Return what was chosen."""
        return FirstRunChoices(
            language=self.language,
            start=self.start,
            spreadsheet=self.spreadsheet if self.start == "import" else None,
            worker_name=self.worker_name,
            organisation=self.organisation,
            worker_role=self.worker_role,
            folder=self.folder,
            passphrase=self.passphrase,
            recovery_words=" ".join(self.recovery_words),
            recovery_confirmed=self.recovery_confirmed,
            programme=self.programme,
        )
