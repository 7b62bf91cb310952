"""Read the text of something that was found, from its case and only for the moment it is shown."""

from typing import TYPE_CHECKING

from eletdesk.errors import EletdeskError
from eletdesk.log import note_error
from eletdesk.queries.register.search_text import searchable_rows
from eletdesk.queries.register.views import TextHit

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk

_MAY_BE_CONFIDENTIAL = frozenset(
    {"guidance_session", "contact_moment", "time_out", "document", "assessment", "care_step"}
)


def text_of_hit(desk: "Desk", hit: TextHit) -> str | None:
    """Return the text of a hit; None when it is confidential, gone, or cannot be read.

    Who reads a confidential note is journalled; a list of search results does not show one at all.
    """
    if desk.is_closed:
        return None
    try:
        with desk.busy:
            connection = desk.case(hit.case_id).connection
            if hit.table in _MAY_BE_CONFIDENTIAL:
                sql = f"SELECT is_confidential FROM {hit.table} WHERE id = ?"  # noqa: S608
                row = connection.execute(sql, (hit.row_id,)).fetchone()
                if row is None or row[0]:
                    return None
            texts = [text.body for text in searchable_rows(connection, [(hit.table, hit.row_id)])]
    except EletdeskError as error:
        note_error(error)
        return None
    return texts[0] if texts else None
