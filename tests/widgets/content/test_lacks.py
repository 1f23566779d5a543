"""What not everyone has is said with who lacks it, and with the ways to mend it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.content.conftest import OFFERS
from widgets.content.lack import Lack
from widgets.content.room import MessageRoom
from widgets.content.writer import Writer

LEFT = Qt.MouseButton.LeftButton
WHO = "Customers who come by 'Segment' have no cart.lines."


@pytest.fixture
def writer(room: MessageRoom) -> Writer:
    """Return a writer with two variables that not everyone has, on the second and third line."""
    assert room.desk is not None
    made = room.desk.writer
    made.show_offers(OFFERS)
    made.show_words({"html": "Hi\n{{ customer.first_name }}\n{{ cart.lines|length }}"})
    lacks = {"customer.first_name": Lack("", can_lead_past=True), "cart.lines": Lack(WHO)}
    made.box.show_lacks(lacks)
    made.editors["html"].setFocus()
    return made


def test_each_offers_what_can_be_done(writer: Writer, room: MessageRoom, qtbot: QtBot) -> None:
    box = writer.box
    assert box.words.text().startswith("Line 2: customer.first_name may be missing")
    assert [each.isVisible() for each in (box.fix, box.past, box.path)] == [True, True, True]
    with qtbot.waitSignal(room.past_asked) as heard:
        QTest.mouseClick(box.past, LEFT)
    assert heard.args == ["a", "customer.first_name"]
    QTest.mouseClick(box.on, LEFT)
    assert box.attempt.text() == WHO
    assert not box.past.isVisible()
    with qtbot.waitSignal(room.path_asked) as heard:
        QTest.mouseClick(box.path, LEFT)
    assert heard.args == ["a", "cart.lines"]


def test_they_can_be_meant_not_to_get_it(writer: Writer, room: MessageRoom, qtbot: QtBot) -> None:
    box = writer.box
    with qtbot.waitSignal(room.out_asked) as heard:
        QTest.mouseClick(box.out, LEFT)
    assert heard.args == ["a", "customer.first_name"]
    writer.show_offers(OFFERS, ("customer.first_name",))
    assert box.words.text().startswith("Line 3: cart.lines may be missing")
    writer.show_offers(OFFERS, ("customer.first_name", "cart.lines[0].price"))
    assert not box.isVisible()


def test_a_mark_beside_a_line_leads_to_what_is_said_of_it(writer: Writer) -> None:
    body = writer.editors["html"]
    assert body.gutter is not None
    third = body.document().findBlockByNumber(2)
    layout = body.document().documentLayout()
    assert layout is not None
    at = QPoint(10, round(layout.blockBoundingRect(third).center().y()))
    QTest.mouseClick(body.gutter, LEFT, pos=at)
    assert writer.box.words.text().startswith("Line 3: cart.lines may be missing")
    assert body.textCursor().blockNumber() == 2


def test_with_a_fallback_nobody_is_led_past_it(writer: Writer) -> None:
    body = writer.editors["html"]
    QTest.mouseClick(writer.box.fix, LEFT)
    QTest.keyClicks(body, "you")
    assert '{{ customer.first_name|default("you") }}' in body.text
    body.show_text(body.text.partition("\n{{ cart")[0])
    assert not writer.box.past.isVisible()
    assert not writer.box.path.isVisible()


def test_what_everyone_has_only_in_part_offers_no_path(writer: Writer) -> None:
    writer.box.show_lacks({})
    assert not writer.box.path.isVisible()
    assert not writer.box.past.isVisible()
    assert writer.box.fix.isVisible()
