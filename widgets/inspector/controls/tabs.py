"""The tabs of a page: what it asks, what is seldom set, and what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from widgets.inspector.controls.token import PressButton
from widgets.inspector.look import MARGIN
from widgets.inspector.speech import translate
from widgets.lettering import font, width
from widgets.theme import BUTTON, CONTROL

HIGH = 36
GAP = 20
ROOM = 2


class Tabs(QWidget):
    """Shows which part of a page is in view; `chosen` carries the name of a part that was pressed.

    A single part needs no tab, and then nothing is shown.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("Inspector", "Parts of the page"))
        self.buttons: dict[str, PressButton] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        self.setFixedHeight(HIGH)
        self.hide()

    def offer(self, parts: tuple[tuple[str, str], ...], shown: str) -> None:
        """Offer these parts by name and words, one of which is in view."""
        if tuple(self.buttons) != tuple(name for name, _ in parts):
            self._make(parts)
        if shown in self.buttons:
            self.buttons[shown].setChecked(True)
        self.setVisible(len(parts) > 1)

    def _make(self, parts: tuple[tuple[str, str], ...]) -> None:
        for button in self.buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {name: self._tab(name, words) for name, words in parts}
        for place, button in enumerate(self.buttons.values()):
            self._row.insertWidget(place, button)

    def _tab(self, name: str, words: str) -> PressButton:
        made = PressButton(words, "tab")
        made.setText(words)
        made.setFont(font(CONTROL))
        made.setMinimumWidth(round(width(words, BUTTON)) + ROOM)  # the chosen one is set bolder
        made.setCheckable(True)
        made.setFixedHeight(HIGH)
        self._group.addButton(made)
        made.clicked.connect(lambda: self.chosen.emit(name))
        return made
