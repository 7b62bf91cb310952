"""A real desk under interruption: everything a day brings, from a new desk to the lock."""

import json
import signal
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from sqlmodel import Session

from eletdesk import clock
from eletdesk.desk import steps
from eletdesk.desk.caseload_import import import_caseload, plan_import
from eletdesk.desk.cases import bin_case, erase_case
from eletdesk.desk.checking import check_desk
from eletdesk.desk.desk import Desk
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.desk.opening import DeskOwner, create_desk, is_desk, open_desk
from eletdesk.desk.passphrases import choose_passphrase
from eletdesk.desk.refresh import rebuild_register
from eletdesk.domain.pathway import Pathway
from eletdesk.errors import WrongPassphraseError
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.pathways import move_stage
from eletdesk.operations.sessions import record_session
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.views import index_cards, search_texts
from eletdesk.queries.timeline import timeline
from eletdesk.storage.slots import Kdf
from tests.reliability import faulty_disk
from tests.reliability.faulty_disk import Mode
from tests.reliability.scenario import Scenario, in_child

CHEAP = Kdf(memory_kib=64, passes=1, lanes=1)
OLD, NEW = "tafel wolk groen piano visser", "kasteel rivier appel zomer fiets"
LIST = (
    b"Voornaam;Achternaam;Geboortedatum;School\n"
    b"Amina;Bouzid;03/02/2010;TA De Linde\n"
    b"Tom;Peeters;14/07/2009;TA De Linde\n"
    b"Noor;Verlinden;04/03/2010;Atheneum Zuid\n"
)
_FACTS = ("card", "moment", "open_task", "done_task", "due", "pathway_fact", "stage_fact", "search_row")
_UNSTEADY = {"generation", "file_size", "file_time", "id"}

clock.use_clock(lambda: datetime(2026, 11, 23, 9, 0))  # noqa: DTZ001 - the wall clock of the scenarios


def add_noor(desk: Desk) -> str:
    person = {"given_name": "Noor", "family_name": "Verlinden", "birth_on": date(2010, 3, 4)}
    return new_case(desk, NewCase(person, {"school": "TA De Linde"}), started_on=date(2026, 9, 14))


def only_case(desk: Desk) -> str:
    return next(row.case_id for row in desk.file.case_keys() if row.state == "active")


def log_session(desk: Desk) -> None:
    naft = desk.programmes[("naft", 1)]

    def log(session: Session) -> object:
        return record_session(
            session, held_on=date(2026, 11, 20), minutes=45, note="stage " * 900, programme=naft
        )

    desk.run(only_case(desk), log)


def make_desk(folder: Path) -> None:
    """A desk with one young person and one session."""
    desk = create_desk(folder, OLD, None, DeskOwner("Sara Maes"), kdf=CHEAP)
    add_noor(desk)
    log_session(desk)
    desk.close()


def make_after(*work: Callable[[Desk], object]) -> Callable[[Path], None]:
    """A desk as above in which some more was done."""

    def make(folder: Path) -> None:
        make_desk(folder)
        desk = opened(folder)
        for step in work:
            step(desk)
        desk.close()

    return make


def opened(folder: Path) -> Desk:
    return open_desk(folder, OLD)


def next_stage(desk: Desk) -> None:
    """Move to the next stage; a second time to the one after it."""
    case_id, naft = only_case(desk), desk.programmes[("naft", 1)]
    pathway = desk.read(case_id, lambda session: live_rows(session, Pathway)[0])
    codes = [stage.code for stage in naft.stages]
    following = codes[codes.index(pathway.stage) + 1]
    desk.run(
        case_id, move_stage, pathway.id, programme=naft, to_stage=following, on=date(2026, 11, 23),
        reason="afgesproken",
    )  # fmt: skip


def import_list(desk: Desk) -> None:
    import_caseload(desk, plan_import(desk, LIST, "lijst.csv"))


def facts(desk: Desk) -> dict[str, list[str]]:
    """Return what the register says, without what differs from copy to copy."""
    said = {}
    for table in _FACTS:
        cursor = desk.register.connection.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in cursor.description]
        keep = [at for at, name in enumerate(names) if name not in _UNSTEADY]
        said[table] = sorted(repr([row[at] for at in keep]) for row in cursor)
    said["found"] = sorted(hit.case_id for hit in desk.ask(search_texts, "stage"))
    return said


def told(desk: Desk) -> str:
    """Check everything, compare the register with a new one, and say what is in the desk."""
    checked = check_desk(desk)
    assert checked.is_sound, checked.problems
    assert not checked.strangers, f"files that belong to nobody: {checked.strangers}"
    assert not desk.problems, desk.problems
    assert not desk.file.rows("SELECT kind FROM intent"), "an intent was left open"
    before = facts(desk)
    rebuild_register(desk)
    assert facts(desk) == before, "the register differs from the cases"
    cases = [
        (card.name, [(item.table, item.title, len(item.text)) for item in desk.read(card.case_id, timeline)])
        for card in desk.ask(index_cards)
    ]
    states = sorted(row.state for row in desk.file.case_keys())
    undoable = desk.file.rows("SELECT operation, is_undone FROM step ORDER BY id")
    return json.dumps([cases, states, undoable])


def go_on(desk: Desk) -> None:
    """Do one more thing, as the worker will."""

    def call(session: Session) -> object:
        return record_contact(session, happened_on=date(2026, 11, 23), with_whom="mama", note="verder")

    if "active" in {row.state for row in desk.file.case_keys()}:
        desk.run(only_case(desk), call)
    add_noor(desk)


def look(folder: Path) -> str:
    """Open with the passphrase that fits, say everything, do one more thing, close, open again."""
    opens = []
    for name, passphrase in (("old", OLD), ("new", NEW)):
        try:
            desk = open_desk(folder, passphrase)
        except WrongPassphraseError:
            continue
        opens.append((name, told(desk)))
        fitting = passphrase
        desk.close()
    assert len(opens) == 1, [name for name, _content in opens]
    desk = open_desk(folder, fitting)
    go_on(desk)
    desk.close()
    open_desk(folder, fitting).close()
    return str(opens)


def look_or_nothing(folder: Path) -> str:
    """Say everything; where there is no desk yet, one can be made."""
    if is_desk(folder):
        return look(folder)
    create_desk(folder, OLD, None, DeskOwner("Sara Maes"), kdf=CHEAP).close()
    return "no desk"


def a_day(folder: Path) -> None:
    """Unlock, work, lock."""
    desk = opened(folder)
    try:
        log_session(desk)
    finally:
        desk.close()


def make_new_desk(folder: Path) -> None:
    if not is_desk(folder):
        create_desk(folder, OLD, None, DeskOwner("Sara Maes"), kdf=CHEAP).close()


def in_desk(work: Callable[[Desk], object], make: Callable[[Path], None] = make_desk) -> Scenario:
    """Work in an open desk."""
    return Scenario(make=make, prepare=opened, act=work, look=look, leave=lambda desk: desk.close())


new_desk = Scenario(
    make=lambda folder: folder.mkdir(),
    prepare=lambda folder: folder,
    act=make_new_desk,
    look=look_or_nothing,
)
day = Scenario(make=make_desk, prepare=lambda folder: folder, act=a_day, look=look)
opening_a_case = in_desk(add_noor)
session = in_desk(log_session)
stage = in_desk(next_stage)
spreadsheet = in_desk(import_list)
undone = in_desk(steps.undo, make_after(log_session))
redone = in_desk(steps.redo, make_after(log_session, log_session, steps.undo, steps.undo))
import_undone = in_desk(steps.undo, make_after(log_session, import_list))
binned = in_desk(lambda desk: bin_case(desk, only_case(desk)), make_after(add_noor, add_noor))
erased = in_desk(lambda desk: erase_case(desk, only_case(desk), "bin"), make_after(add_noor, add_noor))
passphrase = in_desk(lambda desk: choose_passphrase(desk, NEW, kdf=CHEAP))


def log_without_sync(desk: Desk) -> None:
    """Log a session in files that are never synced: what a power cut must find."""
    for connection in (desk.file.connection, desk.case(only_case(desk)).connection):
        connection.execute("PRAGMA synchronous=OFF")
    log_session(desk)


unsynced_session = in_desk(log_without_sync)


def cut_off(work: Callable[[Desk], object], number: int, make: Callable[[Path], None]) -> Scenario:
    """Open a desk in which work was killed at a call: what settles it may be interrupted as well."""

    def make_cut_off(folder: Path) -> None:
        make(folder)

        def killed() -> tuple[int, str]:
            desk = opened(folder)
            faulty_disk.arm(folder, Mode.KILL, number)
            work(desk)
            return 0, ""

        ended = in_child(killed)
        assert ended.code == -signal.SIGKILL, ended.said

    return Scenario(
        make=make_cut_off,
        prepare=lambda folder: folder,
        act=lambda folder: opened(folder).close(),
        look=look,
        changes=False,
    )


import_cut_off = cut_off(import_list, 250, make_desk)
import_cut_off_late = cut_off(import_list, 400, make_desk)
undo_cut_off = cut_off(steps.undo, 60, make_after(log_session, import_list))
erasure_cut_off = cut_off(
    lambda desk: erase_case(desk, only_case(desk), "bin"), 30, make_after(add_noor, add_noor)
)
