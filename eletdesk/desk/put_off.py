"""Matters of Today that the worker put off until a day, with the reason; on that day they are back."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.errors import InvalidInputError
from eletdesk.translation import _

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk

_SETTING = "put_off"


@dataclass(frozen=True, slots=True)
class PutOff:
    """Until which day a matter waits, and why."""

    until: date
    reason: str


def put_off(desk: "Desk", key: str, until: date | None, reason: str) -> None:
    """Let a matter wait until a day; it asks why, because somebody may depend on it."""
    if until is None or until <= clock.today():
        raise InvalidInputError("until", _("Choose a day that is still to come."))
    if not reason.strip():
        raise InvalidInputError("reason", _("Say in a few words why this can wait."))
    kept = {known: [one.until.isoformat(), one.reason] for known, one in matters_put_off(desk).items()}
    _keep(desk, kept | {key: [until.isoformat(), reason.strip()]})


def take_up(desk: "Desk", key: str) -> None:
    """Show a matter again today."""
    kept = {known: [one.until.isoformat(), one.reason] for known, one in matters_put_off(desk).items()}
    kept.pop(key, None)
    _keep(desk, kept)


def matters_put_off(desk: "Desk") -> dict[str, PutOff]:
    """Return what still waits, by the key of the matter (Attention.key)."""
    found = desk.file.setting(_SETTING, {})
    waiting = {key: PutOff(date.fromisoformat(until), reason) for key, (until, reason) in found.items()}
    return {key: one for key, one in waiting.items() if one.until > clock.today()}


def _keep(desk: "Desk", kept: dict[str, list[str]]) -> None:
    desk.file.keep_setting(_SETTING, kept)
    desk.tell(None, frozenset({"setting"}))
