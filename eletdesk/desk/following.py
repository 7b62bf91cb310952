"""What follows when a case was opened or changed: bin, anchor, undo step, register."""

from typing import TYPE_CHECKING

from eletdesk.desk.groups.rows import copy_presences, parts_in_case
from eletdesk.desk.intents import waiting_operations
from eletdesk.desk.old_bin import empty_old_bin
from eletdesk.desk.refresh import refresh_case
from eletdesk.desk.steps import add_step
from eletdesk.errors import EletdeskError
from eletdesk.log import note_error
from eletdesk.storage.desk_file import anchor

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk
    from eletdesk.storage.case_file import CaseFile, Commit

_NO_STEP = ("undo:", "empty_bin", "read")


class Following:
    """Keeps desk file and register in step with the case files."""

    def opened(self, desk: "Desk", case: "CaseFile") -> None:
        """Catch up with what a crash cut off, and empty what has been in the bin for too long."""
        try:
            self._catch_up(desk, case)
        except EletdeskError as error:
            note_error(error)  # on a full disk the case can be read all the same
        empty_old_bin(desk, case)

    def committed(self, desk: "Desk", commit: "Commit") -> None:
        """Anchor the new state, remember the step that can be undone, read the case into the register."""
        self._catch_up(desk, desk.case(commit.case_id))
        # Only the changed rows, unless the register missed the change before this one.
        is_next = desk.register.generation_of(commit.case_id) == commit.state.generation - 1
        refresh_case(desk, commit.case_id, commit.rows if is_next else None)

    def _catch_up(self, desk: "Desk", case: "CaseFile") -> None:
        """Anchor what a case says now; each operation since the last anchor is a step to undo.

        The steps come from the case's journal, so one that was cut off is added with the next.
        """
        row = desk.file.case_key(case.case_id)
        if row is None or case.seal.state.generation <= row.known.generation:
            return
        parts = parts_in_case(case.connection)
        with desk.file.transaction() as execute:
            anchor(execute, case.case_id, case.seal.state)
            copy_presences(execute, case.case_id, parts)
            if row.state != "active":
                return
            waiting = waiting_operations(desk.file.rows)
            for operation_id, operation in case.journal.operations_since(row.known.sequence):
                if operation_id not in waiting and not operation.startswith(_NO_STEP):
                    add_step(execute, "case", case.case_id, operation_id, operation)
