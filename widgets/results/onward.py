"""The other journeys that a story leads into or comes from, each to be opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journeys.document.journey import Journey
from widgets.lettering import cut, tip, visible
from widgets.results.look import button, icon
from widgets.theme import BUTTON, Theme

ROOM = 250


class Onward(QWidget):
    """Stands below a story; `asked` carries the id of a journey that somebody wants to open."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._journeys: tuple[Journey, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 0, 8, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_journeys(self, journeys: tuple[Journey, ...]) -> None:
        """Offer to open these; none of them: stand aside."""
        self._journeys = journeys
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for journey in journeys:
            words = self.tr("Open \u201c{}\u201d").format(visible(journey.name))
            made = button(cut(words, BUTTON, ROOM).replace("&", "&&"), has_icon=True)
            made.setAccessibleName(words)
            made.setToolTip(tip(words))
            made.clicked.connect(lambda _=False, id_=journey.id: self.asked.emit(id_))
            self._column.addWidget(made)
        self._dress()
        self.setVisible(bool(journeys))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the panel's."""
        self._theme = theme
        self._dress()

    def _dress(self) -> None:
        for place in range(self._column.count()) if self._theme is not None else ():
            item = self._column.itemAt(place)
            made = item.widget() if item is not None else None
            if isinstance(made, QPushButton) and self._theme is not None:
                made.setIcon(icon("route", self._theme.ink))
