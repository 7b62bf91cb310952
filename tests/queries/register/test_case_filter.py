"""Filters over the caseload: each condition, kept and read again, said in words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.desk.case_views import (
    SHIPPED_VIEWS,
    CaseView,
    ShownColumn,
    case_view,
    case_views,
    drop_view,
    filtered_cards,
    keep_view,
)
from eletdesk.desk.desk import Desk
from eletdesk.errors import InvalidInputError
from eletdesk.operations.people import change_person
from eletdesk.operations.sessions import record_session
from eletdesk.queries.register.case_filter import Around, CaseFilter, Condition, passes, read_filter
from eletdesk.queries.register.filter_subjects import SUBJECTS, say_condition
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.translation import speaking
from tests.desks import add_noor, make_desk

TODAY = date(2026, 11, 23)
NOOR = IndexCard(
    "1",
    "Noor",
    "Verlinden",
    birth_on="2010-11-23",
    school="TA De Linde",
    programme="naft",
    programme_version=1,
    stage="uitvoering",
    started_on="2026-09-14",
    last_contact_on="2026-11-09",
    finality="dual",
)


def meets(card: IndexCard, condition: Condition, **matters: frozenset[str]) -> bool:
    return passes(CaseFilter((condition,)), card, Around(TODAY, {}, matters))


@pytest.mark.parametrize(
    ("condition", "changes", "expected"),
    [
        # the birthday itself counts: 16 on 23 November 2026
        (Condition("age", low=16, high=16), {}, True),
        (Condition("age", low=16), {"birth_on": "2010-11-24"}, False),
        (Condition("age", high=15), {"birth_on": "2010-11-24"}, True),
        (Condition("age", low=15, high=21), {"birth_on": "2004-11-24"}, True),
        (Condition("age", low=15, high=21), {"birth_on": "2004-11-23"}, False),
        (Condition("age", low=0), {"birth_on": ""}, False),
        # born on a leap day
        (Condition("age", low=14, high=14), {"birth_on": "2012-02-29"}, True),
        (Condition("silent", low=14), {}, True),
        (Condition("silent", low=15), {}, False),
        (Condition("silent", low=14), {"last_contact_on": "", "started_on": "2026-11-09"}, True),
        (Condition("silent", low=14), {"closed_on": "2026-11-20"}, False),
        (Condition("pathway", codes=("running",)), {}, True),
        (Condition("pathway", codes=("closed", "none")), {}, False),
        (Condition("pathway", codes=("none",)), {"stage": ""}, True),
        (Condition("programme", codes=("sas", "naft")), {}, True),
        (Condition("stage", codes=("naft/uitvoering",)), {}, True),
        (Condition("stage", codes=("sas/uitvoering",)), {}, False),
        (Condition("time_out"), {"time_out_from": "2026-11-23", "time_out_until": "2026-11-23"}, True),
        (Condition("time_out"), {"time_out_from": "2026-11-24", "time_out_until": "2026-11-26"}, False),
        (Condition("consent"), {}, True),
        (Condition("consent"), {"consent_state": "given"}, False),
        (Condition("consent"), {"consent_state": "given", "consent_until": "2026-11-22"}, True),
        (Condition("consent"), {"consent_state": "given", "consent_until": "2026-11-23"}, False),
        (Condition("consent"), {"consent_state": "withdrawn"}, True),
        (Condition("follow_up"), {"follow_up_due_on": "2026-11-23"}, True),
        (Condition("follow_up"), {"follow_up_due_on": "2026-11-24"}, False),
        (Condition("follow_up"), {}, False),
        (Condition("referral", codes=("sent",)), {"referral_status": "sent"}, True),
        (Condition("referrer_known"), {}, False),
        (Condition("referrer_known", is_not=True), {"referrer_centre": "CLB De Brug"}, False),
        (Condition("referrer", words="brug"), {"referrer": "An", "referrer_centre": "CLB De Brüg"}, True),
        (Condition("school", words="linde ta"), {}, True),
        (Condition("school", words="kade"), {}, False),
        (Condition("vocational"), {}, True),
        (Condition("vocational"), {"finality": "transfer"}, False),
        (Condition("vocational"), {"finality": "none", "exit_position": "bso"}, True),
        (Condition("finality", codes=("dual",)), {}, True),
        (Condition("left_school"), {}, False),
        (Condition("left_school"), {"left_school_on": "2026-10-01"}, True),
        (Condition("left_school"), {"school": ""}, True),
        (Condition("left_school"), {"left_school_on": "2026-10-01", "situation": "apprenticeship"}, False),
        (Condition("left_school"), {"situation": "inactive"}, True),
        (Condition("situation", codes=("unknown",)), {}, True),
        (Condition("school_delay", low=1, high=2), {"school_delay": 2}, True),
        (Condition("school_delay", low=0), {"school_delay": None}, False),
        (Condition("municipality", codes=("21004",)), {"municipality_nis": "21004"}, True),
        (Condition("network", codes=("brussel",)), {"municipality_nis": "21004"}, True),
        (Condition("network", codes=("brussel",)), {"municipality_nis": "44021"}, False),
        (Condition("tag", codes=("sport",)), {"tags": '["sport", "x"]'}, True),
        (Condition("tag", codes=("sport",)), {}, False),
        (Condition("gender", codes=("female",)), {"gender": "female"}, True),
    ],
)
def test_each_condition(condition: Condition, changes: dict[str, object], expected: bool) -> None:
    card = replace(NOOR, **changes)  # type: ignore[arg-type]
    assert meets(card, condition) is expected
    assert meets(card, replace(condition, is_not=not condition.is_not)) is not expected


def test_every_subject_is_tried_above() -> None:
    marker = next(mark for mark in test_each_condition.pytestmark if mark.name == "parametrize")  # type: ignore[attr-defined]
    tried = {row[0].subject for row in marker.args[1]}
    assert set(SUBJECTS) - tried == {"absence"}


def test_a_threshold_that_is_only_near_is_not_reached() -> None:
    reached, near = frozenset({"absence:b30:2026-11-20"}), frozenset({"absence:b30:near"})
    assert meets(NOOR, Condition("absence"), **{"1": reached})
    assert not meets(NOOR, Condition("absence"), **{"1": near})
    assert not meets(NOOR, Condition("absence"))


def test_all_conditions_must_be_met_and_none_means_everybody() -> None:
    both = CaseFilter((Condition("age", low=15, high=21), Condition("vocational")))
    assert passes(both, NOOR, Around(TODAY))
    assert not passes(both, replace(NOOR, finality="transfer"), Around(TODAY))
    assert passes(CaseFilter(), NOOR, Around(TODAY))


def test_what_is_kept_is_read_again_and_what_is_not_known_is_left_out() -> None:
    whole = CaseFilter(
        (
            Condition("age", low=15, high=21),
            Condition("tag", codes=("sport",), is_not=True),
            Condition("school", words="linde"),
        )
    )
    assert read_filter(whole.kept()) == whole
    assert read_filter([{"subject": "of_a_later_version"}, {"subject": "time_out"}]) == CaseFilter(
        (Condition("time_out"),)
    )


def test_a_condition_is_said_in_words() -> None:
    around = Around(TODAY)
    with speaking("en"):
        assert say_condition(Condition("age", low=15, high=21), [], around) == "Age 15 to 21"
        assert say_condition(Condition("silent", low=14), [], around) == "No contact for at least 14 days"
        said = say_condition(Condition("pathway", codes=("closed", "none"), is_not=True), [], around)
    assert said == "not: Pathway: Closed or No pathway"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = make_desk(tmp_path / "desk")
    yield opened
    opened.close()


def test_views_are_kept_changed_and_dropped_in_the_desk(desk: Desk) -> None:
    assert case_views(desk) == list(SHIPPED_VIEWS)
    wanted = CaseView(
        name=" Sportief ",
        filter=CaseFilter((Condition("tag", codes=("sport",)),)),
        columns=(ShownColumn("person", 1.5), ShownColumn("age", 0.6)),
        order="age",
        is_descending=True,
    )
    kept = keep_view(desk, wanted)
    assert (kept.name, case_view(desk, kept.key)) == ("Sportief", kept)
    for name in ("", "sportief", "x" * 61):
        with pytest.raises(InvalidInputError):
            keep_view(desk, replace(wanted, name=name))
    keep_view(desk, replace(kept, name="Sport"))
    assert [view.name for view in case_views(desk)][:1] == ["Sport"]
    copy = keep_view(desk, replace(SHIPPED_VIEWS[0], name="Mijn doelgroep"))
    assert (copy.is_shipped, copy.key == SHIPPED_VIEWS[0].key) == (False, False)
    drop_view(desk, kept.key)
    drop_view(desk, copy.key)
    assert case_views(desk) == list(SHIPPED_VIEWS)


def test_filters_over_real_cases(desk: Desk) -> None:
    clock.use_clock(lambda: datetime.combine(TODAY, time(9, 30)))
    noor, piet = add_noor(desk), add_noor(desk, "Piet", "Peeters")
    naft = desk.programmes[("naft", 1)]
    desk.run(noor, record_session, held_on=TODAY - timedelta(days=13), minutes=45, note="", programme=naft)
    desk.run(piet, change_person, tags=["sport", "muziek"], municipality_nis="21004")

    def found(*conditions: Condition) -> list[str]:
        return [card.case_id for card in filtered_cards(desk, CaseFilter(conditions), TODAY)]

    assert found() == [piet, noor]
    assert found(Condition("silent", low=14)) == [piet]
    assert found(Condition("tag", codes=("muziek",))) == [piet]
    assert found(Condition("network", codes=("brussel",))) == [piet]
    assert found(Condition("absence")) == []
    assert found(*case_view(desk, "no_referrer").filter.conditions) == [piet, noor]  # type: ignore[union-attr]
