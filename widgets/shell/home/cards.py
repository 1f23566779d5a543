"""What all cards on Home have in common: a click or Enter opens them, a menu offers the rest."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from widgets.floating import Menu
from widgets.icons import paint_icon
from widgets.lettering import font, width
from widgets.theme import CONTROL_SMALL, Theme

ARROW = 14
PILL = 28
PILL_MARGIN = 12
NO_OFFERS: Mapping[str, str] = MappingProxyType({})


class Card(QFrame):
    """A card that is opened by a click or by Enter.

    `opened` is sent then; `asked` carries the id of a line of its menu, which a right click or
    the Menu key opens.
    """

    opened = Signal()
    asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "box")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.offers: Mapping[str, str] = NO_OFFERS
        self.menu: Menu | None = None
        self.title: QWidget = self
        self.pill: Pill | None = None
        self.is_pill_kept = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, show the menu with its key."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Menu:
            self.show_menu(self.rect().center())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what else can be done."""
        self.show_menu(event.pos())

    def show_menu(self, at: QPoint) -> None:
        """Show what else can be done, at a place of the card."""
        if not self.offers:
            return
        self.menu = Menu(self)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id_, words in self.offers.items():
            line = self.menu.addAction(words)
            line.setData(id_)
            line.triggered.connect(lambda _=False, id_=id_: self.asked.emit(id_))
        self.menu.popup(self.mapToGlobal(at))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer to go on."""
        super().enterEvent(event)
        if self.pill is not None:
            self.pill.show()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the offer away, but on the first card."""
        super().leaveEvent(event)
        if self.pill is not None:
            self.pill.setVisible(self.is_pill_kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pill in its corner."""
        super().resizeEvent(event)
        if self.pill is not None:
            self.pill.move(self.width() - self.pill.width() - PILL_MARGIN, PILL_MARGIN)


class Pill(QWidget):
    """The word Continue with an arrow; the card it lies on is what is clicked."""

    def __init__(self, words: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._theme = words, theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(round(width(words, CONTROL_SMALL)) + 14 + 8 + ARROW + 12, PILL)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawRoundedRect(self.rect(), PILL / 2, PILL / 2)
        painter.setPen(QColor(self._theme.on_accent))
        painter.setFont(font(CONTROL_SMALL))
        said = QRectF(14, 0, self.width(), PILL)
        painter.drawText(said, int(Qt.AlignmentFlag.AlignVCenter), self._words)
        arrow = QRectF(self.width() - 12 - ARROW, (PILL - ARROW) / 2, ARROW, ARROW)
        paint_icon(painter, "arrow-right", arrow, self._theme.on_accent)
        painter.end()


def steps(owner: QWidget, count: int) -> str:
    """Return how many steps there are, in words."""
    return owner.tr("1 step") if count == 1 else owner.tr("{} steps").format(f"{count:,}")


def rule(parent: QWidget) -> QFrame:
    """Return a thin line across."""
    made = QFrame(parent)
    made.setProperty("look", "rule")
    made.setFixedHeight(1)
    return made
