"""In the window it is seen what is known at a step, who lacks it, and where it runs."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from journeys.document.journey import Journey
from journeys.people.population import Customer, Population
from journeys.simulation.encoding import encode
from journeys.values import evolve
from tests.app.mouse import Mouse
from tests.context.talking import sms
from tests.oracle.worked import journey, on, step, wait
from widgets.inspector.controls.badge import Badge
from widgets.inspector.controls.variable import VariableRow
from widgets.inspector.here import Sureness
from widgets.inspector.pages.known import KnownHere
from widgets.inspector.pages.page import KNOWN
from widgets.inspector.pages.step import StepPage

LONG = 60_000
LEFT, RETURN, ESCAPE = Qt.MouseButton.LeftButton, Qt.Key.Key_Return, Qt.Key.Key_Escape
NAME = "event.cart_id"
TOP = QPoint()


def drawn() -> Journey:
    """Return a journey with two starts, of which one lets in only those with a cart."""
    where = {"kind": "property", "name": "cart_id", "operator": "is_present"}
    return journey(
        "t>w>m>f p>m",
        on("checkout_started", title="Pays", where=where),
        on("product_view", "p", title="Looks"),
        wait("PT1H"),
        sms("Your cart {{ event.cart_id }}"),
        step("finish", "f"),
    )


@pytest.fixture
def shop(desktop: Desktop) -> Desktop:
    """Return a window with customers in use, in which the message is selected."""
    desktop.window.resize(1_600, 1_000)
    desktop.workbench.put(drawn())
    desktop.front.show_room("design")
    desktop.window.canvas.select(("m",))
    return desktop


def known_page(desktop: Desktop) -> StepPage:
    """Turn to what is known at the selected step."""
    page = desktop.window.inspector.page
    assert isinstance(page, StepPage)
    if page.shown != KNOWN:
        QTest.mouseClick(page.tabs.buttons[KNOWN], LEFT)
    return page


def counted_page(qtbot: QtBot, desktop: Desktop) -> KnownHere:
    """Turn to what is known, with how often the data has it, and with everything in its place."""
    page = known_page(desktop).known_here

    def is_in_place() -> bool:
        row = page.rows[NAME]
        there = desktop.window.childAt(row.mapTo(desktop.window, row.rect().center()))
        return row.known.share is not None and there is row

    qtbot.waitUntil(is_in_place, timeout=LONG)
    return page


def test_what_is_known_at_a_step_stands_beside_it_the_used_ones_first(shop: Desktop) -> None:
    page = known_page(shop).known_here
    names = list(page.rows)
    assert names[:2] == ["event.at", "session.started"]
    first = page.rows[NAME]
    assert names.index(NAME) == 4
    assert first.why == "Nobody by 'Looks'"
    assert "What they did to enter, whole number" in first.accessibleName()


def test_more_of_them_are_shown_when_they_are_asked_for(qtbot: QtBot, shop: Desktop) -> None:
    page = counted_page(qtbot, shop)
    assert "customer.tier" not in page.rows
    QTest.mouseClick(page.buttons[Sureness.SO_FAR], LEFT)
    assert "customer.tier" in page.rows
    QTest.keyClick(page.buttons[Sureness.SO_FAR], RETURN)
    assert "customer.tier" not in page.rows


def test_what_everyone_has_though_nothing_promises_it_is_told_from_what_some_have(
    qtbot: QtBot, shop: Desktop
) -> None:
    page = counted_page(qtbot, shop)
    parts: list[Badge | VariableRow] = [*page.findChildren(Badge), *page.rows.values()]
    parts.sort(key=lambda part: part.mapTo(page, TOP).y())
    shares: dict[str, set[float | None]] = {}
    last: set[float | None] = set()
    for part in parts:
        if isinstance(part, Badge):
            last = shares[part.accessibleName()] = set()
            is_so_far = part.accessibleName() == "Everyone so far"
            assert ("nothing in the journey makes sure of it" in part.toolTip()) is is_so_far
        else:
            last.add(part.known.share)
    assert [*shares] == ["Always known", "Sometimes", "Everyone so far", "Never"]
    assert shares["Everyone so far"] == {1.0}
    assert 1.0 not in shares["Sometimes"]


def test_how_often_the_data_has_it_is_said_once_it_is_counted(qtbot: QtBot, shop: Desktop) -> None:
    page = known_page(shop).known_here

    def is_counted() -> bool:
        share = page.rows[NAME].known.share
        return share is not None and 0 < share < 1

    qtbot.waitUntil(is_counted, timeout=LONG)
    assert page.rows["event.at"].known.share is None


def test_who_points_at_one_sees_the_way_that_lacks_it(qtbot: QtBot, shop: Desktop) -> None:
    page = counted_page(qtbot, shop)
    row = page.rows[NAME]
    canvas = shop.window.canvas

    def lit() -> tuple[str, ...]:
        return canvas.story.steps if canvas.story is not None else ()

    Mouse().hover(row, QPoint(20, 20))
    assert lit() == ("p", "m")
    Mouse().hover(canvas, QPoint(300, 300))
    assert lit() == ()
    row.setFocus()
    assert lit() == ("p", "m")


def test_one_is_followed_with_a_click_and_left_with_esc(qtbot: QtBot, shop: Desktop) -> None:
    page = counted_page(qtbot, shop)
    row, window = page.rows[NAME], shop.window
    Mouse().click(row)
    thread = window.canvas.followed
    assert thread is not None
    assert thread.name == NAME
    assert thread.breaks == thread.uses == {"m"}
    assert shop.front.threads.chip.isVisible()
    assert shop.front.threads.chip.accessibleName() == f"Following {NAME}"
    assert row.isChecked()
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, ESCAPE)
    assert window.canvas.followed is None
    assert not shop.front.threads.chip.isVisible()
    assert not row.isChecked()
    assert list(window.canvas.selection) == ["m"]
    QTest.keyClick(window.canvas, ESCAPE)
    assert not window.canvas.selection


def test_one_is_found_by_its_name_and_left_with_its_cross(shop: Desktop) -> None:
    window, finder = shop.window, shop.front.threads.finder
    window.canvas.setFocus()
    shop.front.menus.action("follow").trigger()
    assert finder.shown[0].id == NAME
    assert finder.shown[0].beside == "used by 1 step"
    QTest.keyClicks(finder.field, "first_name")
    QTest.keyClick(finder.field, RETURN)
    thread = window.canvas.followed
    assert thread is not None
    assert thread.name == "customer.first_name"
    QTest.mouseClick(shop.front.threads.chip.button, LEFT)
    assert window.canvas.followed is None


def test_the_thread_follows_the_edits(shop: Desktop) -> None:
    canvas = shop.window.canvas
    shop.front.threads.follow(NAME)
    canvas.select(("p",))
    canvas.delete_selection(reconnect=False)
    assert canvas.followed is not None
    assert canvas.followed.breaks == set()
    shop.workbench.document.undo()
    assert canvas.followed.breaks == {"m"}
    shop.workbench.put(drawn())
    assert canvas.followed is None


def test_the_thread_ends_where_other_data_do_not_have_it(shop: Desktop) -> None:
    shop.front.threads.follow(NAME)
    other = encode(Population({}, {}, (Customer("c"),)))
    shop.workbench.document.ground(other.vocabulary)
    assert shop.window.canvas.followed is None
    assert "There is no event.cart_id" in [each.brief for each in shop.workbench.problems]


def test_words_that_ask_for_too_much_are_told_and_mended_r179(shop: Desktop) -> None:
    (found,) = (each for each in shop.workbench.problems if each.node == "m")
    assert found.code == "unsafe_use"
    assert shop.window.canvas.scene.step("m").strip
    page = shop.window.inspector.page
    assert isinstance(page, StepPage)
    button, *_ = page.faults.buttons
    assert button.text() == "Add a fallback"
    QTest.mouseClick(button, LEFT)
    assert [each for each in shop.workbench.problems if each.code == "unsafe_use"] == []
    assert page.faults.buttons == []
    shop.workbench.document.undo()
    assert shop.workbench.document.journey == drawn()


def test_before_the_data_are_there_nothing_is_said_of_it(desktop: Desktop) -> None:
    desktop.workbench.document.ground(None)
    desktop.workbench.put(drawn())
    desktop.front.show_room("design")
    desktop.window.canvas.select(("m",))
    page = desktop.window.inspector.page
    assert isinstance(page, StepPage)
    assert KNOWN not in page.tabs.buttons
    assert desktop.workbench.problems == ()
    desktop.front.menus.action("follow").trigger()
    (notice,) = desktop.window.notices.shown
    assert "still being read" in notice.accessibleName()


def test_a_row_half_out_of_view_is_pressed_where_it_is(qtbot: QtBot, shop: Desktop) -> None:
    page = counted_page(qtbot, shop)
    row = list(page.rows.values())[3]
    parent = page.parentWidget()
    while not isinstance(parent, QScrollArea):
        assert parent is not None
        parent = parent.parentWidget()
    shop.window.canvas.setFocus()
    bar, view = parent.verticalScrollBar(), parent.viewport()
    shop.window.resize(1_600, 500)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.value() + row.mapTo(view, TOP).y() + 10 - view.height())
    scrolled = bar.value()
    assert row.visibleRegion().boundingRect().height() == 10
    Mouse().click(row, QPoint(20, 5))
    assert (shop.front.threads.name, bar.value()) == (row.known.name, scrolled)


def test_a_step_that_nobody_comes_to_says_so(qtbot: QtBot, shop: Desktop) -> None:
    canvas = shop.window.canvas
    canvas.select(())
    name = canvas.add("finish")
    canvas.select((name,))
    page = known_page(shop).known_here
    assert page.rows == {}

    def said() -> list[str]:
        return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    qtbot.waitUntil(lambda: said() == ["Nobody comes to this step yet."])


def test_the_thread_of_a_large_journey_follows_a_little_later(qtbot: QtBot, shop: Desktop) -> None:
    small = drawn()
    ends = (step("finish", f"end_{place}") for place in range(300))
    shop.workbench.put(evolve(small, nodes=(*small.nodes, *ends)))
    shop.front.threads.follow(NAME)
    canvas = shop.window.canvas
    canvas.select(("p",))
    canvas.delete_selection(reconnect=False)
    qtbot.waitUntil(lambda: canvas.followed is not None and not canvas.followed.breaks)
