"""Choose how large the desks are, and keep settings and logs of a run apart from the real ones."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.bench import Bench
from benchmarks.desks import SIZES


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option for large desks: making 10,000 cases takes about a quarter of an hour, once."""
    parser.addoption("--people", default=f"{SIZES[0]},{SIZES[1]}", help="desk sizes, such as 50,1000,10000")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Measure on each size that was asked for."""
    if "bench" in metafunc.fixturenames:
        sizes = [int(size) for size in metafunc.config.getoption("people").split(",")]
        metafunc.parametrize("bench", sizes, indirect=True, scope="session")


@pytest.fixture(scope="session", autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = os.environ.get("ELETDESK_HOME")
    os.environ["ELETDESK_HOME"] = str(tmp_path_factory.mktemp("home"))
    yield
    os.environ.pop("ELETDESK_HOME")
    if before is not None:
        os.environ["ELETDESK_HOME"] = before


@pytest.fixture(scope="session")
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    """Give a desk of the size asked for."""
    made = Bench(request.param)
    yield made
    made.close()


@pytest.fixture(scope="session")
def small_desk() -> Path:
    """Give the folder of the smallest desk."""
    from benchmarks.desks import desk_folder

    return desk_folder(SIZES[0])
