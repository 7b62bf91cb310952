"""Own figures on the screen, what may leave beside them, and the report in files, from real case files."""

import csv
import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eletdesk import translation
from eletdesk.desk.cases import Fill, open_cases
from eletdesk.desk.desk import Desk
from eletdesk.desk.new_case import NewCase, fill_case, present_programme
from eletdesk.domain.labels import label
from tests.ui.audit import (
    StrayWindows,
    audit_accessibility,
    find_clipped_labels,
    find_double_letters,
    find_lost_parts,
    find_rich_text,
    settle,
)
from tests.ui.desk_fixtures import TODAY, fix_clock, make_desk
from ui.figures.figures_page import FiguresPage
from ui.figures.periods import OWN, named_periods
from ui.figures.reading import read_figures
from ui.figures.report_dialog import ReportDialog
from ui.open_desk import OpenDesk
from ui.theme import Mode, current
from ui.widgets.dialog import Dialog

GENDERS = ("female",) * 6 + ("male",) * 6 + ("other",) * 2


def person(desk: Desk, number: int) -> Fill:
    """Return what fills the case of one invented person."""
    programme = present_programme(desk)
    who: dict[str, object] = {"given_name": f"Naam{number}", "family_name": "Geheim"}
    who |= {"birth_on": date(2010, 3, 4), "gender": GENDERS[number]}
    case = NewCase(who, pathway={"reasons": ["social"] if number % 2 else ["emotional"]})
    return lambda session: fill_case(session, case, programme, TODAY - timedelta(days=30))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    """Give a desk with 14 people: gender shows 2 of one kind, reasons show 14 of 14."""
    fix_clock()
    opened = OpenDesk(make_desk(tmp_path / "desk"))
    opened.desk.file.keep_setting("export_folder", str(tmp_path))
    open_cases(opened.desk, [person(opened.desk, number) for number in range(len(GENDERS))])
    yield opened
    opened.close()


def counted(qtbot: QtBot, page: FiguresPage) -> None:
    qtbot.waitUntil(lambda: page.figures is not None and not page.is_counting(), timeout=20_000)
    settle()


def shown(qtbot: QtBot, desk: OpenDesk, width: int = 1048) -> FiguresPage:
    page = FiguresPage(desk)
    qtbot.addWidget(page)
    page.resize(width, 760)
    page.show()
    page.activateWindow()
    counted(qtbot, page)
    return page


def card(page: FiguresPage, code: str):  # type: ignore[no-untyped-def]  # noqa: ANN201
    return next(each for each in page.cards if each.table.code == code)


def test_own_figures_are_exact_and_the_unsafe_table_says_why_it_stays(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    gender, reason = card(page, "gender"), card(page, "reason")
    assert f"{label('gender', 'other')}: 2" in gender.bars.accessibleName()
    assert gender.why == "Een rij toont 1 tot 4 jongeren."
    assert gender.leaving.accessibleName() == "In een rapport: verborgen, deze tabel blijft hier"
    assert reason.why == ""
    assert ": 7" in reason.leaving.accessibleName()
    assert "14 jongeren · blijft hier" in page.subtitle_label.text()


def test_every_hidden_number_is_hatched_in_the_picture(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    plate = current().colour("sunken").rgb()

    def hatched(code: str) -> bool:
        image = card(page, code).leaving.grab().toImage()
        return any(
            image.pixel(x, y) == plate for x in range(image.width()) for y in range(0, image.height(), 3)
        )

    assert hatched("gender")
    assert not hatched("reason")


def test_a_report_leaves_with_the_safe_tables_only(qtbot: QtBot, tmp_path: Path, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    page.report.setFocus()
    QTest.keyClick(page.report, Qt.Key.Key_Return)
    dialog = page.window().findChild(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    dialog.language.set_value("fr")
    with qtbot.waitSignal(page.toast_requested, timeout=30_000) as told:
        QTest.keyClick(dialog.button, Qt.Key.Key_Return)
    folder = tmp_path / "cijfers_2026-11-23"
    assert "Bleef hier:" in told.args[0]
    assert label("gender", "other") not in told.args[0]
    tables = {path.name.split("_")[0] for path in folder.glob("*.csv")}
    assert "summary-reason" in tables
    assert "summary-gender" not in tables
    with next(folder.glob("summary-reason*.csv")).open(encoding="utf-8-sig") as stream:
        words = "\n".join(",".join(row) for row in csv.reader(stream))
    assert "Motif" in words
    description = json.loads(next(folder.glob("*.json")).read_text("utf-8"))
    assert description["tables_not_shared"] == len(page.figures.release.refusals if page.figures else ())
    everything = b"".join(path.read_bytes() for path in folder.iterdir())
    assert b"Geheim" not in everything
    assert len(list(folder.glob("*.xlsx"))) == 1
    counted(qtbot, page)


def test_own_dates_are_counted_and_a_wrong_order_is_told(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    page.choice.set_value(OWN)
    settle()
    assert page.first.line.hasFocus()
    page.first.set_text("1/9/2026")
    page.last.set_text("20/10/2026")
    qtbot.waitUntil(lambda: page.figures is not None and page.figures.people == 0, timeout=20_000)
    page.last.set_text("1/8/2026")
    assert page.form.box("last").has_error()
    assert page.period() is None
    counted(qtbot, page)


def test_nothing_leaves_when_no_table_is_safe(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    page.choice.set_value("last_year")
    qtbot.waitUntil(lambda: page.figures is not None and page.figures.people == 0, timeout=20_000)
    page.make_report()
    dialog = page.window().findChild(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    assert not dialog.button.isEnabled()
    dialog.reject()
    counted(qtbot, page)


def test_a_place_that_fails_is_told_in_the_dialog(qtbot: QtBot, tmp_path: Path, desk: OpenDesk) -> None:
    (tmp_path / "file").write_text("in the way")
    page = shown(qtbot, desk)
    page.make_report()
    dialog = page.window().findChild(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    dialog.folder.setText(str(tmp_path / "file" / "below"))
    dialog.make()
    qtbot.waitUntil(lambda: not dialog.problem.isHidden(), timeout=20_000)
    assert dialog.button.isEnabled()
    dialog.reject()
    counted(qtbot, page)


def test_figures_follow_the_desk(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    open_cases(desk.desk, [person(desk.desk, 0)])
    qtbot.waitUntil(lambda: page.figures is not None and page.figures.people == 15, timeout=20_000)
    counted(qtbot, page)


def test_named_periods() -> None:
    found = {each.key: each.period for each in named_periods(date(2026, 1, 15)) if each.period}
    days = {key: (period.first_day, period.last_day) for key, period in found.items()}
    assert days == {
        "year": (date(2025, 9, 1), date(2026, 1, 15)),
        "quarter": (date(2026, 1, 1), date(2026, 1, 15)),
        "last_quarter": (date(2025, 10, 1), date(2025, 12, 31)),
        "last_year": (date(2024, 9, 1), date(2025, 8, 31)),
    }


def test_weeks_without_sessions_are_shown_too(desk: OpenDesk) -> None:
    period = named_periods(TODAY)[0].period
    assert period is not None
    weeks = read_figures(desk.desk, period).weeks
    assert [week.number for week in weeks] == list(range(36, 49))
    assert sum(week.count for week in weeks) == 0


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize(
    ("mode", "scale", "width"), [("light", 100, 1048), ("dark", 200, 1220), ("light", 100, 600)]
)
def test_the_page_passes_the_audits(
    qapp: QApplication, qtbot: QtBot, desk: OpenDesk, language: str, mode: str, scale: int, width: int
) -> None:  # fmt: skip
    translation.use_language(language)
    current().install(qapp, cast("Mode", mode), scale)
    with StrayWindows() as stray:
        page = shown(qtbot, desk, width)
    assert stray.found == [found for found in stray.found if "FiguresPage" in found]
    page.choice.set_value(OWN)
    counted(qtbot, page)
    page.banner.action.click() if page.banner.action else None
    settle()
    for each in (page, *page.findChildren(Dialog)):
        assert not audit_accessibility(each)
        assert not find_rich_text(each)
        assert not find_clipped_labels(each)
        assert not find_lost_parts(each)
        assert not find_double_letters(each)
