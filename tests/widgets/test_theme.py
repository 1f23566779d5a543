"""The themes: text can be read, every kind has its looks, and they stand in one place."""

import re
from pathlib import Path

import pytest

from journeys.document.kinds import kinds
from widgets.icons import icon_names
from widgets.theme import FAMILY, THEMES, Theme

READABLE, VISIBLE = 4.5, 3.0
COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b|\bGlobalColor\b|QColor\(\s*\d|fromRgb|fromHsv|\brgba?\(")


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB, as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def fields(theme: Theme) -> tuple[str, ...]:
    return (theme.hover, theme.field, theme.track)


def grounds(theme: Theme) -> tuple[str, ...]:
    return (theme.background, theme.panel, theme.card)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_all_text_can_be_read(theme: Theme) -> None:
    pairs = {
        *((ink, ground) for ink in (theme.ink, theme.second_ink) for ground in grounds(theme)),
        *((theme.third_ink, ground) for ground in (*grounds(theme), theme.field)),
        *((theme.ink, theme.note), (theme.warning, theme.warning_ground)),
        *((theme.good, theme.good_ground), (theme.accent, theme.panel)),
        *((theme.bad, theme.bad_ground), (theme.on_accent, theme.accent)),
        *((ink, theme.accent_soft) for ink in (theme.accent, theme.second_ink)),
        *((ink, ground) for ink in (theme.ink, theme.second_ink) for ground in fields(theme)),
    }
    assert {pair for pair in pairs if contrast(*pair) < READABLE} == set()


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_chips_badges_notices_hints_and_tokens_can_be_read(theme: Theme) -> None:
    boxes = (theme.good_ground, theme.warning_ground, theme.bad_ground, theme.accent_soft)
    said = (theme.good, theme.warning, theme.bad, theme.accent)
    split = theme.tints["split"]
    pairs = {
        (theme.panel, theme.ink),  # a hint over everything
        (split.ink, split.tile),  # an event in a sentence
        (theme.second_ink, theme.note),
        (theme.second_ink, theme.track),  # a button that cannot be pressed now
        *((ink, ground) for ink in said for ground in grounds(theme)),
        *((ink, ground) for ink in (theme.ink, theme.second_ink) for ground in boxes),
        *zip(said, boxes, strict=True),
        *((theme.accent, ground) for ground in (theme.hover, theme.field)),
        *((theme.on_accent, tint.ink) for tint in theme.tints.values()),  # a share on its arm
    }
    assert {pair for pair in pairs if contrast(*pair) < READABLE} == set()


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_paths_and_icons_can_be_seen(theme: Theme) -> None:
    pairs = {(theme.edge, theme.background), (theme.sometimes, theme.background)} | {
        (tint.ink, tint.tile) for tint in theme.tints.values()
    }
    assert {pair for pair in pairs if contrast(*pair) < VISIBLE} == set()


def test_every_kind_has_an_icon_and_a_tint_in_both_themes() -> None:
    cards = {name: kind.card for name, kind in kinds().items()}
    assert {name for name, card in cards.items() if card.icon not in icon_names()} == set()
    for theme in THEMES.values():
        assert {name for name, card in cards.items() if card.tint not in theme.tints} == set()


def test_every_icon_is_used_and_takes_the_colour_it_is_given(root: Path) -> None:
    kept = {kind.card.icon for kind in kinds().values()}
    code = "".join(
        path.read_text() for room in ("widgets", "app") for path in (root / room).rglob("*.py")
    )
    for name in icon_names():
        assert name in kept or f'"{name}"' in code, name
        assert "currentColor" in (root / "resources" / "icons" / f"{name}.svg").read_text()


def test_colours_and_fonts_stand_in_the_theme_alone(root: Path) -> None:
    others = [path for path in (root / "widgets").rglob("*.py") if path.name != "theme.py"]
    assert others
    found = {
        (path.name, place.group())
        for path in others
        for place in re.finditer(COLOUR, path.read_text())
    }
    assert found == set()
    assert [path.name for path in others if f'"{FAMILY}"' in path.read_text()] == []


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_what_others_made_comes_with_its_licence(root: Path, folder: str) -> None:
    assert "Copyright (c)" in (root / "resources" / folder / "LICENSE.txt").read_text()
