"""The rows of the tab on follow-up: a term, a situation, a school, a condition."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from eletdesk.domain.labels import label
from eletdesk.domain.situation import Situation
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.programmes.law.condition import Condition, Verdict
from eletdesk.queries.follow_ups import DONE, DONE_LATE, DUE, LATER, OVERDUE, FollowUpLine
from eletdesk.translation import _, ngettext
from ui.case.icon_row import IconRow
from ui.case.source_note import say_basis
from ui.widgets.buttons import icon_button, quiet, soft
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow

MARGINS = (16, 10, 12, 10)
_TONES = {LATER: "neutral", DUE: "warn", OVERDUE: "danger", DONE: "ok", DONE_LATE: "info"}
_ICONS = {LATER: "duration", DUE: "duration", OVERDUE: "attention", DONE: "done", DONE_LATE: "done"}
_STATES = {True: "ok", False: "danger", None: "text3"}
_MARKS = {True: "tick", False: "close", None: "question"}


def say_days_left(line: FollowUpLine) -> str:
    """Say how far off the last day is, or by how much it is over."""
    if line.done_on is not None:
        return line.found
    if line.days_left < 0:
        days = -line.days_left
        return ngettext("{count} day late", "{count} days late", days).format(count=days)
    return ngettext("{count} day left", "{count} days left", line.days_left).format(count=line.days_left)


def term_row(line: FollowUpLine, record: Callable[[str], object], erase: Callable[[str], object]) -> QWidget:
    """Make the row of one term with its source."""
    span = _("from {start}, last day {end}").format(
        start=numeric_date(line.starts_on), end=numeric_date(line.due_on)
    )
    found = _("found on {date}").format(date=numeric_date(line.done_on)) if line.done_on else ""
    first = " · ".join(part for part in (span, found, line.note) if part)
    second = "\n".join(part for part in (first, say_basis(line.basis) if line.basis else "") if part)
    chip = Chip(say_days_left(line), tone=_TONES[line.state], icon_name=_ICONS[line.state])
    name = line.label.replace("&", "&&")
    if line.done_on is None:
        make = quiet if line.state == LATER else soft
        main = make(_("Record"), partial(record, line.row_id), icon_name="write", sz="s")
        main.setAccessibleName(_("Record: {what}").format(what=line.label))
    else:
        main = icon_button("write", _("Change: {what}").format(what=name), partial(record, line.row_id))
    bin_it = icon_button("erase", _("Move to the bin: {what}").format(what=name), partial(erase, line.row_id))
    return IconRow(
        "aftercare", line.label, second, ends=[main, bin_it], chips=[chip], wraps=True, margins=MARGINS
    )


def situation_row(
    row: Situation, edit: Callable[[str], object], erase: Callable[[str], object], *, is_present: bool
) -> QWidget:
    """Make the row of one situation."""
    name = label("occupation", row.occupation)
    since = _("since {date}").format(date=numeric_date(row.since_on))
    until = _("until {date}").format(date=numeric_date(row.until_on)) if row.until_on else ""
    registered = _("registered with {where}").format(where=row.registered_with) if row.registered_with else ""
    on = _("on {date}").format(date=numeric_date(row.registered_on)) if row.registered_on else ""
    with_whom = " ".join(part for part in (registered, on) if part)
    second = " · ".join(part for part in (since, until, with_whom, row.note) if part)
    ends = [
        icon_button("write", _("Change: {what}").format(what=name), partial(edit, row.id)),
        icon_button("erase", _("Move to the bin: {what}").format(what=name), partial(erase, row.id)),
    ]
    chips = [Chip(_("now"), tone="accent")] if is_present else []
    icon = "school" if row.occupation in ("in_education", "in_training") else "internship"
    return IconRow(icon, name, second, ends=ends, chips=chips, wraps=True, margins=MARGINS)


def say_answer(verdict: Verdict) -> str:
    """Say yes, no or not known."""
    return {True: _("Yes"), False: _("No"), None: _("Not known")}[verdict.answer]


def verdict_row(title: str, verdict: Verdict) -> QWidget:
    """Make the row of one definition: its answer and why, with the source."""
    reasons = " ".join(one.says for one in verdict.because)
    tones = {True: "warn", False: "neutral", None: "info"}
    chip = Chip(say_answer(verdict), tone=tones[verdict.answer], icon_name=_MARKS[verdict.answer])
    second = f"{reasons}\n{say_basis(verdict.basis)}"
    return IconRow("school", title, second, chips=[chip], wraps=True, margins=MARGINS)


def condition_row(title: str, condition: Condition) -> QWidget:
    """Make the row of one condition: met, not met or not known."""
    states = {True: _("condition met"), False: _("condition not met"), None: _("condition not known")}
    row = IconRow(
        _MARKS[condition.is_met], title, f"{states[condition.is_met]} · {condition.says}",
        colour=_STATES[condition.is_met], wraps=True, margins=(16, 6, 12, 6),
    )  # fmt: skip
    row.setAccessibleName(f"{title}: {states[condition.is_met]}")
    return row


def fill_in(text: str, do: Callable[[], object]) -> QWidget:
    """Make a quiet button that leads to where something is filled in."""
    place = Flow(gap=6)
    place.add(quiet(text, do, icon_name="write", sz="s"))
    return place
