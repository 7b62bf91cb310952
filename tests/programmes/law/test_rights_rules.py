"""Rules 13, 15 and 16: ages, terms and grounds, each with its source."""

import pytest

from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.law.rights_rules import read_rights_rules, rights_rules

TEXT = """
[[sources]]
code = "own"
place = "here"
title = { nl = "a", fr = "b", en = "c" }
"""


def test_rule_15_ten_working_days_for_inspection() -> None:
    """vrijclb.be, het CLB-dossier: within 10 working days, always with a conversation."""
    term = rights_rules().term("inspection")
    assert (term.amount, term.unit, term.basis.source.code) == (10, "working_days", "vrijclb")


def test_rule_15_four_grounds_and_health_apart() -> None:
    """vrijclb.be and decree of 7 May 2004, art. 20 to 24."""
    grounds = {ground.code: ground.is_apart for ground in rights_rules().exclusions}
    assert grounds == {
        "third_party_confidential": False,
        "about_others": False,
        "agogic_exception": False,
        "justice": False,
        "health": True,
    }


def test_rule_16_ten_days_and_what_always_goes() -> None:
    """iclb.gent.be: written objection within 10 days; the mandatory set goes all the same."""
    rules = rights_rules()
    assert (rules.term("transfer_objection").amount, rules.term("transfer_objection").unit) == (10, "days")
    assert [part.code for part in rules.always_transferred] == [
        "identity", "vaccinations", "systematic_contacts", "truancy", "reports",
    ]  # fmt: skip


def test_rule_13_asks_again_at_12_and_18() -> None:
    """Decree of 7 May 2004, art. 4: from 12 presumed capable; of age at 18."""
    assert {age.age for age in rights_rules().ages if age.asks_consent_again} == {12, 18}


def test_terms_that_we_reasoned_are_marked() -> None:
    assert rights_rules().term("inspection").basis.is_sure
    assert not rights_rules().term("copy").basis.is_sure


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("[[terms]]\ncode = 'x'\namount = 0", "terms[1].label"),
        ("[[ages]]\ncode = 'x'\nage = 'twelve'", "terms"),
    ],
)
def test_broken_rules_name_file_and_key(line: str, key: str) -> None:
    with pytest.raises(BrokenProgrammeError) as caught:
        read_rights_rules(TEXT + line, "rights.toml")
    assert "rights.toml" in str(caught.value)
    assert key in str(caught.value)
