"""Tell the time: one place, so that a test or the tour can fix it."""

from collections.abc import Callable
from datetime import date, datetime

_now: Callable[[], datetime] = lambda: datetime.now().astimezone().replace(tzinfo=None)  # noqa: E731


def now() -> datetime:
    """Return the local wall-clock time, without zone, to the microsecond."""
    return _now()


def today() -> date:
    """Return today's date as the worker sees it on the wall."""
    return _now().date()


def use_clock(clock: Callable[[], datetime] | None) -> None:
    """Fix the clock to a function, or give the real clock back with None."""
    global _now  # noqa: PLW0603
    _now = clock or (lambda: datetime.now().astimezone().replace(tzinfo=None))
