"""The thresholds that an organisation uses: kept in the desk, copied to the register for lists."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from eletdesk.errors import InvalidInputError
from eletdesk.programmes.law.absence_rules import MOST_HALF_DAYS, AbsenceRules, absence_rules
from eletdesk.queries.register.absence_facts import OWN_THRESHOLDS
from eletdesk.translation import _

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk


def chosen_thresholds(desk: "Desk") -> dict[str, object]:
    """Return what the organisation changed: code to half_days and is_on."""
    kept = desk.file.setting(OWN_THRESHOLDS, {})
    return dict(kept) if isinstance(kept, dict) else {}


def rules_of_desk(desk: "Desk") -> AbsenceRules:
    """Return the rules with the thresholds of this desk."""
    return absence_rules().with_own(chosen_thresholds(desk))


def keep_thresholds(desk: "Desk", chosen: Mapping[str, tuple[int, bool]]) -> None:
    """Keep numbers and switches; what is the same as the rule is not kept, so that a new rule holds."""
    own: dict[str, object] = {}
    for code, (half_days, is_on) in chosen.items():
        threshold = absence_rules().threshold(code)
        if not 1 <= half_days <= MOST_HALF_DAYS:
            raise InvalidInputError(code, _("Give a number of half-days between 1 and 400."))
        if (half_days, is_on) != (threshold.half_days, threshold.is_on):
            own[code] = {"half_days": half_days, "is_on": is_on}
    with desk.busy:
        desk.file.keep_setting(OWN_THRESHOLDS, own)
        copy_thresholds(desk)
    desk.tell(None, frozenset({"absence"}))


def copy_thresholds(desk: "Desk") -> None:
    """Copy the choice to the register, which may have been made again."""
    with desk.register.transaction():
        desk.register.connection.execute(
            "INSERT OR REPLACE INTO choice VALUES (?, ?)",
            (OWN_THRESHOLDS, json.dumps(chosen_thresholds(desk))),
        )
