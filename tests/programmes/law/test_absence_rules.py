"""Absence codes, conversions, thresholds as data (rules 8 to 10), and the limits of discipline (rule 12)."""

from datetime import date

import pytest

from eletdesk.locations import resources_folder
from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.law.absence_reading import read_absence_rules
from eletdesk.programmes.law.absence_rules import absence_rules
from eletdesk.programmes.law.discipline_rules import discipline_limit, read_discipline_limits

TEXT = (resources_folder() / "rules" / "absences.toml").read_text(encoding="utf-8")
DISCIPLINE = (resources_folder() / "rules" / "discipline.toml").read_text(encoding="utf-8")
FIRST = date(2019, 9, 1)


def test_rule_8_the_seven_flemish_codes_hold_from_1_september_2019() -> None:
    """Source: agodi.be, registratie afwezigheden in Discimus, codes geldig vanaf 1 september 2019."""
    codes = {code.code: code for code in absence_rules().codes_on("flemish", FIRST)}
    assert set(codes) == set("ABHMPRZ")
    assert [letter for letter, code in codes.items() if code.is_problematic] == ["B"]
    assert [letter for letter, code in codes.items() if not code.is_offered] == ["A"]
    assert all(code.basis.is_sure for code in codes.values())


def test_rule_8_the_day_before_the_old_codes_held() -> None:
    """Source: agodi.be, omzettingstabel; sintpaulusdrongen.be for the time-out code O and Q."""
    codes = {code.code for code in absence_rules().codes_on("flemish", date(2019, 8, 31))}
    assert codes == set("BOQ")
    assert absence_rules().code_on("flemish", FIRST, "O") is None


def test_late_has_no_flemish_code_since_2019() -> None:
    """Source: agodi.be, omzettingstabel van de codes."""
    assert absence_rules().code_on("flemish", FIRST, "L") is None
    said = absence_rules().unknown_code
    assert "2019" in said.label.nl
    assert said.basis.source.code == "omzettingstabel"


def test_french_letters_are_known_as_not_checked() -> None:
    """Source: a French-speaking school program, not official (domain-brussels 2.3)."""
    codes = absence_rules().codes_on("french", date(2026, 9, 1))
    assert {code.code for code in codes} == set("OMPEBCDSFVJHXIR-|")
    assert {code.basis.certainty for code in codes} == {"unverified"}
    assert [code.code for code in codes if code.is_problematic] == ["O"]
    assert absence_rules().code_on("french", date(2026, 9, 1), "R").kind == "late"  # type: ignore[union-attr]


def test_rule_10_four_periods_are_a_half_day_from_the_school_year_2024() -> None:
    """Source: decree of the French Community of 16 May 2024 (refli.be/fr/lex/2024007197)."""
    rules = absence_rules()
    before = rules.conversion_on("french", date(2023, 8, 28))
    after = rules.conversion_on("french", date(2024, 8, 26))
    assert (before.method, after.method, after.periods) == ("each_half_day", "periods", 4)
    assert after.basis.source.code == "decret_2024"
    assert rules.conversion_on("french", date(2000, 9, 1)).method == "each_half_day"


def test_rule_9_the_flemish_thresholds() -> None:
    """Source: agodi.be, rapport leerplicht, procedures; groeipakket.be/terugbetalen."""
    on = date(2026, 9, 1)
    used = {one.code: one for one in absence_rules().thresholds_on("flemish", on)}
    assert [(code, one.reached_at, one.action) for code, one in used.items()] == [
        ("flemish_1", 1, "note"),
        ("flemish_5", 5, "report_clb"),
        ("flemish_30", 30, "alarm"),
        ("flemish_30_twice", 30, "allowance"),
    ]
    assert used["flemish_30_twice"].years == 2
    every = absence_rules().thresholds_on("flemish", on, also_off=True)
    assert [one.code for one in every if not one.is_on] == ["flemish_10"]


def test_rule_9_five_holds_from_1_september_2016() -> None:
    """Source: agodi.be, rapport leerplicht (mandatory from 2016-2017)."""
    codes = [one.code for one in absence_rules().thresholds_on("flemish", date(2016, 8, 31))]
    assert "flemish_5" not in codes
    assert "flemish_5" in [one.code for one in absence_rules().thresholds_on("flemish", date(2016, 9, 1))]


def test_rule_10_the_french_thresholds_are_exceeded_and_not_checked() -> None:
    """Source: lavenir.net 13 June 2023 ("exceeds 9"); decree of 14 March 2019 (more than 20)."""
    found = absence_rules().thresholds_on("french", date(2026, 8, 24))
    assert [(one.half_days, one.reached_at) for one in found] == [(9, 10), (20, 21)]
    assert {one.basis.certainty for one in found} == {"unverified"}


def test_an_organisation_changes_a_threshold_and_mistakes_leave_the_rule() -> None:
    own = {
        "flemish_5": {"half_days": 3, "is_on": True},
        "flemish_10": {"is_on": True},
        "flemish_30": {"half_days": "many"},
        "flemish_1": 7,
    }
    rules = absence_rules().with_own(own)
    assert (rules.threshold("flemish_5").reached_at, rules.threshold("flemish_5").is_changed) == (3, True)
    assert rules.threshold("flemish_10").is_on
    assert rules.threshold("flemish_30") == absence_rules().threshold("flemish_30")
    assert rules.threshold("flemish_1") == absence_rules().threshold("flemish_1")


def test_rule_8_the_code_of_a_time_out() -> None:
    """Source: agodi.be, codes since 1 September 2019: P for time-out and NAFT, R for discipline (rule 12)."""
    rules = absence_rules()
    naft = rules.time_out_code("flemish", "naft", FIRST)
    assert naft is not None
    assert (naft.code, naft.asks_agreement) == ("P", True)
    for kind in ("temporary_exclusion", "preventive_suspension"):
        code = rules.time_out_code("flemish", kind, FIRST)
        assert code is not None
        assert (code.code, code.asks_agreement) == ("R", False)
    assert rules.time_out_code("flemish", "internal", FIRST) is None
    assert rules.time_out_code("flemish", "naft", date(2019, 8, 31)) is None


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('kind = "problematic"', 'kind = "bad"', "codes[1].kind"),
        ("half_days = 5", "half_days = 0", "thresholds[2].half_days"),
        ('method = "periods"', 'method = "guess"', "conversions[3].method"),
        ("valid_until = 2024-08-26", "valid_until = 2001-01-01", "conversions[2].valid_until"),
        ('code = "Z"', 'code = "z"', "codes[2].code"),
        ("asks_agreement = true", "ask_agreement = true", "time_out_codes[1].ask_agreement"),
    ],
)
def test_a_mistake_in_the_rules_names_file_and_key(old: str, new: str, key: str) -> None:
    with pytest.raises(BrokenProgrammeError) as broken:
        read_absence_rules(TEXT.replace(old, new, 1), "absences.toml")
    assert "absences.toml" in str(broken.value)
    assert key in str(broken.value)


@pytest.mark.parametrize(
    ("kind", "full_time", "part_time"), [("temporary_exclusion", 15, 21), ("preventive_suspension", 10, 14)]
)
def test_rule_12_the_longest_terms(kind: str, full_time: int, part_time: int) -> None:
    """Source: vlaanderen.be, schorsing op school."""
    limit = discipline_limit("flemish", kind, date(2026, 9, 1))
    assert limit is not None
    assert (limit.most(is_part_time=False), limit.most(is_part_time=True)) == (full_time, part_time)
    assert limit.basis.source.code == "schorsing"


def test_rule_12_what_is_no_measure_has_no_limit() -> None:
    """Source: vlaanderen.be, schorsing op school: Flemish schools only."""
    assert discipline_limit("flemish", "naft", date(2026, 9, 1)) is None
    assert discipline_limit("french", "temporary_exclusion", date(2026, 9, 1)) is None
    with pytest.raises(BrokenProgrammeError, match=r"discipline\.toml"):
        read_discipline_limits(DISCIPLINE.replace("lesson_days = 15", "lesson_days = 0"), "discipline.toml")
