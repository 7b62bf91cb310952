"""Whose consent counts, and when it is asked again (rule 13)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eletdesk.domain.consent import ConsentPurpose
from eletdesk.operations.consents import record_consent, withdraw_consent
from eletdesk.operations.people import change_person
from eletdesk.queries.consent_gap import consent_gap
from eletdesk.queries.dossier.draft import ReadyState
from eletdesk.queries.pathway_facts import consent_in_force
from eletdesk.storage.case_file import CaseFile
from tests.referral_case import (
    TODAY,
    filled_case,
    refer,
    run,
    states,
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    yield from filled_case(tmp_path)


INCAPABLE = {"is_assessed_incapable": True, "assessment_ground": "Zie verslag."}
CONSENTS: list[tuple[str, dict[str, Any], bool]] = [
    ("nobody asked", {}, False),
    ("the young person, 15", {"given_by": "young_person"}, True),
    ("both", {"given_by": "both"}, True),
    ("only a parent of somebody of 15", {"given_by": "parent"}, False),
    ("a parent of somebody who is incapable", {"given_by": "parent", **INCAPABLE}, True),
    ("somebody who is incapable", {"given_by": "young_person", **INCAPABLE}, False),
    ("refused", {"given_by": "young_person", "state": "refused"}, False),
    ("over", {"given_by": "young_person", "valid_until": date(2026, 11, 22)}, False),
    ("over after today", {"given_by": "young_person", "valid_until": date(2026, 11, 23)}, True),
    ("compulsory", {"given_by": "parent", "is_compulsory": True}, True),
    ("from before the 12th birthday", {"given_by": "both", "given_on": date(2023, 3, 3)}, False),
    ("on the 12th birthday", {"given_by": "both", "given_on": date(2023, 3, 4)}, True),
    ("of tomorrow", {"given_by": "both", "given_on": date(2026, 11, 24)}, False),
]


@pytest.mark.parametrize(("_name", "details", "holds"), CONSENTS, ids=[name for name, *_ in CONSENTS])
def test_rule_13_whose_consent_counts(
    case: CaseFile, _name: str, details: dict[str, Any], holds: bool
) -> None:
    """Rule 13: own consent from 12 (decree of 7 May 2004, art. 4 and 8), asked again at 12 and 18."""
    if details:
        given_on = details.pop("given_on", date(2026, 11, 1))
        run(case, record_consent, purpose=ConsentPurpose.share_with_naft, given_on=given_on, **details)
    with case.reading() as session:
        gap = consent_gap(session, ConsentPurpose.share_with_naft, TODAY)
    assert (gap == "") is holds
    assert states(case, refer(case))["consent"] == (
        (ReadyState.ready, "") if holds else (ReadyState.missing, gap)
    )


def test_rule_13_asks_again_at_18(case: CaseFile) -> None:
    """Rule 13: at majority consent is asked again."""
    run(case, change_person, birth_on=date(2008, 11, 20))
    run(case, record_consent, purpose="share_with_naft", given_by="young_person", given_on=date(2026, 11, 1))
    with case.reading() as session:
        assert "18" in consent_gap(session, ConsentPurpose.share_with_naft, TODAY)
        assert consent_gap(session, ConsentPurpose.share_with_naft, date(2026, 11, 19)) == ""


def test_a_withdrawal_counts_from_its_day(case: CaseFile) -> None:
    given = run(
        case, record_consent, purpose="share_with_naft", given_by="young_person", given_on=date(2026, 11, 1)
    )
    run(case, withdraw_consent, given.id, on=date(2026, 11, 20))
    with case.reading() as session:
        assert consent_gap(session, ConsentPurpose.share_with_naft, date(2026, 11, 19)) == ""
        assert consent_gap(session, ConsentPurpose.share_with_naft, TODAY) != ""


OWN: dict[str, Any] = {"given_by": "young_person"}
PARENT: dict[str, Any] = {"given_by": "parent"}
TWO_ANSWERS: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("a parent agrees as well", OWN, PARENT, True),
    ("a parent refuses later", OWN, PARENT | {"state": "refused"}, True),
    ("the young person refuses, a parent agrees later", OWN | {"state": "refused"}, PARENT, False),
    ("a parent agreed, the young person does so too", PARENT, OWN, True),
    ("assessed as incapable since", OWN, PARENT | INCAPABLE, True),
    ("assessed as incapable since, and refused", OWN, PARENT | INCAPABLE | {"state": "refused"}, False),
    ("both, then the young person refuses", {"given_by": "both"}, OWN | {"state": "refused"}, False),
]


@pytest.mark.parametrize(
    ("_name", "first", "second", "holds"), TWO_ANSWERS, ids=[name for name, *_ in TWO_ANSWERS]
)
def test_rule_13_the_answer_of_who_decides_counts(
    case: CaseFile, _name: str, first: dict[str, Any], second: dict[str, Any], holds: bool
) -> None:
    """Rule 13: a capable young person of 12 decides (decree of 7 May 2004, art. 4 and 8), not the last."""
    purpose = ConsentPurpose.guidance
    run(case, record_consent, purpose=purpose, given_on=date(2026, 11, 1), **first)
    run(case, record_consent, purpose=purpose, given_on=date(2026, 11, 5), **second)
    with case.reading() as session:
        assert (consent_gap(session, purpose, TODAY) == "") is holds
        assert (consent_in_force(session, purpose, TODAY) is not None) is holds
