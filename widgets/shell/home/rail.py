"""Home with its rail: at the left, whose customers journeys are tried on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from widgets.icons import drawn_icon
from widgets.lettering import cut, tip
from widgets.shell.home.content import HomeContent
from widgets.shell.home.lettered import label
from widgets.shell.home.page import Home
from widgets.shell.look import controls
from widgets.theme import CARD_LINE, Theme

WIDTH = 224
NARROW = 1_100
SIGN, ICON = 32, 18
PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
ROOM = WIDTH - 2 * 12 - SIGN - 32
MORE = """
#Rail {{ background: {t.panel}; border-right: 1px solid {t.line}; }}
#Customers {{ background: {t.field}; border: 1px solid {t.line}; border-radius: 8px; }}
#Customers:focus {{ border: 2px solid {t.accent}; }}
#Sign {{ background: {t.good_ground}; border-radius: 7px; }}
#Here {{ background: {t.accent_soft}; border-radius: 8px; }}
#Here QLabel {{ color: {t.accent}; font: 600 13px '{f}'; }}
"""


class Customers(QFrame):
    """Whose customers are in use; a click or Enter asks how their files were read."""

    pressed = Signal()

    def listen(self, *, is_listening: bool) -> None:
        """Let it be pressed, or not."""
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if is_listening else policy.NoFocus)
        shape = Qt.CursorShape
        self.setCursor(shape.PointingHandCursor if is_listening else shape.ArrowCursor)

    @property
    def is_listening(self) -> bool:
        """True while it can be pressed."""
        return self.focusPolicy() is not Qt.FocusPolicy.NoFocus

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask how the files were read."""
        if self.is_listening and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask how the files were read."""
        if self.is_listening and event.key() in PRESSES:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class Rail(QWidget):
    """Stands at the left of Home; `columns_asked` when the card of imported events is pressed."""

    columns_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._of_shop = theme, True
        self.setObjectName("Rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 20)
        column.setSpacing(12)
        self.customers = self._customers()
        self.customers.pressed.connect(self.columns_asked)
        column.addWidget(self.customers)
        column.addWidget(self._here())
        column.addStretch(1)
        self._foot = label(self.tr("Stored on this computer"), "line", self)
        column.addWidget(self._foot)
        self.set_theme(theme)

    def _customers(self) -> Customers:
        frame = Customers(self)
        frame.setObjectName("Customers")
        row = QHBoxLayout(frame)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(10)
        self._sign = QLabel(frame)
        self._sign.setObjectName("Sign")
        self._sign.setFixedSize(SIGN, SIGN)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._sign)
        said = QVBoxLayout()
        said.setSpacing(1)
        self._name = label("", "card", frame)
        self._line = label("", "line", frame)
        said.addWidget(self._name)
        said.addWidget(self._line)
        row.addLayout(said, 1)
        return frame

    def _here(self) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("Here")
        row = QHBoxLayout(frame)
        row.setContentsMargins(10, 9, 10, 9)
        row.setSpacing(10)
        self._house = QLabel(frame)
        row.addWidget(self._house)
        row.addWidget(QLabel(self.tr("Home"), frame))
        row.addStretch(1)
        return frame

    def show_content(self, content: HomeContent) -> None:
        """Show whose customers are in use."""
        name = self.tr("Sample shop") if content.is_sample_shop else self.tr("Your events")
        self._name.setText(name)
        self._line.setText(cut(content.customers, CARD_LINE, ROOM))
        self._line.setToolTip(tip(content.customers))
        self._of_shop = content.is_sample_shop
        self.customers.listen(is_listening=not self._of_shop)
        said = "" if self._of_shop else self.tr("See how the file was read, column by column.")
        self.customers.setToolTip(said)
        self.customers.setAccessibleName(f"{name}, {content.customers}")
        self.customers.setAccessibleDescription(said)
        self._show_sign()

    def _show_sign(self) -> None:
        icon = "store" if self._of_shop else "file-text"
        self._sign.setPixmap(drawn_icon(icon, self._theme.good, ICON).pixmap(ICON, ICON))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(controls(theme, MORE))
        self._theme = theme
        self._show_sign()
        self._house.setPixmap(drawn_icon("house", theme.accent, ICON).pixmap(ICON, ICON))


class HomeRoom(QWidget):
    """Home and its rail, which a narrow window has no room for; `shown` when it comes into view."""

    shown = Signal()

    def __init__(self, home: Home, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.home = home
        self.rail = Rail(theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(home, 1)

    def show_content(self, content: HomeContent) -> None:
        """Show other content."""
        self.rail.show_content(content)
        self.home.show_content(content)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.rail.set_theme(theme)
        self.home.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that Home comes into view: what it shows may have changed meanwhile."""
        super().showEvent(event)
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the rail out of a narrow window."""
        super().resizeEvent(event)
        self.rail.setVisible(self.width() >= NARROW)
