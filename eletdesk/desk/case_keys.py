"""Give the key of one case out: nobody is locked in."""

from typing import TYPE_CHECKING

from eletdesk.desk.releases import remember_release
from eletdesk.errors import NotFoundError
from eletdesk.storage.keys import unwrap_case_key

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk


def case_key_hex(desk: "Desk", case_id: str) -> str:
    """Return the raw key of a case file as 64 hexadecimal digits (docs/file_format.md says how to use it).

    Whoever has it can read the whole case: it is remembered as something that left.
    """
    row = desk.file.case_key(case_id)
    if row is None:
        raise NotFoundError
    remember_release(desk, "case_key", {"case": case_id})
    return unwrap_case_key(desk.key, case_id, row.wrapped).hex()
