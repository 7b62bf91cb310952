"""Today tells of a stay in a SAS that is nearly used up, from the stages that were really entered."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.desk.desk import Desk
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.domain.pathway import Pathway
from eletdesk.operations.pathways import close_pathway, move_stage, start_pathway
from eletdesk.queries.attention.item import Attention
from eletdesk.queries.attention.limits import case_limits, limits
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.views import index_cards
from eletdesk.translation import speaking
from tests.desks import make_desk

STARTED, IN_CARE = date(2026, 9, 1), date(2026, 9, 7)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock.use_clock(lambda: datetime(2026, 9, 7, 9, 0))  # noqa: DTZ001 - the wall clock of the test
    opened = make_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def case(desk: Desk) -> str:
    """Give a young person who is in a SAS since 7 September 2026."""
    case_id = new_case(desk, NewCase({"given_name": "Sami"}), "sas", STARTED)
    enter_care(desk, case_id, IN_CARE)
    return case_id


def enter_care(desk: Desk, case_id: str, on: date) -> None:
    sas, pathway = desk.programmes["sas", 1], desk.read(case_id, live_rows, Pathway)[-1]
    desk.run(
        case_id, move_stage, pathway.id, programme=sas, to_stage="prise_en_charge", on=on, reason="so agreed"
    )


def told(desk: Desk, on: date) -> list[Attention]:
    return list(limits(desk.register, index_cards(desk.register), on, desk.programmes))


@pytest.mark.parametrize(
    ("on", "tone", "end"),
    [
        (date(2026, 11, 17), "", ""),
        (date(2026, 11, 18), "warn", "73 of 91 days"),
        (date(2026, 12, 6), "warn", "91 of 91 days"),
        (date(2027, 1, 28), "", ""),
        (date(2027, 1, 29), "warn", "145 of 181 days"),
        (date(2027, 3, 7), "danger", "182 of 181 days"),
    ],
)
def test_sas_limits_are_told_from_eighty_percent(
    desk: Desk, case: str, on: date, tone: str, end: str
) -> None:
    """SAS: 3 months renewable once and 6 months a school year (intersas.be/sas), warned at 80 %."""
    with speaking("en"):
        found = told(desk, on)
    assert [(one.tone, one.case_id) for one in found] == ([(tone, case)] if tone else [])
    for one in found:
        assert one.title.endswith(end)
        assert one.source.startswith("InterSAS")
        assert one.action == "open"


def test_a_renewal_that_is_left_is_said(desk: Desk, case: str) -> None:
    assert case
    with speaking("en"):
        before, after = told(desk, date(2026, 12, 1))[0], told(desk, date(2027, 3, 1))[0]
    assert "may be renewed 1 time" in before.detail
    assert "renewed" not in after.detail


def test_stays_of_earlier_pathways_count_for_the_whole_schooling(desk: Desk, case: str) -> None:
    sas, (first,) = desk.programmes["sas", 1], desk.read(case, live_rows, Pathway)
    closed_on = date(2026, 9, 17)
    clock.use_clock(lambda: datetime(2026, 9, 20, 9, 0))  # noqa: DTZ001 - the wall clock of the test
    desk.run(case, close_pathway, first.id, programme=sas, outcome="other_school", on=closed_on)
    assert told(desk, date(2027, 6, 1)) == []
    desk.run(case, start_pathway, programme=sas, started_on=date(2026, 9, 18))
    enter_care(desk, case, date(2026, 9, 20))
    used = {
        state.clock.code: state.used_days
        for state in case_limits(desk.register, case, sas, date(2026, 9, 21))
    }
    assert used == {"care_period": 2, "care_school_year": 12, "care_lifetime": 12}


def test_a_programme_without_limits_tells_nothing(desk: Desk) -> None:
    new_case(desk, NewCase({"given_name": "Noor"}), "naft", STARTED)
    assert told(desk, date(2030, 1, 1)) == []


def test_a_limit_is_told_whatever_programme_was_started_last(desk: Desk, case: str) -> None:
    """Somebody in a SAS (intersas.be/sas: 3 months) who starts a second programme is still in the SAS."""
    desk.run(case, start_pathway, programme=desk.programmes["naft", 1], started_on=date(2026, 10, 1))
    assert [card.programme for card in index_cards(desk.register)] == ["naft"]
    assert [one.kind for one in told(desk, date(2026, 12, 1))] == ["limit_care_period"]
    stay = desk.read(case, live_rows, Pathway)[0]
    desk.run(
        case, close_pathway, stay.id,
        programme=desk.programmes["sas", 1], outcome="other_school", on=date(2026, 11, 20),
    )  # fmt: skip
    assert told(desk, date(2026, 12, 1)) == []
