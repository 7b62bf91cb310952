"""Give each test a screen without a screen, a home of its own, today's words, Dutch and the real clock."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from eletdesk import clock, translation
from tests.figures import figure, pytest_terminal_summary
from tools.word_catalogues import compile_catalogues

__all__ = ["figure", "pytest_terminal_summary"]

# How long an example takes says something of the machine, not of the program.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_configure() -> None:
    """Compile the words that changed; each file is put in place whole, so workers may do this at once."""
    compile_catalogues()


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings, logs and the proposed desk folder of a test apart from the real ones."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("ELETDESK_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def _dutch_and_real_clock() -> Iterator[None]:
    """Start in Dutch with the real clock, and give both back afterwards whatever the test did."""
    translation.use_language("nl")
    clock.use_clock(None)
    yield
    translation.use_language("nl")
    clock.use_clock(None)
