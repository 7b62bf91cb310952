"""Adapt a programme: change a copy of its definition, thing by thing, before it is kept as an own version."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from eletdesk.programmes.definition import Programme
from eletdesk.programmes.reading import read_programme
from eletdesk.programmes.rewriting import definition_as_text
from eletdesk.translation import LANGUAGES, _, language, speaking

LISTS = ("stages", "clocks", "outcomes", "reasons", "questions", "building_blocks", "modes", "levels")
"""The lists of a definition that a form can change."""
OWN_SOURCE = "own_choice_here"
_FIXED_LISTS = ("clocks", "levels")
"""Lists that keep their lines: rules of the program look for a clock or a level by its code."""

Item = dict[str, Any]


@dataclass
class Adaptation:
    """The copy that is worked on; `text` is what would be kept, `check` says whether it can be read."""

    content: dict[str, Any]

    @classmethod
    def of(cls, programme: Programme) -> "Adaptation":
        """Begin with a programme as it is."""
        return cls(tomllib.loads(programme.text))

    @classmethod
    def read(cls, text: str) -> "Adaptation":
        """Go on with a copy that was kept."""
        return cls(tomllib.loads(text))

    @property
    def code(self) -> str:
        """Return the code of the programme."""
        return str(self.content["code"])

    @property
    def name(self) -> str:
        """Return the file name that a mistake is told with."""
        return f"{self.code}.toml"

    def text(self) -> str:
        """Return the definition as it would be kept."""
        return definition_as_text(self.content)

    def check(self) -> Programme:
        """Return the programme that this makes; BrokenProgrammeError says where it cannot be read."""
        return read_programme(self.text(), self.name)

    def items(self, kind: str) -> list[Item]:
        """Return the lines of one list, in their order."""
        found: list[Item] = self.content.setdefault(kind, [])
        return found

    def put(self, kind: str, at: int | None, changes: Mapping[str, Any], on: date) -> Item:
        """Change one line, or add one at the end; what is ours from now on says so as its source.

        A line whose words only were changed keeps its source: the rule is still the one that was read there.
        """
        items = self.items(kind)
        item: Item = {"code": self._new_code(kind, changes)} if at is None else items[at]
        is_rule = at is None or any(item.get(key) != value for key, value in changes.items() if _is_rule(key))
        for key, value in changes.items():
            if value in (None, "", []) or (value is False and key != "has_participants"):
                item.pop(key, None)
            else:
                item[key] = value
        if is_rule:
            item.update(source=self._own_source(), certainty="own_choice", valid_from=on)
        if at is None:
            items.insert(self._end_of(kind), item)
        return item

    def move(self, kind: str, at: int, by: int) -> int:
        """Move a line up or down in its list; return where it is now. The last stage stays the last."""
        items = self.items(kind)
        to = at + by
        if not 0 <= to < self._end_of(kind) or at >= self._end_of(kind):
            return at
        items.insert(to, items.pop(at))
        if kind == "stages":
            items[0].pop("is_optional", None)
        return to

    def may_remove(self, kind: str, at: int) -> bool:
        """Tell whether a line can go: not the last of a list, and no stage or clock that rules look for."""
        if kind in _FIXED_LISTS or kind == "stages":
            return False
        return len(self.items(kind)) > 1 or kind == "questions"

    def remove(self, kind: str, at: int) -> None:
        """Take a line out of its list."""
        self.items(kind).pop(at)

    def may_add(self, kind: str) -> bool:
        """Tell whether a list takes lines of one's own."""
        return kind not in _FIXED_LISTS

    def _end_of(self, kind: str) -> int:
        """Return where a new line goes: before the final stage, else at the end."""
        return len(self.items(kind)) - 1 if kind == "stages" else len(self.items(kind))

    def _new_code(self, kind: str, changes: Mapping[str, Any]) -> str:
        taken = {str(item.get("code")) for item in self.items(kind)}
        start = code_from(str(changes["label"][language()]))
        numbers = (f"{start}_{number}" for number in range(2, len(taken) + 3))
        return next(code for code in (start, *numbers) if code not in taken)

    def _own_source(self) -> str:
        sources = self.content.setdefault("sources", [])
        if not any(source.get("code") == OWN_SOURCE for source in sources):
            sources.append({"code": OWN_SOURCE, "place": "eletdesk", "title": _own_title()})
        return OWN_SOURCE


def _is_rule(key: str) -> bool:
    return key not in ("label", "short", "what", "help")


def _own_title() -> dict[str, str]:
    titles = {}
    for each in LANGUAGES:
        with speaking(each):
            titles[each] = _("Own choice of this desk")
    return titles


def code_from(name: str) -> str:
    """Return a code for a name: small letters without accents, digits and underscores."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", errors="ignore").decode("ascii")
    code = re.sub(r"[^a-z0-9]+", "_", letters.casefold()).strip("_")[:40].strip("_")
    return code if code[:1].isalpha() else f"own_{code}".rstrip("_")


def in_each_language(typed: Mapping[str, str]) -> dict[str, str]:
    """Return a label in each language; one that was left empty takes the word that is there."""
    words = {each: " ".join(typed.get(each, "").split()) for each in LANGUAGES}
    first = words.get(language()) or next((word for word in words.values() if word), "")
    return {each: word or first for each, word in words.items()}
