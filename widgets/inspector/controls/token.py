"""A token: one word of a sentence that can be changed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from widgets.icons import drawn_icon
from widgets.inspector.look import TOKEN_HEIGHT, looks
from widgets.lettering import cut, font, tip, visible, width
from widgets.theme import BUTTON, Theme

WIDEST = 236
PADDING = 18
ICON = 14
ICON_GAP = 5
NOTHING = "\u2026"
PRESSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down})


class PressButton(QPushButton):
    """A button that Enter presses as well as Space, and that says what it is for."""

    def __init__(self, what: str, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setAccessibleName(what)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter, too."""
        if event.key() in PRESSING and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.click()
        else:
            super().keyPressEvent(event)


class Token(PressButton):
    """A word to press; its look is event, value, group or lost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "value", parent)
        self.setFixedHeight(TOKEN_HEIGHT)
        self.setIconSize(QSize(ICON, ICON))
        self._wide = self._beside = 0
        self._whole = ""

    def say(self, text: str, look: str, what: str, theme: Theme) -> None:
        """Show a text; `what` says to screen readers what the word is for."""
        self._whole = whole = visible(text) or NOTHING
        self.setFont(font(BUTTON))
        self.setToolTip("")
        self.setAccessibleName(f"{what}: {whole}" if what else whole)
        has_icon = look == "event"
        ink = theme.tints["split"].ink
        self.setIcon(drawn_icon("zap", ink, ICON) if has_icon else QIcon())
        looks(self, look)
        self._beside = PADDING + (ICON + ICON_GAP if has_icon else 0)
        self._wide = round(width(cut(whole, BUTTON, WIDEST), BUTTON)) + self._beside
        self._show(WIDEST)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the word where its line ends."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._wide
        self._show(max(self.width() - self._beside, 1) if is_narrow else WIDEST)

    def _show(self, room: int) -> None:
        shown = cut(self._whole, BUTTON, room)
        self.setText(shown.replace("&", "&&"))
        if shown != self._whole:
            self.setToolTip(tip(self._whole))

    def sizeHint(self) -> QSize:
        """Return the size of the word."""
        return QSize(self._wide, TOKEN_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return that the word may be cut."""
        return QSize(0, TOKEN_HEIGHT)
