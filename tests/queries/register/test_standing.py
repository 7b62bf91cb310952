"""Where a young person stands, in the case and on the card of the register, and on which day that turns."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.desk.desk import Desk
from eletdesk.desk.refresh import catch_up
from eletdesk.domain.enrolment import Enrolment, Finality, TrainingForm
from eletdesk.domain.situation import Occupation
from eletdesk.operations.follow_ups import LEFT_EDUCATION, record_follow_up, start_follow_ups
from eletdesk.operations.okot_answers import answer_okot
from eletdesk.operations.people import change_enrolment, change_person, enrol
from eletdesk.operations.situations import set_situation
from eletdesk.queries.attention.follow_ups import birthdays, follow_up_terms, left_school
from eletdesk.queries.attention.item import Attention
from eletdesk.queries.attention.sources import SOURCES
from eletdesk.queries.follow_up_view import FollowUpView, follow_up_view
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import index_card, index_cards
from tests.desks import add_noor, make_desk

TODAY = date(2026, 11, 23)
Opened = tuple[Desk, str]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Open the case of Noor, born on 4 March 2010, on a Monday."""
    wake_on(TODAY)
    desk = make_desk(tmp_path / "desk")
    yield desk, add_noor(desk)
    desk.close()


def wake_on(day: date) -> None:
    clock.use_clock(lambda: datetime.combine(day, time(9, 30)))


def card_of(opened: Opened) -> IndexCard:
    desk, case_id = opened
    card = index_card(desk.register, case_id)
    assert card is not None
    return card


def view_of(opened: Opened, today: date = TODAY) -> FollowUpView:
    desk, case_id = opened
    return desk.read(case_id, follow_up_view, today)


def school(opened: Opened, **changes: object) -> None:
    desk, case_id = opened
    (row,) = desk.read(case_id, live_rows, Enrolment)
    desk.run(case_id, change_enrolment, row.id, **changes)


def leave_at_18(opened: Opened, left_on: date = date(2026, 6, 30)) -> None:
    desk, case_id = opened
    desk.run(case_id, change_person, birth_on=date(2008, 3, 4))
    school(opened, ended_on=left_on, qualification="none", started_on=date(2024, 9, 1))


def test_the_card_holds_delay_finality_and_exit_position(opened: Opened) -> None:
    school(opened, grade=2, grade_year=2, finality=Finality.dual, exit_position="tso")
    card = card_of(opened)
    assert (card.school_delay, card.finality, card.exit_position) == (1, "dual", "tso")
    assert (card.is_early_leaver_flemish, card.is_early_leaver_eurostat) == (0, 0)


def test_a_year_in_words_is_enough_for_the_delay(opened: Opened) -> None:
    """A list that was read in has "4de jaar" and no grade."""
    assert card_of(opened).school_delay == 1


def test_what_is_not_known_is_none_on_the_card(opened: Opened) -> None:
    desk, case_id = opened
    school(opened, year_label="OKAN")
    assert card_of(opened).school_delay is None
    desk.run(case_id, change_person, birth_on=None)
    school(opened, ended_on=date(2026, 6, 30))
    card = card_of(opened)
    assert (card.is_early_leaver_flemish, card.is_early_leaver_eurostat) == (None, None)


def test_both_flags_are_kept_apart_on_the_card(opened: Opened) -> None:
    """Rule 20: OV2 is not counted in Flanders, and is by Eurostat."""
    desk, case_id = opened
    leave_at_18(opened)
    school(opened, training_form=TrainingForm.ov2)
    desk.run(
        case_id, set_situation,
        occupation=Occupation.inactive, since_on=date(2026, 7, 1), had_recent_training=False,
    )  # fmt: skip
    card = card_of(opened)
    assert (card.is_early_leaver_flemish, card.is_early_leaver_eurostat) == (0, 1)
    assert (card.situation, card.situation_since, card.left_school_on) == (
        "inactive", "2026-07-01", "2026-06-30",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("place", "nis", "region"),
    [
        ({"postcode": "1080"}, "21012", "brussels"),
        ({"postcode": "9000"}, "44021", "flanders"),
        ({"postcode": "9000", "municipality_nis": "21004"}, "21004", "brussels"),
        ({"postcode": "4000"}, "", "flanders"),
    ],
)
def test_the_municipality_follows_from_the_postcode(
    opened: Opened, place: dict[str, str], nis: str, region: str
) -> None:
    desk, case_id = opened
    desk.run(case_id, change_person, **place)
    card = card_of(opened)
    assert (card.municipality_nis, card.region) == (nis, region)


def test_a_qualification_of_an_earlier_school_counts(opened: Opened) -> None:
    desk, case_id = opened
    leave_at_18(opened)
    assert card_of(opened).is_early_leaver_flemish == 1
    desk.run(
        case_id, enrol, school="CDO", started_on=date(2023, 9, 1), ended_on=date(2024, 6, 30),
        qualification="dbso",
    )  # fmt: skip
    assert card_of(opened).is_early_leaver_flemish == 0


def test_a_new_school_takes_the_flag_away(opened: Opened) -> None:
    desk, case_id = opened
    leave_at_18(opened)
    desk.run(case_id, enrol, school="TA Noord", started_on=date(2026, 9, 1))
    card = card_of(opened)
    assert (card.is_early_leaver_flemish, card.left_school_on) == (0, "")


def test_a_card_turns_on_a_birthday_although_nobody_wrote_anything(opened: Opened) -> None:
    """18 on 4 March 2026 is an early leaver from that day on."""
    desk, _case_id = opened
    wake_on(date(2026, 3, 3))
    leave_at_18(opened, left_on=date(2025, 6, 30))
    card = card_of(opened)
    assert (card.is_early_leaver_flemish, card.changes_on) == (0, "2026-03-04")
    assert catch_up(desk) == 0
    wake_on(date(2026, 3, 4))
    assert catch_up(desk) == 1
    card = card_of(opened)
    assert (card.is_early_leaver_flemish, card.changes_on) == (1, "2033-03-04")


def test_an_end_that_was_written_beforehand_turns_the_card(opened: Opened) -> None:
    leave_at_18(opened, left_on=date(2026, 12, 18))
    assert (card_of(opened).is_early_leaver_flemish, card_of(opened).changes_on) == (0, "2026-12-19")
    wake_on(date(2026, 12, 19))
    catch_up(opened[0])
    assert card_of(opened).is_early_leaver_flemish == 1


def test_the_delay_is_counted_in_the_school_year_of_the_last_day(opened: Opened) -> None:
    """Left in the fourth year in June 2025: the delay does not grow afterwards."""
    school(opened, grade=2, grade_year=2, started_on=date(2024, 9, 1), ended_on=date(2025, 6, 30))
    view = view_of(opened)
    assert (view.standing.delay.years, view.standing.delay_year) == (0, 2024)
    assert view.standing.delay.by_birth_year == -1


def sources(opened: Opened, today: date = TODAY) -> list[Attention]:
    desk, _case_id = opened
    cards = index_cards(desk.register)
    mine = (follow_up_terms, left_school, birthdays)
    assert all(source in SOURCES for source in mine)
    return [item for source in mine for item in source(desk.register, cards, today)]


def test_a_grade_of_the_school_year_to_come_is_counted_in_that_year(opened: Opened) -> None:
    """Dataloep: schoolse achterstand; on 20 August the enrolment of 1 September is written down already."""
    wake_on(date(2026, 8, 20))
    school(opened, started_on=date(2026, 9, 1), grade=2, grade_year=2)
    assert card_of(opened).school_delay == 1


def test_school_left_and_nothing_known_asks_for_attention(opened: Opened) -> None:
    desk, case_id = opened
    leave_at_18(opened)
    (item,) = sources(opened)
    assert (item.kind, item.tab, item.title) == ("left_school", "follow_up", "Verliet de school op di 30 jun")
    desk.run(case_id, set_situation, occupation=Occupation.in_work, since_on=date(2026, 7, 1))
    assert sources(opened) == []


@pytest.mark.parametrize(
    ("today", "tone"),
    [
        (date(2026, 9, 17), None),  # more than six weeks
        (date(2026, 9, 18), "warn"),
        (date(2026, 10, 30), "warn"),
        (date(2026, 10, 31), "danger"),
    ],
)
def test_the_term_for_an_offer_is_told_six_weeks_before(
    opened: Opened, today: date, tone: str | None
) -> None:
    """Rule 19; the six weeks are our choice (notice in resources/rules)."""
    desk, case_id = opened
    leave_at_18(opened)
    (row,) = desk.run(case_id, start_follow_ups, starts=LEFT_EDUCATION, starts_on=date(2026, 6, 30))
    found = sources(opened, today)
    assert [item.tone for item in found] == ([tone] if tone else [])
    if found:
        assert (found[0].action, found[0].row_id) == ("follow_up", row.id)
        assert found[0].source.startswith("Jongerengarantie")
    desk.run(case_id, record_follow_up, row.id, outcome="employment", done_on=TODAY)
    assert sources(opened, today) == []


@pytest.mark.parametrize(
    ("today", "is_told"),
    [
        (date(2028, 1, 3), False),
        (date(2028, 1, 4), True),
        (date(2028, 3, 4), True),
        (date(2028, 3, 5), False),
    ],
)
def test_an_18th_birthday_is_told_sixty_days_before(opened: Opened, today: date, is_told: bool) -> None:
    """Compulsory education ends at 18."""
    assert [item.kind for item in sources(opened, today)] == (["birthday"] if is_told else [])


def test_the_tab_reads_everything_at_once(opened: Opened) -> None:
    desk, case_id = opened
    leave_at_18(opened)
    view = view_of(opened)
    assert (view.flemish.answer, view.eurostat.answer, view.okot.answer) == (True, None, False)
    assert (view.is_of_age, view.left_on, view.lines) == (True, date(2026, 6, 30), ())
    answers = {"okot_screening": True, "okot_full_time": False}
    desk.run(case_id, answer_okot, view.pathway_id, answers=answers, on=TODAY)
    states = {one.asks: one.is_met for one in view_of(opened).okot.conditions if one.asks}
    assert (states["okot_screening"], states["okot_full_time"], states["okot_shortage"]) == (
        True,
        False,
        None,
    )
    desk.run(case_id, answer_okot, view.pathway_id, answers={"okot_full_time": None}, on=TODAY)
    states = {one.asks: one.is_met for one in view_of(opened).okot.conditions if one.asks}
    assert states["okot_full_time"] is None


def test_the_guarantee_is_over_on_the_30th_birthday(opened: Opened) -> None:
    """Rule 19: upper age 30."""
    desk, case_id = opened
    desk.run(case_id, change_person, birth_on=date(1996, 11, 23))
    assert view_of(opened, date(2026, 11, 22)).is_of_age is True
    assert view_of(opened).is_of_age is False
