"""Why somebody got no message: the first thing that stopped it, and whether silence was right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeys.simulation.verdict import Verdict
from widgets.results.entries import shortened
from widgets.results.look import label, paragraph, pixmap
from widgets.results.words import breakable
from widgets.theme import CONTROL, SECONDARY, SENTENCE, Theme

MARK = 18


class Why(QFrame):
    """A card above the story."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "verdict")
        self.setAccessibleName(self.tr("The first thing that stopped it"))
        self._mark = label(SECONDARY)
        self.what = paragraph(SENTENCE)
        self.where = paragraph(SECONDARY, "second")
        self.close_by = paragraph(SECONDARY, "second")
        lines = QVBoxLayout()
        lines.setSpacing(3)
        lines.addWidget(label(SECONDARY, "second", self.tr("The first thing that stopped it")))
        for part in (self.what, self.where, self.close_by):
            lines.addWidget(part)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(10)
        box.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(lines, 1)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show what stopped it; nothing where nothing did."""
        self.setVisible(verdict is not None)
        if verdict is None:
            return
        self.what.setText(breakable(shortened(verdict.what, verdict.when)))
        self.where.setText(breakable(f"{verdict.step}, {shortened(verdict.when, '')}"))
        self.close_by.setText(breakable(verdict.close))
        self.close_by.setVisible(bool(verdict.close))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the panel's."""
        self._mark.setPixmap(pixmap("circle-x", theme.bad, MARK))


class Right(QFrame):
    """A green line below the story: silence was right, and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "right")
        self._mark = label(SECONDARY)
        self.line = paragraph(CONTROL, "good")
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(10)
        box.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.line, 1)

    def show_line(self, said: str) -> None:
        """Say why silence was right, or nothing."""
        self.line.setText(breakable(said))
        self.setVisible(bool(said))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the panel's."""
        self._mark.setPixmap(pixmap("circle-check", theme.good, MARK))
