"""No file names a package registry or a folder of somebody's machine."""

from pathlib import Path

import pytest

from tests.structure.house import name_of, tracked_files

# Put together here, so that this file does not hold them either.
REGISTRIES = [
    "pypi" + ".org",
    "files.python" + "hosted",
    "python" + "hosted.org",
    "registry.npm" + "js",
    "npm" + "js.org",
    "npm" + "mirror",
    "deb.deb" + "ian.org",
    "security.deb" + "ian.org",
    "archive.ubu" + "ntu.com",
    "conda." + "anaconda",
    "index" + "-url",
    "artifac" + "tory",
]
MACHINES = [
    "/work" + "/main",
    "/work" + "/shared",
    "shared" + "/design",
    "shared" + "/data",
    "." + "library/",
    "/opt/" + "pypi",
    "/ro" + "ot/",
    "/home" + "/runner",
]


def mentions(content: bytes) -> list[str]:
    lowered = content.lower()
    return [word for word in REGISTRIES + MACHINES if word.encode() in lowered]


@pytest.mark.parametrize("word", REGISTRIES + MACHINES)
def test_each_address_would_be_found(word: str) -> None:
    assert mentions(f"see {word.upper()} there".encode()) != []


def test_no_file_names_a_registry_or_a_machine() -> None:
    found = {name_of(path): mentions(path.read_bytes()) for path in tracked_files()}
    assert {name: words for name, words in found.items() if words} == {}


def test_the_files_are_really_read() -> None:
    names = {name_of(path) for path in tracked_files()}
    assert {"start.py", "pyproject.toml", "requirements/run.lock", ".ci/run"} <= names
    assert name_of(Path(__file__)) in names
