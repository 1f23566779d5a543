"""The canvas in the window: its bar, its menus, its drawers."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.actions.around import AROUND, ARRANGE, LINE
from app.actions.table import actions
from app.desktop import Desktop
from app.menus import key
from app.stage import Room
from journeys.document.format import loads
from journeys.samples import samples
from tests.app.typing import press, tab_to, write
from tests.app.windows import Answers, begin_empty, opened
from widgets.canvas.geometry import Point
from widgets.canvas.spots import more_on

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path, Answers()) as made:
        made.begin()
        made.hearing.open_ready_made("shop_rescue")
        qtbot.waitUntil(lambda: made.data.brought is not None, timeout=20_000)
        qtbot.waitUntil(lambda: not made.live.is_counting, timeout=60_000)
        yield made


@pytest.mark.parametrize("room", ["design", "results"])
def test_the_bar_zooms_fits_and_tidies_in_both_rooms(desktop: Desktop, room: str) -> None:
    desktop.front.menus.run(room)
    canvas, bar = desktop.window.canvas, desktop.window.zoom_bar
    assert bar.isVisible()
    canvas.zoom_to_fit()
    fitted = canvas.camera
    for name, grown in (("larger", 1.25), ("smaller", 1.0)):
        QTest.mouseClick(bar.buttons[name], LEFT)
        assert canvas.camera.scale == pytest.approx(fitted.scale * grown)
        assert bar.buttons["full_size"].text() == f"{canvas.camera.scale:.0%}"
    canvas.zoom_by(2)
    QTest.mouseClick(bar.buttons["full_size"], LEFT)
    assert (canvas.camera.scale, bar.buttons["full_size"].text()) == (1.0, "100%")
    QTest.mouseClick(bar.buttons["fit"], LEFT)
    assert canvas.camera == fitted
    canvas.select(("words", "alone"))
    canvas.arrange("left")
    for said in ("Tidy up", "Tidy up"):
        QTest.mouseClick(bar.buttons["tidy"], LEFT)
        assert desktop.workbench.document.history.undo_words == said
    (notice,) = desktop.window.notices.shown
    assert "tidy already" in notice.accessibleName()


def test_every_button_of_the_bar_says_what_it_does_and_with_which_key(desktop: Desktop) -> None:
    for name, button in desktop.window.zoom_bar.buttons.items():
        action = actions()[name]
        assert button.accessibleName() == action.words
        assert key(action)
        assert button.toolTip() == f"{action.words}  {key(action)}"


def test_there_is_nothing_to_tidy_in_an_empty_journey(desktop: Desktop) -> None:
    assert desktop.window.zoom_bar.buttons["tidy"].isEnabled()
    begin_empty(desktop)
    assert not desktop.window.zoom_bar.buttons["tidy"].isEnabled()


def test_an_open_drawer_covers_nothing_of_the_journey(qtbot: QtBot, desktop: Desktop) -> None:
    window = desktop.window
    window.resize(1_280, 800)
    qtbot.waitUntil(lambda: window.width() == 1_280)
    desktop.front.show_room("results")
    window.canvas.zoom_to_fit()
    shown = window.canvas.camera.frame(window.canvas.scene.bounds)
    assert window.results.panel.isVisible()
    assert shown.right <= window.results.panel.x()
    assert window.zoom_bar.geometry().right() < window.results.panel.x()
    desktop.front.menus.run("right")
    assert window.canvas.camera.frame(window.canvas.scene.bounds).centre.x > shown.centre.x


def test_tidy_and_align_are_keys_of_the_window(desktop: Desktop) -> None:
    canvas, document = desktop.window.canvas, desktop.workbench.document
    canvas.select(("reminder", "offer"))
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert document.history.undo_words == "Align left"
    QTest.keyClick(canvas, Qt.Key.Key_T, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert document.history.undo_words == "Tidy up"


def offered(desktop: Desktop) -> set[str]:
    return {line.objectName() for line in desktop.front.menus.around.actions() if line.objectName()}


def test_every_menu_on_the_canvas_is_read_off_the_table() -> None:
    named = {id_ for line in AROUND.values() for id_ in line} - {LINE, ARRANGE}
    assert named <= actions().keys()
    assert AROUND.keys() == {"step", "several", "note", "path", "end", "ground"}


def test_the_menu_of_a_card_offers_what_can_be_done_and_does_it(desktop: Desktop) -> None:
    canvas, menus = desktop.window.canvas, desktop.front.menus
    sign = canvas.camera.to_view(more_on(canvas.scene.steps.frame("words")).centre)
    QTest.mouseClick(
        canvas, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(*map(round, (sign.x, sign.y)))
    )
    assert menus.around.isVisible()
    assert offered(desktop) >= {"edit", "rename", "add_after", "copy", "delete_and_close"}
    assert "words" not in offered(desktop)
    menus.action("duplicate").trigger()
    assert len(desktop.workbench.document.journey.nodes) == 10
    menus.around.close()
    canvas.select(("reminder",))
    menus.open_around(canvas.mapToGlobal(QPoint(5, 5)), canvas.chosen)
    assert "words" in offered(desktop), "a message is written from its menu, too"
    menus.around.close()
    canvas.select(("reminder", "offer"))
    menus.open_around(canvas.mapToGlobal(QPoint(5, 5)), canvas.chosen)
    assert "rename" not in offered(desktop)
    assert any(line.menu() is not None for line in menus.around.actions())
    menus.around.close()


def test_the_menu_of_the_ground_pastes_and_that_of_results_only_looks(desktop: Desktop) -> None:
    canvas, menus = desktop.window.canvas, desktop.front.menus
    canvas.select(())
    menus.open_around(canvas.mapToGlobal(QPoint(5, 5)), canvas.chosen)
    assert {"paste", "note", "select_all", "tidy", "fit"} <= offered(desktop)
    menus.around.close()
    menus.run("results")
    canvas.select(("words",))
    menus.open_around(canvas.mapToGlobal(QPoint(5, 5)), canvas.chosen)
    assert offered(desktop) == {"fit_selection"}
    menus.around.close()


def test_a_list_or_menu_opens_inside_the_window_and_beside_what_was_clicked(
    qtbot: QtBot, desktop: Desktop
) -> None:
    window, canvas = desktop.window, desktop.window.canvas
    window.resize(window.minimumSize())
    qtbot.waitUntil(lambda: window.size() == window.minimumSize())
    room = QRect(window.mapToGlobal(QPoint(0, 0)), window.size())
    for across, down in product((0.02, 0.5, 0.98), repeat=2):
        at = Point(canvas.width() * across, canvas.height() * down)
        canvas.ask_step(at, ("cart", "next"), None)
        clicked = canvas.mapToGlobal(QPoint(round(at.x), round(at.y)))
        kinds = desktop.front.kinds
        assert kinds.isVisible()
        assert room.contains(kinds.geometry())
        assert not kinds.geometry().adjusted(-12, -12, 12, 12).contains(clicked)
        kinds.hide()
        canvas.select(("words",))
        desktop.front.menus.open_around(clicked, canvas.chosen)
        assert room.contains(desktop.front.menus.around.geometry())
        desktop.front.menus.around.close()
    desktop.front.menus.run("find_step")
    assert room.contains(desktop.front.steps.geometry())
    desktop.front.steps.hide()


def test_enter_puts_the_keys_where_the_step_is_changed(qtbot: QtBot, desktop: Desktop) -> None:
    window = desktop.window
    window.resize(1_280, 800)
    qtbot.waitUntil(lambda: window.width() == 1_280)
    window.canvas.select(("words",))
    window.canvas.setFocus()
    assert not window.inspector.isVisible()
    QTest.keyClick(window.canvas, Qt.Key.Key_Return)
    assert window.inspector.isVisible()
    field = window.focusWidget()
    assert field is not None
    assert window.inspector.isAncestorOf(field)
    assert field is not window.inspector.page


def test_an_empty_journey_offers_three_ready_made_ones_and_opens_the_one_clicked(
    qtbot: QtBot, desktop: Desktop
) -> None:
    window = desktop.window
    assert not window.beginnings.isVisible()
    begin_empty(desktop)
    qtbot.waitUntil(lambda: len(window.beginnings.cards) == 3)
    qtbot.waitUntil(window.beginnings.isVisible)
    first = window.canvas.scene.placeholder
    assert first is not None
    frame = window.canvas.camera.frame(first)
    assert window.beginnings.y() > frame.bottom
    assert window.canvas.rect().contains(window.beginnings.geometry())
    name, card = next(iter(window.beginnings.cards.items()))
    QTest.mouseClick(card, LEFT)
    assert desktop.workbench.document.journey == loads(samples()[name])
    assert not window.beginnings.isVisible()


def test_a_first_step_takes_the_place_of_the_ready_made_ones(
    qtbot: QtBot, desktop: Desktop
) -> None:
    begin_empty(desktop)
    qtbot.waitUntil(desktop.window.beginnings.isVisible)
    desktop.window.canvas.add("event_trigger")
    assert not desktop.window.beginnings.isVisible()
    desktop.workbench.document.undo()
    assert desktop.window.beginnings.isVisible()
    desktop.window.resize(700, 420)
    qtbot.waitUntil(lambda: not desktop.window.beginnings.isVisible())


def test_bands_are_shown_in_results_alone(desktop: Desktop) -> None:
    rooms: tuple[tuple[Room, bool], ...] = (("results", True), ("design", False))
    for room, is_there in rooms:
        desktop.front.show_room(room)
        assert desktop.window.canvas._has_flow is is_there  # noqa: SLF001 what is shown


def test_each_open_end_of_a_condition_is_filled_or_led_on_by_keyboard(
    desktop: Desktop, qtbot: QtBot
) -> None:
    canvas, document = desktop.window.canvas, desktop.workbench.document
    qtbot.waitActive(desktop.window)
    press(Qt.Key.Key_N, CONTROL)
    tab_to("Decide later")
    press(Qt.Key.Key_Return)
    start = canvas.add("event_trigger")
    asked = canvas.add("branch", (start, "next"))
    press(Qt.Key.Key_P, times=2)
    press(Qt.Key.Key_A)
    write("finish")
    press(Qt.Key.Key_Return)
    (end,) = canvas.selection
    assert document.journey.target(asked, "else") == end
    assert document.journey.target(asked, "yes") is None
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_P)
    press(Qt.Key.Key_C)
    write("finish")
    press(Qt.Key.Key_Return)
    assert document.journey.target(asked, "yes") == end
