"""The rooms of a journey as a row of tabs in the middle of the top bar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from widgets.shell.look import controls
from widgets.theme import Theme

HEIGHT = 32
WIDTH = 88
WIDEST = 16_777_215  # Qt's own: no limit
MORE = """
#Tabs {{ background: {t.track}; border-radius: 10px; }}
#Tabs QPushButton {{ background: transparent; border: 1px solid transparent; color: {t.second_ink};
  border-radius: 7px; padding: 0; min-height: 24px; font: 500 13px '{f}'; }}
#Tabs QPushButton:hover {{ color: {t.ink}; }}
#Tabs QPushButton:checked {{ background: {t.card}; border-color: {t.border}; color: {t.ink};
  font: 600 13px '{f}'; }}
#Tabs QPushButton:focus {{ border: 2px solid {t.accent}; min-height: 22px; }}
"""


class Tabs(QWidget):
    """Shows which room is open; `chosen` carries the name of the room that was clicked."""

    chosen = Signal(str)

    def __init__(self, rooms: dict[str, str], parent: QWidget | None = None) -> None:
        """Make a tab for each room: its name, and what is written on it."""
        super().__init__(parent)
        self.setObjectName("Tabs")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Rooms of the journey"))
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        self._buttons: dict[str, QPushButton] = {}
        for room, words in rooms.items():
            button = QPushButton(words, self)
            button.setCheckable(True)
            button.setFixedSize(WIDTH, HEIGHT - 6)
            button.setAccessibleName(words)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _=False, room=room: self.chosen.emit(room))
            row.addWidget(button)
            self._buttons[room] = button
        self.setFixedHeight(HEIGHT)

    def fill(self) -> None:
        """Be as wide as there is room, each tab as wide as the others."""
        for button in self._buttons.values():
            button.setMinimumWidth(0)
            button.setMaximumWidth(WIDEST)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def narrow(self, wide: int) -> None:
        """Make each tab so wide."""
        for button in self._buttons.values():
            button.setFixedWidth(wide)

    @property
    def rooms(self) -> tuple[str, ...]:
        """The names of all rooms."""
        return tuple(self._buttons)

    @property
    def room(self) -> str:
        """The room that is open."""
        return next((room for room, each in self._buttons.items() if each.isChecked()), "")

    def show_room(self, room: str) -> None:
        """Show a room as the open one."""
        self._buttons[room].setChecked(True)

    def button(self, room: str) -> QPushButton:
        """Return the tab of a room."""
        return self._buttons[room]

    def say(self, room: str, words: str, shortcut: str) -> None:
        """Say what a tab shows and its key, to those who hover."""
        self._buttons[room].setToolTip(f"{words}  {shortcut}".rstrip())

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(controls(theme, MORE))
