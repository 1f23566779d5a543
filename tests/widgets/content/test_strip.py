"""The strip under a message: stops, times between them, and what was learnt at each."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest

from journeys.context.lineage import Verdict
from journeys.nodes.email import Email
from journeys.nodes.event_trigger import EventTrigger
from journeys.nodes.wait import Wait
from tests.widgets.content.conftest import OFFERS
from widgets.content.known import DAY, HOUR, Piece, Stop, lasting
from widgets.content.room import MessageRoom
from widgets.content.strip import Strip

LEFT = Qt.MouseButton.LeftButton
PRICE = Piece("event.price", Verdict.GUARANTEED, "What led in", "169.00")
NAME = Piece("customer.first_name", Verdict.POSSIBLE, "The profile")
START = Stop("Cart filled", EventTrigger.card, "8 Nov, 23:48", 0, 9 * HOUR, (PRICE,))
WAIT = Stop("An hour", Wait.card, "8 Nov, 23:48", 0, 9 * HOUR)
HERE = Stop("Reminder", Email.card, "9 Nov, 09:00", 9 * HOUR, 0, (NAME,))
WAY = (START, WAIT, HERE)


@pytest.fixture
def strip(room: MessageRoom) -> Strip:
    """Return the strip of a room in which words are written."""
    assert room.desk is not None
    room.desk.writer.show_offers(OFFERS)
    room.desk.writer.show_words({"html": "Hi "})
    room.desk.strip.show_way(WAY, "Maya", "9 Nov 2025, 09:00")
    return room.desk.strip


def test_nothing_is_said_of_nobody(room: MessageRoom) -> None:
    assert room.desk is not None
    assert not room.desk.strip.isVisible()


def test_the_way_says_whose_it_is_and_when(strip: Strip) -> None:
    assert strip.isVisible()
    assert strip.line.text() == "for Maya, at 9 Nov 2025, 09:00"
    assert strip.way.accessibleName().startswith("Cart filled 8 Nov, 23:48, An hour")
    assert strip.way.shown == (0, 1, 2)


def test_a_chip_says_its_value_and_puts_the_variable_in(strip: Strip, room: MessageRoom) -> None:
    price, name = strip.way.chips
    assert price.toolTip() == "event.price: 169.00\nWhat led in. Always known."
    assert "not known of this customer" in name.toolTip()
    assert room.desk is not None
    body = room.desk.writer.editors["html"]
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_End)
    QTest.mouseClick(price, LEFT)
    assert body.text == "Hi {{ event.price }}"
    QTest.mouseClick(name, LEFT)
    assert body.text.endswith('{{ customer.first_name|default("…") }}')
    assert body.textCursor().selectedText() == "…"


def test_a_value_that_looks_like_markup_is_shown_as_it_is(strip: Strip) -> None:
    name = Piece("customer.name", Verdict.POSSIBLE, "", "<img src='file:///x.png'>")
    strip.show_way((Stop("Start", EventTrigger.card, "", pieces=(name,)), HERE), "Maya", "")
    (chip, _) = strip.way.chips
    assert "<img" not in chip.toolTip()
    assert "&lt;img" in chip.toolTip()


def test_it_folds_in_a_low_room_and_when_its_head_is_pressed(
    strip: Strip, room: MessageRoom
) -> None:
    room.resize(1_600, 600)
    assert strip.is_folded
    assert not strip.way.isVisible()
    QTest.mouseClick(strip, LEFT, pos=QPoint(300, 10))
    assert strip.way.isVisible()
    room.resize(1_600, 900)
    QTest.mouseClick(strip.fold, LEFT)
    assert strip.is_folded


def test_where_there_is_little_room_stops_without_variables_go_first(strip: Strip) -> None:
    way = strip.way
    way.show_stops((START, *[WAIT] * 12, HERE))
    way.resize(QSize(900, way.height()))
    assert way.shown[0] == 0
    assert way.shown[-1] == 13
    assert len(way.shown) < 14
    crowded = tuple(Piece(f"event.a_long_name_{at}", Verdict.POSSIBLE) for at in range(9))
    way.show_stops((Stop("Start", EventTrigger.card, "", pieces=crowded), HERE))
    way.resize(QSize(700, way.height()))
    hidden = [chip for chip in way.chips if not chip.isVisible()]
    assert hidden
    (more,) = (
        each
        for each in way.findChildren(type(way.chips[0]))
        if each.text() == "+" + str(len(hidden))
    )
    assert "event.a_long_name_8" in more.toolTip()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (40, "40 s"),
        (HOUR, "1 h"),
        (8 * HOUR + 720, "8 h 12 min"),
        (DAY, "1 day"),
        (DAY + 2 * HOUR, "1 day 2 h"),
        (48 * DAY + HOUR, "48 days"),
        (90, "1 min"),
    ],
)
def test_times_are_said_in_their_two_largest_units(seconds: int, words: str) -> None:
    assert lasting(seconds) == words
