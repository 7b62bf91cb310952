"""The dossier to NAFT has its nine sections, and a mistake in a definition is refused with its key."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eletdesk.domain.consent import ConsentPurpose
from eletdesk.errors import InvalidInputError, NotFoundError
from eletdesk.locations import resources_folder
from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.dossier_kinds import (
    DossierKind,
    load_dossier_kinds,
    newest_dossier_kind,
    read_dossier_kind,
)

NAFT = (resources_folder() / "dossiers" / "naft.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def kind() -> DossierKind:
    return load_dossier_kinds()["naft", 1]


def once(old: str, new: str) -> Callable[[str], str]:
    def spoil(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return spoil


def test_the_nine_sections_are_those_of_the_drawing(kind: DossierKind) -> None:
    assert [section.label.nl for section in kind.sections] == [
        "Identificatie",
        "Aanmelding en vraag",
        "Schoolloopbaan",
        "Wat is al gebeurd",
        "Sterktes en netwerk",
        "Welbevinden",
        "Doelen van het traject",
        "Praktische afspraken",
        "Toestemming",
    ]


def test_the_sections_cover_the_fifteen_items_of_the_form(kind: DossierKind) -> None:
    covered = sorted(item for section in kind.sections for item in section.covers)
    assert covered == list(range(1, 16))


def test_the_consent_asked_for_is_one_that_a_case_file_keeps(kind: DossierKind) -> None:
    assert kind.consent_purpose in set(ConsentPurpose)


def test_wellbeing_is_not_shared_until_the_worker_says_so(kind: DossierKind) -> None:
    wellbeing = kind.section("wellbeing")
    assert not wellbeing.is_shared_at_start
    assert wellbeing.may_be_shared_with(is_bound_by_secrecy=True)
    assert not wellbeing.may_be_shared_with(is_bound_by_secrecy=False)
    assert [section.code for section in kind.sections if not section.is_shared_at_start] == ["wellbeing"]


def test_only_what_was_done_so_far_takes_items_from_the_timeline(kind: DossierKind) -> None:
    picking = [section.code for section in kind.sections if section.has_picked_items]
    assert picking == ["already_done"]
    already_done = kind.section("already_done")
    assert already_done.word_guide == (50, 120)
    assert [label.nl for label in already_done.suggestions] == [
        "Contact met ouders",
        "Klassenraad",
        "Wat werkte",
    ]


def test_an_unknown_section_is_refused(kind: DossierKind) -> None:
    with pytest.raises(InvalidInputError) as caught:
        kind.section("gossip")
    assert caught.value.field == "section"


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (once('sharing = "all"', 'sharing = "some"'), "sections[1].sharing"),
        (once('"identity", ', '"horoscope", '), "sections[1].prefill"),
        (once('code = "question"', 'code = "identification"'), "sections[2].code"),
        (once("is_required = true", ""), "sections[1].is_required"),
        (once("word_guide = [40, 120]", "word_guide = [120, 40]"), "sections[2].word_guide"),
        (once("word_guide = [40, 120]", "word_guide = [40]"), "sections[2].word_guide"),
        (once("word_guide = [40, 120]", "word_guide = ['a', 'b']"), "sections[2].word_guide"),
        (once('fr = "Identification", ', ""), "sections[1].label.fr"),
        (once('fr = "Les parents disent", ', ""), "sections[2].suggestions[2].fr"),
        (once('receiver = "naft_provider"', 'receiver = "press"'), "receiver"),
        (once('consent_purpose = "share', 'consent_purpose = "Share'), "consent_purpose"),
        (once("valid_from = 2026-09-01", "valid_from = 2026"), "valid_from"),
        (
            once('sharing = "all"', 'sharing = "never"\nis_shared_at_start = true'),
            "sections[1].is_shared_at_start",
        ),
        (once('receiver = "naft_provider"', 'receiver = "naft_provider"\nextra = 1'), "extra"),
    ],
)
def test_a_mistake_is_refused_with_file_and_key(spoil: Callable[[str], str], key: str) -> None:
    with pytest.raises(BrokenProgrammeError) as caught:
        read_dossier_kind(spoil(NAFT), "mine.toml")
    assert (caught.value.file, caught.value.key) == ("mine.toml", key)


def test_versions_live_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text(NAFT, encoding="utf-8")
    (tmp_path / "two.toml").write_text(once("version = 1", "version = 2")(NAFT), encoding="utf-8")
    kinds = load_dossier_kinds(tmp_path)
    assert newest_dossier_kind(kinds, "naft").version == 2
    with pytest.raises(NotFoundError):
        newest_dossier_kind(kinds, "vdab")
    (tmp_path / "three.toml").write_text(NAFT, encoding="utf-8")
    with pytest.raises(BrokenProgrammeError):
        load_dossier_kinds(tmp_path)
