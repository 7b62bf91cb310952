"""One table of a definition file, read key by key; every mistake names the file and the key."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NoReturn

from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.label import CERTAINTIES, Basis, Label, Source
from eletdesk.translation import LANGUAGES, _

_CODE = re.compile(r"[a-z][a-z0-9_]*\Z")


@dataclass
class DefinitionTable:
    """A TOML table with its place in the file; keys that nobody asked for are mistakes too."""

    file: str
    path: str
    content: Mapping[str, object]
    sources: Mapping[str, Source] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)

    def refuse(self, key: str, sentence: str) -> NoReturn:
        """Raise the error for one key of this table."""
        raise BrokenProgrammeError(self.file, f"{self.path}.{key}".strip("."), sentence)

    def _value(self, key: str, kind: type, sentence: str) -> object:
        """Return the value of a key that must be there and be of one kind."""
        self._asked.add(key)
        if key not in self.content:
            self.refuse(key, _("This is missing."))
        value = self.content[key]
        if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
            self.refuse(key, sentence)
        return value

    def has(self, key: str) -> bool:
        """Tell whether the key is there, for what may be left out."""
        return key in self.content

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text that is not empty."""
        if default is not None and not self.has(key):
            return default
        value = str(self._value(key, str, _("This must be a text.")))
        if not value.strip():
            self.refuse(key, _("This must not be empty."))
        return value

    def code(self, key: str = "code") -> str:
        """Return a code: small letters, digits and underscores."""
        value = self.text(key)
        if not _CODE.match(value):
            self.refuse(key, _("A code has only small letters without accents, digits and underscores."))
        return value

    def one_of(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """Return a text that must be one of a few."""
        value = self.text(key, default)
        if value not in allowed:
            self.refuse(key, _("This must be one of: {allowed}.").format(allowed=", ".join(sorted(allowed))))
        return value

    def whole(self, key: str, least: int = 0, default: int | None = None) -> int:
        """Return a whole number of at least so much."""
        if default is not None and not self.has(key):
            return default
        value = self._value(key, int, _("This must be a whole number."))
        assert isinstance(value, int)
        if value < least:
            self.refuse(key, _("This number is too small."))
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """Return a number above zero, whole or not."""
        if default is not None and not self.has(key):
            return default
        if isinstance(self.content.get(key), int):
            return float(self.whole(key, least=1))
        value = self._value(key, float, _("This must be a number."))
        assert isinstance(value, float)
        if not 0 < value < float("inf"):
            self.refuse(key, _("This number is too small."))
        return value

    def share(self, key: str, default: float) -> float:
        """Return a part of the whole, at most 1."""
        value = self.number(key, default)
        if value > 1:
            self.refuse(key, _("This is a part of the whole, like 0.8."))
        return value

    def yes(self, key: str, default: bool | None = None) -> bool:
        """Return a yes or no."""
        if default is not None and not self.has(key):
            return default
        return bool(self._value(key, bool, _("This must be true or false.")))

    def day(self, key: str) -> date:
        """Return a date, written as 2026-09-01 without quotes."""
        value = self._value(key, date, _("This must be a date, like 2026-09-01."))
        if not isinstance(value, date) or isinstance(value, datetime):
            self.refuse(key, _("This must be a date, like 2026-09-01."))
        return value

    def texts(
        self, key: str, allowed: Collection[str] | None = None, default: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        """Return a list of texts, each of a few when allowed is given; none twice."""
        if default is not None and not self.has(key):
            return default
        values = self._value(key, list, _("This must be a list."))
        assert isinstance(values, list)
        for value in values:
            if not isinstance(value, str):
                self.refuse(key, _("This must be a list of texts."))
            if allowed is not None and value not in allowed:
                said = _("This must be one of: {allowed}.").format(allowed=", ".join(sorted(allowed)))
                self.refuse(key, said)
        if len(set(values)) < len(values):
            self.refuse(key, _("The same thing stands here twice."))
        return tuple(values)

    def wholes(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers."""
        values = self._value(key, list, _("This must be a list."))
        assert isinstance(values, list)
        if any(not isinstance(value, int) or isinstance(value, bool) for value in values):
            self.refuse(key, _("This must be a list of whole numbers."))
        return tuple(values)

    def table(self, key: str) -> "DefinitionTable":
        """Return a table inside this one."""
        value = self._value(key, dict, _("This must be a table."))
        assert isinstance(value, dict)
        return DefinitionTable(self.file, f"{self.path}.{key}".strip("."), value, self.sources)

    def tables(self, key: str, least: int = 1) -> tuple["DefinitionTable", ...]:
        """Return a list of tables; a table that has a code is named by it in errors."""
        if least == 0 and not self.has(key):
            return ()
        values = self._value(key, list, _("This must be a list of tables."))
        assert isinstance(values, list)
        if len(values) < least:
            self.refuse(key, _("This list has too few lines."))
        found = []
        for at, value in enumerate(values, start=1):
            if not isinstance(value, dict):
                self.refuse(key, _("This must be a list of tables."))
            found.append(
                DefinitionTable(self.file, f"{self.path}.{key}[{at}]".strip("."), value, self.sources)
            )
        return tuple(found)

    def label(self, key: str, default: Label | None = None) -> Label:
        """Return a text that is there in each language."""
        if default is not None and not self.has(key):
            return default
        table = self.table(key)
        said = Label(**{language: table.text(language) for language in LANGUAGES})
        table.done()
        return said

    def labels(self, key: str) -> tuple[Label, ...]:
        """Return a list of texts, each in each language."""
        found = []
        for table in self.tables(key, least=0):
            found.append(Label(**{language: table.text(language) for language in LANGUAGES}))
            table.done()
        return tuple(found)

    def basis(self, default: Basis | None = None) -> Basis:
        """Return where this rule comes from; without a certainty it was read in its source."""
        if default is not None and not self.has("source"):
            return default
        source = self.text("source")
        if source not in self.sources:
            self.refuse("source", _("This source is not in the list of sources."))
        certainty = self.one_of("certainty", CERTAINTIES, default="fact")
        return Basis(self.sources[source], self.day("valid_from"), certainty)

    def done(self) -> None:
        """Refuse a key that nobody asked for: a misspelt key must not be lost in silence."""
        for key in self.content:
            if key not in self._asked:
                self.refuse(key, _("This key is not known here."))


def refuse_doubles(tables: Collection[DefinitionTable], *keys: str) -> None:
    """Refuse the second of two tables with the same keys, by default the same code."""
    seen: set[tuple[object, ...]] = set()
    for table in tables:
        mark = tuple(table.content.get(key) for key in keys or ("code",))
        if mark in seen:
            table.refuse((keys or ("code",))[0], _("This code stands here twice."))
        seen.add(mark)
