"""A group activity: recorded once, with any number of young people and parents (rule 4)."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from typing import Any

from eletdesk.domain.national_number import without_national_numbers
from eletdesk.domain.writable_text import writable
from eletdesk.errors import InvalidInputError
from eletdesk.translation import _

LEVELS = ("group", "class", "teacher", "team_school")
"""Whom an activity is for; each has exactly one (rule 4: onderwijs.vlaanderen.be, NAFT)."""
_NAME, _NOTE = 200, 20_000
_MOST_PEOPLE, _MOST_MINUTES, _MOST_CENTS = 5_000, 24 * 60, 10_000_000_00


@dataclass(frozen=True, slots=True)
class GroupActivity:
    """One activity as the desk keeps it; who took part stands in the case files.

    note may speak of several young people: it stays with the activity and never goes into a case.
    """

    held_on: date
    minutes: int = 0
    title: str = ""
    level: str = "group"
    starts_at: time | None = None
    programme_code: str = ""
    programme_version: int = 0
    project: str = ""
    call_period: str = ""
    objective: str = ""
    place: str = ""
    is_in_school: bool = True
    is_in_school_time: bool = False
    school: str = ""
    municipality_nis: str = ""
    leader: str = ""
    note: str = ""
    participants_without_case: int = 0
    parents_present: int = 0
    costs_cents: int | None = None
    is_planned: bool = False
    id: str = ""
    created_at: datetime | None = None
    deleted_at: datetime | None = None

    def __repr__(self) -> str:
        """Show the id only: activities end up in tracebacks."""
        return f"<GroupActivity {self.id}>"


@dataclass(frozen=True, slots=True)
class Participant:
    """The part of one young person: came or not, and the people of the network who came along."""

    case_id: str
    has_attended: bool = True
    member_ids: tuple[str, ...] = ()


def checked(activity: GroupActivity, levels: Collection[str] = LEVELS) -> tuple[GroupActivity, int]:
    """Return the activity fit to be kept, and how many national numbers were taken out (rule 18).

    levels are the codes of which it has exactly one (rule 4). Raises InvalidInputError with the field.
    """
    texts: dict[str, Any] = {}
    removed = 0
    for field in fields(activity):
        value = getattr(activity, field.name)
        if isinstance(value, str) and field.name not in ("id", "level"):
            text, count = without_national_numbers(writable(value).strip())
            texts[field.name], removed = text, removed + count
            if len(text) > (_NOTE if field.name == "note" else _NAME):
                raise InvalidInputError(field.name, _("This text is too long for this field."))
    for name, is_possible in _POSSIBLE.items():
        if not is_possible(getattr(activity, name)):
            raise InvalidInputError(name, _("This number is outside what is possible here."))
    if activity.level not in levels:
        raise InvalidInputError("level", _("Choose for whom this activity is."))
    if not texts["title"] and not texts["project"]:
        raise InvalidInputError("title", _("Give the activity a name."))
    return replace(activity, **texts), removed


def _up_to(most: int) -> Callable[[int | None], bool]:
    return lambda number: number is None or 0 <= number <= most


_POSSIBLE: dict[str, Callable[[int | None], bool]] = {
    "minutes": _up_to(_MOST_MINUTES),
    "participants_without_case": _up_to(_MOST_PEOPLE),
    "parents_present": _up_to(_MOST_PEOPLE),
    "costs_cents": _up_to(_MOST_CENTS),
}
