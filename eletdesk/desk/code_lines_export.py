"""Export the codes of a young person's time-outs for the school, and remember that they left."""

from pathlib import Path
from typing import TYPE_CHECKING

from eletdesk.desk.releases import remember_release
from eletdesk.domain.labels import label
from eletdesk.domain.school_calendar import SchoolYear
from eletdesk.errors import InvalidInputError
from eletdesk.exports.save_export import save_export
from eletdesk.exports.spreadsheet import Sheet, write_tables_xlsx
from eletdesk.translation import _

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk
    from eletdesk.queries.time_out_ledger import TimeOutLedger


def code_lines_file(desk: "Desk", case_id: str, year: SchoolYear) -> bytes:
    """Return the workbook: one line for each lesson half-day, nothing of why or what was said.

    Raises InvalidInputError in words when there is nothing to give out.
    """
    from eletdesk.domain.young_person import YoungPerson  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415
    from eletdesk.queries.time_out_ledger import time_out_ledger  # noqa: PLC0415

    ledger = desk.read(case_id, time_out_ledger, year)
    if not ledger.given_out:
        raise InvalidInputError("lines", _why_nothing(ledger))
    person = desk.read(case_id, live_rows, YoungPerson)[0]
    name = f"{person.given_name} {person.family_name}".strip()
    headers = (
        _("School record number"), _("Name"), _("Date"), _("Part of the day"), _("Code"), _("School"),
    )  # fmt: skip
    rows = tuple(
        (
            person.school_record_number, name, line.half_day.on, label("part", line.half_day.part),
            line.code, line.school,
        )
        for line in ledger.given_out
    )  # fmt: skip
    heading = _("Absence codes of time-outs, school year {year}").format(year=year.label)
    return write_tables_xlsx([Sheet(_("Codes"), headers, rows, heading)], heading)


def export_code_lines(
    desk: "Desk", case_id: str, year: SchoolYear, path: Path, *, recipient: str, reason: str = ""
) -> int:
    """Write the codes for the school; what leaves is logged in the case and in the desk before it does."""
    from eletdesk.operations.code_lines import record_code_lines  # noqa: PLC0415

    content = code_lines_file(desk, case_id, year)
    sent = desk.run(case_id, record_code_lines, content=content, recipient=recipient, reason=reason)
    remember_release(desk, "absence_codes", {"case": case_id, "row": sent.id, "sha256": sent.sha256})
    save_export(path, content)
    return len(content)


def _why_nothing(ledger: "TimeOutLedger") -> str:
    """Say why there is nothing for the school."""
    reasons = list(dict.fromkeys(line.why for line in ledger.kept_back))
    if not reasons:
        return _("There is no time-out with lesson half-days in this school year.")
    return _("There is nothing to give to the school: {reasons}.").format(reasons="; ".join(reasons))
