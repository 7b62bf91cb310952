"""Empty what has been in the bin of a case for 30 days, when the case is opened."""

from datetime import timedelta
from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.errors import EletdeskError
from eletdesk.log import note_error

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk
    from eletdesk.storage.case_file import CaseFile

_DAYS = 30
_TABLES = ("guidance_session", "contact_moment", "time_out", "task", "document")


def empty_old_bin(desk: "Desk", case: "CaseFile") -> None:
    """Remove old rows for good; looking costs a few reads, and a failure never keeps a case shut."""
    if not desk.may_empty_bins:
        return
    limit = (clock.now() - timedelta(days=_DAYS)).isoformat(sep=" ")
    any_old = " UNION ALL ".join(f"SELECT 1 FROM {table} WHERE deleted_at < ?" for table in _TABLES)  # noqa: S608
    if case.connection.execute(f"{any_old} LIMIT 1", [limit] * len(_TABLES)).fetchone() is None:
        return
    from eletdesk.operations.bin import empty_bin  # noqa: PLC0415

    try:
        desk.run(case.case_id, empty_bin)
    except EletdeskError as error:
        note_error(error)
