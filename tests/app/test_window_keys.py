"""Keys do what a person at the keyboard expects of them, wherever they are pressed."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from tests.app.typing import focused, press, tab_to
from widgets.inspector.fields.duration import DurationField
from widgets.inspector.pages.step import StepPage
from widgets.shell.buttons import Button

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def begin(desktop: Desktop) -> None:
    """Begin a journey with nothing in it."""
    desktop.workbench.put_new()
    desktop.front.show_room("design")


@pytest.fixture
def waiting(qtbot: QtBot, desktop: Desktop) -> DurationField:
    """Return the field of a wait that was just added."""
    qtbot.waitActive(desktop.window)
    desktop.window.resize(1_600, 1_000)
    begin(desktop)
    desktop.window.canvas.add("wait")
    page = desktop.window.inspector.page
    assert isinstance(page, StepPage)
    field = page.form.fields["duration"]
    assert isinstance(field, DurationField)
    return field


def test_ctrl_z_in_a_field_that_nobody_touched_undoes_the_last_edit(
    desktop: Desktop, waiting: DurationField
) -> None:
    waiting.amounts[0].setFocus()
    assert desktop.workbench.document.journey.nodes
    press(KEY.Key_Z, CTRL)
    assert not desktop.workbench.document.journey.nodes


def test_ctrl_z_in_a_field_that_was_written_in_undoes_the_writing_first(
    desktop: Desktop, waiting: DurationField
) -> None:
    line = waiting.amounts[0]
    before = line.text()
    line.setFocus()
    press(KEY.Key_End)
    press(KEY.Key_5)
    press(KEY.Key_Z, CTRL)
    assert line.text() == before
    assert desktop.workbench.document.journey.nodes


def test_esc_in_the_panel_goes_back_to_the_canvas(desktop: Desktop, waiting: DurationField) -> None:
    for control in (waiting.amounts[0], waiting.units[0]):
        control.setFocus()
        press(KEY.Key_Escape)
        assert focused() is desktop.window.canvas


def test_a_unit_is_picked_by_its_first_letter(waiting: DurationField) -> None:
    unit = waiting.units[0]
    unit.setFocus()
    found = []
    for key in (KEY.Key_D, KEY.Key_W, KEY.Key_M, KEY.Key_M, KEY.Key_H):
        press(key)
        found.append(unit.value)
    assert found == ["days", "weeks", "minutes", "months", "hours"]


def test_return_presses_a_button_in_focus(qtbot: QtBot, desktop: Desktop) -> None:
    begin(desktop)
    button = desktop.window.zoom_bar.buttons["larger"]
    button.setFocus()
    with qtbot.waitSignal(desktop.window.zoom_bar.asked) as asked:
        press(KEY.Key_Return)
    assert asked.args == ["larger"]


def test_return_in_the_list_of_problems_does_what_the_button_says(
    qtbot: QtBot, desktop: Desktop
) -> None:
    begin(desktop)
    desktop.window.canvas.add("wait")
    desktop.front.menus.action("problems").trigger()
    shown = next(b for b in desktop.front.problems.findChildren(Button) if b.text() == "Show")
    shown.setFocus()
    with qtbot.waitSignal(desktop.front.problems.step_asked):
        press(KEY.Key_Return)


def test_the_button_of_a_notice_is_reached_by_f6(qtbot: QtBot, desktop: Desktop) -> None:
    begin(desktop)
    card = desktop.window.notices.tell("Something", ask="Do it", is_bad=False, stays=True)
    for _ in range(6):
        press(KEY.Key_F6)
        if card.isAncestorOf(focused()):
            break
    tab_to("Do it")
    with qtbot.waitSignal(card.asked):
        press(KEY.Key_Return)


def test_the_keys_of_the_player_stand_in_the_sheet_of_keys(desktop: Desktop) -> None:
    groups = desktop.front.menus.keys()
    shown = {key for _, rows in groups for _, key in rows}
    assert {"[", "]", "Space"} <= shown
