"""Say a value of the journal in the words of the screen."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from eletdesk.domain.labels import choices
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.programmes.law.care_phases import care_phases
from eletdesk.programmes.law.life_domains import domain_name
from eletdesk.translation import _

#: (table or '', field) -> the kind of label that holds its words.
_CODES = {
    ("", "attendance"): "attendance",
    ("guidance_session", "place"): "place",
    ("", "level"): "level",
    ("", "medium"): "medium",
    ("time_out", "kind"): "time_out",
    ("rights_request", "kind"): "request",
    ("", "role"): "role",
    ("consent", "purpose"): "purpose",
    ("consent", "state"): "consent",
    ("", "given_by"): "giver",
    ("", "status"): "referral",
    ("", "finality"): "finality",
    ("", "community"): "community",
    ("", "part"): "part",
    ("", "starts_part"): "part",
    ("", "ends_part"): "part",
    ("goal", "asked_by"): "perspective",
    ("", "seen_by"): "perspective",
    ("goal", "state"): "goal",
    ("", "occupation"): "occupation",
    ("", "actor"): "care_actor",
    ("", "training_form"): "training_form",
    ("", "source"): "absence_source",
    ("", "gender"): "gender",
}
_LONGEST = 240


def shown_value(table: str, field: str, value: Any) -> str:
    """Return a value as the worker knows it; a dash where there is none."""
    if value in (None, "", [], "[]", {}, "{}"):
        return "–"
    kind = _CODES.get((table, field)) or _CODES.get(("", field))
    if kind is not None:
        return dict(choices(kind)).get(str(value), str(value))
    if (table, field) in _SAYERS:
        return _cut(_SAYERS[table, field](value))
    if field.startswith(("is_", "has_", "had_", "needs_")):
        return _("Yes") if value else _("No")
    if field.endswith("_on") or field in ("valid_until",):
        return _day(str(value))
    return _cut(_plain(value))


def _scores(value: Any) -> str:
    """Return scores with the names of their domains, whether they stand in the journal as text or not."""
    scores = json.loads(value) if isinstance(value, str) else value
    return ", ".join(f"{domain_name(code)} {score}" for code, score in scores.items())


def _phase(value: Any) -> str:
    phase = care_phases().find(str(value))
    return phase.name if phase else str(value)


_SAYERS: dict[tuple[str, str], Callable[[Any], str]] = {
    ("goal", "life_domain"): lambda value: domain_name(str(value)),
    ("care_step", "phase"): _phase,
    ("assessment", "scores"): _scores,
}


def _day(text: str) -> str:
    try:
        return numeric_date(date.fromisoformat(text))
    except ValueError:
        return text


def _plain(value: Any) -> str:
    """Return a text, a list or a mapping in one line."""
    if isinstance(value, str) and value[:1] in "[{":
        try:
            value = json.loads(value)
        except ValueError:
            return str(value)
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {part}" for key, part in value.items())
    return str(value)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
