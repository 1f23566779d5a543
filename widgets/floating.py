"""What opens over the window: cards that close when one looks elsewhere, and menus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from widgets.corners import round_corners
from widgets.theme import FAMILY, Theme

LOOK = "floating"
RADIUS, MENU_RADIUS = 12, 8
SHEET = """
QFrame[look="floating"] {{ background: {t.card}; border: 1px solid {t.border};
  border-radius: {radius}px; }}
QMenu {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.border};
  border-radius: {menu_radius}px; padding: 6px; font: 500 13px '{f}'; }}
QMenu::item {{ padding: 7px 28px 7px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {t.hover}; }}
QMenu::item:disabled {{ color: {t.third_ink}; background: {t.card}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 6px 4px; }}
"""


def floating(theme: Theme) -> str:
    """Return the style sheet of what opens over the window: its ground, its line, its corners."""
    return SHEET.format(t=theme, f=FAMILY, radius=RADIUS, menu_radius=MENU_RADIUS)


class Floating(QFrame):
    """A card over the window. Esc and a click elsewhere close it."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", LOOK)
        round_corners(self, RADIUS)

    def dress(self, theme: Theme, sheet: str) -> None:
        """Take the colours of a theme; `sheet` says how that looks which is inside."""
        self.setStyleSheet(sheet + floating(theme))


class Menu(QMenu):
    """A menu with round corners."""

    def __init__(self, parent: QWidget, title: str = "") -> None:
        super().__init__(title, parent)
        round_corners(self, MENU_RADIUS)
