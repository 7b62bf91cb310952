"""Real encrypted desks with a handful of invented people, quick to make: a small price for the passphrase."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from eletdesk import clock
from eletdesk.desk.cases import open_case
from eletdesk.desk.desk import Desk
from eletdesk.desk.opening import DeskOwner, create_desk
from eletdesk.storage.slots import Kdf

if TYPE_CHECKING:
    from sqlmodel import Session

QUICK_KDF = Kdf(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "paard ruimt zeven koffie op"
TODAY = date(2026, 11, 23)
NOW = datetime.combine(TODAY, time(9, 30))


def fix_clock(at: datetime = NOW) -> None:
    """Stop the clock on a Monday morning."""
    clock.use_clock(lambda: at)


def make_desk(folder: Path) -> Desk:
    """Make an empty desk of Sara Maes."""
    owner = DeskOwner(name="Sara Maes", role="NAFT-coach", organisation="Time-out Brussel")
    return create_desk(folder, PASSPHRASE, None, owner, kdf=QUICK_KDF)


@dataclass(frozen=True)
class Invented:
    """What a test wants to know of an invented person at the start."""

    given_name: str
    family_name: str
    stage: str = "uitvoering"
    started_on: date = TODAY - timedelta(days=70)
    last_session_on: date | None = TODAY - timedelta(days=3)
    planned_at: time | None = None
    task: str = ""
    task_due_on: date | None = None
    has_mother: bool = False
    time_out_until: date | None = None


def add_person(desk: Desk, who: Invented) -> str:
    """Open a case for an invented person; return its id."""
    return open_case(desk, _fill(desk, who))


def _fill(desk: Desk, who: Invented) -> Callable[["Session"], Any]:
    from eletdesk.domain.network_member import MemberRole
    from eletdesk.operations.pathways import start_pathway
    from eletdesk.operations.people import add_member, enrol, register_person
    from eletdesk.operations.sessions import plan_session, record_session
    from eletdesk.operations.tasks import add_task
    from eletdesk.operations.time_outs import record_time_out

    programme = desk.programmes[("naft", 1)]

    def fill(session: "Session") -> None:
        register_person(
            session, given_name=who.given_name, family_name=who.family_name, birth_on=date(2010, 3, 4)
        )
        enrol(session, school="TA De Linde", year_label="4", study="Voeding", started_on=date(2026, 9, 1))
        start_pathway(session, programme=programme, started_on=who.started_on, stage=who.stage)
        if who.last_session_on:
            record_session(session, held_on=who.last_session_on, minutes=50, programme=programme)
        if who.planned_at:
            plan_session(session, held_on=TODAY, starts_at=who.planned_at, minutes=45)
        if who.task:
            add_task(session, title=who.task, due_on=who.task_due_on)
        if who.has_mother:
            add_member(session, name=f"Fatma {who.family_name}", role=MemberRole.mother)
        if who.time_out_until:
            record_time_out(
                session, starts_on=who.time_out_until - timedelta(days=11), ends_on=who.time_out_until
            )

    return fill


def stages_of(desk: Desk) -> list[str]:
    """Return the codes of the NAFT stages in order."""
    return [stage.code for stage in desk.programmes[("naft", 1)].stages]


def fill_desk(desk: Desk) -> dict[str, str]:
    """Add the people of the drawings; return their case ids by given name."""
    stages = stages_of(desk)
    people = [
        Invented(
            "Noor", "Verlinden", stages[3], planned_at=time(11, 30), has_mother=True,
            task="Stageplek bellen: bakkerij Het Graan", task_due_on=TODAY + timedelta(days=1),
            time_out_until=TODAY + timedelta(days=4),
        ),
        Invented("Ilyas", "Bensalem", stages[3], last_session_on=TODAY - timedelta(days=24)),
        Invented(
            "Mathis", "Lambert", stages[1], task="Toestemming ouder laten tekenen",
            task_due_on=TODAY + timedelta(days=2),
        ),
        Invented("Jef", "Claes", stages[2], planned_at=time(9, 0)),
        Invented(
            "Amina", "Diallo", stages[4], planned_at=time(10, 15), task="Stagebezoek voorbereiden",
            task_due_on=TODAY + timedelta(days=3),
        ),
        Invented("Lotte", "Wouters", stages[0], planned_at=time(14, 0)),
        Invented("Rayan", "El Idrissi", stages[0], planned_at=time(15, 30)),
        Invented("Noortje", "Aerts", stages[5]),
    ]  # fmt: skip
    return {who.given_name: add_person(desk, who) for who in people}


class Keys:
    """Press keys as a person does, into whatever has the focus, and count them; a note counts for nothing."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.count = 0

    def press(self, *keys: str) -> None:
        """Press keys such as `Ctrl+N`, `Tab` or `Return`, one stroke each."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        for key in keys:
            self.count += 1
            combination = QKeySequence(key)[0]  # type: ignore[index]
            QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type words that count."""
        self.count += len(text)
        self._type(text)

    def note(self, text: str) -> None:
        """Type the words of a note, which do not count."""
        self._type(text)

    def _type(self, text: str) -> None:
        from PySide6.QtTest import QTest

        QTest.keyClicks(self._target(), text)
        QApplication.processEvents()

    def _target(self) -> QWidget:
        QApplication.processEvents()
        return QApplication.focusWidget() or self.window
