"""The frame of the window: what comes from outside, dropped files and the wish to close."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtWidgets import QWidget

from widgets.shell.buttons import press_focused


class Frame(QWidget):
    """A window. `dropped` carries the paths of files, `closing` the event, for who may refuse it.

    `dragged` says whether files are held over the window just now.
    `scheme_changed` is sent when the system goes from light to dark or back.
    """

    dropped = Signal(object)
    dragged = Signal(bool)
    closing = Signal(object)
    scheme_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.scheme_changed)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window is about to close."""
        self.closing.emit(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button in focus with Enter, too."""
        if not press_focused(event):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dragged.emit(True)  # noqa: FBT003 the value of a signal

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Tell that the files went elsewhere."""
        super().dragLeaveEvent(event)
        self.dragged.emit(False)  # noqa: FBT003 the value of a signal

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which files were dropped."""
        urls = event.mimeData().urls()
        event.acceptProposedAction()
        self.dragged.emit(False)  # noqa: FBT003 the value of a signal
        self.dropped.emit(tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile()))


def is_dark() -> bool:
    """Say whether the system asks for dark colours."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
