"""The card by which events of one's own are brought in: drop a file on it, or choose a format."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from widgets.icons import drawn_icon
from widgets.shell.buttons import Button
from widgets.shell.home.lettered import Lettered, label
from widgets.shell.home.stops import Stops
from widgets.theme import Theme

HIGH = 172
ICON = 20
NARROW = 330
FORMATS = (
    ("csv", "CSV", "file-text"),
    ("jsonl", "JSON Lines", "braces"),
    ("parquet", "Parquet", "table-2"),
)


class DropZone(QFrame):
    """Where a file can be dropped; a click or Enter asks for one. It lights up under a file."""

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Drop")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(60)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(14, 8, 14, 8)
        inside.setSpacing(12)
        sign = label("", "line", self)
        sign.setPixmap(drawn_icon("file-up", theme.accent, ICON).pixmap(ICON, ICON))
        inside.addWidget(sign)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addStretch(1)
        what = self.tr("Drop a file here")
        said.addWidget(label(what, "control", self))
        more = self.tr("Events of your customers")
        said.addWidget(Lettered(more, "line", self))
        said.addStretch(1)
        inside.addLayout(said, 1)
        self.setAccessibleName(f"{what}. {more}")

    def light(self, *, is_over: bool) -> None:
        """Light up while a file is dragged over the window."""
        self.setProperty("is_over", "yes" if is_over else "")
        self.style().unpolish(self)
        self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for a file."""
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for a file."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class ImportCard(QFrame):
    """`asked` carries the ending of the format to choose from, or nothing for any of them."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "box")
        self.setMinimumHeight(HIGH)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 17, 16, 16)
        column.setSpacing(12)
        heading = QHBoxLayout()
        heading.addWidget(label(self.tr("Import your data"), "card", self))
        heading.addStretch(1)
        self._promise = label(self.tr("Nothing leaves this computer"), "line", self)
        heading.addWidget(self._promise)
        column.addLayout(heading)
        self.zone = DropZone(theme, self)
        self.zone.pressed.connect(lambda: self.asked.emit(""))
        column.addWidget(self.zone, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.formats: dict[str, Button] = {}
        for ending, words, icon in FORMATS:
            button = Button(words, "small", icon, self)
            button.set_theme(theme)
            button.setToolTip(self.tr("Choose files of events: {}").format(words))
            button.clicked.connect(lambda _=False, ending=ending: self.asked.emit(ending))
            self.formats[ending] = button
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._stops = Stops(tuple(self.formats.values()), self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what a narrow card has no room for."""
        super().resizeEvent(event)
        self._promise.setVisible(self.width() >= NARROW)
