"""Name the colours, spaces and sizes of the drawings once, for light, dark and high contrast."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Colours:
    """Hold one palette; every pair that carries text reaches 4.5 : 1, every mark with meaning 3 : 1."""

    bg: str
    sunken: str
    surface: str
    raised: str
    border: str
    border_strong: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_press: str
    accent_soft: str
    accent_softer: str
    on_accent: str
    focus: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    info: str
    info_soft: str
    s1: str
    s2: str
    s3: str
    s4: str
    s5: str
    s_out: str
    s_closed: str
    paper: str
    shadow: str
    sel: str
    hatch: str
    is_dark: bool = False
    is_high_contrast: bool = False

    def named(self, name: str) -> str:
        """Return the colour with this token name."""
        value = getattr(self, name)
        if not isinstance(value, str):
            raise KeyError(name)
        return value


LIGHT = Colours(
    bg="#F6F5F1",
    sunken="#EEECE6",
    surface="#FFFFFF",
    raised="#FFFFFF",
    border="#E2DFD8",
    border_strong="#8C887F",
    text="#1E2523",
    text2="#4F5754",
    text3="#636A67",
    accent="#0F5F63",
    accent_hover="#0B4D51",
    accent_press="#083E41",
    accent_soft="#E0EEEC",
    accent_softer="#EEF5F3",
    on_accent="#FFFFFF",
    focus="#0F5F63",
    danger="#A4312A",
    danger_soft="#FAE8E5",
    warn="#7D5200",
    warn_soft="#FBF0D9",
    ok="#256A40",
    ok_soft="#E4F1E7",
    info="#2B5A94",
    info_soft="#E6EDF7",
    s1="#A9CFCC",
    s2="#74B1AF",
    s3="#3D8F90",
    s4="#1D7074",
    s5="#0B4B50",
    s_out="#BD7E10",
    s_closed="#A7A39A",
    paper="#FFFFFF",
    shadow="#14000000",
    sel="#DCECEA",
    hatch="#B9B5AB",
)

DARK = Colours(
    bg="#151917",
    sunken="#101412",
    surface="#1D2220",
    raised="#232927",
    border="#303734",
    border_strong="#7C8682",
    text="#E9EDEA",
    text2="#B3BCB8",
    text3="#9FA9A5",
    accent="#72C3BF",
    accent_hover="#8AD2CE",
    accent_press="#9DDCD8",
    accent_soft="#1C3B3A",
    accent_softer="#1A2C2B",
    on_accent="#06201F",
    focus="#72C3BF",
    danger="#F2A099",
    danger_soft="#3B211F",
    warn="#E7BC69",
    warn_soft="#372B15",
    ok="#8CCB9F",
    ok_soft="#1C3425",
    info="#98BDED",
    info_soft="#1E2D42",
    s1="#2B5A59",
    s2="#37797A",
    s3="#4B9C9A",
    s4="#72C3BF",
    s5="#B4E4DF",
    s_out="#D9A441",
    s_closed="#6A716E",
    paper="#FBFAF7",
    shadow="#55000000",
    sel="#20403F",
    hatch="#5E6863",
    is_dark=True,
)


def high_contrast(colours: Colours) -> Colours:
    """Return the palette with strong borders and no soft fills, for people who ask for contrast."""
    return replace(
        colours,
        border=colours.border_strong,
        border_strong=colours.text,
        text2=colours.text,
        text3=colours.text2,
        accent_soft=colours.surface,
        accent_softer=colours.surface,
        danger_soft=colours.surface,
        warn_soft=colours.surface,
        ok_soft=colours.surface,
        info_soft=colours.surface,
        sunken=colours.surface,
        hatch=colours.text3,
        is_high_contrast=True,
    )


@dataclass(frozen=True)
class Space:
    """Name the gaps, in logical pixels at 100 %."""

    xxs: int = 2
    xs: int = 4
    s: int = 8
    m: int = 12
    l: int = 16  # noqa: E741
    xl: int = 24
    xxl: int = 32
    xxxl: int = 48


@dataclass(frozen=True)
class Radius:
    """Name the corner radii, in logical pixels at 100 %."""

    control: int = 8
    small: int = 7
    card: int = 12
    chip: int = 7
    tile: int = 10


@dataclass(frozen=True)
class FontPx:
    """Name the text sizes, in logical pixels at 100 %."""

    caption: int = 12
    small: int = 13
    body: int = 14
    lead: int = 16
    h3: int = 16
    h2: int = 20
    h1: int = 26
    hero: int = 32


@dataclass(frozen=True)
class Height:
    """Name the heights of controls, in logical pixels at 100 %."""

    control: int = 36
    small: int = 30
    large: int = 44
    row: int = 54
    nav: int = 36
    target: int = 24


@dataclass(frozen=True)
class Breakpoint:
    """Name the widths (window width divided by text scale) at which a page changes its columns."""

    two_columns: int = 1180
    rail: int = 860


SPACE = Space()
RADIUS = Radius()
FONT_PX = FontPx()
HEIGHT = Height()
BREAKPOINT = Breakpoint()
SIDEBAR_WIDTH = 232
RAIL_WIDTH = 60
TEXT_SCALES = (100, 115, 130, 150, 175, 200)
TONES = ("accent", "ok", "warn", "danger", "info", "neutral")


def tone_pair(colours: Colours, tone: str) -> tuple[str, str]:
    """Return ink and soft ground of a tone: accent, ok, warn, danger, info or neutral."""
    if tone == "neutral":
        return colours.text2, colours.sunken
    return colours.named(tone), colours.named(f"{tone}_soft")
