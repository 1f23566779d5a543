"""A picture is understood by itself: its name above it, the counts of a run, the thread."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

from journeys.context.lineage import Verdict
from journeys.context.thread import Thread
from journeys.document.journey import Journey, Position
from journeys.values import evolve
from tests.widgets import drawings
from tests.widgets.conftest import Export
from tests.widgets.pages import read_page
from widgets.canvas.counts import Counts
from widgets.canvas.export import SCALE, export_picture
from widgets.canvas.geometry import Rect
from widgets.canvas.heading import MOST_TITLE
from widgets.canvas.picture import MARGIN, NARROWEST, Picture
from widgets.lettering import width
from widgets.theme import BODY, PICTURE_TITLE, THEMES, ThemeName

SVG = "{http://www.w3.org/2000/svg}"
LONG_NAME = ("Bring back everyone who left a full cart behind in the spring sale, " * 3)[:195]
TOLD = ("1,234 entries in a test run on 10,000 customers of the sample shop.", "Taken for granted.")


def texts(content: bytes) -> list[str]:
    tree = ET.fromstring(content)  # noqa: S314  our own file
    return [text.text or "" for text in tree.iter(f"{SVG}text")]


def counted(journey: Journey) -> Counts:
    through = {
        (node.id, port.id): 300 + 100 * place
        for node in journey.nodes
        for place, port in enumerate(node.ports())
    }
    sentences = {"mail": "1,204 sent, 46% opened, 9% clicked"}
    return Counts(1_234, {}, through, {"wait": 7}, sentences, journey, TOLD)


def followed(journey: Journey) -> Thread:
    """Return a thread from the start to the first step that is asked for it."""
    first, *_ = journey.edges
    pair = first.source, first.target
    verdicts = {first.source: Verdict.GUARANTEED, first.target: Verdict.GUARANTEED}
    return Thread(
        "event.cart_id",
        verdicts,
        {first: Verdict.GUARANTEED},
        {pair: Verdict.GUARANTEED},
        (first.source,),
        frozenset(),
        frozenset({first.target}),
    )


def dark_rows(image: QImage, theme: ThemeName) -> list[int]:
    """Return the rows of the picture's head in which the ink of the title is found."""
    ink = THEMES[theme].ink.upper()
    head = range(SCALE * MARGIN, SCALE * (MARGIN + 26))
    across = range(SCALE * MARGIN, image.width() // 2)
    return [y for y in head if any(image.pixelColor(x, y).name().upper() == ink for x in across)]


@pytest.mark.parametrize("theme", THEMES)
def test_the_name_stands_above_in_the_ink_of_the_theme(exported: Export, theme: ThemeName) -> None:
    journey = drawings.cart_rescue()
    image = QImage.fromData(exported(journey, ".png", theme))
    rows = dark_rows(image, theme)
    assert len(rows) > PICTURE_TITLE.size * SCALE / 2
    nameless = QImage.fromData(exported(evolve(journey, title="."), ".png", theme))
    assert len(dark_rows(nameless, theme)) < len(rows)


def test_the_name_is_the_first_text_of_a_drawing_in_vectors(exported: Export) -> None:
    for draw in drawings.ALL:
        journey = draw()
        found = texts(exported(journey, ".svg", "light"))
        title = Picture.of(journey).heading.title
        assert found[: len(title)] == list(title)
        assert "".join(title).replace(" ", "")


def test_a_long_name_goes_on_in_the_next_line_and_is_cut_at_last() -> None:
    journey = evolve(drawings.cart_rescue(), title=LONG_NAME.strip())
    picture = Picture.of(evolve(journey, nodes=journey.nodes[:1], edges=(), layout=()))
    assert len(picture.heading.title) == MOST_TITLE
    room = (picture.width - 2 * MARGIN) / picture.scale
    assert all(width(line, PICTURE_TITLE) <= room for line in picture.heading.title)
    assert picture.heading.title[-1].endswith("\N{HORIZONTAL ELLIPSIS}")
    assert picture.at.y + picture.drawing.bounds.y >= MARGIN + picture.heading.height


def test_one_step_and_none_are_pictures_too(exported: Export) -> None:
    journey = drawings.cart_rescue()
    one = evolve(journey, nodes=journey.nodes[:1], edges=(), layout=(), notes=())
    for each in (one, drawings.empty()):
        picture = Picture.of(each)
        assert picture.width == NARROWEST
        bounds = picture.drawing.bounds
        assert picture.at.x + bounds.centre.x == NARROWEST / 2
        assert picture.title in texts(exported(each, ".svg", "light"))


def test_what_is_told_of_the_run_stands_under_the_name_and_fits() -> None:
    journey = drawings.cart_rescue()
    told = ("word " * 60, *TOLD)
    counts = Counts(1_234, journey=journey, told=told)
    picture = Picture.of(journey, counts)
    plain = Picture.of(journey)
    assert " ".join(picture.heading.told).split() == " ".join(told).split()
    room = (picture.width - 2 * MARGIN) / picture.scale
    assert all(width(line, BODY) <= room for line in picture.heading.told)
    assert picture.at.y > plain.at.y
    assert picture.height - plain.height == picture.at.y - plain.at.y


@pytest.mark.parametrize("ending", [".svg", ".pdf"])
def test_counts_and_shares_are_in_the_picture(tmp_path: Path, ending: str) -> None:
    journey = drawings.cart_rescue()
    path = tmp_path / f"picture{ending}"
    export_picture(journey, path, counts=counted(journey))
    content = path.read_bytes()
    found = texts(content) if ending == ".svg" else list(read_page(content).runs)
    assert {"1,204", "sent", "46%", "opened"} <= set(found)
    assert sum(bool(re.fullmatch(r"\d+%", each)) for each in found) > 2
    assert "300" in found
    assert TOLD[0] in found
    plain = Picture.of(journey)
    assert plain.drawing.tags == ()


def test_counts_cover_no_step_and_lie_inside() -> None:
    journey = drawings.cart_rescue()
    picture = Picture.of(journey, counted(journey))
    whole = Rect(0, 0, picture.width, picture.height)
    assert len(picture.drawing.tags) >= len(picture.drawing.links)
    for tag, frame in picture.drawing.tags:
        if not tag.is_warm:
            on = [each for each in picture.drawing.steps if each.frame.shared(frame.grown(-1))]
            assert on == []
        moved = Rect(frame.x + picture.at.x, frame.y + picture.at.y, frame.width, frame.height)
        assert whole.shared(moved) == moved.width * moved.height


def test_without_a_run_cards_are_as_high_as_in_design() -> None:
    journey = drawings.cart_rescue()
    plain, ran = Picture.of(journey), Picture.of(journey, counted(journey))
    heights = [
        {each.node.id: each.frame.height for each in picture.drawing.steps}
        for picture in (plain, ran)
    ]
    grown = {name for name in heights[0] if heights[0][name] != heights[1][name]}
    assert grown == {"mail"}
    assert all(each.figures == () for each in plain.drawing.steps)


def test_a_thread_is_in_the_picture_and_named_in_the_head(tmp_path: Path) -> None:
    journey = drawings.cart_rescue()
    path = tmp_path / "picture.svg"
    export_picture(journey, path, thread=followed(journey))
    found = texts(path.read_bytes())
    assert "event.cart_id" in found
    assert "starts here" in found
    assert "Always known" in found
    assert "The thick line follows event.cart_id: solid" in " ".join(found)
    light = THEMES["light"]
    assert f'stroke="{light.accent.lower()}"' in path.read_text().lower()
    assert not re.search("<image", path.read_text())


def test_the_head_of_a_large_journey_is_as_large_beside_it() -> None:
    journey = drawings.cart_rescue()
    wide = (Position(node="cart", x=-3_000, y=0), Position(node="done", x=3_000, y=900))
    high = (Position(node="cart", x=0, y=0), Position(node="done", x=0, y=9_000))
    for layout in (wide, high):
        picture = Picture.of(evolve(journey, layout=layout))
        assert picture.scale > 3
        assert picture.heading.height * picture.scale > picture.height / 100
