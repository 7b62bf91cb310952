"""Put the role of other people in the place of their names, in a text that is handed to somebody."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from eletdesk.domain.labels import label
from eletdesk.domain.network_member import NetworkMember

_SHORTEST = 3


@dataclass
class OtherNames:
    """The names to replace, the longest first; counts how often each role took the place of a name."""

    roles: dict[str, str]
    replaced: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, members: Iterable[NetworkMember], known: Iterable[str] = ()) -> "OtherNames":
        """Take every name and part of a name of these people, except the parts that are known."""
        kept = {part.casefold() for name in known for part in name.split()}
        roles: dict[str, str] = {}
        for member in members:
            parts = [part for part in member.name.split() if len(part) >= _SHORTEST and part[0].isupper()]
            for name in (member.name.strip(), *parts):
                if name and name.casefold() not in kept:
                    roles.setdefault(name, label("role", member.role))
        return cls(dict(sorted(roles.items(), key=lambda line: -len(line[0]))))

    def without(self, text: str) -> str:
        """Return the text with a role in brackets for each name; whole words, also before a genitive s."""
        for name, role in self.roles.items():
            text, count = re.subn(rf"(?<!\w){re.escape(name)}(?=s?(?!\w))", f"[{role}]", text)
            if count:
                self.replaced[role] = self.replaced.get(role, 0) + count
        return text
