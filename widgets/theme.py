"""How everything looks: the colours of the light and the dark theme, and the sizes of text."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

ThemeName = Literal["light", "dark"]

FAMILY = "Inter"
FALLBACKS = ("Helvetica Neue", "Arial", "sans-serif")


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text is set: its height in pixels at 100 % and its weight."""

    size: int
    weight: int


CARD_TITLE = Style(13, 600)
CARD_LINE = Style(12, 400)
PILL_TITLE = Style(12, 500)
CHIP = Style(11, 500)
STRIP = Style(11, 500)
FIGURES = Style(12, 600)
FIGURE_WORDS = Style(11, 400)
COUNT = Style(11, 600)
CONTROL_SMALL = Style(12, 600)
NOTE = Style(12, 400)
PANEL_TITLE = Style(15, 600)
PICTURE_TITLE = Style(20, 600)
CONTROL = Style(13, 500)
BUTTON = Style(13, 600)
BODY = Style(13, 400)
SECONDARY = Style(12, 400)
META = Style(11, 400)
GROUP = Style(10, 600)
FIGURE = Style(20, 600)
SENTENCE = Style(13, 600)
END_LABEL = Style(12, 600)
TABLE_HEAD = Style(11, 500)
TABLE_FIGURE = Style(12, 500)


@dataclass(frozen=True, slots=True)
class Tint:
    """The colours of a kind of step: its icon, and the tile the icon stands on."""

    ink: str
    tile: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour there is, written #RRGGBB; `shade` is how strong a shadow is, 0 to 255."""

    name: ThemeName
    background: str
    dot: str
    panel: str
    card: str
    line: str
    border: str
    ink: str
    second_ink: str
    third_ink: str
    edge: str
    accent: str
    accent_soft: str
    on_accent: str
    hover: str
    field: str
    track: str
    grid: str
    base: str
    good: str
    good_ground: str
    warning: str
    warning_ground: str
    sometimes: str
    bad: str
    bad_ground: str
    good_border: str
    warning_border: str
    bad_border: str
    note: str
    note_border: str
    shadow: str
    shade: int
    tints: Mapping[str, Tint]


def _tints(**tints: tuple[str, str]) -> Mapping[str, Tint]:
    return MappingProxyType({name: Tint(*colours) for name, colours in tints.items()})


LIGHT = Theme(
    name="light",
    background="#F6F7F9",
    dot="#DDE1E8",
    panel="#FFFFFF",
    card="#FFFFFF",
    line="#E3E7ED",
    border="#D5DAE2",
    ink="#141A26",
    second_ink="#566073",
    third_ink="#667085",
    edge="#848EA0",
    accent="#4F46E5",
    accent_soft="#EEF0FF",
    on_accent="#FFFFFF",
    hover="#F1F3F7",
    field="#F6F7F9",
    track="#EDF0F4",
    grid="#EDF0F4",
    base="#B6BECB",
    good="#067647",
    good_ground="#E7F6EE",
    warning="#B54708",
    warning_ground="#FEF4E6",
    sometimes="#C2610C",
    bad="#B42318",
    bad_ground="#FEECEA",
    good_border="#ABE0C4",
    warning_border="#F5D09B",
    bad_border="#F5BDB7",
    note="#FFFBEB",
    note_border="#EFE3BF",
    shadow="#000000",
    shade=4,
    tints=_tints(
        trigger=("#6D28D9", "#F1EBFE"),
        email=("#1D4ED8", "#E6EEFF"),
        sms=("#15803D", "#E3F6E9"),
        push=("#BE185D", "#FDE8F2"),
        in_app=("#7E22CE", "#F5E9FE"),
        wait=("#B45309", "#FDF0DC"),
        split=("#0F766E", "#DDF5F1"),
        update=("#4338CA", "#E9E9FE"),
        webhook=("#475569", "#EAEEF3"),
        finish=("#475569", "#EAEEF3"),
    ),
)

DARK = Theme(
    name="dark",
    background="#0D1117",
    dot="#222A36",
    panel="#131923",
    card="#171E2A",
    line="#232C3A",
    border="#2C3646",
    ink="#E8ECF4",
    second_ink="#A3AEC0",
    third_ink="#8390A5",
    edge="#5F6D84",
    accent="#8B8CFB",
    accent_soft="#23264A",
    on_accent="#0D1117",
    hover="#1C2431",
    field="#171E2A",
    track="#232C3A",
    grid="#1E2633",
    base="#4A566A",
    good="#5FD49B",
    good_ground="#12301F",
    warning="#F7B45C",
    warning_ground="#3A2810",
    sometimes="#F7B45C",
    bad="#FDA29B",
    bad_ground="#3D1A18",
    good_border="#235B3D",
    warning_border="#6B4A1D",
    bad_border="#74302B",
    note="#211E17",
    note_border="#433A26",
    shadow="#000000",
    shade=12,
    tints=_tints(
        trigger=("#B79CFB", "#2A2147"),
        email=("#84ADFF", "#182B50"),
        sms=("#63D48C", "#143322"),
        push=("#F78FC0", "#3E1A2E"),
        in_app=("#D2A2FB", "#351C4A"),
        wait=("#F5B25B", "#3A2A12"),
        split=("#5AD1C3", "#10332F"),
        update=("#A5A6FC", "#24264E"),
        webhook=("#A3AEC0", "#262F3D"),
        finish=("#A3AEC0", "#262F3D"),
    ),
)

THEMES: Mapping[ThemeName, Theme] = MappingProxyType({"light": LIGHT, "dark": DARK})
