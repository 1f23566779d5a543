"""A control that shows what was picked, and opens a list to pick something else."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.icons import drawn_icon, paint_icon
from widgets.inspector.controls.picking import Option, PickList
from widgets.inspector.controls.popup import PADDING, Popup
from widgets.inspector.controls.token import PressButton
from widgets.inspector.look import CONTROL_HEIGHT
from widgets.inspector.speech import translate
from widgets.lettering import cut, font, tip, visible, width
from widgets.theme import CONTROL, Theme

CHEVRON = 14
ROOM = 46
ICON = 16
AROUND, LEAST = 64, 150  # of a list: what stands around its texts, and how narrow it may be


class Picker(PressButton):
    """A button 32 high with what is picked; `picked` carries another value when one is."""

    picked = Signal(str)
    closed = Signal()

    def __init__(
        self, what: str, theme: Theme, parent: QWidget | None = None, *, is_open: bool = False
    ) -> None:
        super().__init__(what, "picker", parent)
        self._what, self._theme, self._is_open = what, theme, is_open
        self._offered: tuple[Option, ...] = ()
        self.value = ""
        self._text = ""
        self.setFont(font(CONTROL))
        self.setFixedHeight(CONTROL_HEIGHT)
        self.setIconSize(QSize(ICON, ICON))
        self.clicked.connect(self.open)
        self.popup: Popup | None = None

    def show_icon(self, name: str, colour: str) -> None:
        """Put an icon before the text."""
        self.setIcon(drawn_icon(name, colour, ICON))

    @property
    def offered(self) -> tuple[Option, ...]:
        """What can be picked."""
        return self._offered

    def offer(self, offered: tuple[Option, ...]) -> None:
        """Offer these."""
        self._offered = offered

    def show_value(self, value: str) -> None:
        """Show what is picked."""
        self.value = value
        found = (each.text for each in self._offered if each.value == value)
        self._text = visible(next(found, value)) or translate("Inspector", "Choose one")
        self.setAccessibleName(f"{self._what}: {self._text}")
        self._fit()

    def open(self) -> None:
        """Open the list."""
        picking = PickList(self._what, self._offered, self.value, is_open=self._is_open)
        longest = max((width(each.text, CONTROL) for each in self._offered), default=0)
        needed = max(round(longest) + AROUND, self.width() - 2 * PADDING - 2)
        picking.setFixedWidth(min(picking.width(), max(needed, LEAST)))
        self.popup = Popup(picking, self._theme, self)
        picking.picked.connect(self.take)
        self.popup.closed.connect(self._forget)
        self.popup.open()

    def sizeHint(self) -> QSize:
        """Return the room its text needs."""
        return QSize(round(width(self._text, CONTROL)) + ROOM, CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return that the text may be cut."""
        return QSize(ROOM, CONTROL_HEIGHT)

    def resizeEvent(self, event: object) -> None:
        """Cut the text to the room there is."""
        del event
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button and the arrow that says that it opens."""
        super().paintEvent(event)
        painter = QPainter(self)
        area = QRectF(
            QPointF(self.width() - CHEVRON - 10, (self.height() - CHEVRON) / 2),
            QPointF(self.width() - 10, (self.height() + CHEVRON) / 2),
        )
        paint_icon(painter, "chevron-down", area, self._theme.second_ink)
        painter.end()

    def _fit(self) -> None:
        icon = 0 if self.icon().isNull() else ICON + 4
        shown = cut(self._text, CONTROL, max(20, self.width() - ROOM + 2 - icon))
        self.setText(shown.replace("&", "&&"))
        has_raw = self._is_open and self.value != self._text
        self.setToolTip(tip(self.value if has_raw else self._text if shown != self._text else ""))

    def take(self, value: str) -> None:
        """Take a value as picked."""
        if self.popup:
            self.popup.close()
        if value != self.value:
            self.show_value(value)
            self.picked.emit(value)

    def _forget(self) -> None:
        self.popup = None
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
