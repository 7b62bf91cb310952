"""Own figures for the screen, and summaries that may leave: checked, written, and remembered."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eletdesk import clock
from eletdesk.desk.figure_labels import counted_code, figure_labels
from eletdesk.desk.groups.views import sessions_in_activities
from eletdesk.desk.releases import remember_release
from eletdesk.exports.save_export import propose_name, save_export
from eletdesk.exports.summary_files import summary_csv_files, write_summary_xlsx
from eletdesk.queries.register.views import index_cards, pathway_rows, session_rows
from eletdesk.statistics.facts import Facts, PathwayFact, Period, PersonFact, SessionFact
from eletdesk.statistics.release import ReleasedTable, SummaryRelease, make_release, released
from eletdesk.statistics.tables import Table, summary_tables
from eletdesk.storage.atomic_write import private_folder
from eletdesk.translation import language, speaking
from eletdesk.version import VERSION

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk


@dataclass(frozen=True)
class ExportedSummary:
    """What left: the files, and how many tables were refused."""

    files: tuple[Path, ...]
    release: SummaryRelease


def facts_of(desk: "Desk") -> Facts:
    """Return the facts of all cases that are not in the bin, from the register."""
    people = tuple(
        PersonFact(
            card.case_id, _day(card.birth_on), card.gender,
            None if card.is_belgian is None else bool(card.is_belgian),
        )
        for card in desk.ask(index_cards)
    )  # fmt: skip
    pathways = tuple(
        PathwayFact(
            case_id, pathway_id, programme, date.fromisoformat(started), _day(closed),
            counted_code(programme, outcome),
            tuple(counted_code(programme, reason) for reason in reasons),
            tuple((counted_code(programme, stage), date.fromisoformat(on)) for stage, on in stages),
        )
        for case_id, pathway_id, programme, _version, started, closed, outcome, reasons, stages in desk.ask(
            pathway_rows
        )
    )  # fmt: skip
    activity_of = sessions_in_activities(desk)
    sessions = tuple(
        SessionFact(
            case_id, date.fromisoformat(on), minutes, half_days, level, state, activity_of.get(row_id, "")
        )
        for case_id, on, minutes, half_days, level, state, row_id in desk.ask(session_rows)
    )
    return Facts(people, pathways, sessions)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def own_figures(desk: "Desk", period: Period) -> tuple[Table, ...]:
    """Return the exact figures, for the worker's own screen only."""
    worked = {(str(row[2]), int(row[3])) for row in desk.ask(pathway_rows)}
    return summary_tables(facts_of(desk), period, figure_labels(desk, worked))


def prepare_summary(desk: "Desk", period: Period) -> SummaryRelease:
    """Return what may leave for a period and why the rest stays, given all that left before."""
    return make_release(
        own_figures(desk, period),
        period,
        made_on=clock.today(),
        version=VERSION,
        earlier=earlier_releases(desk),
    )


def export_summary(desk: "Desk", period: Period, folder: Path, spoken: str = "") -> ExportedSummary:
    """Write a summary as workbook, CSV files and description, and remember what left.

    It is remembered before it is written, because what might have left counts for the next check; but a
    folder that cannot be made is said first.
    """
    with desk.busy, speaking(spoken or language()):
        release = prepare_summary(desk, period)
        made_on = release.metadata.made_on
        contents: Mapping[str, bytes] = {
            propose_name("summary", made_on, "xlsx"): write_summary_xlsx(release),
            **summary_csv_files(release),
        }
        private_folder(folder)
        _remember(desk, release, period)
        files = tuple(save_export(folder / name, content) for name, content in contents.items())
    return ExportedSummary(files, release)


def _remember(desk: "Desk", release: SummaryRelease, period: Period) -> None:
    tables = [asdict(released(table, period)) for table in release.tables]
    remember_release(desk, "summary", {"tables": tables})


def earlier_releases(desk: "Desk") -> tuple[ReleasedTable, ...]:
    """Return every table that ever left this desk."""
    rows = desk.file.rows("SELECT payload FROM release WHERE kind = 'summary' ORDER BY id")
    return tuple(_released(table) for (payload,) in rows for table in json.loads(payload)["tables"])


def _released(kept: dict[str, Any]) -> ReleasedTable:
    days = {name: date.fromisoformat(kept[name]) for name in ("first_day", "last_day")}
    counts = tuple((code, count) for code, count in kept["counts"])
    return ReleasedTable(**(kept | days | {"counts": counts}))
