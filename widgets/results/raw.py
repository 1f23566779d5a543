"""The event behind a decision as it stands in the data: its name, its time, every property."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from journeys.simulation.evidence import Seen
from widgets.floating import Floating
from widgets.results.look import label, paragraph, sheet
from widgets.results.words import breakable
from widgets.theme import META, SECONDARY, SENTENCE, TABLE_FIGURE, Theme

WIDE = 360
HIGHEST = 420
MORE = """
QFrame#RawEvent QScrollArea, QFrame#RawEvent QWidget#properties {{ background: {t.card}; }}
"""


class RawEvent(Floating):
    """A sheet over the window that Escape or a click elsewhere closes."""

    def __init__(self, event: Seen, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("RawEvent")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dress(theme, sheet(theme) + MORE.format(t=theme))
        self.setAccessibleName(self.tr("The event {0}, {1}").format(event.name, event.clock))
        self.name = paragraph(SENTENCE, "", breakable(event.name))
        self.clock = label(META, "second", event.clock)
        self.properties = event.properties
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(self.clock)
        column.addSpacing(6)
        column.addWidget(self._table())
        self.setFixedWidth(WIDE)

    def _table(self) -> QWidget:
        inner = QWidget()
        inner.setObjectName("properties")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, said) in enumerate(self.properties):
            grid.addWidget(label(SECONDARY, "second", name), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(paragraph(TABLE_FIGURE, "", breakable(said)), row, 1)
        if not self.properties:
            grid.addWidget(label(SECONDARY, "second", self.tr("It has no properties.")), 0, 0)
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setWidget(inner)
        room.setFixedHeight(min(inner.sizeHint().height() + 4, HIGHEST))
        return room

    def show_at(self, place: QPoint) -> None:
        """Show it with its top right corner at a place of the screen, on the screen."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = max(screen.left(), min(place.x() - self.width(), screen.right() - self.width()))
        top = max(screen.top(), min(place.y(), screen.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.setFocus()
