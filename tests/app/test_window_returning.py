"""The keys are where they were, once what took them from there is over."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from journeys.simulation.jit import kernel
from tests.app.windows import Answers, choose, opened
from widgets.inspector.controls.line import Line
from widgets.shell.form import Form
from widgets.theme import DARK

LEFT = Qt.MouseButton.LeftButton
LONG = 60_000
AMOUNT = "Pause between two entries, amount"


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path, Answers()) as made:
        made.window.activateWindow()
        made.hearing.open_ready_made("shop_rescue")
        qtbot.waitUntil(made.window.isActiveWindow)
        yield made


def amount(desktop: Desktop) -> Line:
    """Return the field of the journey's page for how long a pause is."""
    lines = desktop.window.inspector.findChildren(Line)
    return next(line for line in lines if line.isVisible() and line.accessibleName() == AMOUNT)


def here() -> QWidget | None:
    return QApplication.focusWidget()


@pytest.mark.parametrize("action", ["settings", "shortcuts", "commands", "find_step"])
@pytest.mark.parametrize("place", ["canvas", "field"])
def test_the_keys_go_back_to_where_they_were(
    desktop: Desktop, qtbot: QtBot, action: str, place: str
) -> None:
    before = desktop.window.canvas if place == "canvas" else amount(desktop)
    QTest.mouseClick(before, LEFT)
    assert here() is before
    choose(desktop, action)
    qtbot.waitUntil(lambda: here() is not before)
    there = here()
    assert there is not None
    QTest.keyClick(there, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: here() is before)


def pick_dark(desktop: Desktop, qtbot: QtBot) -> Form:
    """Open the settings with the keys in a field, and pick dark colours there; return the form."""
    QTest.mouseClick(amount(desktop), LEFT)
    choose(desktop, "settings")
    (form,) = desktop.window.findChildren(Form)
    colours = form.findChild(QComboBox, "theme")
    assert isinstance(colours, QComboBox)
    qtbot.waitUntil(colours.hasFocus)
    QTest.keyClicks(colours, "dark")
    qtbot.waitUntil(lambda: desktop.window.theme is DARK)
    return form


def test_they_go_to_the_field_that_was_made_anew_in_other_colours(
    desktop: Desktop, qtbot: QtBot
) -> None:
    before = amount(desktop)
    QTest.keyClick(pick_dark(desktop, qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: here() is not None and here() is amount(desktop))
    assert amount(desktop) is not before


def test_they_go_to_the_canvas_where_the_field_is_gone(desktop: Desktop, qtbot: QtBot) -> None:
    form = pick_dark(desktop, qtbot)
    desktop.window.canvas.select(("hour",))
    QTest.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(desktop.window.canvas.hasFocus)


def test_a_menu_opened_with_the_mouse_leaves_the_keys_where_they_were(
    desktop: Desktop, qtbot: QtBot
) -> None:
    before = amount(desktop)
    QTest.mouseClick(before, LEFT)
    menu = desktop.front.menus.menu
    seen: list[QWidget | None] = []

    def close() -> None:
        seen.append(QApplication.activePopupWidget())
        QTest.keyClick(menu, Qt.Key.Key_Escape)

    QTimer.singleShot(200, menu, close)
    QTest.mouseClick(desktop.window.bar.more, LEFT)
    assert seen == [menu]
    qtbot.waitUntil(lambda: here() is before)


def begin_in_messages(desktop: Desktop, qtbot: QtBot) -> QWidget:
    """Press Test run with the keyboard in the room of messages; return the button."""
    kernel()  # made ready here: that takes long where it has changed
    desktop.showing.bring()
    qtbot.waitUntil(lambda: desktop.data.brought is not None, timeout=LONG)
    desktop.front.show_room("messages")
    run = desktop.window.bar.run
    run.setFocus()
    QTest.keyClick(run, Qt.Key.Key_Space)
    assert not run.isEnabled()
    return run


def test_the_keys_wait_for_a_test_run_in_the_room_and_are_back_on_its_button_then(
    desktop: Desktop, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        run = begin_in_messages(desktop, qtbot)
        assert here() is desktop.window.messages
    assert run.hasFocus()
    assert desktop.window.room == "messages"


def test_keys_that_went_on_during_a_test_run_stay_where_they_are(
    desktop: Desktop, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        begin_in_messages(desktop, qtbot)
        waiting = here()
        assert waiting is not None
        QTest.keyClick(waiting, Qt.Key.Key_Tab)
        there = here()
        assert there is not None
        assert there is not waiting
    assert here() is there
