"""Check a whole desk: every page, row, seal and journal of every case, and the register against them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.errors import EletdeskError
from eletdesk.queries.register.index_card import read_index
from eletdesk.queries.register.views import index_card
from eletdesk.storage.connection import check_integrity
from eletdesk.storage.desk_file import CaseKeyRow
from eletdesk.translation import _

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk


@dataclass(frozen=True)
class CaseCheck:
    """How one case file stands; kind is the name of the error, empty when all is well."""

    case_id: str
    kind: str
    sentence: str


@dataclass(frozen=True)
class DeskCheck:
    """How the whole desk stands."""

    checked: int
    problems: tuple[CaseCheck, ...]
    strangers: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing was found."""
        return not self.problems


def check_desk(desk: "Desk", progress: Callable[[int, int], bool] = lambda done, total: True) -> DeskCheck:
    """Open and check each case file; strangers are files in the folder that no key of this desk opens."""
    with desk.busy:
        with desk.file.alone():
            check_integrity(desk.file.connection)
            desk.file.seal.verify()
        rows = [row for row in desk.file.case_keys() if row.state != "pending"]
        problems = []
        for done, row in enumerate(rows):
            if not progress(done, len(rows)):
                break
            found = _check_case(desk, row)
            if found is not None:
                problems.append(found)
        known = {desk.case_path(row.case_id).name for row in rows}
        strangers = sorted(
            path.name
            for path in desk.cases_folder.iterdir()
            if path.name not in known and not path.name.endswith("-journal")
        )
    return DeskCheck(len(rows), tuple(problems), tuple(strangers))


def _check_case(desk: "Desk", row: CaseKeyRow) -> CaseCheck | None:
    desk.close_case(row.case_id)
    try:
        case = desk.open_file(row)
    except EletdeskError as error:
        return CaseCheck(row.case_id, type(error).__name__, str(error))
    try:
        if row.state != "active":
            return None
        card = read_index(case.connection, row.case_id, clock.today()).card
        if index_card(desk.register, row.case_id) != card:
            return CaseCheck(
                row.case_id, "RegisterDiffers", _("The overview does not match this case. Rebuild it.")
            )
    finally:
        case.close()
    return None
