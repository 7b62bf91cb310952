"""Boxes in the sheet of a session: which goals were worked on."""

from typing import Any

from eletdesk.queries.goals import goals_to_tick
from eletdesk.translation import _
from ui.case.fields import FormField
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase
from ui.widgets.check_row import CheckRow
from ui.widgets.labels import small

_GOAL = "goal:"


def put_goals(dialog: FormDialog, case: OpenCase, ticked: list[str]) -> None:
    """Offer the goals that are worked on, and those that the session has ticked already."""
    goals = case.read(goals_to_tick, ticked)
    if goals:
        dialog.form.add_widget(small(_("Goals that were worked on")))
    for goal_id, text in goals:
        row = CheckRow(" ".join(text.split()), checked=goal_id in ticked)
        name = f"{_GOAL}{goal_id}"
        dialog.fields[name] = FormField(name, "", row.box, row.is_checked)
        dialog.form.add_widget(row)


def with_goals(values: dict[str, Any], kept: list[str]) -> dict[str, Any]:
    """Return the values of a sheet with its boxes gathered in goal_ids; goals not offered stay."""
    boxes = {name.removeprefix(_GOAL): yes for name, yes in values.items() if name.startswith(_GOAL)}
    others = {name: value for name, value in values.items() if not name.startswith(_GOAL)}
    stay = [goal_id for goal_id in kept if boxes.get(goal_id, True)]
    return others | {
        "goal_ids": stay + [goal_id for goal_id, yes in boxes.items() if yes and goal_id not in stay]
    }
