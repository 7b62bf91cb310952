"""A text in three languages, and where a rule comes from: what each line of a definition carries."""

from dataclasses import dataclass
from datetime import date

from eletdesk.translation import language

CERTAINTIES = ("fact", "inference", "unverified", "own_choice")


@dataclass(frozen=True, slots=True)
class Label:
    """One text in Dutch, French and English."""

    nl: str
    fr: str
    en: str

    def said(self) -> str:
        """Return the text in the language that is spoken now."""
        return self.in_language(language())

    def in_language(self, code: str) -> str:
        """Return the text in nl, fr or en."""
        return {"nl": self.nl, "fr": self.fr, "en": self.en}[code]


@dataclass(frozen=True, slots=True)
class Source:
    """A law, circular or page that a rule was read in; place says where to find it."""

    code: str
    title: Label
    place: str


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a rule comes from, from which day it holds, and how sure we are.

    The certainty is fact (read on the page named), inference (reasoned from facts), unverified
    (general knowledge, check before use) or own_choice (ours, made to be changed).
    """

    source: Source
    valid_from: date
    certainty: str

    @property
    def is_sure(self) -> bool:
        """Tell whether the rule was read in its source."""
        return self.certainty == "fact"
