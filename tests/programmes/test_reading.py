"""The programme of the house is whole, and each kind of mistake is refused with its file and key."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from eletdesk.errors import EletdeskError, InvalidInputError, NotFoundError
from eletdesk.locations import resources_folder
from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.reading import load_programmes, newest_programme, read_programme
from eletdesk.translation import speaking

NAFT = (resources_folder() / "programmes" / "naft.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def naft() -> Programme:
    return load_programmes()["naft", 1]


def once(old: str, new: str) -> Callable[[str], str]:
    """Make one mistake: the first place where old stands becomes new."""

    def spoil(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return spoil


def test_the_stages_stand_in_the_order_of_rule_2(naft: Programme) -> None:
    assert [stage.code for stage in naft.stages] == [
        "aanmelding",
        "vraagverheldering",
        "plan",
        "uitvoering",
        "tussentijdse_evaluatie",
        "afsluitend_rondetafelgesprek",
        "opvolging",
        "afgesloten",
    ]
    assert [stage.code for stage in naft.stages if stage.is_optional] == ["tussentijdse_evaluatie"]
    assert naft.first_stage.code == "aanmelding"
    assert naft.final_stage.is_final
    assert naft.outcome("other_school").outcome_class == "in_education"


def test_the_next_stage_passes_over_what_may_be_left_out(naft: Programme) -> None:
    after = naft.next_stage("uitvoering")
    assert after is not None
    assert after.code == "afsluitend_rondetafelgesprek"
    assert naft.next_stage("afgesloten") is None


@pytest.mark.parametrize(
    ("stage", "allowed"),
    [
        ("aanmelding", ["vraagverheldering"]),
        ("uitvoering", ["tussentijdse_evaluatie", "afsluitend_rondetafelgesprek"]),
        ("tussentijdse_evaluatie", ["afsluitend_rondetafelgesprek"]),
        ("opvolging", ["afgesloten"]),
        ("afgesloten", []),
    ],
)
def test_allowed_moves_follow_the_order(naft: Programme, stage: str, allowed: list[str]) -> None:
    assert [move.code for move in naft.allowed_moves(stage)] == allowed


def test_a_label_is_said_in_the_language_that_is_spoken(naft: Programme) -> None:
    round_table = naft.stage("afsluitend_rondetafelgesprek").label
    assert round_table.said() == "Afsluitend rondetafelgesprek"
    with speaking("fr"):
        assert round_table.said() == "Table ronde de clôture"
    with speaking("en"):
        assert round_table.said() == "Closing round table"


def test_codes_are_those_that_case_files_keep(naft: Programme) -> None:
    assert {level.code for level in naft.levels} == {"pupil", "group", "teacher", "team_school"}
    assert {mode.code for mode in naft.modes} == {"preventive", "remedial"}


def test_reasons_are_the_five_grounds_and_three_kinds_of_leaving(naft: Programme) -> None:
    grounds = [reason.code for reason in naft.reasons if reason.category == "ground"]
    assert grounds == ["social", "emotional", "legal", "pedagogical", "personal"]
    others = {reason.category for reason in naft.reasons} - {"ground"}
    assert others == {"push_school", "push_external", "pull_labour_market"}
    assert naft.reason("legal").label.nl == "Juridisch"


def test_what_was_not_read_in_a_source_is_marked(naft: Programme) -> None:
    assert not any(outcome.basis.is_sure for outcome in naft.outcomes)
    assert naft.stage("tussentijdse_evaluatie").basis.certainty == "unverified"
    assert naft.unit().basis.certainty == "own_choice"
    assert naft.stage("aanmelding").basis.is_sure
    assert naft.stage("aanmelding").gates == ()
    assert naft.stage("vraagverheldering").gates[0].basis.source.code == "draaiboek"


def test_absence_retention_and_reference_average_are_those_of_the_sources(naft: Programme) -> None:
    assert naft.absence is not None
    assert (naft.absence.code, naft.absence.basis.valid_from) == ("P", date(2019, 9, 1))
    assert naft.absence.needs_agreement
    assert "no_show" in naft.absence.excludes
    assert naft.retention.until_age == 35
    assert naft.report_profile.reference_half_days == 29.8


def test_a_term_holds_from_its_day() -> None:
    later = """
[[clocks]]
code = "contact_attention"
amount = 10
unit = "days"
label = { nl = "a", fr = "b", en = "c" }
source = "eletdesk"
valid_from = 2027-01-01
"""
    programme = read_programme(NAFT + later, "naft.toml")
    for on, amount in ((date(2026, 12, 31), 14), (date(2027, 1, 1), 10)):
        clock = programme.clock("contact_attention", on)
        assert clock is not None
        assert clock.amount == amount
    assert programme.clock("contact_attention", date(2000, 1, 1)) is None
    assert programme.clock("no_such_clock", date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("ask", "field"),
    [
        (lambda naft: naft.stage("intake"), "stage"),
        (lambda naft: naft.level("class"), "level"),
        (lambda naft: naft.outcome("lost"), "outcome"),
        (lambda naft: naft.reason("bored"), "reasons"),
    ],
)
def test_an_unknown_code_is_refused_by_field(
    naft: Programme, ask: Callable[[Programme], object], field: str
) -> None:
    with pytest.raises(InvalidInputError) as caught:
        ask(naft)
    assert caught.value.field == field


def test_a_programme_counts_only_in_its_own_units(naft: Programme) -> None:
    assert naft.unit("half_day").minutes == 240
    with pytest.raises(NotFoundError):
        naft.unit("hour")


MISTAKES = [
    pytest.param(once('label = { nl = "Aanmelding", ', "extra = { "), "stages[1].label", id="missing key"),
    pytest.param(once("version = 1", 'version = "1"'), "version", id="text for number"),
    pytest.param(once("version = 1", "version = true"), "version", id="yes for number"),
    pytest.param(once("version = 1", "version = 0"), "version", id="number too small"),
    pytest.param(once('code = "naft"', "code = 7"), "code", id="number for text"),
    pytest.param(once('code = "naft"', 'code = " "'), "code", id="empty text"),
    pytest.param(once('code = "uitvoering"', 'code = "Mise en œuvre"'), "stages[4].code", id="not a code"),
    pytest.param(once('stage = "uitvoering"', 'stage = "intake"'), "gates[2].stage", id="unknown stage"),
    pytest.param(once('needs = "consent"', 'needs = "luck"'), "gates[2].needs", id="unknown fact"),
    pytest.param(once('code = "plan"', 'code = "aanmelding"'), "stages[3].code", id="double stage"),
    pytest.param(once('code = "group"', 'code = "pupil"'), "levels[2].code", id="double level"),
    pytest.param(once('code = "bvr_2015"', 'code = "bvr_2009"'), "sources[2].code", id="double source"),
    pytest.param(once('code = "long"', 'code = "short"'), "buckets[2].code", id="double bucket"),
    pytest.param(once('needs = "plan_goals"', 'needs = "consent"'), "gates[3].stage", id="double gate"),
    pytest.param(
        once('code = "contact_notice"', 'code = "contact_attention"'), "clocks[2].code", id="double clock"
    ),
    pytest.param(once('fr = "Demande", ', ""), "stages[1].label.fr", id="missing language"),
    pytest.param(once('fr = "Demande", ', 'fr = "", '), "stages[1].label.fr", id="empty language"),
    pytest.param(
        once('fr = "Demande", ', 'fr = "Demande", de = "Antrag", '), "stages[1].label.de", id="other language"
    ),
    pytest.param(
        once("valid_from = 2016-09-01", 'valid_from = "2016"'), "stages[1].valid_from", id="text for date"
    ),
    pytest.param(
        once("valid_from = 2016-09-01", "valid_from = 2016-09-01T08:00:00"),
        "stages[1].valid_from",
        id="time for date",
    ),
    pytest.param(once('source = "draaiboek"', 'source = "gossip"'), "stages[1].source", id="unknown source"),
    pytest.param(
        once('certainty = "unverified"', 'certainty = "sure"'), "stages[3].certainty", id="unknown certainty"
    ),
    pytest.param(once('colour = "s1"', 'colour = "red"'), "stages[1].colour", id="unknown colour"),
    pytest.param(once("is_final = true", "is_final = false"), "stages[8].is_final", id="no final stage"),
    pytest.param(
        once("is_optional = true", 'is_optional = "yes"'), "stages[5].is_optional", id="text for yes"
    ),
    pytest.param(
        once('colour = "s1"', 'colour = "s1"\nis_optional = true'),
        "stages[1].is_optional",
        id="optional first stage",
    ),
    pytest.param(
        once('category = "ground"', 'category = "luck"'), "reasons[1].category", id="unknown category"
    ),
    pytest.param(once('class = "referred"', 'class = "gone"'), "outcomes[5].class", id="unknown class"),
    pytest.param(once("step = 0.25", "step = -0.25"), "units[1].step", id="step below zero"),
    pytest.param(once("step = 0.25", 'step = "a quarter"'), "units[1].step", id="text for step"),
    pytest.param(
        once('rounding = "nearest"', 'rounding = "luck"'), "units[1].rounding", id="unknown rounding"
    ),
    pytest.param(once("most = 10", "most = 4"), "buckets[1].most", id="most under least"),
    pytest.param(once("until_age = 35\n", ""), "retention.until_age", id="no retention"),
    pytest.param(once('["no_show", "cancelled"]', '"no_show"'), "absence.excludes", id="text for list"),
    pytest.param(once('["no_show", "cancelled"]', '["late"]'), "absence.excludes", id="unknown in list"),
    pytest.param(once('["no_show", "cancelled"]', "[1]"), "absence.excludes", id="number in list"),
    pytest.param(
        once('["no_show", "cancelled"]', '["no_show", "no_show"]'), "absence.excludes", id="twice in list"
    ),
    pytest.param(once("month = 9", "month = 13"), "school_year.day", id="no such day"),
    pytest.param(once("month = 9", 'month = "September"'), "school_year.month", id="text for whole"),
    pytest.param(once("step = 0.25", "step = 0"), "units[1].step", id="step of nothing"),
    pytest.param(once("step = 0.25", "step = inf"), "units[1].step", id="step without end"),
    pytest.param(once("[school_year]", "[school_jaar]"), "school_year", id="missing table"),
    pytest.param(once("[[modes]]", "[[mode]]"), "mode", id="misspelt list"),
    pytest.param(once("is_optional = true", "is_optinal = true"), "stages[5].is_optinal", id="misspelt key"),
    pytest.param(once('code = "naft"', 'code "naft"'), "at line 8", id="not TOML"),
]


@pytest.mark.parametrize(("spoil", "key"), MISTAKES)
def test_a_mistake_is_refused_with_file_and_key(spoil: Callable[[str], str], key: str) -> None:
    with pytest.raises(BrokenProgrammeError) as caught:
        read_programme(spoil(NAFT), "mine.toml")
    error = caught.value
    assert error.file == "mine.toml"
    assert error.key.startswith(key)
    assert error.sentence
    assert "mine.toml" in str(error)
    assert isinstance(error, EletdeskError)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "sources"),
        ("sources = 3", "sources"),
        ("sources = []", "sources"),
        ("sources = [1]", "sources"),
        ("[sources]", "sources"),
    ],
)
def test_an_empty_or_flat_file_is_refused(text: str, key: str) -> None:
    with pytest.raises(BrokenProgrammeError) as caught:
        read_programme(text, "empty.toml")
    assert caught.value.key == key


def test_two_files_may_not_say_the_same_version(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(NAFT, encoding="utf-8")
    with pytest.raises(BrokenProgrammeError) as caught:
        load_programmes(tmp_path)
    assert (caught.value.file, caught.value.key) == ("b.toml", "version")


def test_a_new_pathway_gets_the_newest_version_and_old_ones_keep_theirs(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text(NAFT, encoding="utf-8")
    (tmp_path / "two.toml").write_text(once("version = 1", "version = 2")(NAFT), encoding="utf-8")
    programmes = load_programmes(tmp_path)
    assert newest_programme(programmes, "naft").version == 2
    assert programmes["naft", 1].version == 1
    with pytest.raises(NotFoundError):
        newest_programme(programmes, "okot")
