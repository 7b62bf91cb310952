"""What goes wrong on a working day: refusals, errors that nobody foresaw, a kill in the middle of a save.

python -m tests.evidence.mishaps FOLDER kill   is killed with half a transaction on the disk
python -m tests.evidence.mishaps FOLDER error  ends with an error that nobody catches
"""

import logging
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlmodel import Session

from eletdesk import log
from eletdesk.desk.absence_import import plan_absence_import
from eletdesk.desk.case_views import CaseView, keep_view
from eletdesk.desk.code_lines_export import export_code_lines
from eletdesk.desk.desk import Desk
from eletdesk.desk.directory import keep_organisation
from eletdesk.desk.directory_import import plan_directory
from eletdesk.desk.groups.activities import record_activity
from eletdesk.desk.opening import open_desk
from eletdesk.desk.own_versions import read_definition_file
from eletdesk.desk.programmes import keep_definition
from eletdesk.desk.put_off import put_off
from eletdesk.desk.retention import destroy_case
from eletdesk.domain.care_step import CareActor
from eletdesk.domain.group_activity import GroupActivity, Participant
from eletdesk.domain.network_member import MemberRole
from eletdesk.domain.organisation import Organisation
from eletdesk.errors import EletdeskError
from eletdesk.operations import documents, people, sessions
from eletdesk.operations.absences import record_absences
from eletdesk.operations.answers import answer_question
from eletdesk.operations.assessments import record_assessment
from eletdesk.operations.bin import delete_row
from eletdesk.operations.care_steps import record_care_step
from eletdesk.operations.goals import add_goal
from eletdesk.operations.rights import exclude_row, record_request
from eletdesk.programmes.broken import BrokenProgrammeError
from tests.evidence.canary_words import STEM, a_day, word

PASSPHRASE = f"tafel wolk groen {word('passphrase')} visser"
LATER_PASSPHRASE = f"{word('new_passphrase')} ladder zee wandeling molen"


def go_wrong(desk: Desk, case_id: str) -> list[str]:
    """Do what is refused, and what no operation foresees; return the names of the errors."""
    seen: list[str] = []

    def attempt(work: Callable[[], object]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001
            seen.append(type(error).__name__)
            check_sentence(error)
            log.note_error(error)

    day: Any = a_day(9)
    run: Any = desk.run  # some of these calls are wrong on purpose
    record = sessions.record_session
    attempt(lambda: run(case_id, record, held_on=day, minutes=5, note=word("refused_note") * 30_000))
    attempt(lambda: run(case_id, record, held_on=day, minutes=word("wrong_type")))
    attempt(lambda: run(case_id, record, held_on=word("wrong_type"), minutes=5))
    attempt(lambda: run(case_id, record, held_on=day, minutes=5, pathway_id=word("wrong_key")))
    attempt(lambda: run(case_id, record, held_on=day, minutes=5, **{word("wrong_key"): 1}))
    attempt(lambda: run(case_id, delete_row, word("wrong_key"), word("wrong_key")))
    attempt(lambda: desk.case(word("wrong_key")))
    attempt(lambda: desk.case(case_id).connection.execute(f"SELECT '{word('wrong_key')}' FROM nothing"))
    attempt(lambda: open_desk(desk.folder, PASSPHRASE))
    attempt(lambda: int(word("wrong_type")))
    for work in refused_by_the_desk(desk, case_id):
        attempt(work)
    logging.getLogger("elsewhere").warning("about %s", word("logged"))
    try:
        raise ValueError(word("logged"))
    except ValueError:
        logging.getLogger("elsewhere").exception("about %s", word("logged"))
    with suppress(UserWarning):
        warnings.warn(word("warned"), stacklevel=1)
    thread = threading.Thread(target=lambda: int(word("uncaught")))
    thread.start()
    thread.join()
    return seen


def check_sentence(error: Exception) -> None:
    """A sentence that is shown holds nothing that was typed; a broken definition names its file."""
    if isinstance(error, EletdeskError):
        said = str(error).partition(",")[2] if isinstance(error, BrokenProgrammeError) else str(error)
        assert STEM.lower() not in said.lower(), type(error).__name__


def refused_by_the_desk(desk: Desk, case_id: str) -> list[Callable[[], object]]:
    """Return what the newer parts refuse: each holds a word in what is wrong."""
    wrong: Any = word("wrong_type")
    run: Any = desk.run
    day: Any = a_day(9)
    das: Any = desk.programmes[("das", 1)]
    broken = desk.folder.parent / "source" / f"{word('broken_file')}.toml"
    broken.write_text(
        f'code = "{wrong}"\nlabel = {{ nl = "{wrong}" }}\n[[stages]]\nkleur = "{wrong}"', "utf-8"
    )
    sheet = f"Naam;Datum;VM\n{wrong};{wrong};{wrong}\n".encode()
    activity = GroupActivity(held_on=day, title=wrong, note=wrong * 3000)
    return [
        lambda: run(case_id, record_absences, absent_on=day, code=wrong + wrong),
        lambda: run(case_id, record_absences, absent_on=day, code=wrong, periods=wrong),
        lambda: run(case_id, add_goal, text=wrong * 30_000, agreed_on=day),
        lambda: run(case_id, record_assessment, scores={wrong: 4}, assessed_on=day),
        lambda: run(case_id, record_care_step, phase=wrong, actor=CareActor.school, what=wrong),
        lambda: run(case_id, answer_question, wrong, programme=das, question=wrong, value=wrong),
        lambda: run(case_id, exclude_row, "guidance_session", wrong, [wrong]),
        lambda: run(case_id, record_request, kind=wrong, received_on=day, asked_by=wrong),
        lambda: read_definition_file(desk, broken),
        lambda: read_definition_file(desk, broken.with_name(f"{wrong}.toml")),
        lambda: keep_definition(desk, f"[[{wrong}", f"{wrong}.toml"),
        lambda: plan_absence_import(desk, sheet, f"{wrong}.csv"),
        lambda: plan_directory(desk, sheet, f"{wrong}.csv"),
        lambda: record_activity(desk, activity, [Participant(case_id)]),
        lambda: record_activity(desk, GroupActivity(held_on=day, title=wrong), [Participant(wrong)]),
        lambda: keep_organisation(desk, Organisation(kind=wrong, name=wrong)),
        lambda: keep_view(desk, CaseView(name=wrong * 9)),
        lambda: put_off(desk, wrong, day.replace(year=2020), wrong),
        lambda: destroy_case(desk, wrong, "nl"),
        lambda: export_code_lines(desk, wrong, wrong, broken, recipient=wrong),
    ]


def killed_while_saving(root: Path) -> None:
    """Be killed with pages of one transaction on the disk and the journal beside them."""
    log.start_log()
    desk = open_desk(root / "desk", LATER_PASSPHRASE)
    case_id = next(row.case_id for row in desk.file.case_keys() if row.state == "active")

    def long_save(session: Session) -> None:
        desk.case(case_id).connection.execute("PRAGMA cache_size = 5")
        for number in range(20):
            people.add_member(session, name=word("half_written") * 15, role=MemberRole.other)
            documents.add_document(session, name=f"{number}", content=word("half_written").encode() * 2000)
            session.flush()
        assert desk.case_path(case_id).with_name(f"{case_id}.eletcase-journal").stat().st_size > 0
        os.kill(os.getpid(), signal.SIGKILL)

    desk.run(case_id, long_save)


def error_that_nobody_catches(root: Path) -> None:
    """End with an error that nobody catches."""
    log.start_log()
    desk = open_desk(root / "desk", LATER_PASSPHRASE)
    raise RuntimeError(word("uncaught") + desk.worker)


if __name__ == "__main__":
    what = killed_while_saving if sys.argv[2] == "kill" else error_that_nobody_catches
    what(Path(sys.argv[1]))
