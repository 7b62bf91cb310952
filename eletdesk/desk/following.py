"""What follows when a case was opened or changed: bin, anchor, undo step, register."""

from typing import TYPE_CHECKING

from eletdesk.desk.old_bin import empty_old_bin
from eletdesk.desk.refresh import refresh_case
from eletdesk.desk.steps import add_step
from eletdesk.storage.desk_file import anchor

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk
    from eletdesk.storage.case_file import CaseFile, Commit

_NO_STEP = ("undo:", "empty_bin")


class Following:
    """Keeps desk file and register in step with the case files."""

    def opened(self, desk: "Desk", case: "CaseFile") -> None:
        """Empty what has been in the case's bin for too long."""
        empty_old_bin(desk, case)

    def committed(self, desk: "Desk", commit: "Commit") -> None:
        """Anchor the new state, remember the step that can be undone, read the case into the register."""
        with desk.file.transaction() as execute:
            anchor(execute, commit.case_id, commit.state)
            if commit.journalled and not commit.operation.startswith(_NO_STEP):
                add_step(execute, "case", commit.case_id, commit.operation_id, commit.operation)
        refresh_case(desk, commit.case_id, commit.rows)
