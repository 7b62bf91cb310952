"""The page on how a programme is written names every code that a definition may use, and no other file."""

import re

from eletdesk.programmes import definition_parts as parts
from eletdesk.programmes import facts
from eletdesk.programmes.reading import COMMUNITIES, house_programmes
from eletdesk.programmes.reading_parts import COUNTS, EXCLUDES
from tests.structure.house import ROOT

PAGE = (ROOT / "docs" / "programmes.md").read_text("utf-8")
NAMED = set(re.findall(r"`([a-z0-9_:]+)`", PAGE))


def test_every_code_is_named() -> None:
    codes = {
        *facts.KNOWN_FACTS,
        *facts.CLOCK_STARTS,
        *facts.CLOCK_KINDS,
        *facts.CLOCK_PERIODS,
        *facts.TASK_MOMENTS,
        *facts.TASK_CAUSES,
        *facts.TASK_UNITS,
        *facts.KNOWN_THRESHOLDS,
        *facts.QUESTION_KINDS,
        *facts.WORD_CODES,
        facts.ANSWER,
        facts.STAGE_ENTERED,
        *parts.CLOCK_UNITS,
        *parts.BUCKET_UNITS,
        *parts.UNIT_CODES,
        *parts.ROUNDINGS,
        *parts.REASON_CATEGORIES,
        *parts.OUTCOME_CLASSES,
        *COMMUNITIES,
        *COUNTS,
        *EXCLUDES,
    }
    assert sorted(codes - NAMED) == []


def test_every_programme_of_the_house_is_named() -> None:
    assert {code for code, _version in house_programmes()} <= NAMED
