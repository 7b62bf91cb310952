"""Put the role of other people in the place of their names, in a text that is handed to somebody."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from eletdesk.domain.labels import label
from eletdesk.domain.names import comparable
from eletdesk.domain.network_member import MemberRole, NetworkMember
from eletdesk.domain.role_words import ROLE_OF

_SHORTEST = 3


@dataclass
class OtherNames:
    """The names to replace, the longest first; counts how often each role took the place of a name."""

    roles: dict[str, str]
    replaced: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(
        cls, members: Iterable[NetworkMember], known: Iterable[str] = (), typed: Iterable[str] = ()
    ) -> "OtherNames":
        """Take every name and part of a name of these people, except the parts that are known.

        typed is whom a contact was with when nobody of the network was chosen: of unknown people only what
        looks like a name is taken, not a word such as mama or school.
        """
        kept = {part.casefold() for name in known for part in name.split()}
        roles: dict[str, str] = {}
        for member in members:
            parts = [part for part in member.name.split() if len(part) >= _SHORTEST and part[0].isupper()]
            for name in (member.name.strip(), *parts):
                if name and name.casefold() not in kept:
                    roles.setdefault(name, label("role", member.role))
        for text in typed:
            for name in _names_in(text, kept):
                roles.setdefault(name, label("role", MemberRole.other))
        return cls(dict(sorted(roles.items(), key=lambda line: -len(line[0]))))

    def without(self, text: str) -> str:
        """Return the text with a role in brackets for each name; whole words, also before a genitive s."""
        for name, role in self.roles.items():
            text, count = re.subn(rf"(?<!\w){re.escape(name)}(?=s?(?!\w))", f"[{role}]", text)
            if count:
                self.replaced[role] = self.replaced.get(role, 0) + count
        return text


def _names_in(text: str, kept: Collection[str]) -> list[str]:
    """Return the whole text when it names somebody unknown, and its parts when they are a person's."""
    words = text.split()
    unknown = [
        word
        for word in words
        if word[0].isupper() and word.casefold() not in kept and comparable(word) not in ROLE_OF
    ]
    if not unknown:
        return []
    is_person = len(unknown) == len(words) and not any(word.isupper() for word in words)
    parts = [word for word in words if len(word) >= _SHORTEST] if is_person else []
    return [text.strip(), *parts]
