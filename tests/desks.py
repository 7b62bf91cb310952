"""Real, encrypted desks for tests, quick to open because the passphrase costs little."""

from datetime import date
from pathlib import Path

from eletdesk.desk.desk import Desk
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.desk.opening import DeskOwner, create_desk
from eletdesk.storage.slots import Kdf

PASSPHRASE = "tafel wolk groen piano visser"
CHEAP = Kdf(memory_kib=64 * 1024, passes=1, lanes=2)


def make_desk(folder: Path, owner: str = "Sara Maes") -> Desk:
    """Make an empty desk."""
    return create_desk(folder, PASSPHRASE, None, DeskOwner(owner, "NAFT-coach", "Groeikracht"), kdf=CHEAP)


def add_noor(desk: Desk, given_name: str = "Noor", family_name: str = "Verlinden") -> str:
    """Open a case with a school and a pathway that started on 14 September 2026."""
    case = NewCase(
        {
            "given_name": given_name,
            "family_name": family_name,
            "birth_on": date(2010, 3, 4),
            "gender": "female",
        },
        {"school": "TA De Linde", "year_label": "4de jaar", "study": "Voeding"},
        members=({"name": "Fatma Verlinden", "role": "mother", "phone": "0470 12 34 56"},),
    )
    return new_case(desk, case, started_on=date(2026, 9, 14))
