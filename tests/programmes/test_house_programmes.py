"""Every programme that ships: whole, in three languages, each line with its source, true to its texts."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from eletdesk.programmes.definition import Clock, Programme
from eletdesk.programmes.dossier_kinds import load_dossier_kinds
from eletdesk.programmes.facts import KNOWN_THRESHOLDS
from eletdesk.programmes.label import Basis, Label
from eletdesk.programmes.law.absence_rules import absence_rules
from eletdesk.programmes.law.okot import okot_rules
from eletdesk.programmes.law.youth_guarantee import youth_guarantee
from eletdesk.programmes.reading import load_programmes

PROGRAMMES = {code: programme for (code, _version), programme in load_programmes().items()}
TODAY = date(2026, 11, 22)


def parts_of(thing: object) -> Iterator[object]:
    """Give a thing and everything in it."""
    yield thing
    if isinstance(thing, tuple):
        for part in thing:
            yield from parts_of(part)
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from parts_of(getattr(thing, one.name))


@pytest.fixture(params=sorted(PROGRAMMES))
def programme(request: pytest.FixtureRequest) -> Programme:
    return PROGRAMMES[request.param]


def clock_of(code: str, clock: str) -> Clock:
    found = PROGRAMMES[code].clock(clock, TODAY)
    assert found is not None
    return found


def test_the_ten_programmes_of_issue_3_are_there() -> None:
    assert sorted(PROGRAMMES) == [
        "brussels_15_21",
        "clb_truancy",
        "das",
        "dasc",
        "dedicated_mediator",
        "naft",
        "okot",
        "pasc",
        "sas",
        "time_out_legacy",
    ]


def test_every_text_is_there_in_three_languages_and_nothing_was_left_in_english(programme: Programme) -> None:
    labels = [part for part in parts_of(programme) if isinstance(part, Label)]
    assert len(labels) > 60
    for label in labels:
        assert all(text == text.strip() != "" for text in (label.nl, label.fr, label.en))
        words = len(label.en.split())
        assert words < 4 or len({label.nl, label.fr, label.en}) == 3, label


def test_every_source_is_used_and_our_own_choices_are_never_called_facts(programme: Programme) -> None:
    bases = [part for part in parts_of(programme) if isinstance(part, Basis)]
    assert {basis.source.code for basis in bases} == {source.code for source in programme.sources}
    for basis in bases:
        assert basis.valid_from <= TODAY
        assert basis.source.code != "eletdesk" or basis.certainty in ("own_choice", "unverified")


def test_the_colours_climb_and_the_last_stage_has_that_of_what_is_closed(programme: Programme) -> None:
    colours = [stage.colour for stage in programme.stages]
    assert colours == sorted(colours)
    assert colours.index("s_closed") == len(colours) - 1


def test_a_first_session_always_fits(programme: Programme) -> None:
    assert not programme.level("pupil").has_participants
    assert programme.level("group").has_participants
    assert programme.unit().minutes > 0


def test_somebody_is_missed_in_every_programme(programme: Programme) -> None:
    for code in ("contact_notice", "contact_attention"):
        clock = programme.clock(code, TODAY)
        assert clock is not None
        assert (clock.kind, clock.starts) == ("silence", "last_contact_on")


def test_what_a_programme_names_exists(programme: Programme) -> None:
    known = {code for code, _version in load_dossier_kinds()}
    assert set(programme.dossiers) <= known
    for question in programme.questions:
        assert question.is_required <= bool(question.stage)


@pytest.mark.parametrize("part", ["outcomes", "levels", "tasks", "questions"])
def test_no_two_choices_have_the_same_words(programme: Programme, part: str) -> None:
    for language in ("nl", "fr", "en"):
        words = [choice.label.in_language(language) for choice in getattr(programme, part)]
        assert len(set(words)) == len(words)


def test_thresholds_are_those_of_the_absence_rules() -> None:
    assert set(KNOWN_THRESHOLDS) == {threshold.code for threshold in absence_rules().thresholds}


def test_clb_truancy_guidance_cannot_be_refused() -> None:
    """CLB: truancy guidance cannot be refused (clbaalst.be; clbninove.be), so no gate asks for consent."""
    truancy = PROGRAMMES["clb_truancy"]
    assert truancy.is_compulsory
    assert "consent" not in [gate.needs for stage in truancy.stages for gate in stage.gates]
    assert [stage.code for stage in truancy.stages] == [
        "melding",
        "contact_ouders",
        "begeleidingsdossier",
        "begeleiding",
        "opvolging",
        "zorgwekkend_dossier",
        "afgesloten",
    ]
    assert [stage.code for stage in truancy.stages if stage.is_optional] == ["zorgwekkend_dossier"]
    assert not any(one.is_compulsory for code, one in PROGRAMMES.items() if code != "clb_truancy")


def test_rule_9_a_guidance_file_is_opened_at_five_and_thirty_is_discussed() -> None:
    """Rule 9: 5 half-days a guidance file, 30 an alarm (AGODI, leerplicht - procedures; edulex 13281)."""
    moments = {task.when: task for task in PROGRAMMES["clb_truancy"].tasks}
    assert moments["threshold:flemish_5"].code == "open_guidance_file"
    assert moments["threshold:flemish_5"].basis.is_sure
    assert {"threshold:flemish_30", "threshold:flemish_30_twice"} <= set(moments)


def test_rule_17_files_are_kept_as_their_sector_asks() -> None:
    """Rule 17: CLB 10 years after the last contact and age 25, youth help age 35, the others to choose."""
    kept = {
        code: (one.retention.code, one.retention.until_age, one.retention.years_after_contact)
        for code, one in PROGRAMMES.items()
    }
    assert kept["clb_truancy"] == ("clb", 25, 10)
    assert kept["naft"] == kept["time_out_legacy"] == ("youth_help", 35, 0)
    others = set(kept) - {"clb_truancy", "naft", "time_out_legacy"}
    assert {kept[code][0] for code in others} == {"configurable"}
    assert all(not PROGRAMMES[code].retention.basis.is_sure for code in others)


@pytest.mark.parametrize(
    ("clock", "amount", "unit", "per", "renewals"),
    [
        ("care_period", 3, "months", "period", 1),
        ("care_school_year", 6, "months", "school_year", 0),
        ("care_lifetime", 1, "years", "lifetime", 0),
    ],
)
def test_sas_limits(clock: str, amount: int, unit: str, per: str, renewals: int) -> None:
    """SAS: 3 months renewable once, 6 months a school year, 1 year in all (intersas.be/sas); warn at 80 %."""
    limit = clock_of("sas", clock)
    assert (limit.kind, limit.amount, limit.unit) == ("limit", amount, unit)
    assert (limit.per, limit.renewals, limit.warn_at) == (per, renewals, 0.8)
    assert limit.basis.is_sure


def test_rule_19_the_mediator_has_the_terms_and_findings_of_the_youth_guarantee() -> None:
    """Rule 19: an offer within 4 months, a look after 6, 12 and 18 (resources/rules/youth_guarantee.toml)."""
    mediator = PROGRAMMES["dedicated_mediator"]
    guarantee = youth_guarantee()
    for term in guarantee.terms:
        clock = clock_of("dedicated_mediator", term.code)
        assert (clock.amount, clock.unit) == (term.months, "months")
        kind = mediator.follow_up(term.code)
        assert kind is not None
        assert {one.code for one in kind.outcomes} == {
            one.code for one in guarantee.findings if term.looks_for in one.found_by
        }
    assert clock_of("dedicated_mediator", "offer").starts == "left_education_on"
    assert mediator.ages == (15, 29)


def test_okot_asks_what_its_conditions_need() -> None:
    """OKOT: the answers that resources/rules/okot.toml looks at are questions of the programme."""
    asked = {condition.asks for condition in okot_rules().conditions if condition.asks}
    assert asked <= {question.code for question in PROGRAMMES["okot"].questions}
    assert len(asked) == 4


def test_rule_5_a_time_out_of_before_2016_was_short_or_long() -> None:
    """Rule 5: 5 to 10 consecutive working days, or 3 to 6 consecutive weeks (BVR of 19 June 2009)."""
    time_out = PROGRAMMES["time_out_legacy"]
    assert [(one.code, one.unit, one.least, one.most) for one in time_out.buckets] == [
        ("short", "working_days", 5, 10),
        ("long", "weeks", 3, 6),
    ]
    assert time_out.is_open_on(date(2016, 8, 31))
    assert not time_out.is_open_on(date(2016, 9, 1))


@pytest.mark.parametrize(("code", "objectives"), [("das", 3), ("dasc", 3), ("pasc", 5)])
def test_brussels_projects_have_an_objective_and_count_people(code: str, objectives: int) -> None:
    """Brussels: three objectives of the DAS call, three themes of DASC (dhnet.be 2021), the axes of pASc."""
    programme = PROGRAMMES[code]
    objective = programme.question("objective")
    assert objective is not None
    assert len(objective.choices) == objectives
    assert programme.serves("french")
    assert programme.serves("flemish")
    counts = programme.report_profile.counts
    assert {"activities", "hours", "participants", "parents_reached", "objectives", "communes"} <= set(counts)


def test_a_pasc_is_of_one_of_the_nineteen_municipalities() -> None:
    """Brussels: 19 municipalities, named by their NIS code."""
    commune = PROGRAMMES["pasc"].question("commune")
    assert commune is not None
    assert [choice.code for choice in commune.choices] == [f"nis_{nis}" for nis in range(21001, 21020)]


def test_the_brussels_pilot_was_for_15_to_21_and_is_over() -> None:
    """Brussels: pilot projects in vocational education, 15 to 21 years, 2022-2024 (Cedefop, bx1.be)."""
    pilot = PROGRAMMES["brussels_15_21"]
    assert pilot.ages == (15, 21)
    assert not pilot.is_open_on(date(2025, 1, 1))


def test_naft_reminds_of_its_interim_evaluation_and_of_the_call_after_it() -> None:
    naft = PROGRAMMES["naft"]
    tasks = {task.code: (task.when, task.amount, task.unit) for task in naft.tasks}
    assert tasks["interim_evaluation"] == ("stage:uitvoering", 4, "weeks")
    assert tasks["aftercare_call"] == ("clock:aftercare_call", 0, "days")
    call = clock_of("naft", "aftercare_call")
    assert (call.starts, call.amount, call.unit) == ("closed_on", 3, "weeks")
    assert all(task.basis.certainty == "own_choice" for task in naft.tasks)
