"""What a message says to everyone is counted beside the window, and leads to the people."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from tests.app.test_window_messages import (
    LONG,
    desktop,  # noqa: F401 the fixture
    message,
    preview,
    run,
    seen,
    write,
    writer,
)
from widgets.content.census import CensusBox

LEFT = Qt.MouseButton.LeftButton
HTML = '<p>{{ customer.first_name|default("you") }} {{ session.campaign|default("none") }}</p>'


def box(window: Desktop) -> CensusBox:
    return window.window.messages.list.census


def counted(window: Desktop, qtbot: QtBot) -> dict[str, int]:
    """Return the numbers once they are those of the words in view."""

    def is_there() -> bool:
        return box(window).isVisible() and box(window).line.text().startswith("All")

    qtbot.waitUntil(is_there, timeout=LONG)
    return {each.words: each.number for each in box(window).counted}


def begun(window: Desktop, qtbot: QtBot, html: str = HTML) -> dict[str, int]:
    write(window, html)
    window.front.show_room("messages")
    run(window, qtbot)
    return counted(window, qtbot)


def waiting(window: Desktop, qtbot: QtBot) -> Callable[[str], None]:
    def until(words: str) -> None:
        qtbot.waitUntil(lambda: words in seen(window) and not preview(window).said, timeout=LONG)

    return until


def test_the_numbers_lead_to_their_people(
    desktop: Desktop,  # noqa: F811 the fixture
    qtbot: QtBot,
) -> None:
    numbers = begun(desktop, qtbot)
    assert numbers["people rendered"] > 10
    without = numbers["fallback for session.campaign"]
    assert 0 < without <= numbers["people rendered"]
    assert numbers["with a blank"] == 0
    rows = {each.words: at for at, each in enumerate(box(desktop).counted)}
    head = preview(desktop).head
    QTest.mouseClick(box(desktop).rows[rows["fallback for session.campaign"]], LEFT)
    qtbot.waitUntil(lambda: head.place.text() == f"1 of {without}", timeout=LONG)
    waiting(desktop, qtbot)("none")
    QTest.mouseClick(head.on, LEFT)
    qtbot.waitUntil(lambda: head.place.text() == f"2 of {without}", timeout=LONG)
    waiting(desktop, qtbot)("none")
    QTest.mouseClick(head.worst, LEFT)
    people = numbers["people rendered"]
    qtbot.waitUntil(lambda: head.place.text() == f"1 of {people}", timeout=LONG)
    waiting(desktop, qtbot)("none")


def test_who_lacks_what_is_needed_gets_none(
    desktop: Desktop,  # noqa: F811 the fixture
    qtbot: QtBot,
) -> None:
    numbers = begun(desktop, qtbot, "<p>{{ session.campaign }}</p>")
    none = numbers["get none, no session.campaign"]
    assert none > 0
    at = next(at for at, each in enumerate(box(desktop).counted) if each.number == none)
    QTest.mouseClick(box(desktop).rows[at], LEFT)
    qtbot.waitUntil(lambda: "session.campaign" in preview(desktop).said, timeout=LONG)


def test_an_edit_gives_the_count_up_and_it_comes_anew(
    desktop: Desktop,  # noqa: F811 the fixture
    qtbot: QtBot,
) -> None:
    assert begun(desktop, qtbot)["different messages"] > 1
    body = writer(desktop).editors["html"]
    body.setFocus()
    body.selectAll()
    QTest.keyClicks(body, "The same")
    qtbot.waitUntil(lambda: "anew in a moment" in box(desktop).line.text(), timeout=LONG)
    assert not any(row.isEnabled() for row in box(desktop).rows)
    assert counted(desktop, qtbot)["different messages"] == 1
    QTest.keyClicks(body, "{% if x")
    qtbot.waitUntil(lambda: "slip is mended" in box(desktop).line.text(), timeout=LONG)
    qtbot.waitUntil(lambda: not desktop.live.is_counting, timeout=LONG)


def test_the_numbers_go_with_the_message_and_the_run(
    desktop: Desktop,  # noqa: F811 the fixture
    qtbot: QtBot,
) -> None:
    begun(desktop, qtbot)
    desktop.messaging.choose("offer")
    assert not box(desktop).isVisible()
    desktop.messaging.choose(message(desktop).id)
    counted(desktop, qtbot)
    desktop.workbench.run()
    assert not box(desktop).isVisible()
    qtbot.waitUntil(lambda: not desktop.workbench.running.is_running, timeout=LONG)
    counted(desktop, qtbot)
