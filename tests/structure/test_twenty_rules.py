"""Each of the twenty rules of the domain has tests that carry its number and name its source."""

import ast

import pytest

from tests.structure.house import ROOT

#: What the rule comes from, or the page that it was read in: one of these words stands with its tests.
SOURCES = {
    1: ("draaiboek", "meldpuntsi"),
    2: ("onderwijs.vlaanderen.be", "omzendbrief", "jeugdhulp.be"),
    3: ("BVR", "24,652", "parliament", "parlement"),
    4: ("onderwijs.vlaanderen.be",),
    5: ("BVR", "2009"),
    6: ("BVR", "31 August", "edulex"),
    7: ("31 August 2001", "art. 7", "edulex", "article 7"),
    8: ("Discimus", "AGODI", "agodi"),
    9: ("agodi", "AGODI", "Discimus"),
    10: ("16 May 2024", "decree"),
    11: ("agodi", "AGODI", "5dok"),
    12: ("vlaanderen.be",),
    13: ("7 May 2004",),
    14: ("secrecy",),
    15: ("vrijclb", "7 May 2004"),
    16: ("iclb.gent.be",),
    17: ("jeugdhulp.be", "vrijclb", "BVR"),
    18: ("8 August 1983",),
    19: ("4 months", "Youth Guarantee", "guarantee"),
    20: ("Statistiek Vlaanderen", "Dataloep", "Eurostat"),
}
TESTS = ROOT / "tests"


def rule_tests(number: int) -> list[str]:
    """Return what each test of a rule says of itself: its docstring, and that of its file."""
    found = []
    for path in sorted(TESTS.rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name.startswith(f"test_rule_{number}_"):
                found.append(f"{ast.get_docstring(tree) or ''} {ast.get_docstring(node) or ''}")
    return found


@pytest.mark.parametrize("number", range(1, 21))
def test_each_rule_has_a_test_that_names_its_source(number: int) -> None:
    said = rule_tests(number)
    assert said, f"rule {number} has no test"
    assert any(word in text for text in said for word in SOURCES[number]), f"rule {number}: no source"


def test_the_search_finds_no_rule_that_does_not_exist() -> None:
    assert rule_tests(21) == []
