"""Each part of a definition is read as it stands, and each mistake in it is refused with its file and key."""

from collections.abc import Callable
from datetime import date

import pytest

from eletdesk.errors import NotFoundError
from eletdesk.programmes import rules
from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.reading import read_programme
from eletdesk.translation import speaking
from tests.programmes.definitions import ATELIER, once


@pytest.fixture(scope="module")
def atelier() -> Programme:
    return read_programme(ATELIER, "atelier.toml")


def test_what_may_be_left_out_is_empty(atelier: Programme) -> None:
    assert (atelier.building_blocks, atelier.reasons, atelier.modes, atelier.buckets) == ((), (), (), ())
    assert atelier.absence is None
    assert atelier.report_profile.reference_half_days == 0


def test_a_definition_without_what_is_new_reads_as_before() -> None:
    lines = ("is_compulsory", "valid_until", "ages", "dossiers", 'what = { nl = "Proeven')
    old = "\n".join(line for line in ATELIER.splitlines() if not line.startswith(lines))
    programme = read_programme(old, "old.toml")
    assert programme.what == programme.label
    assert (programme.is_compulsory, programme.valid_until, programme.ages) == (False, None, None)
    assert programme.dossiers == ()


def test_the_text_travels_with_the_programme(atelier: Programme) -> None:
    assert atelier.text == ATELIER
    assert read_programme(atelier.text, "again.toml") == atelier


def test_a_programme_is_open_until_its_last_day(atelier: Programme) -> None:
    assert atelier.is_open_on(date(2030, 6, 30))
    assert not atelier.is_open_on(date(2030, 7, 1))


@pytest.mark.parametrize(("community", "serves"), [("french", True), ("flemish", False)])
def test_a_programme_serves_its_community(atelier: Programme, community: str, *, serves: bool) -> None:
    assert atelier.serves(community) is serves
    both = read_programme(once('"french"', '"both"')(ATELIER), "both.toml")
    assert both.serves(community)


def test_a_programme_has_words_of_its_own(atelier: Programme) -> None:
    word = atelier.word("goals")
    assert word is not None
    with speaking("fr"):
        assert word.said() == "Accords"
    assert atelier.word("worker") is None


def test_a_question_is_asked_in_its_stage(atelier: Programme) -> None:
    assert [question.code for question in atelier.questions_at("start")] == ["occupation"]
    assert [question.code for question in atelier.questions_at("")] == ["remark"]
    occupation = atelier.question("occupation")
    assert occupation is not None
    assert occupation.help is not None
    assert (occupation.kind, occupation.is_required) == ("choice", True)
    assert atelier.question("shoe_size") is None


def test_a_choice_has_the_source_of_its_question_or_its_own(atelier: Programme) -> None:
    occupation = atelier.question("occupation")
    assert occupation is not None
    cook, welder = occupation.choices
    assert cook.basis == occupation.basis
    assert (welder.basis.certainty, welder.basis.valid_from) == ("unverified", date(2024, 1, 1))


def test_a_gate_can_ask_for_an_answer(atelier: Programme) -> None:
    assert rules.missing_for(atelier, "work", {})[0].needs == "answer:occupation"
    assert rules.missing_for(atelier, "work", {"answer:occupation": "cook"}) == ()


def test_a_clock_says_what_starts_it_and_how_often_it_may_be_renewed(atelier: Programme) -> None:
    clock = atelier.clock("most_work", date(2026, 1, 1))
    assert clock is not None
    assert (clock.starts, clock.kind, clock.per) == ("stage_entered:work", "limit", "period")
    assert (clock.amount, clock.unit, clock.renewals, clock.warn_at) == (3, "months", 1, 0.8)
    assert [one.code for one in atelier.clocks_on(date(2026, 1, 1))] == ["most_work", "look_later"]
    assert [one.code for one in atelier.clocks_on(date(2026, 1, 1), "limit")] == ["most_work"]
    assert atelier.clocks_on(date(2019, 12, 31)) == ()


def test_a_follow_up_names_its_clock_and_what_can_be_found(atelier: Programme) -> None:
    kind = atelier.follow_up("look_later")
    assert kind is not None
    assert [outcome.outcome_class for outcome in kind.outcomes] == ["apprenticeship", "employment"]
    assert atelier.follow_up("most_work") is None


def test_a_task_says_after_what_and_how_long(atelier: Programme) -> None:
    (task,) = atelier.tasks
    assert (task.when, task.amount, task.unit) == ("stage:work", 3, "working_days")


@pytest.mark.parametrize(("minutes", "periods"), [(0, 0), (1, 1), (50, 1), (51, 2), (100, 2)])
def test_rule_3_a_programme_counts_in_its_own_unit(atelier: Programme, minutes: int, periods: float) -> None:
    """Rule 3: time is kept in minutes; who does not count in half-days has none of them."""
    assert atelier.unit().code == "period"
    assert atelier.unit().many.fr == "Périodes"
    assert rules.units_of(minutes, atelier) == periods
    assert rules.half_days_of(minutes, atelier) == 0
    assert rules.average_half_days([[minutes]], atelier) == 0


def test_rule_3_a_unit_without_minutes_counts_no_session_time(atelier: Programme) -> None:
    """Rule 3: months are counted from days, not from sessions."""
    month = ATELIER.index('[[units]]\ncode = "month"')
    period = ATELIER.index('[[units]]\ncode = "period"')
    only_months = read_programme(ATELIER[:period] + ATELIER[month:], "months.toml")
    assert (only_months.unit().code, only_months.unit().many.nl) == ("month", "Maand")
    assert rules.units_of(600, only_months) == 0
    assert atelier.unit("month").minutes == 0
    with pytest.raises(NotFoundError):
        atelier.unit("half_day")


def _last(old: str, new: str) -> Callable[[str], str]:
    def spoil(text: str) -> str:
        before, found, after = text.rpartition(old)
        assert found
        return before + new + after

    return spoil


MISTAKES = [
    (once('community = "french"', 'community = "german"'), "community"),
    (once("is_compulsory = true", 'is_compulsory = "yes"'), "is_compulsory"),
    (once("valid_until = 2030-06-30", 'valid_until = "2030"'), "valid_until"),
    (once("ages = [14, 19]", "ages = [19, 14]"), "ages"),
    (once("ages = [14, 19]", "ages = [14]"), "ages"),
    (once("ages = [14, 19]", "ages = [0, 19]"), "ages"),
    (once('dossiers = ["naft"]', 'dossiers = ["naft", "naft"]'), "dossiers"),
    (once('dossiers = ["naft"]', "dossiers = [1]"), "dossiers"),
    (once('session = { nl = "Atelier", ', "session = { "), "words.session.nl"),
    (once("goals = { nl", "goal = { nl"), "words.goal"),
    (once('"answer:occupation"', '"answer:shoe_size"'), "gates[1].needs"),
    (once('"answer:occupation"', '"answer:"'), "gates[1].needs"),
    (once('class = "apprenticeship"', 'class = "luck"'), "outcomes[1].class"),
    (once('class = "employment"', 'class = "luck"'), "follow_up_outcomes[1].class"),
    (once('clock = "look_later"', 'clock = "no_such_clock"'), "follow_ups[1].clock"),
    (once('["goes_on", "still_there"]', '["goes_on", "lost"]'), "follow_ups[1].outcomes"),
    (once('["goes_on", "still_there"]', "[]"), "follow_ups[1].outcomes"),
    (once('code = "period"', 'code = "fortnight"'), "units[1].code"),
    (once('code = "month"', 'code = "period"'), "units[2].code"),
    (once("minutes = 50\n", ""), "units[1].minutes"),
    (once("smallest = 1", "smallest = 0"), "units[1].smallest"),
    (once('many = { nl = "Lesuren", ', "many = { "), "units[1].many.nl"),
    (once('"stage_entered:work"', '"stage_entered:play"'), "clocks[1].starts"),
    (once('"stage_entered:work"', '"full_moon"'), "clocks[1].starts"),
    (once('kind = "limit"', 'kind = "threat"'), "clocks[1].kind"),
    (once('kind = "limit"', 'kind = "deadline"'), "clocks[1].per"),
    (once('per = "period"', 'per = "moon"'), "clocks[1].per"),
    (once('per = "period"', 'per = "lifetime"'), "clocks[1].renewals"),
    (once("renewals = 1", "renewals = -1"), "clocks[1].renewals"),
    (once("warn_at = 0.8", "warn_at = 80"), "clocks[1].warn_at"),
    (once("warn_at = 0.8", "warn_at = 0.0"), "clocks[1].warn_at"),
    (once('unit = "months"', 'unit = "moons"'), "clocks[1].unit"),
    (once('when = "stage:work"', 'when = "stage:play"'), "tasks[1].when"),
    (once('when = "stage:work"', 'when = "clock:no_such_clock"'), "tasks[1].when"),
    (once('when = "stage:work"', 'when = "threshold:flemish_7"'), "tasks[1].when"),
    (once('when = "stage:work"', 'when = "work"'), "tasks[1].when"),
    (once('unit = "working_days"', 'unit = "lesson_half_days"'), "tasks[1].unit"),
    (once("amount = 3\nunit = \"working_days\"", "amount = -3\nunit = \"working_days\""), "tasks[1].amount"),
    (once('kind = "choice"', 'kind = "riddle"'), "questions[1].kind"),
    (once('kind = "choice"', 'kind = "text"'), "questions[1].choices"),
    (once('stage = "start"', 'stage = "play"'), "questions[1].stage"),
    (once('code = "remark"', 'code = "occupation"'), "questions[2].code"),
    (once('{ code = "welder"', '{ code = "cook"'), "questions[1].choices[2].code"),
    (once('{ code = "welder"', '{ kode = "welder"'), "questions[1].choices[2].code"),
    (once('kind = "text"', 'kind = "many"'), "questions[2].choices"),
    (once("help = { nl", "hulp = { nl"), "questions[1].hulp"),
    (once("is_required = true", "is_required = 1"), "questions[1].is_required"),
    (once('"participants", "hours"', '"participants", "tears"'), "report_profile.counts"),
    (_last("years_after_contact = 2\n", ""), "retention.until_age"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("spoil", "key"), MISTAKES, ids=[f"{at}-{key}" for at, (_, key) in enumerate(MISTAKES)]
)
def test_a_mistake_is_refused_with_file_and_key(spoil: Callable[[str], str], key: str) -> None:
    with pytest.raises(BrokenProgrammeError) as caught:
        read_programme(spoil(ATELIER), "mine.toml")
    assert (caught.value.file, caught.value.key) == ("mine.toml", key)
    assert caught.value.sentence


@pytest.mark.parametrize(
    "moment", ["started", "closed", "clock:look_later", "threshold:flemish_5", "stage:end"]
)
def test_a_task_may_follow_from_each_kind_of_moment(moment: str) -> None:
    programme = read_programme(once('when = "stage:work"', f'when = "{moment}"')(ATELIER), "mine.toml")
    assert programme.tasks[0].when == moment
