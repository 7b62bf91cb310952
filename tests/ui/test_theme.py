"""Colours can be read, sizes follow the text scale, every icon name has a picture."""

import pytest
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ui.theme import DARK, LIGHT, Colours, current, icon, icon_pixmap
from ui.theme.icon_names import PICTURE_OF
from ui.theme.icons import picture
from ui.theme.tokens import TEXT_SCALES, TONES, high_contrast, tone_pair

PALETTES = {
    "light": LIGHT,
    "dark": DARK,
    "light, high contrast": high_contrast(LIGHT),
    "dark, high contrast": high_contrast(DARK),
}
GROUNDS = ("bg", "sunken", "surface", "raised", "sel", "accent_softer")


def luminance(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", PALETTES.values(), ids=PALETTES)
def test_words_can_be_read(colours: Colours) -> None:
    pairs = [(ink, ground) for ink in ("text", "text2", "text3") for ground in GROUNDS]
    pairs += [("on_accent", fill) for fill in ("accent", "accent_hover", "accent_press")]
    pairs += [("accent", ground) for ground in ("bg", "surface", "accent_soft", "accent_softer")]
    pairs += [
        ("danger", "bg"),
        ("danger", "surface"),
        ("warn", "surface"),
        ("ok", "surface"),
    ]
    low = {
        (ink, ground): round(value, 2)
        for ink, ground in pairs
        if (value := contrast(colours.named(ink), colours.named(ground))) < 4.5
    }
    assert not low


@pytest.mark.parametrize("colours", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("tone", TONES)
def test_chips_can_be_read(colours: Colours, tone: str) -> None:
    assert contrast(*tone_pair(colours, tone)) >= 4.5


@pytest.mark.parametrize("colours", PALETTES.values(), ids=PALETTES)
def test_controls_can_be_seen(colours: Colours) -> None:
    for mark in ("border_strong", "focus", "s_out", "s4"):
        assert contrast(colours.named(mark), colours.surface) >= 3.0, mark


def test_high_contrast_has_no_soft_fill() -> None:
    strong = high_contrast(LIGHT)
    assert {strong.accent_soft, strong.warn_soft, strong.sunken} == {strong.surface}
    assert strong.border == LIGHT.border_strong


def test_theme_reaches_palette_and_style_sheet(qapp: QApplication) -> None:
    current().install(qapp, "dark", 100)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.bg)
    assert DARK.accent in qapp.styleSheet()
    assert LIGHT.accent not in qapp.styleSheet()


def test_style_sheet_has_no_token_left(qapp: QApplication) -> None:
    assert "@" not in qapp.styleSheet()
    assert "$" not in qapp.styleSheet()


def test_change_is_told_once_and_only_when_something_changed(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(current().changed):
        current().install(qapp, "dark", 100)
    with qtbot.assertNotEmitted(current().changed):
        current().install(qapp, "dark", 100)


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_sizes_follow_the_text_scale(qapp: QApplication, qtbot: QtBot, scale: int) -> None:
    current().install(qapp, "light", scale)
    assert current().font("body").pixelSize() == round(14 * scale / 100)
    button = QPushButton("Bewaar")
    qtbot.addWidget(button)
    assert button.sizeHint().height() >= round(36 * scale / 100) - 2


def test_text_scale_stays_between_100_and_200(qapp: QApplication) -> None:
    current().install(qapp, "light", 500)
    assert current().text_scale == 200
    current().install(qapp, "light", 10)
    assert current().text_scale == 100


def test_family_covers_the_names_of_brussels() -> None:
    measure = QFontMetrics(current().font("body"))
    assert all(measure.inFontUcs4(ord(letter)) for letter in "éëçğşıİŁłŻźőűȘșΑλΩЖяє")


@pytest.mark.parametrize("meaning", sorted(PICTURE_OF))
def test_every_meaning_has_a_picture(meaning: str) -> None:
    assert picture(meaning)
    drawn = icon(meaning).pixmap(18, 18).toImage()
    assert any(drawn.pixelColor(x, y).alpha() for x in range(18) for y in range(18))


def test_unknown_icon_is_refused() -> None:
    with pytest.raises(KeyError):
        icon("no-such-meaning")


def test_icon_takes_the_colour_of_the_theme(qapp: QApplication) -> None:
    def strongest() -> str:
        image = icon("done", "accent").pixmap(32, 32).toImage()
        spots = (image.pixelColor(x, y) for x in range(32) for y in range(32))
        return max(spots, key=lambda each: each.alpha()).name().upper()

    assert strongest() == LIGHT.accent
    current().install(qapp, "dark", 100)
    assert strongest() == DARK.accent


def test_icon_is_sharp_on_a_sharp_screen() -> None:
    drawn = icon_pixmap("session", 18, "text", 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (36, 2.0)
