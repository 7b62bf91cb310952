"""A real desk with one case that is kept well, and its dossier page, for tests of referrals."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pytestqt.qtbot import QtBot

from eletdesk.desk.cases import open_case
from eletdesk.desk.desk import Desk
from eletdesk.desk.dossier_files import newest_kind
from tests.ui.audit import settle
from tests.ui.desk_fixtures import fix_clock, make_desk
from ui.open_desk import OpenDesk
from ui.referral.dossier_page import DossierPage

if TYPE_CHECKING:
    from sqlmodel import Session

KIND = newest_kind("naft")
SECRET = "een geheim dat nooit mee mag"


def add_kept_case(desk: Desk, *, with_consent: bool = True, given_name: str = "Mathis") -> str:
    """Open a case with everything that the dossier asks of the file; return its id."""
    return open_case(desk, _fill(desk, given_name, with_consent=with_consent))


def _fill(desk: Desk, given_name: str, *, with_consent: bool) -> Callable[["Session"], Any]:
    from eletdesk.domain.consent import ConsentGiver, ConsentPurpose
    from eletdesk.domain.network_member import MemberRole
    from eletdesk.operations.consents import record_consent
    from eletdesk.operations.pathways import start_pathway
    from eletdesk.operations.people import add_member, enrol, register_person
    from eletdesk.operations.sessions import record_session

    programme = desk.programmes["naft", 1]

    def fill(session: "Session") -> None:
        register_person(session, given_name=given_name, family_name="Lambert", birth_on=date(2011, 3, 4))
        enrol(session, school="Lyceum De Kade", year_label="3de jaar", started_on=date(2026, 9, 1))
        add_member(session, name="Claire Lambert", role=MemberRole.mother, phone="0470 00 00 00")
        start_pathway(
            session, programme=programme, started_on=date(2026, 10, 1), goals="Vier voormiddagen aanwezig.",
            question="Afwezig in de namiddag.", referrer="An Declercq", referrer_centre="CLB De Brug",
            referred_on=date(2026, 9, 28),
        )  # fmt: skip
        for on, note, hidden in (
            (date(2026, 10, 6), "Afspraken rond slaap en gsm.", False),
            (date(2026, 10, 20), "Aangepast lesrooster besproken.", False),
            (date(2026, 11, 3), SECRET, True),
        ):
            record_session(
                session, held_on=on, minutes=50, note=note, is_confidential=hidden, programme=programme
            )
        if with_consent:
            record_consent(
                session, purpose=ConsentPurpose(KIND.consent_purpose), given_by=ConsentGiver.both,
                given_on=date(2026, 10, 1), is_written=True,
            )  # fmt: skip

    return fill


@contextmanager
def filled_desk(folder: Path) -> Iterator[OpenDesk]:
    """Give an empty desk on 23 November 2026, closed afterwards."""
    fix_clock()
    opened = OpenDesk(make_desk(folder))
    yield opened
    opened.close()


def show_page(qtbot: QtBot, page: DossierPage, width: int = 1220, height: int = 800) -> DossierPage:
    """Show a page and wait until its paper is drawn."""
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    page.activateWindow()
    settle()
    drawn(qtbot, page)
    return page


def drawn(qtbot: QtBot, page: DossierPage) -> None:
    """Wait until the paper shows what is written."""
    if page.preview.isVisible():
        qtbot.waitUntil(lambda: not page.preview.is_waiting(), timeout=20_000)
