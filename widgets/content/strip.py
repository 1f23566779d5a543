"""The strip under a message: what it knows of the customer in view, and how old that is."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeys.context.lineage import Verdict
from widgets.content.badge import HIGH, badge_width, paint_badge
from widgets.content.known import Stop
from widgets.content.look import label, rule
from widgets.content.offers import ORDER
from widgets.content.way import Way
from widgets.icons import drawn_icon
from widgets.shell.buttons import IconButton
from widgets.theme import CONTROL_SMALL, SECONDARY, Theme

HEAD, GAP, ICON = 38, 8, 18
LOW = 644
ROOMY = 760


class Key(QWidget):
    """Says what the badges mean."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setFixedSize(round(sum(map(badge_width, Verdict)) + 2 * GAP) + 2, HIGH + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the three badges."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = float(self.width() - 1)
        for verdict in reversed(ORDER):
            paint_badge(painter, right, self.height() / 2, verdict, self.theme)
            right -= badge_width(verdict) + GAP
        painter.end()


class Strip(QWidget):
    """Shows the way to the message; folds to its head in a low window, or when it is asked to.

    `pressed` carries the name of a variable.
    """

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("WriterBody")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._asked: bool | None = None
        self._is_low = False
        self.title = label(CONTROL_SMALL, "strong", self.tr("What this message knows"))
        self.line = label(SECONDARY, "second")
        self.line.setMinimumWidth(1)
        self.key = Key(theme)
        self.fold = IconButton("chevron-down", "")
        self.way = Way(theme)
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 14, 0)
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.line, 1)
        head.addWidget(self.key)
        head.addWidget(self.fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addLayout(head)
        column.addWidget(self.way)
        self.way.pressed.connect(self.pressed)
        self.fold.clicked.connect(self._turn)
        self.fold.setFixedHeight(HEAD)
        self.hide()
        self.set_theme(theme)

    @property
    def is_folded(self) -> bool:
        """True while only the head is shown."""
        return self._is_low if self._asked is None else self._asked

    def show_way(self, stops: Sequence[Stop], called: str = "", moment: str = "") -> None:
        """Show the way of another customer; without stops there is no strip."""
        self.line.setText(self.tr("for {0}, at {1}").format(called, moment))
        self.way.show_stops(stops)
        self.setVisible(bool(stops))

    def fit(self, size: QSize) -> None:
        """Fold in a low window, unless a person has said otherwise."""
        self._is_low = size.height() < LOW
        self.key.setVisible(size.width() >= ROOMY)
        self._show_fold()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = self.key.theme = theme
        self.way.set_theme(theme)
        self.key.update()
        self._show_fold()

    def event(self, event: QEvent) -> bool:
        """Fold and unfold when the head is pressed."""
        if event.type() is QEvent.Type.MouseButtonPress and event.position().y() <= HEAD:  # type: ignore[attr-defined] # a QMouseEvent
            self._turn()
            return True
        return super().event(event)

    def _turn(self) -> None:
        self._asked = not self.is_folded
        self._show_fold()

    def _show_fold(self) -> None:
        self.way.setVisible(not self.is_folded)
        words = self.tr("Show what this message knows") if self.is_folded else self.tr("Fold away")
        self.fold.say(words)
        icon = "chevron-up" if self.is_folded else "chevron-down"
        self.fold.setIcon(drawn_icon(icon, self._theme.second_ink, ICON))
