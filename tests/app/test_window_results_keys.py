"""The page of results by the keyboard alone: it scrolls, and Tab reads it from top to bottom."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from tests.app.typing import focused, press

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
LONG = 60_000
MOST = 80


@pytest.fixture
def ran(qtbot: QtBot, desktop: Desktop) -> Desktop:
    """Return the application on a small screen, with a run in view and the focus on the canvas."""
    window = desktop.window
    window.resize(1_280, 800)
    qtbot.waitActive(window)
    qtbot.waitUntil(lambda: desktop.data.brought is not None, timeout=LONG)
    desktop.hearing.open_ready_made("shop_rescue")
    qtbot.waitUntil(lambda: not desktop.live.is_counting, timeout=LONG)
    run(qtbot, desktop)
    window.canvas.setFocus()
    return desktop


def run(qtbot: QtBot, desktop: Desktop) -> None:
    """Run the journey and wait for its days."""
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        desktop.workbench.run()
    dates = desktop.window.overview.page.dates
    qtbot.waitUntil(lambda: dates.chart is not None and dates.chart.isVisible(), timeout=LONG)


def bar_of(desktop: Desktop) -> QScrollBar:
    """Return the bar that says how far the page is scrolled."""
    return desktop.window.overview.room.verticalScrollBar()


def stops_on_the_page(desktop: Desktop, key: Qt.Key, held: Qt.KeyboardModifier) -> list[QWidget]:
    """Go on by a key through the page until it is left, and see each stop in view there."""
    room = desktop.window.overview.room
    found: list[QWidget] = []
    for _ in range(MOST):
        press(key, held)
        now = focused()
        if room.isAncestorOf(now):
            found.append(now)
            top = now.mapTo(room.viewport(), QPoint()).y()
            assert 0 <= top <= top + now.height() <= room.viewport().height()
        elif found:
            return found
    raise AssertionError("the page is never left")


def test_after_f6_the_keys_scroll_the_page(ran: Desktop) -> None:
    bar, room = bar_of(ran), ran.window.overview.room
    press(KEY.Key_F6)
    assert room.isAncestorOf(focused())
    press(KEY.Key_Home)
    before = focused()
    assert bar.value() == 0 < bar.maximum()
    press(KEY.Key_Down)
    assert bar.value() == bar.singleStep()
    press(KEY.Key_Up)
    assert bar.value() == 0
    press(KEY.Key_PageDown)
    assert bar.value() == min(bar.pageStep(), bar.maximum())
    press(KEY.Key_PageUp)
    assert bar.value() == 0
    press(KEY.Key_End)
    assert bar.value() == bar.maximum()
    assert focused() is before
    press(KEY.Key_Home)
    assert bar.value() == 0


def test_the_keys_scroll_the_page_from_each_of_its_controls(ran: Desktop) -> None:
    bar = bar_of(ran)
    for stop in ran.window.overview.page.stops:
        stop.setFocus()
        for key in (KEY.Key_End, KEY.Key_Home, KEY.Key_PageDown, KEY.Key_Up, KEY.Key_Down):
            before = bar.value()
            press(key)
            assert bar.value() != before or key == KEY.Key_End
            assert focused() is stop
            if key in (KEY.Key_End, KEY.Key_Home):
                assert bar.value() == (bar.maximum() if key == KEY.Key_End else 0)


def test_tab_reads_the_banner_then_the_page_from_top_to_bottom(qtbot: QtBot, ran: Desktop) -> None:
    window = ran.window
    overview = window.overview
    for _ in range(2):
        window.results.tabs.button("overview").setFocus()
        press(KEY.Key_Tab)
        assert focused() is overview.banner.see_all
        press(KEY.Key_Tab)
        assert focused() is overview.banner.again
        stops = stops_on_the_page(ran, KEY.Key_Tab, Qt.KeyboardModifier.NoModifier)
        assert tuple(stops) == overview.page.stops
        places = [stop.mapTo(overview.page, QPoint()) for stop in stops]
        assert places == sorted(places, key=lambda place: (place.y() // 10, place.x()))
        run(qtbot, ran)


def test_shift_tab_comes_back_up_the_page(ran: Desktop) -> None:
    overview = ran.window.overview
    ran.window.bar.run.setFocus()
    stops = stops_on_the_page(ran, KEY.Key_Backtab, SHIFT)
    assert tuple(reversed(stops)) == overview.page.stops
    assert focused() is overview.banner.again


def test_tab_goes_through_the_table_of_days_and_on(ran: Desktop) -> None:
    dates = ran.window.overview.page.dates
    dates.switch.setFocus()
    press(KEY.Key_Space)
    press(KEY.Key_Tab)
    assert focused() is dates.table
    press(KEY.Key_Tab)
    assert focused() is ran.window.overview.page.sent.buttons[0]


def test_the_chart_shows_that_it_has_the_focus(ran: Desktop) -> None:
    chart = ran.window.overview.page.dates.chart
    assert chart is not None
    chart.setFocus()
    middle = chart.height() // 2
    assert chart.grab().toImage().pixelColor(0, middle).name().upper() == ran.window.theme.accent
    ran.window.canvas.setFocus()
    assert chart.grab().toImage().pixelColor(0, middle).name().upper() != ran.window.theme.accent


def test_what_comes_into_focus_from_elsewhere_is_scrolled_into_view_and_a_click_scrolls_nothing(
    ran: Desktop,
) -> None:
    overview, bar = ran.window.overview, bar_of(ran)
    losses = overview.page.bars.losses
    press(KEY.Key_F6)
    press(KEY.Key_End)
    ran.window.canvas.setFocus()
    press(KEY.Key_F6)
    assert focused() is losses[0]
    assert losses[0].visibleRegion().boundingRect() == losses[0].rect()
    bar.setValue(bar.value() + losses[0].mapTo(overview.room.viewport(), QPoint(0, 10)).y())
    scrolled = bar.value()
    ran.window.canvas.setFocus()
    QTest.mousePress(losses[0], Qt.MouseButton.LeftButton, pos=QPoint(20, 16))
    assert focused() is losses[0]
    assert bar.value() == scrolled
    QTest.mouseRelease(losses[0], Qt.MouseButton.LeftButton, pos=QPoint(-20, -20))
