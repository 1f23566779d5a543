"""What stands in place of a message that cannot be shown, and what is said of a slip above one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from widgets.content.look import label
from widgets.content.shown import Slip
from widgets.icons import drawn
from widgets.shell.buttons import Button
from widgets.theme import BODY, CONTROL_SMALL, PANEL_TITLE, SECONDARY, Theme

WIDE, MARK = 320, 28


class Blank(QWidget):
    """An icon, a sentence, what to try, and where it helps the button for a test run."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("PreviewBody")
        self._theme = theme
        self._icon = ""
        self.mark = QLabel()
        self.title = label(PANEL_TITLE, "title", wraps=True)
        self.line = label(BODY, "line", wraps=True)
        self.run = Button(self.tr("Test run"), "plain", "play")
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        column.addStretch(2)
        for each in (self.mark, self.title, self.line, self.run):
            column.addWidget(each, 0, middle)
        column.addStretch(3)
        for text in (self.title, self.line):
            text.setFixedWidth(WIDE)
            text.setAlignment(middle)

    def say(self, icon: str, title: str, line: str, *, runs: bool = False) -> None:
        """Say something; with `runs` a test run is offered."""
        self._icon = icon
        self.title.setText(title)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.run.setVisible(runs)
        for text in (self.title, self.line):
            text.setFixedHeight(max(text.heightForWidth(WIDE), 0))
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.run.set_theme(theme)
        if self._icon:
            ink = theme.bad if self._icon == "circle-x" else theme.accent
            self.mark.setPixmap(drawn(self._icon, ink, MARK))


class SlipBox(QWidget):
    """Says what is wrong; `asked` carries the Slip to go to."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slip: Slip | None = None
        self.words = label(CONTROL_SMALL, "strong", wraps=True)
        self.attempt = label(SECONDARY, "", wraps=True)
        self.go = Button(self.tr("Go there"), "plain")
        box = QFrame()
        box.setProperty("look", "bad")
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.words)
        said.addWidget(self.attempt)
        inner = QHBoxLayout(box)
        inner.setContentsMargins(12, 10, 10, 10)
        inner.addLayout(said, 1)
        inner.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 0)
        column.addWidget(box)
        self.go.clicked.connect(lambda: self.asked.emit(self._slip))
        self.set_theme(theme)
        self.hide()

    def show_slip(self, slip: Slip) -> None:
        """Say another one."""
        self._slip = slip
        self.words.setText(slip.words)
        self.attempt.setText(slip.attempt)
        self.attempt.setVisible(bool(slip.attempt))
        self.go.setVisible(bool(slip.part))
        self.show()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.go.set_theme(theme)
