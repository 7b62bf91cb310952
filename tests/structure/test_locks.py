"""The locks pin every package with hashes, and the tests run on what people get."""

import re
import tomllib

import pytest

from tests.structure.house import ROOT

PIN = re.compile(r"^(?P<name>[a-z0-9._-]+)==(?P<version>\S+)(?: ; (?P<marker>.+?))? \\$")


def pins(lock: str) -> dict[tuple[str, str], str]:
    """Return the versions of a lock by package and marker; fail on a line that pins nothing."""
    found = {}
    for line in (ROOT / "requirements" / f"{lock}.lock").read_text("utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            match = PIN.match(line)
            assert match, f"not a pin: {line}"
            found[match["name"], match["marker"] or ""] = match["version"]
    return found


def blocks(lock: str) -> list[str]:
    """Cut a lock into one block of lines for each pin."""
    text = (ROOT / "requirements" / f"{lock}.lock").read_text("utf-8")
    return re.split(r"\n(?=[a-z])", text)[1:]


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_every_package_has_hashes_and_nothing_else(lock: str) -> None:
    assert len(blocks(lock)) == len(pins(lock)) > 20
    for block in blocks(lock):
        assert "--hash=sha256:" in block
        assert "://" not in block
        assert " @ " not in block


def test_the_tests_run_on_what_people_get() -> None:
    assert pins("run").items() <= pins("dev").items()


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_everything_asked_for_is_locked(lock: str) -> None:
    locked = {name for name, _ in pins(lock)}
    for line in (ROOT / "requirements" / f"{lock}.in").read_text("utf-8").splitlines():
        if match := re.match(r"[A-Za-z0-9._-]+", line.partition("#")[0]):
            assert match[0].startswith("-") or match[0].lower() in locked


def test_the_tool_that_builds_the_project_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["build-system"]["requires"] == ["setuptools>=77"]
    assert int(pins("run")["setuptools", ""].partition(".")[0]) >= 77


def test_qt_stays_below_the_release_that_crashes() -> None:
    assert pins("run")["pyside6-essentials", ""].startswith("6.11.")
