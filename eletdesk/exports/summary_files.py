"""Write an anonymised summary as files: a workbook, or one CSV per table with its description as JSON."""

import json
from collections.abc import Mapping

from eletdesk.errors import InvalidInputError
from eletdesk.exports.reading_guide import reading_guide
from eletdesk.exports.release_shape import CountTable, Release
from eletdesk.exports.save_export import propose_name
from eletdesk.exports.spreadsheet import Sheet, write_tables_csv, write_tables_xlsx
from eletdesk.queries.dates_in_words import period_in_words
from eletdesk.translation import LANGUAGES, _, speaking


def write_summary_xlsx(release: Release) -> bytes:
    """Return the workbook: one sheet per table, and the explanation in Dutch, French and English."""
    _require_tables(release)
    return write_tables_xlsx(
        [*(_sheet(table) for table in release.tables), _notes_sheet(release)], _("Summary")
    )


def summary_csv_files(release: Release) -> Mapping[str, bytes]:
    """Return CSV files by name, one per table, and description.json in three languages."""
    _require_tables(release)
    made_on = release.metadata.made_on
    files = {
        propose_name(f"summary {table.code}", made_on, "csv"): write_tables_csv(_sheet(table))
        for table in release.tables
    }
    description = json.dumps(_description(release), ensure_ascii=False, indent=2, sort_keys=True)
    return {**files, propose_name("summary description", made_on, "json"): description.encode("utf-8")}


def _require_tables(release: Release) -> None:
    """Refuse to write a summary without a table."""
    if not release.tables:
        raise InvalidInputError(
            "period", _("No table of this period can be shared without pointing at people.")
        )


def _sheet(table: CountTable) -> Sheet:
    """Return a table as a sheet, its total in the last row."""
    rows = tuple((row.label, row.count) for row in table.rows)
    if len(rows) > 1:
        rows += ((_("Young people in all"), table.total),)
    notes = (table.note,) if table.note else ()
    return Sheet(table.title, tuple(table.columns), rows, table.title, notes, has_total_row=len(rows) > 1)


def _notes_sheet(release: Release) -> Sheet:
    """Return the explanation, language after language."""
    rows: list[tuple[str, str]] = []
    for code in LANGUAGES:
        with speaking(code):
            rows += [*_explained(release), ("", "")]
    return Sheet(_("Explanation"), (_("Explanation"), ""), tuple(rows))


def _explained(release: Release) -> list[tuple[str, str]]:
    """Return what a reader must know, in the language spoken now, without the reason of any refusal."""
    data = release.metadata
    about = [
        (_("Period"), period_in_words(data.first_day, data.last_day)),
        (_("Made on"), period_in_words(data.made_on, None)),
        (_("Young people, rounded to 5"), str(data.rounded_people)),
        (_("Smallest number shown"), str(data.threshold)),
        (_("Program"), f"eletdesk {data.version}"),
    ]
    if release.refusals:
        about.append((_("Tables that are not shared"), str(len(release.refusals))))
    return about + [
        (_("How to read this") if place == 0 else "", text) for place, text in enumerate(reading_guide())
    ]


def _description(release: Release) -> dict[str, object]:
    """Return the description that a program reads."""
    data = release.metadata
    guides: dict[str, list[str]] = {}
    for code in LANGUAGES:
        with speaking(code):
            guides[code] = list(reading_guide())
    return {
        "format": "eletdesk-summary",
        "format_version": 1,
        "method": data.method,
        "threshold": data.threshold,
        "period": {"first_day": data.first_day.isoformat(), "last_day": data.last_day.isoformat()},
        "made_on": data.made_on.isoformat(),
        "program": f"eletdesk {data.version}",
        "young_people_rounded_to_5": data.rounded_people,
        "tables": [table.code for table in release.tables],
        "tables_not_shared": len(release.refusals),
        "how_to_read": guides,
    }
