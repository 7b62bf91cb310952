"""Fixes the day, so that dates in lists are judged alike on every day the tests run."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from eletdesk import clock


@pytest.fixture(autouse=True)
def _november_2026(_dutch_and_real_clock: None) -> Iterator[None]:
    """Make it a Sunday in November 2026, the day the sample lists were made."""
    clock.use_clock(lambda: datetime(2026, 11, 22, 10, 0))  # noqa: DTZ001 - the wall clock has no zone
    yield
    clock.use_clock(None)
