"""The column beside the words of a part: numbers of lines, and marks where there is a note."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QTextEdit, QWidget

from widgets.content.notes import Note
from widgets.icons import paint_icon
from widgets.lettering import font
from widgets.theme import CHIP, COUNT, Theme

WIDE = 44
MARK = 13


class Gutter(QWidget):
    """Stands at the left inside an editor and follows its lines."""

    def __init__(self, editor: QTextEdit, theme: Theme) -> None:
        super().__init__(editor)
        self._editor = editor
        self._theme = theme
        self._marks: dict[int, bool] = {}
        editor.verticalScrollBar().valueChanged.connect(self.update)
        editor.textChanged.connect(self.update)
        editor.cursorPositionChanged.connect(self.update)

    def mark(self, notes: tuple[Note, ...]) -> None:
        """Mark the lines of notes."""
        self._marks = {}
        for note in notes:
            line = note.place.line
            self._marks[line] = self._marks.get(line, False) or note.is_bad
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers in view."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.field))
        here = self._editor.textCursor().blockNumber()
        cursor = self._editor.cursorForPosition(self._editor.viewport().rect().topLeft())
        block = cursor.block()
        while block.isValid():
            area = self.area(block)
            if area.top() > self.height():
                break
            self._paint_line(
                painter, area, block.blockNumber(), is_here=block.blockNumber() == here
            )
            block = block.next()
        painter.end()

    def area(self, block: QTextBlock) -> QRectF:
        """Return where the number of a block stands in the gutter: beside its first line."""
        line = block.layout().lineAt(0)
        layout = self._editor.document().documentLayout()
        top = layout.blockBoundingRect(block).top() - self._editor.verticalScrollBar().value()
        return QRectF(0, top + line.y() + self._editor.viewport().y(), WIDE, line.height())

    def _paint_line(self, painter: QPainter, area: QRectF, number: int, *, is_here: bool) -> None:
        painter.setFont(font(COUNT if is_here else CHIP))
        painter.setPen(QColor(self._theme.ink if is_here else self._theme.third_ink))
        aligned = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(area.adjusted(0, 0, -10, 0), aligned, str(number + 1))
        if number + 1 in self._marks:
            is_bad = self._marks[number + 1]
            ink = self._theme.bad if is_bad else self._theme.warning
            icon = QRectF(4, area.center().y() - MARK / 2, MARK, MARK)
            paint_icon(painter, "circle-x" if is_bad else "triangle-alert", icon, ink)
