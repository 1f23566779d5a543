"""The room a long page scrolls in, by the keyboard as well: keys move it from anywhere on it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QWidget

from widgets.scrolled import Scrolled

KEYS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class Scroll(Scrolled):
    """Shows a page whose controls Tab stops at; it is no stop itself, so that each can be seen."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by a line, by a page, or to an end."""
        action = KEYS.get(Qt.Key(event.key()))
        if action is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.verticalScrollBar().triggerAction(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll by the keys with which a button else would go to the next one."""
        if isinstance(event, QKeyEvent) and isinstance(watched, QAbstractButton):
            is_arrow = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            if is_arrow and event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
                return True
            return False
        return bool(super().eventFilter(watched, event))

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        """Show what got the keys, and hear those of its keys that scroll."""
        if isinstance(now, QAbstractButton) and self.isAncestorOf(now):
            now.installEventFilter(self)
        super()._follow(before, now)
