"""One matter that asks for the worker, and what a source of such matters looks like."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import HasConnection

if TYPE_CHECKING:
    from datetime import date

    from eletdesk.programmes.definition import Programme

ACTIONS = ("log", "open", "plan", "continue", "dossier", "tick", "follow_up", "show")
"""What Today does: log in the line, open the case at a row or tab, plan the return meeting of the time-out
`row_id`, take up a draft, open the dossier, tick the task `row_id`, open the follow-up `row_id`; show the
parts of a line."""

SOON_DAYS = 5
"""What ends or is due within so many days is told beforehand."""


@dataclass(frozen=True, slots=True)
class Attention:
    """One case that asks for something: why in one sentence (`detail`), and the one action that solves it.

    tone is danger, warn or info; action one of ACTIONS. `tab` is the key of a tab of the case page and
    `row_id` a row there. `source` is the law or circular that the rule comes from, in words, where it is
    one. `kind` tells matters of one case apart (by default the icon); `key` stays the same while it lasts.
    """

    case_id: str
    name: str
    icon: str
    tone: str
    title: str
    detail: str
    action: str
    weight: float
    row_id: str = ""
    tab: str = ""
    source: str = ""
    kind: str = ""
    #: The matters of one kind that stand together in this line; the action shows them.
    parts: tuple["Attention", ...] = ()

    @property
    def key(self) -> str:
        """Return what this matter is put off under."""
        kind = self.kind or self.icon
        return ":".join(("", kind, "") if self.parts else (self.case_id, kind, self.row_id))


Programmes = Mapping[tuple[str, int], "Programme"]
Source = Callable[[HasConnection, list[IndexCard], "date"], Iterable[Attention]]
RuledSource = Callable[[HasConnection, list[IndexCard], "date", Programmes], Iterable[Attention]]
