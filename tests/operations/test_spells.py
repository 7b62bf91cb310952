"""A closed pathway that was opened again is a new spell; a pathway may go on by another version."""

from datetime import date
from pathlib import Path

import pytest

from eletdesk.desk.desk import Desk
from eletdesk.domain.pathway import Pathway, StageChange
from eletdesk.errors import InvalidInputError, ReasonNeededError
from eletdesk.operations.closing import close_after_round_table
from eletdesk.operations.pathways import change_pathway, close_pathway, start_pathway
from eletdesk.operations.spells import move_to_version, reopen_pathway
from eletdesk.programmes.reading import read_programme
from eletdesk.programmes.rewriting import definition_as_text
from eletdesk.queries.case_head import case_head
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.present_rows import open_pathway, present_pathway
from eletdesk.queries.register.views import index_card
from eletdesk.queries.spells import days_in_all, spells
from tests.asking_programme import asking_content, asking_programme, asking_text
from tests.desks import add_noor, make_desk

NAFT = ("naft", 1)


def _closed(desk: Desk, on: date = date(2026, 10, 13)) -> tuple[str, str]:
    """Open Noor's case on 14 September and close her pathway: 30 days."""
    noor = add_noor(desk)
    pathway = desk.read(noor, present_pathway)
    assert pathway is not None
    desk.run(noor, change_pathway, pathway.id, reasons=["social"], question="Terug naar school")
    desk.run(
        noor, close_pathway, pathway.id, programme=desk.programmes[NAFT], outcome="other_school", on=on,
        reason="afgesproken",
    )  # fmt: skip
    return noor, pathway.id


def test_a_new_spell_goes_on_and_the_durations_add_up(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    noor, first = _closed(desk)
    spell = desk.run(
        noor, reopen_pathway, first, programme=desk.programmes[NAFT], on=date(2026, 11, 2), reason="hervallen"
    )
    assert (spell.continues_id, spell.reasons, spell.question) == (first, ["social"], "Terug naar school")
    assert spell.referred_on is None
    assert spell.closing_round_table_on is None
    found = desk.read(noor, spells, spell, date(2026, 11, 11))
    assert [(one.number, one.days) for one in found] == [(1, 30), (2, 10)]
    assert days_in_all(found) == 40
    head = desk.read(noor, case_head, date(2026, 11, 11))
    assert head.pathway is not None
    assert head.pathway.id == spell.id
    assert len(head.spells) == 2
    older = desk.read(noor, case_head, date(2026, 11, 11), first)
    assert older.pathway is not None
    assert (older.pathway.id, len(older.spells)) == (first, 1)
    desk.close()


def test_a_spell_on_the_day_of_closing_counts_that_day_once(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    noor, first = _closed(desk)
    spell = desk.run(
        noor, reopen_pathway, first, programme=desk.programmes[NAFT], on=date(2026, 10, 13), reason="te vroeg"
    )
    found = desk.read(noor, spells, spell, date(2026, 10, 14))
    assert days_in_all(found) == 31
    desk.close()


def test_what_cannot_be_opened_again(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    noor, first = _closed(desk)
    naft = desk.programmes[NAFT]
    with pytest.raises(InvalidInputError) as too_early:
        desk.run(noor, reopen_pathway, first, programme=naft, on=date(2026, 10, 12), reason="x")
    assert too_early.value.field == "on"
    with pytest.raises(ReasonNeededError):
        desk.run(noor, reopen_pathway, first, programme=naft, on=date(2026, 11, 2), reason=" ")
    second = desk.run(noor, reopen_pathway, first, programme=naft, on=date(2026, 11, 2), reason="hervallen")
    for again in (first, second.id):
        with pytest.raises(InvalidInputError):
            desk.run(noor, reopen_pathway, again, programme=naft, on=date(2026, 11, 3), reason="x")
    desk.close()


def test_the_register_and_the_case_agree_on_the_present_pathway(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    noor, first = _closed(desk)
    naft = desk.programmes[NAFT]

    def agree() -> str:
        card = desk.ask(index_card, noor)
        pathway = desk.read(noor, present_pathway)
        assert card is not None
        assert pathway is not None
        assert card.pathway_id == pathway.id
        return pathway.id

    assert agree() == first
    assert desk.read(noor, open_pathway) is None
    later = desk.run(noor, start_pathway, programme=naft, started_on=date(2026, 11, 2))
    assert agree() == later.id
    earlier = desk.run(noor, start_pathway, programme=naft, started_on=date(2026, 11, 1))
    assert agree() == later.id, "the one that started last, not the one that was typed last"
    same_day = desk.run(noor, start_pathway, programme=naft, started_on=date(2026, 11, 2))
    assert agree() == same_day.id
    named = desk.read(noor, present_pathway, earlier.id)
    assert named is not None
    assert named.id == earlier.id
    desk.close()


def test_another_version_keeps_the_reason_and_the_day_of_the_stage(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    noor = add_noor(desk)
    pathway = desk.read(noor, present_pathway)
    assert pathway is not None
    other = asking_programme(version=7)
    with pytest.raises(ReasonNeededError):
        desk.run(noor, move_to_version, pathway.id, programme=other, on=date(2026, 10, 1), reason="")
    desk.run(noor, move_to_version, pathway.id, programme=other, on=date(2026, 10, 1), reason="nieuw plan")
    row = desk.read(noor, live_rows, Pathway)[0]
    assert (row.programme_version, row.stage) == (7, pathway.stage)
    assert desk.programme_of(noor, "naft", 7).questions, "its rules travel with the case"
    assert [change.reason for change in desk.read(noor, live_rows, StageChange)] == ["", "nieuw plan"]
    card = desk.ask(index_card, noor)
    assert card is not None
    assert (card.stage_since, card.programme_version) == ("2026-09-14", 7)
    head = desk.read(noor, case_head, date(2026, 10, 2))
    assert head.stages_entered == {pathway.stage: date(2026, 9, 14)}
    with pytest.raises(InvalidInputError):
        desk.run(noor, move_to_version, pathway.id, programme=other, on=date(2026, 10, 1), reason="nog eens")
    desk.close()


def test_a_version_without_the_stage_asks_for_one_of_its_own(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    noor = add_noor(desk)
    pathway = desk.read(noor, present_pathway)
    assert pathway is not None
    text = asking_text(8).replace('"aanmelding"', '"eerste_contact"')
    other = read_programme(text, "other.toml")
    with pytest.raises(InvalidInputError) as refused:
        desk.run(noor, move_to_version, pathway.id, programme=other, on=date(2026, 10, 1), reason="x")
    assert refused.value.field == "stage"
    desk.run(
        noor, move_to_version, pathway.id, programme=other, on=date(2026, 10, 1), reason="x", stage="plan"
    )
    card = desk.ask(index_card, noor)
    assert card is not None
    assert (card.stage, card.stage_since) == ("plan", "2026-10-01")
    desk.close()


def test_closing_leaves_the_round_table_alone_where_no_gate_asks_for_it(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    noor = add_noor(desk)
    pathway = desk.read(noor, present_pathway)
    assert pathway is not None
    content = asking_content(8)
    content["gates"] = [gate for gate in content["gates"] if gate["stage"] != "afgesloten"]
    without = read_programme(definition_as_text(content), "other.toml")
    desk.run(noor, change_pathway, pathway.id, closing_round_table_on=date(2026, 10, 5))
    desk.run(
        noor, close_after_round_table, pathway.id, programme=without, outcome="other_school",
        on=date(2026, 10, 6),
    )  # fmt: skip
    row = desk.read(noor, live_rows, Pathway)[0]
    assert (row.closing_round_table_on, row.closed_on) == (date(2026, 10, 5), date(2026, 10, 6))
    desk.close()
