"""The parts of the window, and the way from one to the next with the keyboard."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.window import Window

REASON = Qt.FocusReason.TabFocusReason


class Parts:
    """Goes from part to part, in each to where a person was last."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._left_at: dict[QWidget, QWidget] = {}

    @property
    def shown(self) -> tuple[QWidget, ...]:
        """The parts in view: what is at the left, the canvas, what is at the right, the top bar."""
        window = self._window
        parts: tuple[QWidget | None, ...]
        if window.room == "home":
            parts = (window.home_room, window.bar)
        else:
            sides = window.bench.left.panel, window.bench.right.panel
            parts = (sides[0], window.canvas, sides[1], window.bar)
        return tuple(part for part in parts if part is not None and part.isVisible())

    def go(self, by: int) -> None:
        """Go on by so many parts, around from the last to the first."""
        shown = self.shown
        focused = QApplication.focusWidget()
        here = next(
            (place for place, part in enumerate(shown) if _is_in(focused, part)),
            -1 if by > 0 else 0,
        )
        if focused is not None and here >= 0 and _is_in(focused, shown[here]):
            self._left_at[shown[here]] = focused
        for count in range(1, len(shown) + 1):
            if self.enter(shown[(here + by * count) % len(shown)]):
                return

    def enter(self, part: QWidget) -> bool:
        """Go into a part: to where a person was, else to what comes first; False if it cannot."""
        last = self._left_at.get(part)
        before = [last] if last is not None and shiboken6.isValid(last) else []
        for widget in (*before, *_in_tab_order(part)):
            if _can_be_entered(widget, part):
                widget.setFocus(REASON)
                return True
        return False


def _in_tab_order(part: QWidget) -> list[QWidget]:
    """Return a part, if it can have the focus itself, and what is in it, as Tab comes to it."""
    found = [part]
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        if part.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def _can_be_entered(widget: QWidget, part: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isEnabled() and widget.isVisible() and _is_in(widget, part)


def _is_in(widget: QWidget | None, part: QWidget) -> bool:
    return widget is not None and (widget is part or part.isAncestorOf(widget))
