"""Buttons of the panel: those with words, and those that show an icon alone."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.icons import drawn_icon
from widgets.inspector.controls.token import PressButton
from widgets.inspector.look import CONTROL_HEIGHT, TOKEN_HEIGHT
from widgets.lettering import font
from widgets.theme import BUTTON, CONTROL, Theme

ICON = 16
SMALL = 24


class LinkButton(PressButton):
    """Words in the accent colour behind a plus: adds something."""

    def __init__(self, words: str, what: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(what, "link", parent)
        self.setText(words.replace("&", "&&"))
        self.setFont(font(BUTTON))
        self.setFixedHeight(TOKEN_HEIGHT)
        self.setIcon(drawn_icon("plus", theme.accent, ICON))
        self.setIconSize(QSize(ICON, ICON))

    def say(self, words: str) -> None:
        """Show other words."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)


class PlainButton(PressButton):
    """Words on a button with a border."""

    def __init__(self, words: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(what, "plain", parent)
        self.setText(words.replace("&", "&&"))
        self.setFont(font(CONTROL))
        self.setFixedHeight(CONTROL_HEIGHT)


class IconButton(PressButton):
    """A square that shows an icon alone, and says in words what it does."""

    def __init__(self, icon: str, what: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(what, "icon", parent)
        self.setToolTip(what)
        self.setFixedSize(SMALL, SMALL)
        self.setIcon(drawn_icon(icon, theme.second_ink, ICON))
        self.setIconSize(QSize(ICON, ICON))


class DisclosureButton(PressButton):
    """Words with an arrow that shows or hides what follows."""

    def __init__(self, words: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(words, "link", parent)
        self.setText(words)
        self.setFont(font(CONTROL))
        self.setCheckable(True)
        self.setFixedHeight(TOKEN_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setIcon(drawn_icon("chevron-down", theme.accent, ICON))
        self.setIconSize(QSize(ICON, ICON))
