"""The card of the sample shop: its picture, what is in it, and the button to use it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from widgets.icons import drawn_icon
from widgets.shell.buttons import Button
from widgets.shell.home.lettered import label
from widgets.shell.home.row import SPAN
from widgets.shell.home.scenery import Scenery
from widgets.theme import Theme

HIGH, HIGH_ALONE = 172, 264
PICTURE, PICTURE_ALONE = 128, 418
ICON = 14


class ShopCard(QFrame):
    """Offers the made-up shop; `asked` is sent by its button.

    `alone` it stands large on an empty Home, and its button opens something to try there.
    """

    asked = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget, *, is_in_use: bool, alone: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "box")
        self.setMinimumHeight(HIGH_ALONE if alone else HIGH)
        self._alone = alone
        self.setProperty(SPAN, 2 if alone else 1)
        self._scenery = Scenery(theme, self)
        self._scenery.setFixedWidth(PICTURE)
        self.button: Button | None = None
        said = QVBoxLayout()
        said.setContentsMargins(*((28, 28, 28, 28) if alone else (18, 16, 16, 16)))
        said.setSpacing(10 if alone else 6)
        self._say(said)
        said.addStretch(1)
        said.addLayout(self._foot(theme, is_in_use=is_in_use))
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(self._scenery)
        row.addLayout(said, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the picture as there is room for beside the words."""
        super().resizeEvent(event)
        most, part = (PICTURE_ALONE, 2) if self._alone else (PICTURE, 3)
        self._scenery.setFixedWidth(min(most, self.width() // part))

    def _say(self, said: QVBoxLayout) -> None:
        title = self.tr("Try the sample shop") if self._alone else self.tr("The sample shop")
        said.addWidget(label(title, "page" if self._alone else "card", self))
        words = self.tr(
            "10,000 invented customers with ninety days of visits, carts and orders. "
            "Try anything, break nothing."
        )
        text = label(words, "body" if self._alone else "line", self)
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        said.addWidget(text)

    def _foot(self, theme: Theme, *, is_in_use: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        if self._alone or not is_in_use:
            words = self.tr("Open a journey there") if self._alone else self.tr("Use the shop")
            self.button = Button(words, "soft", parent=self)
            self.button.setObjectName("Tall")
            self.button.clicked.connect(self.asked)
            self.button.set_theme(theme)
            row.addWidget(self.button)
        else:
            sign = QLabel(self)
            sign.setPixmap(drawn_icon("check", theme.good, ICON).pixmap(ICON, ICON))
            row.addWidget(sign)
            row.addWidget(label(self.tr("In use"), "good", self))
        row.addStretch(1)
        return row
