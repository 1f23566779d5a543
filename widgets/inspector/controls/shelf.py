"""A place of its own for the fields that are asked for apart from the others."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

GAP = 16


class Shelf(QWidget):
    """Holds what a form puts aside, one beneath the other."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(GAP)

    @property
    def is_used(self) -> bool:
        """True when something stands here."""
        return self._inside.count() > 0

    def take(self, part: QWidget) -> None:
        """Put something here."""
        self._inside.addWidget(part)
