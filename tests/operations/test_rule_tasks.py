"""Tasks from rules: they follow in the same step, once for one cause, and never come back."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from eletdesk import clock
from eletdesk.desk.desk import Desk
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.desk.steps import undo
from eletdesk.domain.consent import ConsentGiver, ConsentPurpose
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.task import Task
from eletdesk.operations.bin import delete_row
from eletdesk.operations.consents import record_consent
from eletdesk.operations.pathways import change_pathway, close_pathway, move_stage, start_pathway
from eletdesk.operations.rule_tasks import apply_task_rules
from eletdesk.operations.tasks import finish_task
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.reading import read_programme
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.task_rules import rule_basis, say_rule
from tests.desks import make_desk

TEXT = (Path(__file__).parents[2] / "resources" / "programmes" / "naft.toml").read_text("utf-8")
_RULE = """
[[tasks]]
code = "{code}"
when = "{when}"
amount = {amount}
unit = "{unit}"
label = {{ nl = "{code}", fr = "{code}", en = "{code}" }}
source = "draaiboek"
valid_from = 2016-09-01
"""
RULES = (
    ("ring_school", "started", 5, "working_days"),
    ("plan_talk", "stage:vraagverheldering", 1, "weeks"),
    ("call_after", "clock:aftercare_call", 2, "days"),
    ("write_end", "closed", 1, "months"),
    ("tell_clb", "threshold:flemish_5", 0, "days"),
)
MONDAY = date(2026, 11, 2)  # the first working day after All Saints' Day on Sunday


@pytest.fixture
def naft() -> Programme:
    """Give NAFT with rules of its own and a clock that starts with the closing."""
    own = re.sub(r"\n\[\[tasks\]\].*?(?=\n\[|\Z)", "\n", TEXT, flags=re.DOTALL)
    before, code, after = own.partition('code = "aftercare_call"')
    if 'starts = "closed_on"' not in after.split("[[", 1)[0]:
        after = '\nstarts = "closed_on"\n' + after
    rules = "".join(
        _RULE.format(code=code, when=when, amount=amount, unit=unit) for code, when, amount, unit in RULES
    )
    return read_programme(before + code + after + rules, "naft.toml")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a desk on Monday 2 November 2026."""
    clock.use_clock(lambda: datetime(2026, 11, 2, 9, 0))  # noqa: DTZ001 - the wall clock of the test
    opened = make_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def case(desk: Desk) -> str:
    """Give a case whose pathway is of the house, and holds no rule of the test."""
    case_id = new_case(desk, NewCase({"given_name": "Noor"}), started_on=MONDAY)
    for task in desk.read(case_id, live_rows, Task):
        desk.run(case_id, delete_row, "task", task.id)
    return case_id


def tasks(desk: Desk, case_id: str) -> dict[str, Task]:
    """Return the tasks of the test's rules by their title."""
    return {task.title: task for task in desk.read(case_id, live_rows, Task)}


def start(desk: Desk, case_id: str, naft: Programme) -> Pathway:
    return desk.run(case_id, start_pathway, programme=naft, started_on=MONDAY)


def move(desk: Desk, case_id: str, naft: Programme, pathway: Pathway, stage: str) -> None:
    """Move with a reason, whatever is missing."""
    desk.run(
        case_id, move_stage, pathway.id, programme=naft, to_stage=stage, on=MONDAY, reason="zo afgesproken"
    )


def test_a_start_asks_its_task_in_working_days(desk: Desk, case: str, naft: Programme) -> None:
    """Five working days after Monday 2 November end on Monday 9: 11 November is not yet among them."""
    start(desk, case, naft)
    task = tasks(desk, case)["ring_school"]
    assert task.due_on == date(2026, 11, 9)
    assert task.rule == "naft/ring_school"
    assert set(tasks(desk, case)) == {"ring_school"}


def test_a_working_day_term_skips_a_public_holiday(desk: Desk, case: str, naft: Programme) -> None:
    pathway = desk.run(case, start_pathway, programme=naft, started_on=date(2026, 11, 6))
    assert tasks(desk, case)["ring_school"].due_on == date(2026, 11, 16)  # 9, 10, 12, 13, 16 November
    assert pathway.id in tasks(desk, case)["ring_school"].cause


def test_a_stage_asks_its_task_once_also_when_it_is_entered_again(
    desk: Desk, case: str, naft: Programme
) -> None:
    pathway = start(desk, case, naft)
    for stage in ("vraagverheldering", "aanmelding", "vraagverheldering"):
        move(desk, case, naft, pathway, stage)
    found = [task for task in desk.read(case, live_rows, Task) if task.title == "plan_talk"]
    assert [task.due_on for task in found] == [date(2026, 11, 9)]


@pytest.mark.parametrize("how", ["done", "bin"])
def test_what_was_done_or_put_away_does_not_come_back(
    desk: Desk, case: str, naft: Programme, how: str
) -> None:
    pathway = start(desk, case, naft)
    move(desk, case, naft, pathway, "vraagverheldering")
    task = tasks(desk, case)["plan_talk"]
    if how == "done":
        desk.run(case, finish_task, task.id)
    else:
        desk.run(case, delete_row, "task", task.id)
    move(desk, case, naft, pathway, "aanmelding")
    move(desk, case, naft, pathway, "vraagverheldering")
    open_ones = [one for one in desk.read(case, live_rows, Task) if one.done_at is None]
    assert "plan_talk" not in [one.title for one in open_ones]


def test_closing_asks_its_task_and_the_one_after_its_clock(desk: Desk, case: str, naft: Programme) -> None:
    pathway = start(desk, case, naft)
    desk.run(
        case, close_pathway, pathway.id,
        programme=naft, outcome="other_school", on=MONDAY, reason="verhuisd",
    )  # fmt: skip
    found = tasks(desk, case)
    assert found["write_end"].due_on == date(2026, 12, 2)
    assert found["call_after"].due_on == date(2026, 11, 25)  # three weeks, and two days
    assert "round_table_on" not in " ".join(task.rule for task in found.values())


def test_a_cause_of_its_own_makes_a_task_of_its_own(desk: Desk, case: str, naft: Programme) -> None:
    """Rule 9: each school year reaches its threshold anew, and asks its task once."""
    pathway = start(desk, case, naft)

    def reach(session: Session, year: str) -> int:
        cause = f"flemish_5:{year}"
        return len(apply_task_rules(session, naft, pathway, "threshold:flemish_5", MONDAY, cause=cause))

    assert desk.run(case, reach, "2026-2027") == 1
    assert desk.run(case, reach, "2026-2027") == 0
    assert desk.run(case, reach, "2027-2028") == 1


def test_a_gate_passed_with_a_reason_leaves_its_task_until_the_fact_is_known(
    desk: Desk, case: str, naft: Programme
) -> None:
    """Rule 1: without a referrer of the CLB the status is "CLB betrekken"."""
    pathway = start(desk, case, naft)
    desk.run(
        case,
        move_stage,
        pathway.id,
        programme=naft,
        to_stage="vraagverheldering",
        on=MONDAY,
        reason="dringend",
    )
    task = tasks(desk, case)["CLB betrekken"]
    assert task.rule == "naft/gate:clb_referrer"
    desk.run(case, change_pathway, pathway.id, referrer="An Peeters")
    assert tasks(desk, case)["CLB betrekken"].done_at is None
    desk.run(case, change_pathway, pathway.id, referrer_centre="CLB Brussel", referred_on=MONDAY)
    assert tasks(desk, case)["CLB betrekken"].done_at is not None


def test_consent_that_is_given_ticks_its_task(desk: Desk, case: str, naft: Programme) -> None:
    """Rule 13: the guidance started without consent; giving it solves what was left to do."""
    pathway = start(desk, case, naft)
    move(desk, case, naft, pathway, "uitvoering")
    assert tasks(desk, case)["Instemming vragen"].done_at is None
    desk.run(
        case, record_consent,
        purpose=ConsentPurpose.guidance, given_by=ConsentGiver.young_person, given_on=MONDAY,
    )  # fmt: skip
    assert tasks(desk, case)["Instemming vragen"].done_at is not None
    assert tasks(desk, case)["CLB betrekken"].done_at is None


def test_undo_takes_the_tasks_back_with_the_move(desk: Desk, case: str, naft: Programme) -> None:
    pathway = start(desk, case, naft)
    move(desk, case, naft, pathway, "vraagverheldering")
    assert {"plan_talk", "CLB betrekken"} <= set(tasks(desk, case))
    undo(desk)
    assert set(tasks(desk, case)) == {"ring_school"}


def test_a_case_of_long_ago_does_not_begin_with_old_tasks(desk: Desk, case: str, naft: Programme) -> None:
    desk.run(case, start_pathway, programme=naft, started_on=date(2026, 9, 1))
    assert tasks(desk, case) == {}


def test_a_task_says_which_rule_asked_for_it(naft: Programme) -> None:
    programmes = {("naft", 1): naft}
    basis = rule_basis(programmes, "naft/ring_school")
    assert basis is not None
    assert basis.source.code == "draaiboek"
    gate = rule_basis(programmes, "naft/gate:consent")
    assert gate is not None
    assert gate.source.code == "drm"
    assert basis.source.title.nl in say_rule(programmes, "naft/ring_school")
    assert say_rule(programmes, "") == ""
    assert say_rule(programmes, "gone/rule") != ""
