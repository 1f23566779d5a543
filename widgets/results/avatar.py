"""A small disc with the initials of a customer, in a colour that is always the same for them."""

from zlib import crc32

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from journeys.simulation.known import Person, initials
from widgets.lettering import font
from widgets.theme import PANEL_TITLE, Style, Theme, Tint

TINTS = ("update", "sms", "push", "email", "wait", "split", "trigger")
SIZE = 44


def colours(customer: str, theme: Theme) -> Tint:
    """Return the colours of a customer, by the id."""
    return theme.tints[TINTS[crc32(customer.encode()) % len(TINTS)]]


def letters(customer: str, name: str) -> str:
    """Return what stands in the disc: initials, or how the id of a nameless customer ends."""
    return initials(name) if name else customer[-2:].upper()


def paint_avatar(
    painter: QPainter, area: QRectF, who: tuple[str, str], theme: Theme, style: Style
) -> None:
    """Paint the disc of a customer, who is known by an id and a name."""
    customer, name = who
    tint = colours(customer, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint.tile))
    painter.drawEllipse(area)
    painter.setPen(QColor(tint.ink))
    painter.setFont(font(style))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letters(customer, name))


class Avatar(QWidget):
    """Shows the disc of one customer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._person = Person("")
        self.setFixedSize(SIZE, SIZE)

    def show_person(self, person: Person) -> None:
        """Show another customer."""
        self._person = person
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        person = self._person
        area = QRectF(self.rect())
        paint_avatar(painter, area, (person.id, person.name), self._theme, PANEL_TITLE)
        painter.end()
