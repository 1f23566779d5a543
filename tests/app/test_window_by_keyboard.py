"""The keyboard alone is enough: a journey drawn, run, explained, undone, redone and exported."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from journeys.document.format import dumps
from journeys.document.journey import Journey
from journeys.nodes.branch import Branch
from journeys.nodes.event_trigger import EventTrigger
from tests.app.typing import focused, press, tab_to, write
from tests.app.windows import Answers, opened

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LONG = 60_000


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, answers: Answers) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path, answers, 300) as made:
        qtbot.waitActive(made.window)
        made.begin()
        qtbot.waitUntil(lambda: made.data.brought is not None, timeout=LONG)
        qtbot.waitUntil(lambda: "shop_rescue" in made.window.home.cards, timeout=LONG)
        yield made


def back_to_canvas(desktop: Desktop) -> None:
    """Go from part to part until the canvas has the focus."""
    for _ in range(6):
        if focused() is desktop.window.canvas:
            return
        press(KEY.Key_F6, SHIFT)
    raise AssertionError("F6 does not come to the canvas")


def add(kind: str, title: str = "") -> None:
    """Add a step after the selected one, and give it a title."""
    press(KEY.Key_A)
    write(kind)
    press(KEY.Key_Return)
    if title:
        press(KEY.Key_F2)
        write(title)
        press(KEY.Key_Return)


def begin() -> None:
    """Begin a journey whose start is decided later."""
    press(KEY.Key_N, CTRL)
    tab_to("Decide later")
    press(KEY.Key_Return)


def pick(what: str, text: str) -> None:
    """Pick something in the details of the selected step."""
    tab_to(what)
    press(KEY.Key_Space)
    write(text)
    press(KEY.Key_Return)


def draw(desktop: Desktop) -> None:
    """Draw the cart rescue."""
    add("happens", "Fills a cart")
    press(KEY.Key_Return)
    pick("What they do to enter", "add_to_cart")
    back_to_canvas(desktop)
    add("wait")
    add("condition", "Bought since?")
    press(KEY.Key_Return)
    pick("Event", "purchase")
    back_to_canvas(desktop)
    add("finish", "Bought unaided")
    press(KEY.Key_Up)
    add("a/b", "Which words win?")
    add("e-mail", "Your cart is waiting")
    press(KEY.Key_Up)
    add("e-mail", "Free delivery")
    press(KEY.Key_Up)
    add("finish", "Left alone")
    press(KEY.Key_Left, times=2)
    add("finish", "Reminded")
    press(KEY.Key_Up)
    press(KEY.Key_Right)
    press(KEY.Key_C)
    press(KEY.Key_Return)
    write("Reminded")
    press(KEY.Key_Return)


def paths(journey: Journey) -> set[tuple[str, str, str]]:
    """Return every path as (title of a step, way out, title of a step)."""
    by_id = journey.by_id
    return {(by_id[edge.source].name, edge.port, by_id[edge.target].name) for edge in journey.edges}


def test_a_journey_is_drawn_run_explained_undone_redone_and_exported_by_keyboard_alone(
    qtbot: QtBot, desktop: Desktop, answers: Answers, tmp_path: Path
) -> None:
    document = desktop.workbench.document
    begin()
    empty = dumps(document.journey)
    draw(desktop)
    drawn = document.journey
    assert paths(drawn) == {
        ("Fills a cart", "next", "Wait"),
        ("Wait", "next", "Bought since?"),
        ("Bought since?", "yes", "Bought unaided"),
        ("Bought since?", "else", "Which words win?"),
        ("Which words win?", "a", "Your cart is waiting"),
        ("Which words win?", "b", "Free delivery"),
        ("Which words win?", "holdout", "Left alone"),
        ("Your cart is waiting", "sent", "Reminded"),
        ("Free delivery", "sent", "Reminded"),
    }
    (start,) = (node for node in drawn.nodes if isinstance(node, EventTrigger))
    (asked,) = (node for node in drawn.nodes if isinstance(node, Branch))
    assert start.event == "add_to_cart"
    assert "purchase" in asked.ports()[0].title

    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        press(KEY.Key_R, CTRL)
    assert desktop.window.room == "results"
    qtbot.waitUntil(lambda: desktop.window.overview.has_result)

    press(KEY.Key_F6)
    tab_to("Came to a finish")
    press(KEY.Key_Space)
    qtbot.waitUntil(lambda: bool(desktop.explaining.told), timeout=LONG)
    assert desktop.window.explain.right.isVisible()

    answers.file = tmp_path / "rescue.pdf"
    press(KEY.Key_E, CTRL)
    assert answers.file.read_bytes().startswith(b"%PDF")
    answers.file = tmp_path / "rescue.json"
    press(KEY.Key_S, CTRL)
    assert answers.file.read_bytes() == dumps(drawn)

    count = len(document.history.past)
    press(KEY.Key_Z, CTRL, times=count)
    assert dumps(document.journey) == empty
    press(KEY.Key_Z, CTRL | SHIFT, times=count)
    assert dumps(document.journey) == dumps(drawn)


def test_f6_goes_around_the_parts_of_the_window_and_back(desktop: Desktop) -> None:
    begin()
    window = desktop.window
    parts: tuple[QWidget, ...] = (window.canvas, window.inspector, window.bar, window.left)

    def here() -> QWidget:
        found = focused()
        return next(part for part in parts if part is found or part.isAncestorOf(found))

    seen = []
    for _ in range(5):
        seen.append(here())
        press(KEY.Key_F6)
    assert seen == [*parts, parts[0]]
    assert here() is parts[1]
    press(KEY.Key_F6, SHIFT, times=2)
    assert here() is parts[3]


def test_f6_comes_back_to_where_a_part_was_left(desktop: Desktop) -> None:
    begin()
    press(KEY.Key_F6, times=3)
    tab_to("Find a step to add")
    press(KEY.Key_F6, times=4)
    assert focused() is desktop.window.palette_panel.search


def test_going_from_part_to_part_takes_no_widget_for_gone(desktop: Desktop) -> None:
    """Qt's own order of Tab, asked for from Python, would make one widget the owner of the next."""
    begin()
    press(KEY.Key_F6, times=8)
    window = desktop.window
    before = [*window.findChildren(QWidget)]
    add("happens")
    lasting = [each for each in before if not window.inspector.isAncestorOf(each)]
    add("wait")
    assert all(map(shiboken6.isValid, lasting))


def test_escape_then_tab_leaves_the_canvas(desktop: Desktop) -> None:
    begin()
    add("happens")
    press(KEY.Key_Escape)
    press(KEY.Key_Tab)
    assert focused() is not desktop.window.canvas
    assert focused().window() is desktop.window
    assert len(desktop.workbench.document.journey.nodes) == 1


def test_home_is_walked_by_f6_as_well(desktop: Desktop) -> None:
    window = desktop.window
    press(KEY.Key_F6)
    first = focused()
    press(KEY.Key_F6)
    second = focused()
    assert window.bar.isAncestorOf(first) != window.bar.isAncestorOf(second)


def test_the_outline_is_opened_by_its_key_and_edits_from_there_stay_there(
    desktop: Desktop,
) -> None:
    begin()
    press(KEY.Key_L, CTRL)
    window = desktop.window
    assert window.outline.isVisible()
    back_to_canvas(desktop)
    add("happens", "Fills a cart")
    press(KEY.Key_L, CTRL)
    assert focused() is window.outline.tree
    press(KEY.Key_Home)
    add("wait")
    assert focused() is window.outline.tree
    assert str(window.outline.tree.currentIndex().data()) == "Wait"
    press(KEY.Key_A)
    write("finish")
    press(KEY.Key_Return)
    press(KEY.Key_Up)
    press(KEY.Key_Delete, CTRL)
    kinds = [node.kind for node in desktop.workbench.document.journey.nodes]
    assert kinds == ["event_trigger", "finish"]
    assert paths(desktop.workbench.document.journey) == {("Fills a cart", "next", "Finish")}
    press(KEY.Key_Home)
    press(KEY.Key_Return)
    assert window.inspector.isAncestorOf(focused())


def test_what_a_step_can_do_stands_in_its_menu_in_the_outline(desktop: Desktop) -> None:
    begin()
    add("happens", "Fills a cart")
    press(KEY.Key_L, CTRL)
    press(KEY.Key_Home)
    menus = desktop.front.menus
    tree = desktop.window.outline.tree
    desktop.window.outline.menu_asked.emit(tree.mapToGlobal(tree.rect().center()))
    assert menus.around.isVisible()
    shown = [line for line in menus.around.actions() if not line.isSeparator()]
    assert all(line.isEnabled() for line in shown)
    names = {line.objectName() for line in shown}
    assert {"rename", "add_after", "connect", "duplicate", "delete", "delete_and_close"} <= names
    press(KEY.Key_Down, times=1 + [line.objectName() for line in shown].index("rename"))
    press(KEY.Key_Return)
    write("Has a cart")
    press(KEY.Key_Return)
    (node,) = desktop.workbench.document.journey.nodes
    assert node.title == "Has a cart"


def test_a_way_is_led_to_a_step_and_to_nowhere_again(desktop: Desktop) -> None:
    begin()
    add("happens", "Fills a cart")
    add("finish")
    press(KEY.Key_Up)
    press(KEY.Key_C)
    write("nowhere")
    press(KEY.Key_Return)
    assert not desktop.workbench.document.journey.edges
    press(KEY.Key_C)
    write("finish")
    press(KEY.Key_Return)
    assert len(desktop.workbench.document.journey.edges) == 1


def test_a_ring_says_that_the_keys_go_to_the_canvas(desktop: Desktop) -> None:
    begin()
    canvas = desktop.window.canvas
    canvas.clearFocus()
    canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    by_mouse = canvas.grab().toImage().pixelColor(1, 200).name()
    press(KEY.Key_F6)
    press(KEY.Key_F6, SHIFT)
    assert focused() is canvas
    by_key = canvas.grab().toImage().pixelColor(1, 200).name()
    assert by_key.upper() == desktop.window.theme.accent
    assert by_mouse != by_key
