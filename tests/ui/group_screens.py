"""The screens of group activities, in a desk where every text tries to be something else."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from eletdesk.desk.desk import Desk
from eletdesk.desk.groups.activities import bin_activity, record_activity
from eletdesk.desk.groups.views import activities, binned_activities
from eletdesk.domain.group_activity import GroupActivity, Participant
from eletdesk.queries.group_parts import family_members
from eletdesk.queries.register.views import index_cards
from tests.ui.audit import settle
from tests.ui.desk_fixtures import TODAY
from ui.groups.groups_page import COUNTS, LIST, GroupsPage
from ui.main_window import MainWindow
from ui.widgets.dialog import Dialog


def _fill(desk: Desk) -> None:
    """Record an activity for each young person with their own words in every field, and bin one."""
    if activities(desk):
        return
    cards = desk.ask(index_cards)
    for number, card in enumerate(cards):
        text = card.given_name
        family = tuple(member_id for member_id, _name in desk.read(card.case_id, family_members))
        parts = [Participant(each.case_id, each is not card) for each in cards]
        parts[number] = Participant(card.case_id, member_ids=family)
        kept = record_activity(
            desk,
            GroupActivity(
                held_on=TODAY - timedelta(days=number - 1), minutes=95, title=text, project=text,
                call_period=text, objective=text, place=text, school=text, leader=text, note=text,
                municipality_nis="21004", participants_without_case=number, parents_present=number,
            ),
            parts,
        )  # fmt: skip
    bin_activity(desk, kept.id)


def _page(window: MainWindow) -> GroupsPage:
    _fill(window.desk.desk)
    window.ways.go("groups")
    page = window.stack.page()
    assert isinstance(page, GroupsPage)
    page.view.choose(LIST)
    settle()
    return page


def _list(window: MainWindow) -> QWidget:
    _page(window)
    return window


def _counts(window: MainWindow) -> QWidget:
    page = _page(window)
    page.filters.period.set_value("own")
    page.filters.first.set_day(TODAY - timedelta(days=60))
    page.view.choose(COUNTS)
    return window


def _sheet_of(window: MainWindow) -> Dialog:
    return [sheet for sheet in window.findChildren(Dialog) if sheet.isVisible()][-1]


def _record(window: MainWindow) -> QWidget:
    _page(window).do.record()
    return _sheet_of(window)


def _change(window: MainWindow) -> QWidget:
    page = _page(window)
    page.filters.period.set_value("")
    page.do.open_activity(page.model.row(page.model.rowCount() - 1).activity.id)
    return _sheet_of(window)


def _bin(window: MainWindow) -> QWidget:
    page = _page(window)
    assert binned_activities(window.desk.desk)
    page.do.show_bin()
    return _sheet_of(window)


GROUPS: dict[str, Callable[[MainWindow], QWidget]] = {
    "groups": _list,
    "group counts": _counts,
    "record a group activity": _record,
    "change a group activity": _change,
    "group activities in the bin": _bin,
}
