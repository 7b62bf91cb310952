"""Journal who read confidential notes: once for each case and each time the desk is unlocked."""

from typing import TYPE_CHECKING

from eletdesk.errors import EletdeskError
from eletdesk.log import note_error

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk

_TABLES = ("guidance_session", "contact_moment", "time_out", "document")


def note_reading(desk: "Desk", case_id: str) -> None:
    """Write down that the confidential notes of a case were shown; a full disk keeps nobody from reading."""
    if case_id in desk.noted_readings:
        return
    desk.noted_readings.add(case_id)
    shown = " UNION ALL ".join(
        f"SELECT 1 FROM {table} WHERE is_confidential AND deleted_at IS NULL"  # noqa: S608
        for table in _TABLES
    )
    try:
        with desk.busy:
            case = desk.case(case_id)
            (count,) = case.connection.execute(f"SELECT count(*) FROM ({shown})").fetchone()  # noqa: S608
            if count:
                case.note_reading(desk.worker, count)
    except EletdeskError as error:
        note_error(error)
