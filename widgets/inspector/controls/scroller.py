"""More than fits is scrolled, and what is worked on is always in sight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

AROUND = 24


class Scroller(QScrollArea):
    """Shows a part that may be higher than it is, and goes to whatever inside gets the focus."""

    def __init__(self, what: str, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(what)
        self.setWidget(content)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, control: QWidget | None) -> None:
        content = self.widget()
        if control is None or content is None or not content.isAncestorOf(control):
            return
        if (layout := content.layout()) is not None:
            layout.activate()
        self.ensureWidgetVisible(control, 0, AROUND)
