"""Turn what happened into items of the timeline widget: grouped, dated, with an icon and a tone."""

from collections.abc import Iterable
from datetime import date, timedelta

from eletdesk.domain.date_words import MONTHS
from eletdesk.domain.names import fold
from eletdesk.domain.spoken_dates import short_date
from eletdesk.domain.spoken_times import say_time
from eletdesk.queries.timeline import TimelineItem as Happening
from eletdesk.translation import _, language
from ui.widgets.timeline import TimelineChip, TimelineItem

_LOOKS = {
    "session": ("session", "accent"),
    "visit": ("home-visit", "accent"),
    "group": ("group", "accent"),
    "phone": ("call", "accent"),
    "message": ("message", "accent"),
    "email": ("mail", "accent"),
    "meeting": ("meeting", "accent"),
    "letter": ("mail", "accent"),
    "unknown": ("message", "accent"),
    "time_out": ("time-out", "warn"),
    "document": ("document", "info"),
    "stage": ("stage", "ok"),
    "send": ("shared", "info"),
    "draft": ("draft", "neutral"),
    "goal": ("goal", "ok"),
    "goal_review": ("goal", "info"),
    "assessment": ("assessment", "info"),
    "care": ("care", "info"),
    "follow_up": ("aftercare", "ok"),
}


def timeline_items(happenings: Iterable[Happening], today: date) -> list[TimelineItem]:
    """Return the items in the same order; the key is table and row."""
    return [_item(happening, today) for happening in happenings]


def _item(one: Happening, today: date) -> TimelineItem:
    icon, tone = _LOOKS.get(one.icon, ("session", "accent"))
    when = short_date(one.on, today)
    at = say_time(one.at) if one.at else ""
    chips = [TimelineChip(_("planned"), "info", "plan")] if one.is_planned else []
    chips += [TimelineChip(topic, "neutral", "tag") for topic in one.topics]
    if one.is_confidential:
        chips.append(TimelineChip(_("confidential"), "neutral", "confidential"))
    return TimelineItem(
        key=(one.table, one.row_id),
        title=one.title,
        when=f"{when} {at}".strip(),
        subtitle=one.detail,
        text=one.text.strip(),
        icon=icon,
        tone=tone,
        group=group_of(one.on, today),
        chips=tuple(chips),
        is_draft=one.is_draft,
    )


def group_of(on: date, today: date) -> str:
    """Return the heading that a day stands under."""
    monday = today - timedelta(days=today.weekday())
    if on > today:
        return _("Coming up")
    if on == today:
        return _("Today")
    if on >= monday:
        return _("This week")
    if on >= monday - timedelta(days=7):
        return _("Last week")
    month = MONTHS[language()][on.month - 1].capitalize()
    return month if on.year == today.year else f"{month} {on.year}"


def matching(happenings: Iterable[Happening], words: str) -> list[Happening]:
    """Return what holds every word, wherever it stands; accents and capitals do not matter."""
    wanted = fold(words).split()
    found = []
    for one in happenings:
        text = fold(" ".join((one.title, one.detail, one.text, *one.topics)))
        if all(word in text for word in wanted):
            found.append(one)
    return found


def nearest_key(happenings: Iterable[Happening], on: date) -> tuple[str, str] | None:
    """Return the newest thing on or before a day, else the oldest of all."""
    found = None
    for one in happenings:
        found = (one.table, one.row_id)
        if one.on <= on:
            break
    return found
