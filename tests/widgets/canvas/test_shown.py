"""What is shown besides the drawing itself: notes, counts, a story, and how it is painted."""

from itertools import product

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from journeys.document.journey import Journey
from tests.widgets import drawings
from tests.widgets.canvas.conftest import LEFT, Show
from tests.widgets.canvas.large import large
from widgets.canvas import batch
from widgets.canvas.counts import Counts
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.minimap import Minimap
from widgets.canvas.sprites import NEW_A_FRAME
from widgets.canvas.story import Story
from widgets.canvas.strokes import paint_ways
from widgets.canvas.tags import tag_on
from widgets.theme import DARK, LIGHT, Theme

ESCAPE = Qt.Key.Key_Escape
PLAIN = Qt.KeyboardModifier.NoModifier


def test_a_note_is_added_written_on_made_larger_and_deleted(show: Show) -> None:
    start = Journey(id="empty")
    hand = show(start)
    name = hand.view.add_note()
    field = hand.view.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "Ask Ana")
    hand.click(QPoint(5, 5))
    (note,) = hand.document.journey.notes
    assert note.text == "Ask Ana"
    frame = hand.view.scene.notes.frame(name)
    corner = hand.place(Point(frame.right - 4, frame.bottom - 4))
    hand.drag(corner, corner + QPoint(50, 75))
    (note,) = hand.document.journey.notes
    assert (note.width, note.height) > (frame.width, frame.height)
    assert {note.width % 24, note.height % 24} == {0}
    QTest.mouseDClick(hand.view, LEFT, PLAIN, hand.middle(name))
    field = hand.view.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "nothing of this is kept")
    QTest.keyClick(field, ESCAPE)
    assert hand.document.journey.notes[0].text == "Ask Ana"
    hand.click(hand.middle(name))
    hand.key(Qt.Key.Key_Delete)
    assert hand.document.journey == start


def test_a_note_stands_where_the_menu_was_asked_for(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    at = QPoint(60, 60)
    asks = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, hand.view.mapToGlobal(at))
    hand.view.contextMenuEvent(asks)
    name = hand.view.add_note()
    frame = hand.view.camera.frame(hand.view.scene.notes.frame(name))
    assert (round(frame.x), round(frame.y)) == pytest.approx((60, 60), abs=2)


def test_a_note_that_is_added_otherwise_covers_nothing(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    scene = hand.view.scene
    for _ in range(5):
        frame = scene.notes.frame(hand.view.add_note())
        assert not scene.steps.meeting(frame)
        assert len(scene.notes.meeting(frame)) == 1
        assert hand.view.sight.holds(frame.centre)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_note_is_written_on_in_its_own_colour_and_seen_in_the_overview(
    show: Show, theme: Theme
) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.set_theme(theme)
    (small,) = hand.view.findChildren(Minimap)
    hand.view.add_note()
    field = hand.view.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    image = field.grab().toImage()
    corner = image.width() - 12, image.height() - 12
    assert image.pixelColor(*corner).name().upper() == theme.note.upper()
    small.show_sight(Rect(9_999, 9_999, 1, 1))
    seen = small.grab().toImage()
    spots = product(range(seen.width()), range(seen.height()))
    assert QColor(theme.note_border).rgb() in {seen.pixelColor(*spot).rgb() for spot in spots}


def counted(journey: Journey) -> Counts:
    return Counts(
        entered=100,
        through={(edge.source, edge.port): 40 for edge in journey.edges} | {("paid", "else"): 60},
        sentences={"mail": "1,204 sent, 46% opened"},
    )


def test_counts_stand_on_paths_and_are_asked_about(show: Show, qtbot: QtBot) -> None:
    journey = drawings.cart_rescue()
    hand = show(journey)
    hand.view.show_counts(counted(journey))
    said = {}
    for pair in hand.view.scene.ways.ports:
        placed = tag_on(hand.view.scene, pair)
        assert placed is not None
        said[pair] = placed[0].count
    assert said["cart", "hour"] == "40"
    assert (said["paid", "content"], said["paid", "test"]) == ("40%", "60%")
    placed = tag_on(hand.view.scene, ("paid", "test"))
    assert placed is not None
    with qtbot.waitSignal(hand.view.chip_clicked) as asked:
        hand.click(hand.place(placed[1].centre))
    assert asked.args == [("paid", "else")]
    hand.view.show_counts(None)
    assert tag_on(hand.view.scene, ("cart", "hour")) is None


def test_a_story_dims_all_that_is_not_part_of_it(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    before = hand.view.grab().toImage()
    steps = ("cart", "hour")
    hand.view.show_story(Story(steps, frozenset({("cart", "next", "hour")}), "hour"))
    after = hand.view.grab().toImage()
    tile = hand.middle("text") - QPoint(100, 0)
    assert after.pixelColor(tile) != before.pixelColor(tile)
    hand.view.show_story(None)
    assert hand.view.grab().toImage() == before


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("is_counted", [True, False])
def test_a_message_that_was_not_sent_says_so_in_a_story(
    show: Show, theme: Theme, *, is_counted: bool
) -> None:
    journey = drawings.cart_rescue()
    hand = show(journey)
    hand.view.set_theme(theme)
    hand.view.show_counts(counted(journey) if is_counted else None)
    frame = hand.view.camera.frame(hand.view.scene.steps.frame("mail"))
    card = QRect(*(round(each) for each in (frame.x, frame.y, frame.width, frame.height)))
    looked_for = QColor(theme.bad_ground if is_counted else theme.bad).rgb()

    def red() -> int:
        image = hand.view.grab(card).toImage()
        spots = product(range(image.width()), range(image.height()))
        return sum(image.pixelColor(*spot).rgb() == looked_for for spot in spots)

    hand.view.show_story(Story(("cart", "mail"), current="mail"))
    assert red() == 0
    why = {"mail": "Not sent: no consent"}
    hand.view.show_story(Story(("cart", "mail"), current="mail", unsent=why))
    assert red() > (3_000 if is_counted else 3)
    hand.view.show_story(None)
    assert red() == 0


@pytest.mark.parametrize("scale", [4.0, 1.0, 0.7, 0.34, 0.13, 0.11, 0.02])
def test_every_zoom_is_painted_in_both_themes(show: Show, scale: float) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.zoom_by(scale / hand.view.camera.scale)
    light = hand.view.grab().toImage()
    hand.view.set_theme(DARK)
    dark = hand.view.grab().toImage()
    assert light.pixelColor(2, 2) == QColor(LIGHT.background)
    assert dark.pixelColor(2, 2) == QColor(DARK.background)
    colours = {dark.pixelColor(x, y).name() for x in range(0, 1000, 2) for y in (448, 450, 452)}
    assert len(colours) > 1, "something is there"


def test_a_hurried_frame_makes_few_pictures_and_the_next_ones_the_rest(
    show: Show, qtbot: QtBot
) -> None:
    hand = show(large(200))
    hand.view.zoom_by(0.4 / hand.view.camera.scale)
    hand.view.repaint()
    seen = hand.view.scene.steps.inside(hand.view.sight)
    assert len(seen) > 2 * NEW_A_FRAME
    screen, scene = hand.view._screen, hand.view.scene  # noqa: SLF001 what a frame left
    qtbot.waitUntil(lambda: not screen.is_behind and scene.is_settled)
    done = hand.view.grab().toImage()
    hand.view.look_afresh()
    assert hand.view.grab().toImage() == done


def test_the_map_shows_where_the_view_is_and_leads_elsewhere(show: Show) -> None:
    hand = show(large(200))
    small = hand.view.findChild(Minimap)
    assert isinstance(small, Minimap)
    assert small.isVisible()
    hand.view.zoom_reset()
    before = hand.view.camera
    QTest.mouseClick(small, LEFT, PLAIN, QPoint(20, 20))
    assert hand.view.camera.left < before.left
    assert hand.view.camera.scale == before.scale


def test_arrays_are_painted_as_lists_are(monkeypatch: pytest.MonkeyPatch) -> None:
    ways = np.array(
        [
            [[20.0, 10], [20, 40], [70, 40], [70, 90]],
            [[80, 10], [80, 60], [30, 60], [30, 95]],
            [[5, 5], [5, 95], [5, 95], [5, 95]],
        ]
    )
    found = []
    for works in (True, False):
        monkeypatch.setattr(batch, "arrays_work", lambda works=works: works)
        image = QImage(100, 100, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.background))
        painter = QPainter(image)
        paint_ways(painter, ways, QColor(LIGHT.edge), 2, 12)
        painter.end()
        found.append(image)
    assert found[0] == found[1]
    image = found[0]
    inked = {
        (x, y)
        for x, y in product(range(100), range(100))
        if image.pixelColor(x, y) != QColor(LIGHT.background)
    }
    assert {(19, 10), (20, 10), (69, 89), (45, 39), (45, 40), (4, 50), (5, 50)} <= inked
    assert (20, 40) not in inked, "the corner is round"
    assert (50, 20) not in inked
