"""What stands where nobody is explained yet: what to do, or how far the search for people is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from journeys.progress import Progress
from widgets.results.look import button, fit, icon, label, paragraph, pixmap
from widgets.results.words import breakable
from widgets.theme import BODY, PANEL_TITLE, Theme

WIDEST = 300


class Blank(QWidget):
    """Says what is missing, in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("results_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = "users"
        self._theme: Theme | None = None
        self.mark = label(BODY)
        self.title = paragraph(PANEL_TITLE)
        self.line = paragraph(BODY, "second")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the search is"))
        self.start: QPushButton = button(self.tr("Show one of them"))
        self.run: QPushButton = button(self.tr("Test run"), has_icon=True)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self.mark, self.title, self.line):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            part.setFixedWidth(WIDEST)
        self.bar.setFixedWidth(WIDEST)
        for each in (self.mark, self.title, self.line, self.bar, self.start, self.run):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(
        self, title: str, line: str, progress: Progress | None = None, *, is_bad: bool = False
    ) -> None:
        """Say something else."""
        self._icon = "circle-x" if is_bad else "users"
        self.title.setText(breakable(title))
        self.line.setText(breakable(line))
        self.line.setVisible(bool(line))
        for part in (self.title, self.line):
            fit(part, WIDEST)
        self.start.hide()
        self.run.hide()
        self.bar.setVisible(progress is not None)
        if progress is not None:
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
        if self._theme is not None:
            self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the panel's."""
        self._theme = theme
        self.run.setIcon(icon("play", theme.ink))
        ink = theme.bad if self._icon == "circle-x" else theme.accent
        self.mark.setPixmap(pixmap(self._icon, ink, 28))
