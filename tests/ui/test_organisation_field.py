"""A field that offers the organisations of the directory."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eletdesk.desk.directory import keep_organisation
from eletdesk.domain.organisation import Organisation
from tests.ui.audit import settle
from tests.ui.desk_fixtures import fix_clock, make_desk
from ui.directory.organisation_field import OrganisationField
from ui.open_desk import OpenDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    fix_clock()
    opened = OpenDesk(make_desk(tmp_path / "desk"))
    for name, postcode in (("TA De Linde", "1000"), ("TA De Linde", "9000"), ("Lyceum De Kade", "9000")):
        keep_organisation(
            opened.desk, Organisation(kind="school", name=name, number="029", postcode=postcode)
        )
    keep_organisation(opened.desk, Organisation(kind="clb", name="CLB De Linde"))
    yield opened
    opened.close()


def shown(qtbot: QtBot, desk: OpenDesk, kinds: tuple[str, ...] = ()) -> OrganisationField:
    field = OrganisationField(desk, kinds)
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    settle()
    return field


def test_a_school_is_taken_by_keyboard_with_its_number(qtbot: QtBot, desk: OpenDesk) -> None:
    field = shown(qtbot, desk, ("school",))
    QTest.keyClicks(field, "lind")
    assert [one.whereabouts for one in field.offered()] == ["1000 Brussel", "9000 Gent"]
    QTest.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.chosen) as taken:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert not field.is_offering()
    assert field.text() == "TA De Linde"
    assert taken.args is not None
    assert taken.args[0].number == "029"
    assert field.organisation() is not None
    QTest.keyClicks(field, "x")
    assert field.organisation() is None


def test_only_the_asked_kinds_are_offered_and_typos_too(qtbot: QtBot, desk: OpenDesk) -> None:
    field = shown(qtbot, desk, ("clb",))
    QTest.keyClicks(field, "lidne")
    assert [one.name for one in field.offered()] == ["CLB De Linde"]


def test_a_name_that_is_in_no_list_stays_as_it_is_typed(qtbot: QtBot, desk: OpenDesk) -> None:
    field = shown(qtbot, desk)
    QTest.keyClicks(field, "Qqqq")
    assert (field.offered(), field.text()) == ([], "Qqqq")


def test_a_new_organisation_is_offered_at_once(qtbot: QtBot, desk: OpenDesk) -> None:
    field = shown(qtbot, desk)
    QTest.keyClicks(field, "At")
    assert field.offered() == []
    keep_organisation(desk.desk, Organisation(kind="school", name="Atheneum Kanaalzone"))
    QTest.keyClicks(field, "h")
    assert [one.name for one in field.offered()] == ["Atheneum Kanaalzone"]
