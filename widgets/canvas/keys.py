"""The keys of the canvas, as one table."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from widgets.canvas.navigating import Way

if TYPE_CHECKING:
    from widgets.canvas.view import CanvasView

Done: TypeAlias = "Callable[[CanvasView], object]"

ARROWS: Mapping[Qt.Key, Way] = MappingProxyType(
    {
        Qt.Key.Key_Up: "up",
        Qt.Key.Key_Down: "down",
        Qt.Key.Key_Left: "left",
        Qt.Key.Key_Right: "right",
    }
)
LARGER, SMALLER = 1.25, 0.8

KEYS: Mapping[str, Done] = MappingProxyType(
    {
        "Del": lambda canvas: canvas.delete_selection(reconnect=False),
        "Backspace": lambda canvas: canvas.delete_selection(reconnect=False),
        "Ctrl+Del": lambda canvas: canvas.delete_selection(reconnect=True),
        "Ctrl+Backspace": lambda canvas: canvas.delete_selection(reconnect=True),
        "Return": lambda canvas: canvas.open_selected(),
        "Enter": lambda canvas: canvas.open_selected(),
        "F2": lambda canvas: canvas.rename(canvas.selection[-1]) if canvas.selection else None,
        "Esc": lambda canvas: canvas.escape(),
        "Ctrl+A": lambda canvas: canvas.select_all(),
        "Ctrl+C": lambda canvas: canvas.copy(),
        "Ctrl+X": lambda canvas: canvas.cut(),
        "Ctrl+V": lambda canvas: canvas.paste(),
        "Ctrl+D": lambda canvas: canvas.duplicate(),
        "A": lambda canvas: canvas.ask_after(),
        "C": lambda canvas: canvas.ask_connection(),
        "Menu": lambda canvas: canvas.ask_menu_of_chosen(),
        "Shift+F10": lambda canvas: canvas.ask_menu_of_chosen(),
        "P": lambda canvas: canvas.choose_next_way(),
        "2": lambda canvas: canvas.zoom_to_selection(),
        "0": lambda canvas: canvas.zoom_reset(),
        "1": lambda canvas: canvas.zoom_to_fit(),
        "+": lambda canvas: canvas.zoom_by(LARGER),
        "=": lambda canvas: canvas.zoom_by(LARGER),
        "-": lambda canvas: canvas.zoom_by(SMALLER),
        "/": lambda canvas: canvas.ask_find(),
    }
)
PLAIN = frozenset("012+=-/")


def key_of(event: QKeyEvent) -> "Done | None":
    """Return what a key does on the canvas, or None."""
    return KEYS.get(name_of(event))


def name_of(event: QKeyEvent) -> str:
    """Return a key, with what is held down, as the table names it."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.text() in PLAIN and not held & Qt.KeyboardModifier.ControlModifier:
        return event.text()
    return QKeySequence(event.key() | held.value).toString(QKeySequence.SequenceFormat.PortableText)
