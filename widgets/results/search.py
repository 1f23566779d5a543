"""The field that finds a customer by name or id, and the key that leads to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit

from widgets.results.look import label
from widgets.theme import META

KEY = """
QLabel {{ color: {t.second_ink}; background: {t.panel}; border: 1px solid {t.border};
  border-radius: 5px; padding: 2px 6px; }}
"""


class Search(QLineEdit):
    """A field for a customer's id; the down key and Enter go on to the list."""

    down_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the list, or type."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down_asked.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def keycap(search: QLineEdit) -> QLabel:
    """Return the key that leads to a field, as it is drawn at the field's end."""
    made = label(META, "key", "/")
    row = QHBoxLayout(search)
    row.setContentsMargins(0, 0, 7, 0)
    row.addStretch(1)
    row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made
