"""All that a result stands on, in a sheet: what ran, on whom, and every assumption."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.floating import Floating
from widgets.results.look import fit, paragraph, sheet
from widgets.results.words import breakable
from widgets.theme import BODY, SENTENCE, Theme

WIDE = 520
INSIDE = 18


class Ground(Floating):
    """A sheet over the window that Escape or a click elsewhere closes."""

    def __init__(
        self, title: str, lines: Sequence[str], theme: Theme, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dress(theme, sheet(theme))
        self.setAccessibleName(title)
        self.lines = tuple(lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSIDE, 14, INSIDE, 16)
        column.setSpacing(8)
        parts = [paragraph(SENTENCE, "", title)]
        parts += [paragraph(BODY, "", breakable(line)) for line in lines]
        for part in parts:
            column.addWidget(part)
            part.ensurePolished()
            fit(part, WIDE - 2 * INSIDE - 2)

    def show_under(self, below: QWidget) -> None:
        """Show it under a part of the window, on the screen."""
        self.adjustSize()
        at = below.mapToGlobal(QPoint(below.width() - self.width(), below.height() + 6))
        screen = self.screen().availableGeometry()
        self.move(
            max(screen.left() + 8, min(at.x(), screen.right() - self.width())),
            max(screen.top(), min(at.y(), screen.bottom() - self.height())),
        )
        self.show()
        self.setFocus()
