"""What needs attention: each source with its edge days, its reason and its one action."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.desk.desk import Desk
from eletdesk.domain.task import Task
from eletdesk.domain.time_out import TimeOut
from eletdesk.operations.absences import record_absences
from eletdesk.operations.pathways import change_pathway, move_stage
from eletdesk.operations.tasks import finish_task
from eletdesk.operations.time_outs import record_time_out
from eletdesk.queries.attention.folding import folded
from eletdesk.queries.attention.item import ACTIONS, Attention
from eletdesk.queries.attention.sources import RULED_SOURCES, SOURCES, attention
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import index_cards
from tests.desks import add_noor, make_desk

TODAY = date(2026, 11, 23)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give an empty desk on Monday 23 November 2026."""
    clock.use_clock(lambda: datetime(2026, 11, 23, 9, 0))  # noqa: DTZ001 - the wall clock of the test
    opened = make_desk(tmp_path / "desk")
    yield opened
    opened.close()


def card(**known: object) -> IndexCard:
    """Make a card of a case in guidance, in contact yesterday, with a referrer."""
    usual: dict[str, object] = {
        "case_id": "a", "given_name": "Noor", "programme": "naft", "programme_version": 1,
        "stage": "uitvoering", "started_on": "2026-09-14", "has_referrer": 1,
        "last_contact_on": (TODAY - timedelta(days=1)).isoformat(),
    }  # fmt: skip
    return IndexCard(**(usual | known))  # type: ignore[arg-type]


def items(desk: Desk, *cards: IndexCard) -> list[Attention]:
    return folded(attention(desk.register, list(cards), TODAY, desk.programmes))


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def test_a_case_without_worries_asks_nothing(desk: Desk) -> None:
    assert items(desk, card()) == []


@pytest.mark.parametrize(
    ("days", "tone"), [(13, ""), (14, "warn"), (20, "warn"), (21, "danger"), (400, "danger")]
)
def test_silence_is_told_after_the_terms_of_the_programme(desk: Desk, days: int, tone: str) -> None:
    """NAFT of the house: a notice after 7 days, attention after 14 (clocks of the programme, our choice)."""
    found = items(desk, card(last_contact_on=ago(days)))
    assert [one.tone for one in found] == ([tone] if tone else [])
    if tone:
        assert found[0].action == "log"
        assert "7" in found[0].detail


def test_the_clock_of_the_programme_decides_not_the_program(desk: Desk) -> None:
    naft = desk.programmes[("naft", 1)]
    clocks = tuple(replace(one, amount=3) if one.code == "contact_attention" else one for one in naft.clocks)
    programmes = {("naft", 1): replace(naft, clocks=clocks)}
    assert [
        one.icon for one in attention(desk.register, [card(last_contact_on=ago(3))], TODAY, programmes)
    ] == ["silent"]


def test_silence_counts_from_the_start_where_there_was_no_contact(desk: Desk) -> None:
    assert [one.icon for one in items(desk, card(last_contact_on="", started_on=ago(14)))] == ["silent"]


@pytest.mark.parametrize(("days", "is_told"), [(2, False), (3, True)])
def test_something_planned_within_two_days_takes_silence_away(desk: Desk, days: int, is_told: bool) -> None:
    found = items(desk, card(last_contact_on=ago(30), next_on=(TODAY + timedelta(days=days)).isoformat()))
    assert bool(found) is is_told


def test_a_programme_that_is_gone_has_the_usual_terms(desk: Desk) -> None:
    found = items(desk, card(programme="gone", programme_version=7, last_contact_on=ago(14)))
    assert [one.icon for one in found] == ["silent"]


@pytest.mark.parametrize(("in_days", "action"), [(-1, ""), (0, "plan"), (5, "plan"), (6, "")])
def test_a_time_out_that_ends_asks_for_the_return_meeting(desk: Desk, in_days: int, action: str) -> None:
    until = (TODAY + timedelta(days=in_days)).isoformat()
    found = items(desk, card(time_out_from=ago(5), time_out_until=until, time_out_id="t1"))
    assert [(one.action, one.row_id) for one in found] == ([(action, "t1")] if action else [])


def test_a_time_out_with_its_return_meeting_is_only_told(desk: Desk) -> None:
    soon = (TODAY + timedelta(days=1)).isoformat()
    found = items(desk, card(time_out_from=ago(5), time_out_until=soon, return_meeting_on=soon))
    assert [(one.tone, one.action) for one in found] == [("info", "open")]


@pytest.mark.parametrize(("status", "due", "tone"), [
    ("draft", "", "info"), ("ready", "2026-11-28", "warn"), ("draft", "2026-11-29", "info"),
])  # fmt: skip
def test_a_referral_that_is_due_is_more_pressing(desk: Desk, status: str, due: str, tone: str) -> None:
    found = items(desk, card(referral_id="r", referral_status=status, referral_due_on=due))
    assert [(one.tone, one.action, one.row_id) for one in found] == [(tone, "dossier", "r")]


def test_a_sent_referral_asks_nothing(desk: Desk) -> None:
    assert items(desk, card(referral_id="r", referral_status="sent")) == []


@pytest.mark.parametrize(
    ("state", "until", "is_told"),
    [("given", "", False), ("given", "2026-12-22", True), ("given", "2026-12-23", False),
     ("refused", "", True), ("withdrawn", "", True), ("", "", False)],
)  # fmt: skip
def test_consent_that_ends_or_was_refused_is_told(desk: Desk, state: str, until: str, is_told: bool) -> None:
    """Rule 13: refusal stays in the file, and a consent that ends is asked again."""
    assert bool(items(desk, card(consent_state=state, consent_until=until))) is is_told


def test_a_missing_referrer_is_told_with_its_source(desk: Desk) -> None:
    """Rule 1: status "CLB betrekken" (draaiboek of the Meldpunt)."""
    found = items(desk, card(has_referrer=0))
    assert [(one.tone, one.title) for one in found] == [("warn", "CLB betrekken")]
    assert "Draaiboek" in found[0].source


@pytest.mark.parametrize(("days", "tones"), [(6, []), (7, ["info"])])
def test_before_its_stage_a_missing_referrer_waits_for_the_first_notice(
    desk: Desk, days: int, tones: list[str]
) -> None:
    found = items(desk, card(has_referrer=0, stage="aanmelding", started_on=ago(days)))
    assert [one.tone for one in found] == tones


def test_a_task_for_the_referrer_is_enough(desk: Desk) -> None:
    """Rule 1: what was made a task is on the list of tasks, not twice."""
    case_id = add_noor(desk)
    pathway = desk.ask(index_cards)[0].pathway_id
    naft = desk.programmes[("naft", 1)]
    desk.run(case_id, move_stage, pathway, programme=naft, to_stage="vraagverheldering", on=TODAY, reason="x")

    def told() -> list[str]:
        found = attention(desk.register, desk.ask(index_cards), TODAY, desk.programmes)
        return [one.kind for one in found if one.kind == "referrer"]

    assert told() == []
    task = next(one for one in desk.read(case_id, live_rows, Task) if one.rule.endswith("clb_referrer"))
    desk.run(case_id, finish_task, task.id)
    assert told() == ["referrer"]
    desk.run(case_id, change_pathway, pathway, referrer="An", referrer_centre="CLB", referred_on=TODAY)
    assert told() == []


def test_a_draft_is_told_also_of_a_closed_case(desk: Desk) -> None:
    closed = card(closed_on=ago(1), drafts=1, last_contact_on=ago(90), has_referrer=0)
    assert [one.action for one in items(desk, closed)] == ["continue"]


def test_a_time_out_of_a_real_case_is_opened_by_its_id(desk: Desk) -> None:
    case_id = add_noor(desk)
    desk.run(case_id, record_time_out, starts_on=TODAY - timedelta(days=3), ends_on=TODAY + timedelta(days=2))
    [out] = desk.read(case_id, live_rows, TimeOut)
    found = attention(desk.register, desk.ask(index_cards), TODAY, desk.programmes)
    assert [one.row_id for one in found if one.icon == "time_out"] == [out.id]


def test_every_matter_has_an_action_that_today_knows_and_a_key_of_its_own(desk: Desk) -> None:
    found = items(
        desk,
        card(drafts=1, last_contact_on=ago(30), has_referrer=0, consent_state="refused",
             referral_id="r", referral_status="draft", time_out_from=ago(3), time_out_until=ago(0)),
        card(case_id="b", last_contact_on=ago(60)),
    )  # fmt: skip
    assert len(found) == 7
    assert {one.action for one in found} <= set(ACTIONS)
    assert len({one.key for one in found}) == len(found)
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)


def test_the_list_is_open_for_new_sources(desk: Desk) -> None:
    assert len(SOURCES) >= 4
    assert len(RULED_SOURCES) >= 2
    for source in SOURCES:
        assert list(source(desk.register, [], TODAY)) == []


def test_one_matter_that_many_have_stands_in_one_line(desk: Desk) -> None:
    names = ["Amina", "Ilyas", "Jef", "Lotte", "Noor"]
    many = [card(case_id=name, given_name=name, has_referrer=0) for name in names]
    [line] = items(desk, *many)
    assert line.name == "5 jongeren"
    assert line.title == "CLB betrekken"
    assert line.detail.startswith("Amina, Ilyas, Jef")
    assert "2" in line.detail
    assert (line.action, [part.case_id for part in line.parts]) == ("show", names)
    [other] = items(desk, *many[1:])
    assert other.key == line.key  # put off is put off, also when one of them was solved


def test_two_drafts_stand_in_one_line_and_one_alone(desk: Desk) -> None:
    """Drawing 2: "2 concepten, nog niet afgewerkt"."""
    [line] = items(desk, card(drafts=1), card(case_id="b", given_name="Jef", drafts=2))
    assert (line.name, line.title, line.action) == ("2 concepten", "Nog niet afgewerkt", "show")
    assert line.detail == "Jef, Noor"
    [alone] = items(desk, card(drafts=1))
    assert alone.name == "Noor"


def test_other_matters_are_never_folded(desk: Desk) -> None:
    many = [card(case_id=str(number), last_contact_on=ago(30)) for number in range(9)]
    assert len(items(desk, *many)) == 9


def test_a_report_that_is_owed_is_told_until_it_is_seen_to(desk: Desk) -> None:
    """Rule 9: five half-days of long ago still ask for the report, until there is a task or a new year."""
    case_id = add_noor(desk)
    for day in (14, 15, 17, 18, 21):
        desk.run(case_id, record_absences, absent_on=date(2026, 9, day), code="B")
    found = [one for one in items_of(desk, date(2027, 3, 1)) if one.icon == "absence"]
    assert len(found) == 1
    assert "5 bereikt op" in found[0].detail
    assert not [one for one in items_of(desk, date(2027, 9, 2)) if one.icon == "absence"]


def items_of(desk: Desk, today: date) -> list[Attention]:
    return attention(desk.register, desk.ask(index_cards), today, desk.programmes)
