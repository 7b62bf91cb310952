"""Preferences survive a restart, and a damaged or foreign settings file never stops a start."""

from dataclasses import replace
from pathlib import Path

import pytest

from eletdesk.preferences import (
    Preferences,
    has_preferences,
    preferences_file,
    read_preferences,
    write_preferences,
)


def settings(text: str) -> None:
    preferences_file().write_text(text, "utf-8")


def test_nothing_chosen_yet() -> None:
    assert not has_preferences()
    assert read_preferences() == Preferences()


def test_choices_are_kept(tmp_path: Path) -> None:
    chosen = Preferences("fr", "dark", 150, tmp_path / 'a "b" \\ é', train_mode=True)
    assert write_preferences(chosen)
    assert has_preferences()
    assert read_preferences() == chosen


def test_a_desk_can_be_forgotten(tmp_path: Path) -> None:
    write_preferences(Preferences(last_desk=tmp_path))
    write_preferences(replace(read_preferences(), last_desk=None))
    assert read_preferences().last_desk is None


@pytest.mark.parametrize(
    "text", ["", "theme = ", "\x00", "[theme]\nx = 1\n", "language = 3\nlast_desk = 4\n"]
)
def test_an_unreadable_file_counts_as_nothing_chosen(text: str) -> None:
    settings(text)
    assert read_preferences() == Preferences()


def test_bytes_that_are_no_text_count_as_nothing_chosen() -> None:
    preferences_file().write_bytes(b'language = "\xff"')
    assert read_preferences() == Preferences()


def test_one_unknown_value_does_not_cost_the_others() -> None:
    settings('language = "de"\ntheme = "dark"\ntext_scale = 110\ntrain_mode = 1\nfuture = "x"\n')
    assert read_preferences() == Preferences(theme="dark")


def test_true_is_no_text_scale() -> None:
    settings("text_scale = true\n")
    assert read_preferences().text_scale == 100


@pytest.mark.parametrize("wrong", [{"language": "de"}, {"theme": "pink"}, {"text_scale": 110}])
def test_a_value_that_does_not_exist_cannot_be_chosen(wrong: dict[str, str | int]) -> None:
    with pytest.raises(ValueError, match="does not exist"):
        replace(Preferences(), **wrong)  # type: ignore[arg-type]


def test_a_place_that_cannot_be_written_is_said() -> None:
    preferences_file().mkdir()
    assert not write_preferences(Preferences())
    assert [path.name for path in preferences_file().parent.iterdir()] == ["settings.toml"]


def test_a_first_choice_makes_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ELETDESK_HOME", str(tmp_path / "new" / "home"))
    assert write_preferences(Preferences(theme="light"))
    assert read_preferences().theme == "light"
