"""Buttons of the panel: those with words, and those that show an icon alone."""

from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from widgets.icons import drawn_icon
from widgets.inspector.controls.token import PressButton
from widgets.inspector.look import CONTROL_HEIGHT, TOKEN_HEIGHT
from widgets.lettering import cut, font, tip, width
from widgets.theme import BUTTON, CONTROL, Theme

ICON = 16
SMALL = 24
LEAST = 60


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
    """Words on a button with a border; cut where its room ends, and then told when pointed at."""

    def __init__(self, words: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(what, "plain", parent)
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setFont(font(CONTROL))
        self.setFixedHeight(CONTROL_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of all words."""
        hint, left_out = super().sizeHint(), width(self._words, CONTROL) - self._shown
        return QSize(hint.width() + ceil(left_out), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return the size of a few letters."""
        whole = self.sizeHint()
        return QSize(min(LEAST, whole.width()), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words where there is too little room for them."""
        super().resizeEvent(event)
        whole = self.sizeHint().width()
        is_cut = self.width() < whole
        room = self.width() - (whole - width(self._words, CONTROL))
        shown = cut(self._words, CONTROL, max(room, 1)) if is_cut else self._words
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(tip(self._words) if is_cut else "")

    @property
    def _shown(self) -> float:
        return width(self.text().replace("&&", "&"), CONTROL)


class IconButton(PressButton):
    """A square that shows an icon alone, and says in words what it does."""

    def __init__(self, icon: str, what: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(what, "icon", parent)
        self.setToolTip(what)
        self.setFixedSize(SMALL, SMALL)
        self.setIcon(drawn_icon(icon, theme.second_ink, ICON))
        self.setIconSize(QSize(ICON, ICON))


def beside_line(button: QWidget) -> QWidget:
    """Return a part that holds a button at the middle of the first line of what it stands beside.

    A line of words and one to write in are equally high.
    """
    made = QWidget()
    column = QVBoxLayout(made)
    above = (CONTROL_HEIGHT - SMALL) // 2
    column.setContentsMargins(0, above, 0, 0)
    column.addWidget(button)
    column.addStretch(1)
    return made


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
