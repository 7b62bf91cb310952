"""The words for what figures count, over all programmes that are worked with in a desk."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from eletdesk.desk.programmes import my_programme
from eletdesk.domain.labels import choices
from eletdesk.programmes.definition import Choice, Programme, Stage
from eletdesk.statistics.tables import Labels
from eletdesk.translation import _

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk

Worked = set[tuple[str, int]]


def counted_code(programme: str, code: str) -> str:
    """Return a code of a programme as figures count it: the same word in two programmes is two things.

    It is the same in every summary of a desk, because each is compared with those that left before.
    """
    return f"{programme}.{code}" if code else ""


def figure_labels(desk: "Desk", worked: Worked) -> Labels:
    """Return the words for the codes of all programmes worked with, the worker's own programme first."""
    families = _families(desk, worked)
    has_several = len(families) > 1
    stages: dict[str, str] = {}
    reasons: dict[str, str] = {}
    outcomes: dict[str, str] = {}
    names: dict[str, str] = {}
    for versions in families:
        newest = versions[0]
        prefix = _("{programme}: {what}") if has_several else "{what}"
        names[newest.code] = newest.short.said()
        for kept, listed in (
            (stages, [one.stages for one in versions]),
            (reasons, [one.reasons for one in versions]),
            (outcomes, [one.outcomes for one in versions]),
        ):
            for code, text in _words(listed):
                said = prefix.format(programme=newest.short.said(), what=text)
                kept.setdefault(counted_code(newest.code, code), said)
    return Labels(stages, dict(choices("gender")), reasons, outcomes, names if has_several else {})


def _families(desk: "Desk", worked: Worked) -> list[list[Programme]]:
    """Return the known versions of each programme worked with, the newest first; the worker's comes first."""
    mine = my_programme(desk)
    codes = {code for code, _version in worked} | {mine}
    families: list[list[Programme]] = []
    for code in sorted(codes, key=lambda code: (code != mine, code)):
        known = [one for (its_code, _version), one in desk.programmes.items() if its_code == code]
        # Only versions that somebody is worked with, or the newest: an own version may have other stages.
        used = [one for one in known if (one.code, one.version) in worked]
        if known:
            families.append(sorted(used or known, key=lambda one: -one.version))
    return families


def _words(listed: Iterable[tuple[Stage | Choice, ...]]) -> Iterable[tuple[str, str]]:
    for choices_of in listed:
        for one in choices_of:
            yield one.code, one.label.said()
