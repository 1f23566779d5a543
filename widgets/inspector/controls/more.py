"""What is seldom needed, folded away."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.inspector.controls.buttons import DisclosureButton
from widgets.inspector.speech import translate
from widgets.theme import Theme


class More(QWidget):
    """A line 'More' that unfolds what stands beneath."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.button = DisclosureButton(translate("Inspector", "More"), theme)
        self.button.toggled.connect(self._fold)
        self._body = QWidget()
        self._inside = QVBoxLayout(self._body)
        self._inside.setContentsMargins(0, 4, 0, 0)
        self._inside.setSpacing(12)
        self._body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.button)
        column.addWidget(self._body)

    @property
    def is_used(self) -> bool:
        """True when there is something to unfold."""
        return self._inside.count() > 0

    def take(self, part: QWidget) -> None:
        """Put something inside."""
        self._inside.addWidget(part)

    def _fold(self, is_open: bool) -> None:  # noqa: FBT001 Qt's signal
        self._body.setVisible(is_open)
