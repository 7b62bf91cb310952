"""A case with a follow-up of everything: schools, situations, terms, attempts; for the tests of that tab."""

from datetime import date

from PySide6.QtWidgets import QApplication

from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.situation import Occupation
from eletdesk.operations.attempts import log_no_answer
from eletdesk.operations.follow_ups import EXIT, record_follow_up, start_follow_ups
from eletdesk.operations.people import change_enrolment, change_person, enrol
from eletdesk.operations.situations import set_situation
from eletdesk.queries.live_rows import live_rows
from tests.ui.case_pages import MONDAY, Opened
from ui.case.case_page import CasePage
from ui.follow_up.follow_up_tab import FollowUpTab
from ui.open_desk import OpenDesk


def tab_of(page: CasePage) -> FollowUpTab:
    """Show the tab and return it."""
    page.tabs.choose("follow_up")
    for _round in range(5):
        QApplication.processEvents()
    tab = page.tabs.more["follow_up"].content
    assert isinstance(tab, FollowUpTab)
    return tab


def fill_follow_up(opened: Opened, words: str = "bakkerij") -> None:
    """Let Noor be 18, have left school, look for work and be hard to reach."""
    _page, desk, case_id = opened
    write_follow_up(desk, case_id, words)


def write_follow_up(desk: OpenDesk, case_id: str, words: str) -> None:
    """Write it into any case with one school."""
    desk.run(case_id, change_person, birth_on=date(2008, 3, 4), postcode="1080")
    (school,) = desk.read(case_id, live_rows, Enrolment)
    desk.run(
        case_id, change_enrolment, school.id,
        grade=2, grade_year=2, repeated_years=1, ended_on=date(2026, 6, 30), started_on=date(2024, 9, 1),
    )  # fmt: skip
    desk.run(
        case_id, enrol, school=words, study=words, started_on=date(2022, 9, 1), ended_on=date(2024, 6, 30),
        qualification="none", exit_position="bso",
    )  # fmt: skip
    for occupation, since_on in (
        (Occupation.in_education, date(2024, 9, 1)),
        (Occupation.inactive, date(2026, 7, 1)),
    ):
        desk.run(
            case_id, set_situation, occupation=occupation, since_on=since_on, registered_with=words,
            note=words, starts_clock=occupation is Occupation.inactive,
        )  # fmt: skip
    rows = desk.run(case_id, start_follow_ups, starts=EXIT, starts_on=date(2026, 5, 20))
    desk.run(case_id, record_follow_up, rows[0].id, outcome="inactive", done_on=MONDAY, note=words)
    desk.run(case_id, log_no_answer, on=date(2026, 11, 10))
