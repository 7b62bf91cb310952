"""A copy of a definition is changed thing by thing: what is ours says so, what is not keeps its source."""

from datetime import date

import pytest

from eletdesk.programmes.adapting import Adaptation, code_from, in_each_language
from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.choosing import newest_of_each, stage_of
from eletdesk.programmes.own_programme import OWN_FROM, kept_programme, version_shown
from eletdesk.programmes.reading import house_programmes
from eletdesk.programmes.rewriting import with_version
from eletdesk.translation import speaking
from tests.asking_programme import asking_programme, naft_text

TODAY = date(2026, 11, 23)
NAFT = house_programmes()[("naft", 1)]


@pytest.mark.parametrize("key", sorted(house_programmes()), ids=lambda key: str(key[0]))
def test_an_untouched_copy_says_what_the_house_says(key: tuple[str, int]) -> None:
    programme = house_programmes()[key]
    copy = Adaptation.of(programme)
    assert copy.check() == programme
    assert Adaptation.read(copy.text()).check() == programme, "and once more"


def test_another_version_changes_one_line_only() -> None:
    before, after = naft_text().splitlines(), with_version(naft_text(), 1001).splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [("version = 1", "version = 1001")]


def test_other_words_keep_the_source_and_another_amount_does_not() -> None:
    copy = Adaptation.of(NAFT)
    at = [clock["code"] for clock in copy.items("clocks")].index("contact_notice")
    before = dict(copy.items("clocks")[at])
    label = {"nl": "Een week stil", "fr": "Une semaine", "en": "A week"}
    copy.put("clocks", at, {"label": label, "amount": 7, "unit": "days"}, TODAY)
    assert copy.items("clocks")[at]["source"] == before["source"]
    copy.put("clocks", at, {"label": label, "amount": 5, "unit": "days"}, TODAY)
    clock = copy.check().clock("contact_notice", TODAY)
    assert clock is not None
    assert (clock.amount, clock.basis.certainty, clock.basis.valid_from) == (5, "own_choice", TODAY)
    assert {language: clock.basis.source.title.in_language(language) for language in ("nl", "en")} == {
        "nl": "Eigen keuze van deze caseload", "en": "Own choice of this desk",
    }  # fmt: skip


def test_a_stage_that_comes_first_can_no_longer_be_left_out() -> None:
    copy = Adaptation.of(NAFT)
    codes = [stage["code"] for stage in copy.items("stages")]
    at = codes.index("tussentijdse_evaluatie")
    for place in range(at, 0, -1):
        assert copy.move("stages", place, -1) == place - 1
    assert copy.check().stages[0].code == "tussentijdse_evaluatie"
    assert not copy.check().stages[0].is_optional


def test_the_closed_stage_stays_last() -> None:
    copy = Adaptation.of(NAFT)
    last = len(copy.items("stages")) - 1
    assert copy.move("stages", last, -1) == last
    assert copy.move("stages", last - 1, 1) == last - 1
    assert copy.move("stages", 0, -1) == 0
    with speaking("nl"):
        label = in_each_language({"nl": "Wachtlijst"})
        copy.put("stages", None, {"label": label, "short": label, "what": label, "colour": "s1"}, TODAY)
    assert [stage.code for stage in copy.check().stages][-2:] == ["wachtlijst", "afgesloten"]


def test_new_lines_never_share_a_code() -> None:
    copy = Adaptation.of(NAFT)
    label = dict.fromkeys(("nl", "fr", "en"), "Andere school")
    for _time in range(3):
        copy.put("outcomes", None, {"label": label, "class": "in_education"}, TODAY)
    codes = [outcome.code for outcome in copy.check().outcomes]
    assert codes[-3:] == ["andere_school", "andere_school_2", "andere_school_3"]
    copy.remove("outcomes", len(codes) - 1)
    assert len(copy.check().outcomes) == len(codes) - 1


def test_what_rules_look_for_stays() -> None:
    copy = Adaptation.of(NAFT)
    assert not copy.may_remove("clocks", 0)
    assert not copy.may_remove("stages", 1)
    assert not copy.may_add("clocks")
    assert copy.may_remove("questions", 0)
    assert copy.may_add("reasons")


def test_a_mistake_names_file_and_key() -> None:
    copy = Adaptation.of(NAFT)
    copy.items("outcomes")[2]["class"] = "somewhere"
    with pytest.raises(BrokenProgrammeError) as broken:
        copy.check()
    assert (broken.value.file, broken.value.key) == ("naft.toml", "outcomes[3].class")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Te voet", "te_voet"),
        ("Élève à l'école", "eleve_a_l_ecole"),
        ("3 x per week", "own_3_x_per_week"),
        ("?", "own"),
    ],
)
def test_a_name_becomes_a_code(name: str, code: str) -> None:
    assert code_from(name) == code


def test_the_newest_of_each_with_ones_own_first() -> None:
    programmes = dict(house_programmes()) | {("naft", 7): asking_programme(7)}
    first, *rest = newest_of_each(programmes, "sas")
    assert first.code == "sas"
    assert [one.version for one in rest if one.code == "naft"] == [7]
    stage = stage_of(programmes, "naft", 7, "plan")
    assert stage is not None
    assert stage.code == "plan"
    assert stage_of(programmes, "naft", 7, "elsewhere") is None
    assert stage_of(programmes, "naft", 99, "plan") is None


def test_own_versions_are_counted_from_one_again() -> None:
    assert [version_shown(version) for version in (1, 2, OWN_FROM, OWN_FROM + 4)] == [1, 2, 1, 5]
    assert kept_programme(naft_text(), "naft.toml") is kept_programme(naft_text(), "naft.toml")
