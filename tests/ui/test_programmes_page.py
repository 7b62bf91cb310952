"""Look at the programmes, adapt one in ordinary forms, read and write a definition: with the keyboard."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from eletdesk import translation
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.desk.programmes import keep_definition, programmes_to_start
from eletdesk.preferences import Preferences
from eletdesk.programmes.definition import Programme
from eletdesk.queries.present_rows import present_pathway
from tests.asking_programme import asking_text, homework_text, naft_text
from tests.ui.audit import (
    StrayWindows,
    audit_accessibility,
    find_clipped_labels,
    find_double_letters,
    find_lost_parts,
    find_rich_text,
    lengthen_words,
    settle,
)
from tests.ui.desk_fixtures import fix_clock, make_desk
from ui.open_desk import OpenDesk
from ui.programmes.item_dialog import ItemDialog
from ui.programmes.programmes_page import ProgrammesPage
from ui.settings.settings_page import SettingsPage
from ui.theme import Mode, current

LOOKS = (("light", 100, 1048), ("dark", 200, 1220), ("light", 100, 600))
HOSTILE = "<b>dik</b> <img src=x> & {name} %s"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    """Open an empty desk on a Monday."""
    fix_clock()
    opened = OpenDesk(make_desk(tmp_path / "desk"))
    yield opened
    opened.close()


def shown(qtbot: QtBot, desk: OpenDesk, width: int = 1048, **choosing: object) -> ProgrammesPage:
    """Show the page."""
    page = ProgrammesPage(desk, **choosing)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(width, 800)
    page.show()
    settle()
    return page


def words(widget: QWidget) -> str:
    """Return every word that can be read."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def naft(desk: OpenDesk) -> Programme:
    """Return the newest NAFT."""
    return next(one for one in programmes_to_start(desk.desk) if one.code == "naft")


def test_every_programme_is_there_with_my_own_first(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    assert next(iter(page.list.cards)) == "naft"
    assert len(page.list.cards) == len({code for code, _version in desk.desk.programmes})
    assert "Mijn programma" in words_of_chips(page)
    page.look_at("clb_truancy")
    settle()
    said = words(page)
    assert "1. Melding" in said
    assert "AGODI" in said, "each stage names its source"
    page.go_back()
    assert page.list.isVisible()


def words_of_chips(page: ProgrammesPage) -> list[str]:
    """Return what the chips say."""
    from ui.widgets.chip import Chip

    return [chip.text() for chip in page.findChildren(Chip)]


def test_an_amount_is_adapted_and_new_pathways_follow_it(qtbot: QtBot, desk: OpenDesk) -> None:
    before = new_case(desk.desk, NewCase({"given_name": "Noor"}), started_on=date(2026, 11, 2))
    page = shown(qtbot, desk)
    page.adapt_programme("naft")
    assert page.adapting is not None
    codes = [clock["code"] for clock in page.adapting.adaptation.items("clocks")]
    dialog = page.adapting.edit("clocks", codes.index("contact_attention"))
    dialog.widget("amount").setText("tien")
    dialog.save()
    assert dialog.isVisible(), "a number is wanted, and what was typed stays"
    dialog.widget("amount").setText("10")
    dialog.save()
    page.keep_version()
    settle()
    adapted = naft(desk)
    clock = adapted.clock("contact_attention", date(2026, 11, 23))
    assert clock is not None
    assert (clock.amount, clock.basis.certainty, adapted.version) == (10, "own_choice", 1001)
    assert adapted.clock("contact_notice", date(2026, 11, 23)) == desk.desk.programmes[("naft", 1)].clock(
        "contact_notice", date(2026, 11, 23)
    ), "what nobody changed keeps its source"
    after = new_case(desk.desk, NewCase({"given_name": "Ilyas"}))
    for case_id, version in ((before, 1), (after, 1001)):
        pathway = desk.desk.read(case_id, present_pathway)
        assert pathway is not None
        assert pathway.programme_version == version
    assert desk.desk.programme_of(after, "naft", 1001).clock("contact_attention", date(2026, 11, 23)) == clock


def test_words_in_one_language_do_for_all(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    page.adapt_programme("naft")
    assert page.adapting is not None
    dialog = page.adapting.edit("outcomes", None)
    dialog.save()
    assert dialog.isVisible(), "a name is wanted"
    dialog.widget("label:nl").setText("Naar de brugklas")
    dialog.save()
    page.keep_version()
    outcome = naft(desk).outcomes[-1]
    assert (outcome.code, outcome.label.fr) == ("naar_de_brugklas", "Naar de brugklas")
    assert outcome.basis.source.title.nl == "Eigen keuze van deze caseload"


def test_stages_move_and_the_last_one_stays_last(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    page.adapt_programme("naft")
    assert page.adapting is not None
    codes = [stage.code for stage in naft(desk).stages]
    page.adapting.shift("stages", 2, -1)
    page.adapting.shift("stages", len(codes) - 2, 1)
    dialog = page.adapting.edit("stages", 3)
    dialog.widget("is_optional").setChecked(True)
    dialog.save()
    page.keep_version()
    adapted = naft(desk).stages
    assert [stage.code for stage in adapted] == [codes[0], codes[2], codes[1], *codes[3:]]
    assert adapted[3].is_optional
    assert adapted[-1].is_final


def test_a_question_with_a_list_keeps_its_codes(qtbot: QtBot, desk: OpenDesk) -> None:
    keep_definition(desk.desk, asking_text(), "asking.toml")
    page = shown(qtbot, desk)
    page.adapt_programme("naft")
    assert page.adapting is not None
    at = [one["code"] for one in page.adapting.adaptation.items("questions")].index("travels")
    dialog = page.adapting.edit("questions", at)
    assert dialog.widget("choices").text().splitlines() == ["Bus", "Fiets | Vélo | Bike"]
    dialog.widget("choices").set_text("Fiets | Vélo | Bike")
    dialog.save()
    assert dialog.isVisible(), "one thing is no choice"
    dialog.widget("choices").set_text("Fiets | Vélo | Bike\nTe voet")
    dialog.save()
    page.keep_version()
    question = naft(desk).question("travels")
    assert question is not None
    assert [(one.code, one.label.fr) for one in question.choices] == [
        ("bike", "Vélo"),
        ("te_voet", "Te voet"),
    ]


def test_a_mistake_is_told_with_its_place_and_nothing_is_lost(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    page.adapt_programme("naft")
    assert page.adapting is not None
    page.adapting.adaptation.items("clocks")[0]["amount"] = 0
    page.keep_version()
    settle()
    assert "naft.toml" in page.banner.label.text()
    assert "amount" in page.banner.label.text()
    assert page.adapting is not None, "the copy is still there"
    assert naft(desk).version == 1
    page.adapting.adaptation.items("clocks")[0]["amount"] = 9
    page.keep_version()
    assert naft(desk).version == 1001


def test_what_was_begun_goes_on_after_locking(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    page.adapt_programme("naft")
    assert page.adapting is not None
    page.adapting.shift("stages", 1, 1)
    again = shown(qtbot, desk)
    again.adapt_programme("naft")
    assert again.adapting is not None
    stages = [stage["code"] for stage in again.adapting.adaptation.items("stages")]
    assert stages[1:3] == ["plan", "vraagverheldering"]
    assert "23/11/2026" in again.subtitle_label.text()
    again.drop_changes()
    again.adapt_programme("naft")
    assert [stage["code"] for stage in again.adapting.adaptation.items("stages")][1] == "vraagverheldering"


def test_a_definition_is_read_from_a_file_and_written_to_one(
    qtbot: QtBot, desk: OpenDesk, tmp_path: Path
) -> None:
    wanted = tmp_path / "huiswerk.toml"
    wanted.write_text(homework_text(), "utf-8")
    out = tmp_path / "out.toml"
    page = shown(qtbot, desk, choose=lambda _parent: wanted, choose_new=lambda *_of: out)
    page.read_definition()
    assert desk.desk.programmes[("huiswerk", 1)].label.nl == "Huiswerkklas"
    page.save_definition()
    assert out.read_text("utf-8") == homework_text()
    page.show_list()
    page.read_definition()
    assert ("huiswerk", 1001) in desk.desk.programmes, "a version that exists is never overwritten"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xff\xfe\x00", "kapot.toml"),
        (b"code = ", "kapot.toml"),
        (naft_text().replace('unit = "days"', 'unit = "moons"', 1).encode(), "unit"),
        (naft_text().replace("is_final = true\n", "", 1).encode(), "is_final"),
    ],
)
def test_a_broken_file_names_itself_and_the_key(
    qtbot: QtBot, desk: OpenDesk, tmp_path: Path, content: bytes, says: str
) -> None:
    (tmp_path / "kapot.toml").write_bytes(content)
    page = shown(qtbot, desk, choose=lambda _parent: tmp_path / "kapot.toml")
    known = set(desk.desk.programmes)
    page.read_definition()
    assert "kapot.toml" in page.banner.label.text()
    assert says in page.banner.label.text()
    assert set(desk.desk.programmes) == known


def test_an_own_version_is_there_after_closing_the_desk(tmp_path: Path, qtbot: QtBot) -> None:
    from eletdesk.desk.opening import open_desk
    from tests.ui.desk_fixtures import PASSPHRASE

    fix_clock()
    first = make_desk(tmp_path / "desk")
    keep_definition(first, homework_text(), "huiswerk.toml")
    first.close()
    again = open_desk(tmp_path / "desk", PASSPHRASE)
    assert ("huiswerk", 1) in again.programmes
    again.close()


def test_the_settings_lead_there(qtbot: QtBot, desk: OpenDesk) -> None:
    page = SettingsPage(desk, Preferences())
    qtbot.addWidget(page)
    asked: list[str] = []
    page.page_requested.connect(asked.append)
    from ui.widgets.buttons import Button

    page.programmes.findChildren(Button)[0].click()
    assert asked == ["programmes"]
    page.worker.programme.box.set_value("sas")
    page.worker.keep()
    assert programmes_to_start(desk.desk)[0].code == "sas"


def forms(page: ProgrammesPage) -> list[ItemDialog]:
    """Open the form of each kind of line."""
    assert page.adapting is not None
    return [
        page.adapting.edit_names(),
        *(page.adapting.edit(kind, 0) for kind in ("stages", "clocks", "outcomes", "reasons", "questions")),
    ]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize(("mode", "scale", "width"), LOOKS)
def test_the_page_passes_the_audits(
    qapp: QApplication, qtbot: QtBot, desk: OpenDesk, mode: str, scale: int, width: int, language: str
) -> None:
    translation.use_language(language)
    current().install(qapp, cast("Mode", mode), scale)
    hostile = homework_text().replace('nl = "Huiswerkklas"', f'nl = "{HOSTILE}"')
    keep_definition(desk.desk, hostile, "huiswerk.toml")
    with StrayWindows() as stray:
        page = ProgrammesPage(desk)
    assert not stray.found
    page.deleteLater()
    page = shown(qtbot, desk, width)
    for turn in (page.show_list, lambda: page.look_at("huiswerk"), lambda: page.adapt_programme("naft")):
        turn()
        settle()
        check(page)
    for dialog in forms(page):
        settle()
        check(dialog)
        dialog.reject()
        settle()
    translation.use_language("nl")


def check(widget: QWidget) -> None:
    """Look for what a screen reader, large text or hostile words would stumble over."""
    assert not audit_accessibility(widget)
    assert not find_rich_text(widget)
    assert not find_clipped_labels(widget)
    assert not find_lost_parts(widget)
    assert not find_double_letters(widget)


def test_longer_words_fit(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    for turn in (page.show_list, lambda: page.look_at("naft"), lambda: page.adapt_programme("naft")):
        turn()
        settle()
        lengthen_words(page)
        settle()
        assert not find_clipped_labels(page)
