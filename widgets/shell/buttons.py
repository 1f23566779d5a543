"""Buttons of the window, each with a name for screen readers and its shortcut in the hint."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from widgets.icons import drawn_icon
from widgets.theme import Theme

BAR = 32
ICON = 18
BUTTON_ICON = 16


def press_focused(event: QKeyEvent) -> bool:
    """Press the button in focus with Enter, as Space does; False where there is none."""
    here = QApplication.focusWidget()
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
    if is_enter and isinstance(here, QAbstractButton):
        here.click()
        return True
    return False


class IconButton(QToolButton):
    """A square button that shows an icon alone."""

    def __init__(self, icon: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setFixedSize(BAR, BAR)
        self.setIconSize(QSize(ICON, ICON))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.say(words)

    def say(self, words: str, shortcut: str = "") -> None:
        """Say what the button does, to those who hover and to those who listen."""
        self.setAccessibleName(words)
        self.setToolTip(f"{words}  {shortcut}".rstrip())

    def setMenu(self, menu: QMenu) -> None:
        """Open a menu; when it closes the button is at rest again, unless the mouse is on it."""
        super().setMenu(menu)
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._rest))

    def _rest(self) -> None:
        """Look as where the mouse is now: while a menu is open nobody tells that it has left."""
        is_over = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=is_over)
        self.setDown(False)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in the colours of a theme."""
        self.setIcon(drawn_icon(self._icon, theme.second_ink, ICON))


class Button(QPushButton):
    """A button with words; `look` is plain, filled, soft or link."""

    def __init__(
        self, words: str, look: str = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(f" {words}" if icon else words, parent)
        self._icon = icon
        self.setProperty("look", look)
        self.setIconSize(QSize(BUTTON_ICON, BUTTON_ICON))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)

    def say(self, words: str) -> None:
        """Show other words."""
        self.setText(f" {words}" if words and self._icon else words)
        self.setAccessibleName(words)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in the colours of a theme."""
        inks = {"filled": theme.on_accent, "soft": theme.accent, "link": theme.accent}
        if self._icon:
            ink = inks.get(str(self.property("look")), theme.ink)
            off = theme.second_ink if ink == theme.on_accent else ""
            self.setIcon(drawn_icon(self._icon, ink, BUTTON_ICON, off))
