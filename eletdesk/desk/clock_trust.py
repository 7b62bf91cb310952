"""Empty bins only by a clock that has gone on evenly for a while: what leaves a bin is gone for good."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.errors import EletdeskError
from eletdesk.log import note_error

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk

_SETTING = "clock_seen"
_LARGEST_STEP = timedelta(days=45)
"""A desk that was not opened for longer than a month and a half may as well have a wrong clock."""
_BACK = timedelta(days=1)
_PROBATION = timedelta(days=7)


def clock_is_trusted(desk: "Desk") -> bool:
    """Tell whether the clock went on evenly since the last openings, and remember what it says now.

    After a jump, or a summer without opening the desk, bins wait a week longer.
    """
    now = clock.now()
    last, trusted_from = _seen(desk, now)
    if not -_BACK <= now - last <= _LARGEST_STEP:
        trusted_from = now + _PROBATION
    try:
        desk.file.keep_setting(_SETTING, [str(now), str(trusted_from)])
    except EletdeskError as error:
        note_error(error)  # on a full disk nothing is removed either
        return False
    return now >= trusted_from


def _seen(desk: "Desk", now: datetime) -> tuple[datetime, datetime]:
    """Return what the clock said at the last opening, and from when on it is trusted."""
    last, trusted_from = desk.file.setting(_SETTING) or (str(now), str(now))
    return datetime.fromisoformat(last), datetime.fromisoformat(trusted_from)
