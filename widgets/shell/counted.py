"""The chip beside the zoom bar: which customers the counts on the canvas are of."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from widgets.icons import drawn_icon
from widgets.lettering import cut, visible, width
from widgets.shell.look import controls
from widgets.theme import SECONDARY, Theme

HIGH, ICON, WIDEST, ROOM = 38, 16, 340, 48
MORE = """
#Counted {{ background: {t.panel}; color: {t.second_ink}; border: 1px solid {t.border};
  border-radius: 8px; padding: 0 8px; font: 400 12px '{f}'; }}
#Counted:hover {{ background: {t.hover}; }}
#Counted:focus {{ border: 2px solid {t.accent}; padding: 0 7px; }}
"""


class CountedChip(QToolButton):
    """Says who is counted; its menu, which the window gives it, chooses others."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Counted")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(ICON, ICON))
        self.set_theme(theme)
        self.say("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu with Enter, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showMenu()
        else:
            super().keyPressEvent(event)

    def say(self, words: str, *, is_counted: bool = False) -> None:
        """Say who is counted, or why nobody is; what is counted is said where the mouse rests."""
        whole = visible(words)
        shown = cut(whole, SECONDARY, WIDEST)
        self.setText(f" {shown}".replace("&", "&&"))
        self.setAccessibleName(whole)
        entries = self.tr("Numbers are entries: a customer may enter more than once.")
        assumed = self.tr("Opened and clicked are assumed until they are measured.")
        meaning = f"{entries}\n{assumed}" if is_counted else ""
        pressed = self.tr("Press to choose other customers.")
        self.setToolTip("\n".join(part for part in (f"{whole}.", meaning, pressed) if part))
        self.setFixedSize(round(width(shown, SECONDARY)) + ROOM if whole else 0, HIGH)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(controls(theme, MORE))
        self.setIcon(drawn_icon("users", theme.second_ink, ICON))
