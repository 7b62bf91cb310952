"""Rooms stay small and have names that say what is in them."""

import ast
import re
from pathlib import Path

import pytest

from tests.structure.house import PROGRAM, ROOT, classes, functions, lines_of, name_of, parsed, python_files

SOURCES = [*python_files(*PROGRAM, "tools"), ROOT / "start.py"]
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MOST_METHODS = 20
NAMES_NOTHING = re.compile(
    r"(?<![a-z])(manager|helper|util|utils|common|misc|service|handler|processor|info)s?(?![a-z])"
)


def words_of(name: str) -> str:
    """Take a name apart: DeskManager and desk_manager both hold the word manager."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def names_nothing(name: str) -> bool:
    return bool(NAMES_NOTHING.search(words_of(name)))


@pytest.mark.parametrize(
    "name", ["DeskManager", "desk_helpers", "utils", "CommonPage", "FileInfo", "InfoBox", "handler"]
)
def test_empty_names_are_known(name: str) -> None:
    assert names_nothing(name)


@pytest.mark.parametrize("name", ["information_leaflet", "commonwealth", "GuidanceSession", "in_form"])
def test_real_names_are_left_alone(name: str) -> None:
    assert not names_nothing(name)


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_file_is_short_named_and_says_what_it_is(path: Path) -> None:
    tree = parsed(path)
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE
    assert ast.get_docstring(tree)
    assert not [part for part in path.relative_to(ROOT).with_suffix("").parts if names_nothing(part)]
    assert not [found.name for found in classes(tree) if names_nothing(found.name)]


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_functions_and_classes_are_short(path: Path) -> None:
    tree = parsed(path)
    assert not [found.name for found in functions(tree) if lines_of(found) > LONGEST_FUNCTION]
    crowded = [
        found.name
        for found in classes(tree)
        if sum(isinstance(part, ast.FunctionDef) for part in found.body) > MOST_METHODS
    ]
    assert not crowded
