"""A journey as a PDF: one page of A4, with text that can be searched and fonts inside."""

import pytest

from journeys.document.journey import Position
from journeys.values import evolve
from tests.widgets import drawings
from tests.widgets.conftest import Export
from tests.widgets.pages import read_page
from widgets.canvas.pdf import A4
from widgets.theme import THEMES, ThemeName


def test_the_page_is_of_a4_and_has_the_title(exported: Export) -> None:
    content = exported(drawings.cart_rescue(), ".pdf", "light")
    assert content.startswith(b"%PDF-1.")
    assert content.rstrip().endswith(b"%%EOF")
    page = read_page(content)
    assert sorted(page.size) == pytest.approx(sorted(A4), abs=1)
    assert drawings.cart_rescue().name in page.runs


def test_a_wide_journey_lies_on_its_side(exported: Export) -> None:
    journey = drawings.cart_rescue()
    wide = (Position(node="cart", x=-2_000, y=0), Position(node="done", x=2_000, y=300))
    content = exported(evolve(journey, layout=wide), ".pdf", "light")
    assert read_page(content).size == pytest.approx(A4[::-1], abs=1)


@pytest.mark.parametrize("theme", THEMES)
def test_every_title_stands_on_the_page_as_text(exported: Export, theme: ThemeName) -> None:
    journey = drawings.cart_rescue()
    page = read_page(exported(journey, ".pdf", theme))
    assert {node.title for node in journey.nodes if node.title} <= set(page.runs)
    assert {"Wait 1 hour", "2 paths, first match wins", "Free delivery"} <= set(page.runs)
    assert "\N{REPLACEMENT CHARACTER}" not in "".join(page.runs)
    assert "\t" not in "".join(page.runs)


def test_the_fonts_are_inside(exported: Export) -> None:
    page = read_page(exported(drawings.cart_rescue(), ".pdf", "light"))
    assert page.fonts == {"Inter-Regular", "Inter-Medium", "Inter-SemiBold"}


def test_it_says_nothing_of_when_it_was_made(exported: Export) -> None:
    content = exported(drawings.cart_rescue(), ".pdf", "light")
    assert b"Date" not in content.split(b"endobj")[0]
    assert b"CreateDate" not in content


def test_steps_far_apart_make_no_endless_page(exported: Export) -> None:
    far = (Position(node="cart", x=-9_000_000, y=0), Position(node="done", x=9_000_000, y=900_000))
    page = read_page(exported(evolve(drawings.cart_rescue(), layout=far), ".pdf", "light"))
    assert sorted(page.size) == pytest.approx(sorted(A4), abs=1)
