"""One line of the timeline of a case."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One thing that happened; icon is the name of its meaning."""

    table: str
    row_id: str
    icon: str
    on: date
    at: time | None
    title: str
    detail: str
    text: str = ""
    topics: tuple[str, ...] = ()
    is_confidential: bool = False
    is_planned: bool = False
    is_draft: bool = False
