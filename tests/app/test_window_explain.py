"""One customer explained in the window: found, followed, played, with real mouse and keys."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import wiring
from app.desktop import Desktop
from journeys.program.reasons import Reason
from tests.app.windows import Answers, opened
from widgets.canvas.geometry import Point
from widgets.canvas.tags import tag_on
from widgets.results.explain import NOTHING, Explain

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
LONG = 60_000


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path, Answers(), 300) as made:
        made.window.resize(1_600, 1_000)
        made.begin()
        qtbot.waitUntil(lambda: made.data.brought is not None, timeout=LONG)
        made.hearing.open_ready_made("shop_rescue")
        qtbot.waitUntil(lambda: not made.live.is_counting, timeout=LONG)
        with qtbot.waitSignal(made.workbench.running.finished, timeout=LONG):
            made.workbench.run()
        qtbot.waitUntil(lambda: bool(made.window.explain.customers.model.ids), timeout=LONG)
        yield made


def press(key: Qt.Key) -> None:
    """Press a key wherever the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def tell(qtbot: QtBot, desktop: Desktop, group: str) -> None:
    """Show Explain, and choose the first of a group with the mouse."""
    window = desktop.window
    QTest.mouseClick(window.results.tabs.button("explain"), LEFT)
    customers = window.explain.customers
    customers.show_group(group)
    place = customers.people.visualRect(customers.model.index(0)).center()
    QTest.mouseClick(customers.people.viewport(), LEFT, pos=place)
    qtbot.waitUntil(lambda: bool(desktop.explaining.told), timeout=LONG)


def is_lit(desktop: Desktop) -> bool:
    """Say whether the way of a customer is shown on the canvas."""
    return desktop.window.canvas.story is not None


def test_the_people_stand_left_of_the_canvas_and_the_story_right_of_it(
    qtbot: QtBot, desktop: Desktop
) -> None:
    window = desktop.window
    assert window.bench.left.panel is None
    assert window.overview.isVisible()
    tell(qtbot, desktop, "got")
    explain, canvas = window.explain, window.canvas
    assert not window.overview.isVisible()

    def left_of(widget: QWidget) -> int:
        return widget.mapTo(window, QPoint()).x()

    assert (left_of(explain.customers), left_of(canvas), canvas.width()) == (0, 248, 888)
    assert left_of(explain.right) > left_of(canvas) + canvas.width()
    assert explain.player.isVisible()
    assert 248 < left_of(explain.player) < left_of(canvas) + canvas.width()
    tabs, search = window.results.tabs, explain.customers.search
    assert tabs.isVisible()
    assert tabs.mapTo(window, tabs.rect().bottomLeft()).y() < search.mapTo(window, QPoint()).y()
    desktop.front.show_room("design")
    assert not explain.player.isVisible()
    assert not window.results.tabs.isVisible()


def test_the_switch_between_the_panels_stays_where_it_is(qtbot: QtBot, desktop: Desktop) -> None:
    window = desktop.window
    tabs = window.results.tabs
    for wide in (1_600, 1_280, 1_000):
        window.resize(wide, 800)
        places: set[tuple[int, int]] = set()
        for panel in ("overview", "explain", "overview"):
            window.results.ask(panel)
            if panel == "explain":
                tell(qtbot, desktop, "got")
            at = tabs.mapTo(window, QPoint())
            places.add((at.x(), at.y()))
            assert window.childAt(at + QPoint(40, 16)) is tabs.button("overview")
        assert len(places) == 1


def test_who_is_searched_for_takes_the_place_of_who_was_told(
    qtbot: QtBot, desktop: Desktop
) -> None:
    tell(qtbot, desktop, "got")
    explain = desktop.window.explain
    assert is_lit(desktop)
    explain.customers.search.setFocus()
    QTest.keyClicks(explain.customers.search, "nobody like this")
    assert not is_lit(desktop)
    assert not explain.player.isVisible()
    assert not explain.is_telling


def test_the_step_of_a_decision_comes_into_view_and_no_bar_covers_it(
    qtbot: QtBot, desktop: Desktop
) -> None:
    tell(qtbot, desktop, "got")
    window, canvas = desktop.window, desktop.window.canvas
    story, player = window.explain.story, window.explain.player
    for scale in (2.0, 0.7):
        for row, entry in enumerate(story.entries):
            canvas.look_at(Point(-3_000, 4_000), scale)
            story.choose(len(story.entries) - 1 - row)
            story.choose(row)
            assert entry.node is not None
            place = canvas.scene.steps.frame(entry.node)
            corner = canvas.camera.to_view(Point(place.x, place.y))
            assert 0 <= corner.x <= canvas.width()
            foot = canvas.camera.to_view(Point(place.right, place.bottom)).y
            assert 0 <= corner.y < foot <= player.y()
    canvas.look_at(Point(-3_000, 4_000), 0.7)
    customers = window.explain.customers
    customers.people.setCurrentIndex(customers.model.index(1))
    told = story.head.id.text()
    qtbot.waitUntil(lambda: story.head.id.text() != told, timeout=LONG)
    assert canvas.story is not None
    for node in canvas.story.steps:
        place = canvas.scene.steps.frame(node)
        assert canvas.camera.to_view(Point(place.x, place.y)).y >= 0
        assert canvas.camera.to_view(Point(place.x, place.bottom)).y <= player.y()


def test_a_count_on_the_canvas_leads_to_the_people_behind_it(
    qtbot: QtBot, desktop: Desktop
) -> None:
    canvas = desktop.window.canvas
    placed = tag_on(canvas.scene, ("paid", "content"))
    assert placed is not None
    at = canvas.camera.to_view(placed[1].centre)
    QTest.mouseClick(canvas, LEFT, pos=QPoint(round(at.x), round(at.y)))
    qtbot.waitUntil(lambda: bool(desktop.explaining.told), timeout=LONG)
    assert desktop.window.results.shown == "explain"
    assert desktop.window.explain.customers.group == "asked"
    assert any(one.telling.operands[:1] == ("bought",) for one in desktop.explaining.told)


def test_a_loss_of_the_funnel_leads_to_the_people_who_left_there(
    qtbot: QtBot, desktop: Desktop
) -> None:
    losses = desktop.window.overview.page.bars.losses
    button = next(each for each in losses if "consent" in each.text())
    QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: bool(desktop.explaining.told), timeout=LONG)
    explain = desktop.window.explain
    assert explain.customers.group == "asked"
    count = button.text().split()[0].removeprefix("\u2212")
    said = explain.customers.heading.text()
    assert said.startswith("WITHOUT CONSENT, ")
    assert said.endswith((f" {count} ENTRIES", f" {count} CUSTOMERS"))
    for row in range(5):
        name = explain.customers.model.ids[row]
        explain.customers.choose(name)
        qtbot.waitUntil(partial(_is_open_at, explain, name), timeout=LONG)
        chosen = explain.story.chosen
        assert chosen is not None
        assert chosen.reason is Reason.NO_CONSENT
        assert desktop.window.canvas.story is not None
        assert desktop.window.canvas.story.current == chosen.node


def _is_open_at(explain: Explain, customer: str) -> bool:
    story = explain.story
    return story.head.id.text() == customer and story.chosen is not None


def test_brackets_step_through_the_decisions_on_the_canvas_and_space_plays_them(
    qtbot: QtBot, desktop: Desktop
) -> None:
    tell(qtbot, desktop, NOTHING)
    canvas, explain = desktop.window.canvas, desktop.window.explain
    canvas.setFocus()
    press(KEY.Key_BracketRight)
    press(KEY.Key_BracketRight)
    assert explain.story.row == 1
    shown = canvas.story
    assert shown is not None
    entry = explain.story.entries[1]
    assert (shown.current, shown.at) == (entry.node, entry.number)
    assert entry.node is not None
    assert entry.number in shown.numbers[entry.node]
    press(KEY.Key_BracketLeft)
    assert explain.story.row == 0
    explain.player.beat.setInterval(1)
    press(KEY.Key_Space)
    qtbot.waitUntil(lambda: explain.story.is_at_end and not explain.player.is_playing)
    assert explain.player.place.text().startswith("Decision")


def test_slash_finds_a_customer_and_g_goes_to_the_step(qtbot: QtBot, desktop: Desktop) -> None:
    tell(qtbot, desktop, "got")
    window, explain = desktop.window, desktop.window.explain
    window.canvas.setFocus()
    press(KEY.Key_Slash)
    assert explain.customers.search.hasFocus()
    explain.story.list.setFocus()
    press(KEY.Key_Down)
    entry = explain.story.chosen
    assert entry is not None
    assert entry.node is not None
    press(KEY.Key_G)
    assert window.canvas.hasFocus()
    middle = window.canvas.camera.to_view(window.canvas.scene.steps.frame(entry.node).centre)
    assert abs(middle.x - window.canvas.width() / 2) < 2
    assert abs(middle.y - window.canvas.height() / 2) < 2


def test_one_and_two_switch_the_panels_and_leave_the_canvas_its_keys(
    qtbot: QtBot, desktop: Desktop
) -> None:
    tell(qtbot, desktop, "got")
    window = desktop.window
    window.explain.customers.people.setFocus()
    press(KEY.Key_1)
    assert window.results.shown == "overview"
    assert not is_lit(desktop)
    window.overview.page.bars.losses[0].setFocus()
    press(KEY.Key_2)
    assert window.results.shown == "explain"
    assert is_lit(desktop)
    window.canvas.setFocus()
    press(KEY.Key_1)
    assert window.results.shown == "explain"
    desktop.front.show_room("design")
    assert not is_lit(desktop)


def test_a_story_stays_when_the_journey_changes_and_the_result_says_so(
    qtbot: QtBot, desktop: Desktop
) -> None:
    tell(qtbot, desktop, "got")
    window = desktop.window
    window.canvas.select(("alone",))
    desktop.front.show_room("design")
    desktop.front.menus.run("delete")
    desktop.front.show_room("results")
    assert window.overview.banner.ran.text() == "The journey changed since this run"
    assert is_lit(desktop)


def test_before_a_run_there_is_nobody_to_choose_from(qtbot: QtBot, desktop: Desktop) -> None:
    tell(qtbot, desktop, "got")
    window = desktop.window
    assert window.bench.left.panel is not None
    desktop.workbench.put(desktop.workbench.document.journey)
    desktop.front.show_room("results")
    assert window.results.shown == "explain"
    assert [window.bench.left.panel] == [None]
    assert not window.explain.player.isVisible()
    assert window.explain.blank.title.text() == "Nobody to explain yet"
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        QTest.mouseClick(window.explain.blank.run, LEFT)


def test_a_run_says_at_once_that_it_is_under_way(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.workbench.put(desktop.workbench.document.journey)
    QTest.mouseClick(desktop.window.bar.run, LEFT)
    overview = desktop.window.overview
    assert overview.banner.cancel.isVisible()
    assert overview.banner.what.text() == wiring.PREPARING
    assert not overview.empty.is_offering
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        pass
    assert overview.has_result
