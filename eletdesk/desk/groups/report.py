"""Write the counts of a project as a workbook, and remember that it left."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from eletdesk.desk.groups.views import ActivityFilter, totals
from eletdesk.desk.groups.words import key_in_words
from eletdesk.desk.releases import remember_release
from eletdesk.exports.save_export import save_export
from eletdesk.exports.spreadsheet import Cell, Sheet, write_tables_xlsx
from eletdesk.queries.dates_in_words import period_in_words
from eletdesk.statistics.activity_counts import DIMENSIONS, ActivityCounts, CountLine
from eletdesk.translation import N_, _

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk

TITLES = {
    "objective": N_("By objective"),
    "municipality_nis": N_("By municipality"),
    "school": N_("By school"),
    "project": N_("By project"),
    "call_period": N_("By call period"),
    "school_year": N_("By school year"),
    "programme_code": N_("By programme"),
    "level": N_("By level"),
}


def column_names() -> tuple[str, ...]:
    """Return the names of the counts, in the order of `numbers`."""
    return (
        _("Activities"), _("Hours"), _("Different young people"), _("Times present"), _("Times absent"),
        _("Attendance (%)"), _("Without a file"), _("Parents present"), _("Families"), _("Participant hours"),
        _("Costs (euro)"),
    )  # fmt: skip


def numbers(line: CountLine) -> tuple[Cell, ...]:
    """Return the counts of one line."""
    share = line.attendance
    return (
        line.activities, round(line.minutes / 60, 2), line.people, line.presences, line.no_shows,
        None if share is None else round(100 * share), line.without_case, line.parents, line.families,
        round(line.participant_minutes / 60, 2), round(line.costs_cents / 100, 2),
    )  # fmt: skip


def export_activity_report(desk: "Desk", wanted: ActivityFilter, path: Path) -> bytes:
    """Write the counts as a workbook; that they left is remembered first. Return the content."""
    with desk.busy:
        counts = totals(desk, wanted)
        content = write_tables_xlsx(_sheets(desk, wanted, counts), _("Group activities"))
        period = wanted.period and [wanted.period.first_day, wanted.period.last_day]
        remember_release(
            desk,
            "group_activities",
            {
                "period": period,
                "project": wanted.project,
                "programme": wanted.programme,
                "activities": counts.total.activities,
                "sha256": hashlib.sha256(content).hexdigest(),
            },
        )
        save_export(path, content)
    return content


def _sheets(desk: "Desk", wanted: ActivityFilter, counts: ActivityCounts) -> list[Sheet]:
    heading = wanted.project or _("Group activities")
    about: list[tuple[Cell, ...]] = []
    if wanted.period is not None:
        about.append((_("Period"), period_in_words(wanted.period.first_day, wanted.period.last_day)))
    if wanted.programme:
        about.append((_("Programme"), key_in_words(desk, "programme_code", wanted.programme)))
    totals_ = zip(column_names(), numbers(counts.total), strict=True)
    rows = (*about, *((name, number) for name, number in totals_))
    notes = (counting_rule(), own_figures())
    sheets = [Sheet(_("Totals"), (_("Count"), _("Number")), rows, heading, notes)]
    for dimension in DIMENSIONS:
        lines = tuple(
            (key_in_words(desk, dimension, line.key), *numbers(line)) for line in counts.by[dimension]
        )
        title = _(TITLES[dimension])
        headers = (title, *column_names())
        sheets.append(Sheet(title, headers, lines, f"{heading}: {title}", (own_figures(),)))
    return sheets


def counting_rule() -> str:
    """Return how is counted, with its source (rule 4)."""
    return _(
        "An activity counts once for the provider and once for each participant. Each has exactly one level"
        " (onderwijs.vlaanderen.be, NAFT)."
    )


def own_figures() -> str:
    """Return what these figures are not."""
    return _("Own figures, not anonymised: a number under 5 may point at somebody.")
