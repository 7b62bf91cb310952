"""What the screen reads about group activities: the list, who took part, projects, counts."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from eletdesk.desk.groups.rows import (
    ErasedParts,
    Presence,
    read_activities,
    read_activity,
    read_erased,
    read_presences,
)
from eletdesk.domain.group_activity import GroupActivity
from eletdesk.statistics.activity_counts import ActivityCounts, ActivityFact, PartFact, count_activities
from eletdesk.statistics.facts import Period

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk

_COUNTED = ("attended", "no_show")


@dataclass(frozen=True, slots=True)
class ActivityFilter:
    """Which activities are meant; empty means all."""

    period: Period | None = None
    programme: str = ""
    project: str = ""

    def passes(self, activity: GroupActivity) -> bool:
        """Tell whether an activity is meant."""
        on = activity.held_on
        return (
            (self.period is None or self.period.first_day <= on <= self.period.last_day)
            and self.programme in ("", activity.programme_code)
            and self.project in ("", activity.project)
        )


_ALL = ActivityFilter()


def activities(desk: "Desk", wanted: ActivityFilter = _ALL) -> list[ActivityFact]:
    """Return the activities that are meant, the newest first, each with who took part."""
    rows = [each for each in read_activities(desk.file.rows) if wanted.passes(each)]
    parts: dict[str, list[Presence]] = {}
    for part in read_presences(desk.file.rows):
        if not part.is_binned:
            parts.setdefault(part.activity_id, []).append(part)
    erased = read_erased(desk.file.rows)
    return [_fact(each, parts.get(each.id, ()), erased.get(each.id, ErasedParts())) for each in rows]


def activity(desk: "Desk", activity_id: str) -> GroupActivity | None:
    """Return one activity that is not in the bin."""
    found = read_activity(desk.file.rows, activity_id) if activity_id else None
    return found if found is not None and found.deleted_at is None else None


def binned_activities(desk: "Desk") -> list[GroupActivity]:
    """Return the activities in the bin, the newest first."""
    return read_activities(desk.file.rows, in_bin=True)


def totals(desk: "Desk", wanted: ActivityFilter = _ALL) -> ActivityCounts:
    """Count the activities that are meant: once for the provider and once for each participant (rule 4)."""
    return count_activities(activities(desk, wanted))


def known_words(desk: "Desk", name: str) -> list[str]:
    """Return what was filled in before in a field such as project or objective, the newest first."""
    found = (str(getattr(each, name)) for each in read_activities(desk.file.rows))
    return list(dict.fromkeys(word for word in found if word))


def last_activity(desk: "Desk", project: str = "") -> GroupActivity | None:
    """Return the activity that was recorded last, of one project when it is named."""
    found = [each for each in read_activities(desk.file.rows) if project in ("", each.project)]
    return max(found, key=lambda each: each.id, default=None)


def sessions_in_activities(desk: "Desk") -> dict[str, str]:
    """Return the activity of each session in a case that is a part in one: its time counts once (rule 4)."""
    live = {each.id for each in read_activities(desk.file.rows)}
    found = read_presences(desk.file.rows)
    return {part.row_id: part.activity_id for part in found if part.activity_id in live}


def _fact(of: GroupActivity, parts: Collection[Presence], erased: ErasedParts) -> ActivityFact:
    # A planned one counts as soon as somebody's session in it was logged, wherever that was done.
    if of.is_planned and any(part.attendance in _COUNTED for part in parts):
        of = replace(of, is_planned=False)
    return ActivityFact(
        of,
        tuple(
            PartFact(part.case_id, part.attendance == "attended", part.parents)
            for part in parts
            if of.is_planned or part.attendance in _COUNTED
        ),
        erased.attended,
        erased.no_show,
        erased.parents,
    )
