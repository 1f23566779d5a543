"""More than fits is scrolled, and what is worked on with the keys is always in sight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

AROUND = 24


class Scrolled(QScrollArea):
    """Shows a part that may be higher than it is, and goes to whatever inside gets the keys.

    What is clicked stays where the mouse is, else its release would miss it; and what gets the keys
    back with its window stays where it was left.
    """

    def __init__(self, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last: QWidget | None = None
        self.setWidgetResizable(True)
        if content is not None:
            self.setWidget(content)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        content = self.widget()
        if now is None or content is None or not content.isAncestorOf(now):
            return
        is_back = before is None and now is self._last
        is_pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        self._last = now
        if is_back or is_pressed:
            return
        if (layout := content.layout()) is not None:
            layout.activate()
        self.ensureWidgetVisible(now, 0, AROUND)
