"""The column beside the words of a part: numbers of lines, and marks where there is a note."""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from widgets.content.notes import Note
from widgets.icons import paint_icon
from widgets.lettering import font, tip
from widgets.theme import CHIP, COUNT, Theme

WIDE = 44
MARK = 13


class Gutter(QWidget):
    """Stands at the left inside an editor and follows its lines; `asked` carries a Note."""

    asked = Signal(object)

    def __init__(self, editor: QTextEdit, theme: Theme) -> None:
        super().__init__(editor)
        self._editor = editor
        self._theme = theme
        self._marks: dict[int, bool] = {}
        self._notes: tuple[Note, ...] = ()
        self.setMouseTracking(True)
        editor.verticalScrollBar().valueChanged.connect(self.update)
        editor.textChanged.connect(self.update)
        editor.cursorPositionChanged.connect(self.update)

    def mark(self, notes: tuple[Note, ...]) -> None:
        """Mark the lines of notes."""
        self._marks, self._notes = {}, notes
        for note in notes:
            line = note.place.line
            self._marks[line] = self._marks.get(line, False) or note.is_bad
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the first note of a line, or to the line."""
        note = self._note_at(event.position().y())
        if note is not None:
            self.asked.emit(note)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a mark can be pressed."""
        has_note = self._note_at(event.position().y()) is not None
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if has_note else arrow)

    def event(self, event: QEvent) -> bool:
        """Say what is wrong with the line under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            note = self._note_at(event.pos().y())
            words = tip(note.words) if note is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _note_at(self, y: float) -> Note | None:
        inside = round(y) - self._editor.viewport().y()
        block = self._editor.cursorForPosition(QPoint(0, inside)).block()
        layout = self._editor.document().documentLayout()
        bottom = layout.blockBoundingRect(block).bottom() - self._editor.verticalScrollBar().value()
        if inside > bottom + MARK:
            return None  # below all lines
        line = block.blockNumber() + 1
        return next((note for note in self._notes if note.place.line == line), None)

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
