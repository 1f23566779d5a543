"""The parts of the window, and the way from one to the next with the keyboard."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.window import Window
from widgets.inspector.pages.journey import JourneyPage
from widgets.inspector.pages.page import SETTINGS

LINE = 20
REASON = Qt.FocusReason.TabFocusReason


class Parts:
    """Goes from part to part, in each to where a person was last."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._left_at: dict[QWidget, QWidget] = {}

    @property
    def shown(self) -> tuple[QWidget, ...]:
        """The parts in view: the left, the canvas, the right, the top bar, and notices last."""
        window = self._window
        parts: tuple[QWidget | None, ...]
        if window.room == "home":
            parts = (window.home_room, window.bar, *window.notices.shown)
        elif window.room == "messages":
            desk = window.messages.desk
            inside = (desk.writer, desk.preview) if desk is not None else ()
            parts = (window.messages.list, *inside, window.bar, *window.notices.shown)
        else:
            sides = window.bench.left.panel, window.bench.right.panel
            parts = (sides[0], window.canvas, sides[1], window.bar, *window.notices.shown)
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
        for widget in (*before, *_in_reading_order(part)):
            if _can_be_entered(widget, part):
                widget.setFocus(REASON)
                return True
        return False

    def enter_rule(self, name: str) -> None:
        """Go to a rule of the journey itself, at the right of the canvas."""
        window = self._window
        window.canvas.select(())
        window.bench.set_open(window.bench.right, is_open=True)
        window.inspector.turn(SETTINGS)
        if isinstance(window.inspector.page, JourneyPage):
            self.enter(window.inspector.page.rules.fields[name])

    def enter_refused(self) -> bool:
        """Go to a field with a text in it that cannot be; False where there is none."""
        window = self._window
        window.bench.set_open(window.bench.right, is_open=True)
        return window.inspector.go_to_refused()


def _in_reading_order(part: QWidget) -> list[QWidget]:
    """Return a part, and what is in it from top to bottom, what stands in one line from the left.

    Qt is not asked for its own order: walking along it from Python makes each widget the owner of
    the next, which then is taken for gone together with it.
    """

    def place(widget: QWidget) -> tuple[int, int]:
        middle = widget.mapTo(part, widget.rect().center())
        return middle.y() // LINE, middle.x()

    inside = part.findChildren(QWidget)
    return [part, *sorted(filter(QWidget.isVisible, inside), key=place)]


def _can_be_entered(widget: QWidget, part: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isEnabled() and widget.isVisible() and _is_in(widget, part)


def _is_in(widget: QWidget | None, part: QWidget) -> bool:
    return widget is not None and (widget is part or part.isAncestorOf(widget))


def enable(window: Window, button: QWidget, *, is_enabled: bool) -> None:
    """Enable a button or not; the keys go to the room in view, not to the next button."""
    if button.hasFocus() and not is_enabled:
        in_view(window).setFocus()
    button.setEnabled(is_enabled)


def in_view(window: Window) -> QWidget:
    """Return what the room in view is about, where the keys go when nothing else has them."""
    rooms: dict[str, QWidget] = {"home": window.home, "messages": window.messages}
    return rooms.get(window.room, window.canvas)
