"""Open a group activity from the case of somebody who took part in it."""

from PySide6.QtWidgets import QWidget

from ui.groups.activity_sheet import ActivitySheet, changing
from ui.open_desk import OpenDesk


def open_from_case(window: QWidget, desk: OpenDesk, activity_id: str, name: str) -> ActivitySheet | None:
    """Open the sheet of an activity, with a way to the session of this young person only.

    Returns None when the activity is in the bin or gone: then only the session is left.
    """
    found = changing(desk, activity_id)
    if found is None:
        return None
    sheet = ActivitySheet(window, desk, *found)
    sheet.offer_part(name)
    sheet.offer_draft()
    sheet.open()
    return sheet
