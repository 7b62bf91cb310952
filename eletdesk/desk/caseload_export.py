"""Export rows of the caseload, and remember that they left."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from eletdesk.desk.releases import remember_release
from eletdesk.exports.save_export import save_export
from eletdesk.exports.spreadsheet import write_rows_xlsx
from eletdesk.translation import _

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk

ExportedNames = Literal["names", "initials"]


def export_rows(
    desk: "Desk",
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    path: Path,
    *,
    names: ExportedNames = "names",
    conditions: Sequence[str] = (),
) -> None:
    """Write rows as a workbook; what left is remembered first.

    How many rows, which columns, whether with names, how many conditions chose them, and the hash; the
    conditions themselves may name a tag or a school, so only their number is remembered.
    """
    content = write_rows_xlsx(headers, rows, _("Young people"))
    payload = {
        "rows": len(rows),
        "columns": list(headers),
        "names": names,
        "conditions": len(conditions),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    remember_release(desk, "caseload", payload)
    save_export(path, content)
