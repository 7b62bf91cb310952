"""Rule 13: from 12 the young person decides, at 12 and 18 consent is asked again, with the edge days."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from eletdesk.desk.desk import Desk
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.domain.consent import Consent, ConsentGiver, ConsentPurpose
from eletdesk.domain.consent_ages import asked_again_since, next_deciding_age
from eletdesk.domain.rights_request import RequestKind
from eletdesk.errors import ReasonNeededError
from eletdesk.operations.consents import record_consent
from eletdesk.operations.people import change_person
from eletdesk.operations.rights import record_request
from eletdesk.programmes.reading import load_programmes
from eletdesk.queries.attention.sources import attention
from eletdesk.queries.consent_gap import consent_gap
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.views import index_cards
from tests.desks import add_noor, make_desk

DAY = timedelta(days=1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = make_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("born", "given", "on", "asks"),
    [
        (date(2014, 11, 20), date(2026, 11, 19), date(2026, 11, 20), 12),  # the 12th birthday
        (date(2014, 11, 20), date(2026, 11, 20), date(2026, 11, 20), None),  # given on the birthday itself
        (date(2014, 11, 20), date(2026, 11, 19), date(2026, 11, 19), None),
        (date(2008, 2, 29), date(2026, 2, 1), date(2026, 2, 28), None),  # born on a leap day: 1 March
        (date(2008, 2, 29), date(2026, 2, 1), date(2026, 3, 1), 18),
        (date(2008, 8, 31), date(2020, 1, 1), date(2026, 8, 31), 18),  # over 12 and 18: the last one counts
    ],
)
def test_rule_13_asks_again_at_12_and_18(born: date, given: date, on: date, asks: int | None) -> None:
    """Decree of 7 May 2004, art. 4 (12 years); of age at 18."""
    assert asked_again_since(born, given, on) == asks


def test_rule_13_says_before_the_birthday_that_it_comes() -> None:
    assert next_deciding_age(date(2014, 12, 10), date(2026, 11, 20), 30) == (12, date(2026, 12, 10))
    assert next_deciding_age(date(2014, 12, 21), date(2026, 11, 20), 30) is None
    assert next_deciding_age(date(2014, 11, 20), date(2026, 11, 20), 30) is None


def test_rule_13_an_assessment_of_incapacity_needs_its_ground(desk: Desk) -> None:
    """Decree of 7 May 2004, art. 4: capability is presumed from 12 and can be rebutted, with reasons."""
    case_id = add_noor(desk)
    answer = {
        "purpose": ConsentPurpose.guidance,
        "given_by": ConsentGiver.parent,
        "given_on": date(2026, 11, 2),
    }
    with pytest.raises(ReasonNeededError):
        desk.run(case_id, record_consent, is_assessed_incapable=True, **answer)  # type: ignore[arg-type]
    desk.run(
        case_id, record_consent, is_assessed_incapable=True, assessed_by="dr. Peeters", reason="Zie verslag.",
        **answer,  # type: ignore[arg-type]
    )  # fmt: skip
    (consent,) = desk.read(case_id, live_rows, Consent)
    assert (consent.assessed_by, consent.assessment_ground) == ("dr. Peeters", "Zie verslag.")
    assert desk.read(case_id, consent_gap, ConsentPurpose.guidance, date(2026, 11, 3)) == ""


def test_rule_13_at_18_nobody_else_decides(desk: Desk) -> None:
    case_id = add_noor(desk)
    desk.run(case_id, change_person, birth_on=date(2008, 11, 1))
    desk.run(
        case_id, record_consent, purpose=ConsentPurpose.guidance, given_by=ConsentGiver.parent,
        given_on=date(2026, 11, 2), is_assessed_incapable=True, assessment_ground="Zie verslag.",
    )  # fmt: skip
    assert "12" in desk.read(case_id, consent_gap, ConsentPurpose.guidance, date(2026, 11, 3))


def told(desk: Desk, today: date) -> list[str]:
    found = attention(desk.register, desk.ask(index_cards), today, load_programmes())
    return [f"{one.icon}: {one.title}" for one in found]


def test_today_tells_of_the_birthday_and_of_a_request(desk: Desk) -> None:
    case_id = add_noor(desk)
    desk.run(case_id, change_person, birth_on=date(2014, 11, 20))
    desk.run(
        case_id, record_consent,
        purpose=ConsentPurpose.guidance, given_by=ConsentGiver.parent, given_on=date(2026, 9, 14),
    )  # fmt: skip
    desk.run(case_id, record_request, kind=RequestKind.inspection, received_on=date(2026, 11, 9))
    assert any(one.startswith("consent: Wordt 12") for one in told(desk, date(2026, 11, 19)))
    later = told(desk, date(2026, 11, 20))
    assert "consent: Vraag opnieuw toestemming: 12 geworden" in later
    assert "rights: Inzage van het dossier" in later


def test_compulsory_guidance_is_not_asked_again(desk: Desk) -> None:
    """Rule 13: truancy guidance needs no consent, so no birthday asks for it."""
    case = NewCase({"given_name": "Noor", "birth_on": date(2014, 11, 20)})
    case_id = new_case(desk, case, "clb_truancy", started_on=date(2026, 9, 14))
    desk.run(
        case_id, record_consent,
        purpose=ConsentPurpose.guidance, given_by=ConsentGiver.parent, given_on=date(2026, 9, 14),
    )  # fmt: skip
    assert not [one for one in told(desk, date(2026, 11, 20)) if one.startswith("consent")]
