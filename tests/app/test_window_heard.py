"""The window for those who hear it: every control has a name and a role, and Tab comes to it."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.actions.table import actions
from app.menus import key
from tests.app.rooms import inside, opened, rooms

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
PARTS_OF_QT = frozenset({"qt_spinbox_lineedit", "qt_scrollarea_viewport"})
SILENT = frozenset({QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window})


def controls(top: QWidget) -> Iterator[QWidget]:
    """Yield what can be used, without the parts of Qt's own controls."""
    for widget in inside(top):
        is_part = widget.objectName() in PARTS_OF_QT or isinstance(widget, QScrollBar)
        is_inside = isinstance(widget.parent(), QLineEdit | QComboBox | QAbstractSpinBox)
        takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if not is_part and not is_inside and (takes_keys or isinstance(widget, CONTROLS)):
            yield widget


def is_come_to(widget: QWidget, top: QWidget) -> bool:
    """Say whether Tab or an arrow comes to a control, or keys are led to it from a field."""
    if bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or not widget.isEnabled():
        return True
    if isinstance(widget, QAbstractButton) and widget.autoExclusive():
        return True
    parent = widget.parentWidget()
    beside = parent.findChildren(QAbstractButton) if parent is not None else []
    if any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in beside):
        return True  # arrows go along a row, Tab from row to row
    led_by = top.findChildren(QLineEdit)
    return isinstance(widget, QAbstractItemView) and any(field.isVisible() for field in led_by)


def test_every_control_of_every_room_is_named_and_come_to(qtbot: QtBot, tmp_path: Path) -> None:
    desktop = opened(qtbot, tmp_path / "own")
    wrong: dict[str, str] = {}
    seen = 0
    for room, top in rooms(desktop, qtbot):
        for widget in controls(top):
            seen += 1
            heard = QAccessible.queryAccessibleInterface(widget)
            what = f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()!r}"
            if not heard.text(QAccessible.Text.Name).strip():
                wrong[f"{what} has no name"] = room
            is_pane = isinstance(widget, QScrollArea)  # its keys move what is in it
            if heard.role() in SILENT and not is_pane:
                wrong[f"{what} has no role"] = room
            if not is_come_to(widget, top):
                wrong[f"{what} is not come to"] = room
    desktop.rescuing.end()
    desktop.stop()
    assert not wrong, "\n".join(f"{what}, in {room}" for what, room in wrong.items())
    assert seen > 200


def test_buttons_of_the_window_name_their_key(qtbot: QtBot, tmp_path: Path) -> None:
    desktop = opened(qtbot, tmp_path / "own")
    desktop.hearing.open_ready_made("shop_rescue")
    bar, table = desktop.window.bar, actions()
    named = {
        "home": bar.logo,
        "commands": bar.search,
        "undo": bar.undo,
        "redo": bar.redo,
        "run": bar.run,
        "design": bar.tabs.button("design"),
        "results": bar.tabs.button("results"),
        "steps": desktop.window.left.tabs.button("steps"),
        "outline": desktop.window.left.tabs.button("outline"),
    }
    desktop.rescuing.end()
    desktop.stop()
    silent = [name for name, button in named.items() if key(table[name]) not in button.toolTip()]
    assert silent == []
