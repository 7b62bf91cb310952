"""The words for what an activity is about: the choices of its programme, municipality, level."""

from typing import TYPE_CHECKING

from eletdesk.domain.labels import choices
from eletdesk.programmes.reference import municipality_named
from eletdesk.translation import _

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk
    from eletdesk.programmes.definition import Programme

_QUESTION_OF = {"objective": "objective", "call_period": "call"}
"""Which question of a programme says what can be filled in; without it anything can."""


def choices_for(programme: "Programme | None", name: str) -> list[tuple[str, str]]:
    """Return code and words of what a programme offers for a field; empty where it asks nothing."""
    question = programme.question(_QUESTION_OF[name]) if programme is not None else None
    if question is None:
        return []
    return [(choice.code, choice.label.said()) for choice in question.choices]


def level_choices(programme: "Programme | None") -> list[tuple[str, str]]:
    """Return code and words of whom an activity can be for; each has exactly one (rule 4)."""
    found = dict(choices("activity_level"))
    if programme is not None:
        found |= {each.code: each.label.said() for each in programme.levels if each.code != "pupil"}
    return list(found.items())


def newest_programme(desk: "Desk", code: str) -> "Programme | None":
    """Return the newest version of a programme; None when it is not known here."""
    versions = [version for known, version in desk.programmes if known == code]
    return desk.programmes[(code, max(versions))] if versions else None


def in_words(desk: "Desk", name: str, value: str) -> str:
    """Return the words for what stands in a field of an activity."""
    if not value:
        return ""
    if name == "municipality_nis":
        found = municipality_named(value)
        return found.name if found else value
    if name == "programme_code":
        programme = newest_programme(desk, value)
        return programme.short.said() if programme else value
    if name == "level":
        return _level(desk, value)
    if name in _QUESTION_OF:
        return next(
            (
                text
                for programme in desk.programmes.values()
                for code, text in choices_for(programme, name)
                if code == value
            ),
            value,
        )
    return value


def _level(desk: "Desk", value: str) -> str:
    known = dict(choices("activity_level"))
    if value in known:
        return known[value]
    programmes = desk.programmes.values()
    return next(
        (each.label.said() for programme in programmes for each in programme.levels if each.code == value),
        value,
    )


def key_in_words(desk: "Desk", name: str, key: str) -> str:
    """Return what a line of counts is about; a municipality with its NIS code."""
    if not key:
        return _("Not filled in")
    words = in_words(desk, name, key)
    return f"{words} ({key})" if name == "municipality_nis" and words != key else words
