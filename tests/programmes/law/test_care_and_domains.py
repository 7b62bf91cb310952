"""Life domains and care phases are data with their source; a mistake names file and key."""

from collections.abc import Callable

import pytest

from eletdesk.locations import resources_folder
from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.law.care_phases import CarePhases, care_phases, read_care_phases
from eletdesk.programmes.law.life_domains import domain_name, life_domain, life_domains, read_life_domains

RULES = resources_folder() / "rules"
DOMAINS = (RULES / "life_domains.toml").read_text(encoding="utf-8")
PHASES = (RULES / "care_phases.toml").read_text(encoding="utf-8")


def once(old: str, new: str) -> Callable[[str], str]:
    def spoil(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return spoil


def test_there_are_eight_to_ten_domains_and_all_are_our_own_choice() -> None:
    assert 8 <= len(life_domains()) <= 10
    assert {domain.basis.certainty for domain in life_domains()} == {"own_choice"}
    assert len({domain.label.fr for domain in life_domains()}) == len(life_domains())


def test_health_family_and_justice_are_sensitive() -> None:
    """Rule 14: roles without professional secrecy get no session notes, health or family."""
    sensitive = {domain.code for domain in life_domains() if domain.is_sensitive}
    assert sensitive == {"family", "feeling", "body", "justice"}


def test_a_domain_that_left_the_list_keeps_its_code_as_name() -> None:
    assert life_domain("astrology") is None
    assert (domain_name("astrology"), domain_name("school")) == ("astrology", "School en leren")


def test_the_four_phases_of_the_continuum_and_who_is_responsible() -> None:
    """Source: vclb-koepel.be and prodia.mijnclb.be: the school for 0 and 1, the CLB directs phase 2."""
    found: CarePhases = care_phases()
    assert [(phase.number, phase.label.nl, phase.responsible) for phase in found.continuum[:3]] == [
        (0, "Brede basiszorg", ("school",)),
        (1, "Verhoogde zorg", ("school",)),
        (2, "Uitbreiding van zorg", ("clb",)),
    ]
    assert found.continuum[3].number == 3
    assert found.continuum[3].responsible_certainty == "unverified"
    assert found.continuum[0].label.fr == "Ample encadrement de base"


def test_the_five_phases_of_hgd_and_which_names_were_seen() -> None:
    """Source: prodiagnostiek.be names strategy, research, integration; intake and advice were not seen."""
    found = care_phases().assessment
    assert [phase.basis.is_sure for phase in found] == [False, True, True, True, False]
    assert all(phase.is_assessment and phase.number is None for phase in found)
    assert found[3].label.nl == "Integratie- en aanbevelingsfase"


def test_an_offer_outside_school_starts_from_phase_2() -> None:
    """Source: meldpuntsi.be, draaiboek: from uitbreiding van zorg."""
    assert care_phases().referral.from_phase == "phase_2"
    assert care_phases().find("phase_9") is None


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (once('code = "future"', 'code = "school"'), "domains[2].code"),
        (once("is_sensitive = false", 'is_sensitive = "no"'), "domains[1].is_sensitive"),
        (once("is_sensitive = false\n", ""), "domains[1].is_sensitive"),
        (once('fr = "École et apprentissage", ', ""), "domains[1].label.fr"),
        (once('source = "eletdesk"', 'source = "nowhere"'), "domains[1].source"),
        (once("is_sensitive = false", "is_sensitive = false\nextra = 1"), "domains[1].extra"),
    ],
)
def test_a_mistake_in_the_domains_is_refused(spoil: Callable[[str], str], key: str) -> None:
    with pytest.raises(BrokenProgrammeError) as caught:
        read_life_domains(spoil(DOMAINS), "mine.toml")
    assert (caught.value.file, caught.value.key) == ("mine.toml", key)


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (once("number = 1", "number = 0"), "phases[2].number"),
        (once('code = "hgd_intake"', 'code = "phase_0"'), "assessment[1].code"),
        (once('responsible = ["school"]', 'responsible = ["parents"]'), "phases[1].responsible"),
        (
            once('responsible_certainty = "unverified"', 'responsible_certainty = "maybe"'),
            "phases[4].responsible_certainty",
        ),
        (once('from_phase = "phase_2"', 'from_phase = "hgd_intake"'), "referral.from_phase"),
        (once("number = 0", ""), "phases[1].number"),
    ],
)
def test_a_mistake_in_the_phases_is_refused(spoil: Callable[[str], str], key: str) -> None:
    with pytest.raises(BrokenProgrammeError) as caught:
        read_care_phases(spoil(PHASES), "mine.toml")
    assert (caught.value.file, caught.value.key) == ("mine.toml", key)
