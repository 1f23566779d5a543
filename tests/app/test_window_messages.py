"""Words of messages are written in the window, and seen as customers of the last run get them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.data import SampleShop
from app.desktop import Desktop
from journeys.content.message import Message
from journeys.document.edits.steps import ChangeNode, RemoveNodes
from journeys.document.format import loads
from journeys.document.journey import Journey
from journeys.samples import samples
from journeys.simulation.jit import kernel
from journeys.values import evolve
from tests.app.windows import Answers, notices
from widgets.content.preview import Preview
from widgets.content.received import Mail
from widgets.content.writer import Writer
from widgets.inspector.pages.step import StepPage

LONG = 60_000
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
STEP = "reminder"
HTML = '<p>Hi {{ customer.first_name|default("there") }}, {{ event.product_id|default("it") }}</p>'


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    """Return a window with customers and a journey whose messages have no words."""
    kernel()  # made ready here: its loading cannot be broken off
    made = Desktop(tmp_path / "own", Answers(), SampleShop(300))
    qtbot.addWidget(made.window)
    made.window.resize(1_600, 1_000)
    made.window.show()
    made.begin()
    qtbot.waitUntil(lambda: bool(made.front.starts), timeout=LONG)
    made.workbench.put(_unwritten(loads(samples()["shop_rescue"])))
    made.window.canvas.select((STEP,))
    yield made
    qtbot.waitUntil(lambda: not made.live.is_counting, timeout=LONG)
    made.rescuing.end()
    made.stop()


def _unwritten(journey: Journey) -> Journey:
    nodes = (
        evolve(node, subject="", html="", text="") if isinstance(node, Message) else node
        for node in journey.nodes
    )
    return evolve(journey, nodes=tuple(nodes))


def writer(desktop: Desktop) -> Writer:
    desk = desktop.window.messages.desk
    assert desk is not None
    return desk.writer


def preview(desktop: Desktop) -> Preview:
    desk = desktop.window.messages.desk
    assert desk is not None
    return desk.preview


def message(desktop: Desktop, step: str = STEP) -> Message:
    node = desktop.workbench.document.journey.node(step)
    assert isinstance(node, Message)
    return node


def write(desktop: Desktop, html: str) -> None:
    desktop.workbench.do(ChangeNode(evolve(message(desktop), html=html, subject="Hello")))


def seen(desktop: Desktop) -> str:
    mails = preview(desktop).findChildren(Mail)
    return mails[0].body.toPlainText()


def run(desktop: Desktop, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        desktop.workbench.run()


def test_a_message_is_opened_by_pressing_its_card_twice(desktop: Desktop) -> None:
    desktop.front.show_room("design")
    canvas = desktop.window.canvas
    canvas.zoom_to_fit()
    place = canvas.camera.to_view(canvas.scene.steps.frame(STEP).centre)
    at = QPoint(round(place.x), round(place.y))
    QTest.mouseClick(canvas, LEFT, pos=at)
    QTest.mouseDClick(canvas, LEFT, pos=at)
    assert desktop.window.room == "messages"
    assert desktop.messaging.message == message(desktop)


def test_a_message_is_opened_from_its_page_and_by_a_key(desktop: Desktop) -> None:
    desktop.front.show_room("design")
    desktop.window.canvas.select((STEP,))
    page = desktop.window.inspector.page
    assert isinstance(page, StepPage)
    assert page.words is not None
    QTest.mouseClick(page.words.edit, LEFT)
    assert desktop.window.room == "messages"
    desktop.front.show_room("design")
    desktop.window.canvas.select(("offer",))
    desktop.front.menus.refresh()
    QTest.keyClick(desktop.window.canvas, Qt.Key.Key_E, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert desktop.messaging.message == message(desktop, "offer")


def test_words_are_edits_of_the_journey_with_a_way_back(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.front.show_room("messages")
    QTest.mouseClick(writer(desktop).beginning.buttons[0], LEFT)
    assert message(desktop).subject == "Still thinking it over?"  # type: ignore[attr-defined]
    subject = writer(desktop).editors["subject"]
    subject.setFocus()
    QTest.keyClick(subject, Qt.Key.Key_End)
    QTest.keyClicks(subject, " Yes")
    said = "Still thinking it over? Yes"
    qtbot.waitUntil(lambda: message(desktop).subject == said)  # type: ignore[attr-defined]
    desktop.front.menus.run("undo")
    assert subject.text == "Still thinking it over?"
    desktop.front.menus.run("undo")
    assert message(desktop).readings == ()
    assert subject.text == ""


def test_without_a_run_one_is_offered_and_the_room_stays(desktop: Desktop, qtbot: QtBot) -> None:
    write(desktop, HTML)
    desktop.front.show_room("messages")
    assert preview(desktop).said == "Nobody to show it for yet"
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        QTest.mouseClick(preview(desktop).blank.run, LEFT)
    assert desktop.window.room == "messages"
    qtbot.waitUntil(lambda: preview(desktop).said == "", timeout=LONG)
    there = desktop.messaging.seeing.there
    assert there is not None
    assert there.person.called.split()[0] in seen(desktop)
    assert preview(desktop).head.moment.text() == there.moment


def test_the_preview_follows_what_is_written(desktop: Desktop, qtbot: QtBot) -> None:
    write(desktop, "<p>One</p>")
    desktop.front.show_room("messages")
    run(desktop, qtbot)
    qtbot.waitUntil(lambda: preview(desktop).said == "" and seen(desktop) == "One", timeout=LONG)
    body = writer(desktop).editors["html"]
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_End, CONTROL)
    QTest.keyClicks(body, "<p>Two</p>")
    qtbot.waitUntil(lambda: seen(desktop) == "One\nTwo", timeout=LONG)
    QTest.keyClicks(body, "{% if x")
    qtbot.waitUntil(lambda: preview(desktop).is_faded, timeout=LONG)
    assert seen(desktop) == "One\nTwo"
    assert preview(desktop).said.startswith("HTML, line 1: ")


def test_one_goes_from_customer_to_customer(desktop: Desktop, qtbot: QtBot) -> None:
    write(desktop, HTML)
    desktop.front.show_room("messages")
    run(desktop, qtbot)
    qtbot.waitUntil(lambda: preview(desktop).said == "", timeout=LONG)
    head = preview(desktop).head
    first = head.finding.text()
    places = desktop.messaging.seeing.places
    assert len(places) > 2
    QTest.mouseClick(head.on, LEFT)
    qtbot.waitUntil(lambda: head.place.text().startswith("2 of"), timeout=LONG)
    QTest.mouseClick(head.back, LEFT)
    qtbot.waitUntil(lambda: head.finding.text() == first, timeout=LONG)
    QTest.mouseClick(head.back, LEFT)
    qtbot.waitUntil(lambda: head.place.text().startswith(f"{len(places)} of"), timeout=LONG)
    ids = desktop.data.brought.dataset.ids if desktop.data.brought else ()
    head.finding.setFocus()
    QTest.keyClicks(head.finding, ids[places[1]])
    QTest.keyClick(head.finding, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: head.place.text().startswith("2 of"), timeout=LONG)


def test_what_a_message_knows_is_shown_by_the_way_of_the_customer(
    desktop: Desktop, qtbot: QtBot
) -> None:
    write(desktop, HTML + "{{ experiment['rescue-words'].arm }}")
    desktop.front.show_room("messages")
    run(desktop, qtbot)
    desk = desktop.window.messages.desk
    assert desk is not None
    qtbot.waitUntil(desk.strip.isVisible, timeout=LONG)
    stops = desk.strip.way.stops
    assert [stop.card.icon for stop in stops] == ["zap", "clock", "split", "flask-conical", "mail"]
    learnt = [[piece.name for piece in stop.pieces] for stop in stops]
    assert learnt[0] == ["event.product_id"]
    assert learnt[3] == ["experiment.rescue-words.arm"]
    assert learnt[4] == ["customer.first_name"]
    assert [stop.since for stop in stops[1:3]] == [0, 3_600]
    assert stops[0].age >= 3_600
    assert stops[3].pieces[0].value
    write(desktop, "<p>Nothing</p>")
    assert not any(stop.pieces for stop in desk.strip.way.stops)
    qtbot.waitUntil(lambda: not desktop.live.is_counting, timeout=LONG)


def test_the_worst_case_lacks_the_most(desktop: Desktop, qtbot: QtBot) -> None:
    write(desktop, HTML + '{{ session.campaign|default("none") }}')
    desktop.front.show_room("messages")
    run(desktop, qtbot)
    qtbot.waitUntil(lambda: preview(desktop).said == "", timeout=LONG)
    QTest.mouseClick(preview(desktop).head.worst, LEFT)
    seeing = desktop.messaging.seeing

    def lacks() -> int:
        known = seeing.there.known if seeing.there is not None else {}
        session = known.get("session")
        return isinstance(session, dict) and "campaign" not in session

    qtbot.waitUntil(lambda: bool(lacks()), timeout=LONG)
    qtbot.waitUntil(lambda: "none" in seen(desktop), timeout=LONG)
    assert "lacks session.campaign" in notices(desktop)


def test_where_nobody_lacks_anything_the_worst_case_says_so(desktop: Desktop, qtbot: QtBot) -> None:
    write(desktop, "<p>{{ customer.id }}</p>")
    desktop.front.show_room("messages")
    run(desktop, qtbot)
    qtbot.waitUntil(lambda: preview(desktop).said == "", timeout=LONG)
    QTest.mouseClick(preview(desktop).head.worst, LEFT)
    qtbot.waitUntil(lambda: "lacks anything" in notices(desktop), timeout=LONG)


def test_nobody_reaches_what_was_added_later(desktop: Desktop, qtbot: QtBot) -> None:
    run(desktop, qtbot)
    added = evolve(message(desktop), id="later", html="<p>x</p>")
    desktop.window.canvas.add("sms", None)
    journey = desktop.workbench.document.journey
    (sms,) = (node for node in journey.nodes if node.kind == "sms")
    assert added.id != sms.id
    desktop.window.canvas.select((sms.id,))
    desktop.front.show_room("messages")
    assert preview(desktop).said == "Nobody reaches this message"


def test_the_list_leads_to_the_other_messages(desktop: Desktop) -> None:
    desktop.front.show_room("messages")
    listed = desktop.window.messages.list
    assert {each.id for each in listed.messages} == {"offer", STEP}
    assert {each.line for each in listed.messages} == {"No words yet"}
    row = next(place for place, each in enumerate(listed.messages) if each.id == "offer")
    spot = listed.rows.visualItemRect(listed.rows.item(row)).center()
    QTest.mouseClick(listed.rows.viewport(), LEFT, pos=spot)
    assert desktop.messaging.message == message(desktop, "offer")
    desktop.workbench.do(RemoveNodes(("offer",)))
    assert desktop.messaging.message == message(desktop)
    desktop.workbench.do(RemoveNodes((STEP,)))
    assert desktop.window.messages.desk is None


def test_what_is_offered_is_what_lineage_says(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.front.show_room("messages")
    QTest.mouseClick(writer(desktop).beginning.nothing, LEFT)
    subject = writer(desktop).editors["subject"]
    QTest.keyClicks(subject, "{{ ")
    names = {choice.name: choice.verdict for choice in subject.completer.popup.choices}
    assert names["customer.id"] == "guaranteed"
    assert names["customer.first_name"] == "possible"
    assert names["experiment['rescue-words'].arm"] == "guaranteed"
    assert names["cart.lines"] == "possible"
    desktop.messaging.tell()  # else it is told, and counted, while the window closes
    qtbot.waitUntil(lambda: not desktop.live.is_counting, timeout=LONG)


def test_the_renderer_ends_with_the_window(desktop: Desktop, qtbot: QtBot) -> None:
    write(desktop, HTML)
    desktop.front.show_room("messages")
    run(desktop, qtbot)
    qtbot.waitUntil(lambda: preview(desktop).said == "", timeout=LONG)
    assert desktop.messaging.seeing.renderer.process_ids
    desktop.stop()
    assert desktop.messaging.seeing.renderer.process_ids == ()
