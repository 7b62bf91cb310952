"""The pages of referrals for a keyboard, a screen reader, long words and little room; and the list."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from eletdesk import translation
from tests.ui.audit import (
    StrayWindows,
    audit_accessibility,
    find_clipped_labels,
    find_double_letters,
    find_lost_parts,
    find_rich_text,
    settle,
)
from tests.ui.referral_fixtures import add_kept_case, filled_desk, show_page
from ui.open_desk import OpenDesk
from ui.referral.actions import DossierActions
from ui.referral.dossier_page import DossierPage
from ui.referral.reading import open_referral
from ui.referral.referrals_page import ReferralsPage
from ui.theme import Mode, current

LOOKS = (("light", 100, 1220), ("dark", 150, 1220), ("light", 200, 1220), ("dark", 100, 600))
HOSTILE = '<b>x</b><img src="file:///etc/passwd">'


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    with filled_desk(tmp_path / "desk") as opened:
        yield opened


def faults(page: QWidget) -> list[str]:
    return [
        *audit_accessibility(page), *find_rich_text(page), *find_clipped_labels(page),
        *find_lost_parts(page), *find_double_letters(page),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize(("mode", "scale", "width"), LOOKS)
def test_every_section_passes_the_audits(
    qapp: QApplication, qtbot: QtBot, desk: OpenDesk, language: str, mode: str, scale: int, width: int
) -> None:
    translation.use_language(language)
    current().install(qapp, cast("Mode", mode), scale)
    with StrayWindows() as stray:
        page = DossierPage(desk, add_kept_case(desk.desk))
    assert not stray.found
    show_page(qtbot, page, width)
    for row in page.body.sections.rows():
        page.restore_view({"section": row.key})
        settle()
        assert not faults(page), row.key
    assert page.width() == width
    page.prepare()
    settle()
    page.preview.finish()


def test_hostile_words_stay_words(qtbot: QtBot, desk: OpenDesk) -> None:
    page = DossierPage(desk, add_kept_case(desk.desk, given_name=HOSTILE))
    show_page(qtbot, page)
    page.receiver.recipient.setText(HOSTILE)
    page.restore_view({"section": "goals"})
    page.editor.note.setPlainText(HOSTILE)
    page.keep_drafts()
    settle()
    page.read()
    page.prepare()
    settle()
    assert not find_rich_text(page)
    page.preview.finish()


def test_a_screen_reader_hears_how_each_section_stands(qtbot: QtBot, desk: OpenDesk) -> None:
    page = show_page(qtbot, DossierPage(desk, add_kept_case(desk.desk)))
    model = page.body.sections.model()
    heard = [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())
    ]
    assert "Praktische afspraken, ontbreekt, Hier staat nog niets." in heard
    page.preview.finish()


@pytest.fixture
def three(desk: OpenDesk) -> dict[str, str]:
    """Give three cases: one without a date, one due soon, one sent."""
    from eletdesk.desk.dossier_files import issue_dossier

    cases = {name: add_kept_case(desk.desk, given_name=name) for name in ("Zeno", "Ada", "Mia")}
    add_kept_case(desk.desk, given_name="Niemand")
    for name, case_id in cases.items():
        referral_id = open_referral(desk, case_id)
        actions = DossierActions(desk, case_id, referral_id)
        if name == "Ada":
            actions.set_due(date(2026, 11, 25))
        if name == "Mia":
            actions.set_receiver("Groeikracht", "", True)
            issue_dossier(desk.desk, case_id, referral_id)
    return cases


def names(page: ReferralsPage) -> list[str]:
    return [row.name for row in page.model.rows()]


def test_the_list_shows_open_referrals_the_nearest_first(
    qtbot: QtBot, desk: OpenDesk, three: dict[str, str]
) -> None:
    counts: list[str] = []
    page = ReferralsPage(desk)
    qtbot.addWidget(page)
    page.count_changed.connect(counts.append)
    page.read()
    page.resize(1048, 760)
    page.show()
    settle()
    assert names(page) == ["Ada Lambert", "Mia Lambert", "Zeno Lambert"]
    assert counts == ["3"]
    assert page.subtitle_label.text() == "2 dossiers worden geschreven · 1 wacht op antwoord"
    assert not faults(page)
    page.filter.choose("waiting")
    assert names(page) == ["Mia Lambert"]
    page.filter.choose("writing")
    page.focus_first()
    with qtbot.waitSignal(page.dossier_requested) as opened:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert opened.args == [three["Ada"], open_referral(desk, three["Ada"])]
    assert page.shown_case() == three["Ada"]


def test_names_are_short_in_the_train(qtbot: QtBot, desk: OpenDesk, three: dict[str, str]) -> None:
    page = ReferralsPage(desk, short_names=True)
    qtbot.addWidget(page)
    assert all("Lambert" not in row.name for row in page.model.rows())
    assert len(page.model.rows()) == len(three)


def test_the_list_follows_what_happens(qtbot: QtBot, desk: OpenDesk, three: dict[str, str]) -> None:
    from eletdesk.operations.referrals import withdraw_referral

    page = ReferralsPage(desk)
    qtbot.addWidget(page)
    page.show()
    desk.run(three["Zeno"], withdraw_referral, open_referral(desk, three["Zeno"]))
    qtbot.waitUntil(lambda: "Zeno Lambert" not in names(page))


def test_no_referral_says_how_to_start_one(qtbot: QtBot, desk: OpenDesk) -> None:
    page = ReferralsPage(desk)
    qtbot.addWidget(page)
    page.resize(1048, 760)
    page.show()
    settle()
    assert not page.table.isVisible()
    assert not faults(page)
