"""The word catalogues follow the source, keep what translators wrote, and never lose a word silently."""

import gettext
import os
from pathlib import Path

import pytest

from tools import word_catalogues as words


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Make a small house with two areas."""
    write_source(
        tmp_path,
        "ui/today/page.py",
        '_("Later")',
        'ngettext("{count} young person", "{count} young people", 2)',
        'pgettext("verb", "Open")',
    )
    write_source(tmp_path, "eletdesk/errors.py", '_("This is no longer here.")')
    words.update(tmp_path)
    return tmp_path


def write_source(house: Path, name: str, *lines: str) -> None:
    path = house / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), "utf-8")


def translate(house: Path, language: str, area: str, translations: dict[str, str | tuple[str, str]]) -> None:
    path = words.catalogue_path(language, area, house)
    catalogue = words.read_catalogue(path)
    for word, said in translations.items():
        message = catalogue.get(word)
        assert message is not None
        message.string = said
    path.write_bytes(words.as_text(catalogue, language))


def said(house: Path, language: str, area: str) -> gettext.GNUTranslations:
    words.compile_catalogues(house)
    with words.catalogue_path(language, area, house).with_suffix(".mo").open("rb") as stream:
        return gettext.GNUTranslations(stream)


@pytest.mark.parametrize(
    ("source", "area"),
    [
        ("ui/today/page.py", "ui-today"),
        ("eletdesk/exports/pdf/dossier.py", "eletdesk-exports"),
        ("eletdesk/errors.py", "eletdesk"),
        ("ui/main_window.py", "ui"),
    ],
)
def test_a_source_file_belongs_to_its_folders_area(tmp_path: Path, source: str, area: str) -> None:
    assert words.area_of(tmp_path / source, tmp_path) == area


def test_a_second_update_changes_nothing(house: Path) -> None:
    assert words.update(house) == []


def test_catalogues_have_no_dates_and_no_line_numbers(house: Path) -> None:
    text = words.catalogue_path("nl", "ui-today", house).read_text("utf-8")
    assert "Date" not in text
    assert "page.py" not in text


def test_translations_are_kept_when_other_words_come_and_go(house: Path) -> None:
    translate(house, "nl", "ui-today", {"Later": "Straks"})
    write_source(house, "ui/today/page.py", '_("Later")', '_("Today")')
    words.update(house)
    catalogue = words.read_catalogue(words.catalogue_path("nl", "ui-today", house))
    assert {message.id: message.string for message in catalogue if message.id} == {
        "Later": "Straks",
        "Today": "",
    }


def test_only_the_named_area_is_written(house: Path) -> None:
    write_source(house, "ui/today/page.py", '_("New")')
    write_source(house, "eletdesk/errors.py", '_("Also new")')
    written = words.update(house, only="ui-today")
    assert {path.stem for path in written} == {"ui-today"}


def test_the_catalogue_of_an_area_without_words_goes(house: Path) -> None:
    words.compile_catalogues(house)
    write_source(house, "eletdesk/errors.py", "")
    words.update(house)
    words.compile_catalogues(house)
    assert not list((house / "resources").rglob("eletdesk.*"))


def test_english_is_said_as_written(house: Path) -> None:
    english = said(house, "en", "ui-today")
    assert english.gettext("Later") == "Later"
    assert english.ngettext("{count} young person", "{count} young people", 1) == "{count} young person"


def test_a_half_translated_word_is_said_in_english_not_as_nothing(house: Path) -> None:
    translate(house, "nl", "ui-today", {"{count} young person": ("{count} jongere", "")})
    dutch = said(house, "nl", "ui-today")
    assert dutch.ngettext("{count} young person", "{count} young people", 2) == "{count} young people"


def test_french_says_the_singular_for_zero(house: Path) -> None:
    translate(house, "fr", "ui-today", {"{count} young person": ("{count} jeune", "{count} jeunes")})
    french = said(house, "fr", "ui-today")
    assert french.ngettext("{count} young person", "{count} young people", 0) == "{count} jeune"


def test_words_are_compiled_again_only_after_a_change(house: Path) -> None:
    assert words.compile_catalogues(house)
    assert words.compile_catalogues(house) == []
    path = words.catalogue_path("fr", "eletdesk", house)
    os.utime(path, ns=(1, 1))  # an older file, as after going back in history
    assert words.compile_catalogues(house) == [path.with_suffix(".mo")]


def test_a_complete_house_has_no_faults(house: Path) -> None:
    fill(house)
    assert words.faults(house) == []


def fill(house: Path) -> None:
    for language in ("nl", "fr"):
        forms = ("{count} x", "{count} y")
        translate(house, language, "ui-today", {"Later": "L", "{count} young person": forms})
        translate(house, language, "eletdesk", {"This is no longer here.": "Weg"})
        path = words.catalogue_path(language, "ui-today", house)
        text = path.read_text("utf-8").replace('msgid "Open"\nmsgstr ""', 'msgid "Open"\nmsgstr "O"')
        path.write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("found", "replacement", "fault"),
    [
        ('msgstr "L"', 'msgstr ""', "fr ui-today: 'Later'"),
        ('msgstr "L"', 'msgstr "L {name}"', "fr ui-today: 'Later' has other placeholders"),
        ('"{count} x"', '"un x"', "fr ui-today: '{count} young person' has other placeholders"),
        ('msgid "Later"', 'msgid "Earlier"', "fr ui-today: 'Later' is not in the catalogue"),
        ('msgid "Later"', 'msgid "Earlier"', "fr ui-today: 'Earlier' is no longer said"),
        ('msgid "Later"', '#, fuzzy\nmsgid "Later"', "fr ui-today: 'Later' is fuzzy"),
    ],
)
def test_each_fault_is_said(house: Path, found: str, replacement: str, fault: str) -> None:
    fill(house)
    path = words.catalogue_path("fr", "ui-today", house)
    path.write_text(path.read_text("utf-8").replace(found, replacement), "utf-8")
    assert fault in words.faults(house)


def test_a_catalogue_without_source_is_a_fault(house: Path) -> None:
    fill(house)
    words.catalogue_path("nl", "ui-gone", house).write_bytes(b"")
    assert words.faults(house) == ["nl ui-gone: no source has this area"]


def test_a_dutch_singular_may_leave_the_count_out(house: Path) -> None:
    fill(house)
    path = words.catalogue_path("nl", "ui-today", house)
    path.write_text(path.read_text("utf-8").replace('"{count} x"', '"één jongere"'), "utf-8")
    assert words.faults(house) == []


def test_one_word_is_said_in_one_way(house: Path) -> None:
    write_source(house, "eletdesk/errors.py", '_("This is no longer here.")', '_("Later")')
    words.update(house)
    fill(house)
    translate(house, "nl", "eletdesk", {"Later": "Straks"})
    translate(house, "fr", "eletdesk", {"Later": "L"})
    assert words.faults(house) == ["nl ui-today: 'Later' is said differently elsewhere"]
