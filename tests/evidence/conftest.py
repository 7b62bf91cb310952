"""The working day is lived once for all tests of this folder."""

import pytest

from tests.evidence.finished_day import Day, live_through


@pytest.fixture(scope="session")
def the_day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """Return the finished day; a test changes nothing in it that another one looks at."""
    return live_through(tmp_path_factory.mktemp("day"))
