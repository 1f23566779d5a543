"""Writes one part of a message: coloured, checked and completed as one types."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from journeys.content.sort import Sort
from widgets.content import keys
from widgets.content.colouring import Colouring
from widgets.content.completer import Completer
from widgets.content.completing import Wants, typed
from widgets.content.gutter import WIDE, Gutter
from widgets.content.notes import Note, notes
from widgets.content.offers import Inserted, Offer, inserted
from widgets.content.units import letters, unbroken, units
from widgets.content.wrapping import wrap
from widgets.inspector.controls.line import is_for_the_journey
from widgets.lettering import font
from widgets.theme import BODY, Theme

LINE = 25
LOOK, TELL = 150, 400
PER_MOMENT = 100  # letters for which one more millisecond is waited: long texts take long to read
MARGIN = 12


class Editor(QTextEdit):
    """The words of one part.

    `edited` carries the whole text, a moment after the last key or when the editor is left;
    `left` is sent then, too. `noted` carries the notes whenever they were looked at anew, `moved`
    is sent when the cursor stands elsewhere.
    """

    edited = Signal(str)
    left = Signal()
    noted = Signal(object)
    moved = Signal()

    def __init__(self, words: str, sort: Sort, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sort = sort
        self._theme = theme
        self._offers: tuple[Offer, ...] = ()
        self._only_with: tuple[str, ...] = ()
        self._shown = ""
        self.notes: tuple[Note, ...] = ()
        self.setAccessibleName(words)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font(BODY))
        self.document().setDocumentMargin(2 if sort is Sort.LINE else MARGIN)
        self._colouring = Colouring(self.document(), sort, theme)
        self.gutter = None if self.is_line else Gutter(self, theme)
        self.completer = Completer(self, theme)
        if self.gutter is not None:
            self.gutter.asked.connect(self.go_to)
        self._looking = self._timer(LOOK, self._look)
        self._telling = self._timer(TELL, self.tell)
        self._place()
        self._space()
        self.textChanged.connect(self._hear)
        self.cursorPositionChanged.connect(self._hear_cursor)
        self.set_theme(theme)

    def _place(self) -> None:
        if self.gutter is not None:
            self.setViewportMargins(WIDE, 0, 0, 0)
            return
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(self.fontMetrics().height() + 4)

    def _timer(self, after: int, then: object) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(after)
        made.timeout.connect(then)
        return made

    @property
    def is_line(self) -> bool:
        """True where it is a single line, such as a subject."""
        return self._sort is Sort.LINE

    @property
    def text(self) -> str:
        """The words as they stand there."""
        return unbroken(self.document().toRawText())

    @property
    def at(self) -> int:
        """How many letters stand before the cursor."""
        return letters(self.text, self.textCursor().position())

    def selecting(self, start: int, end: int) -> QTextCursor:
        """Return a cursor that selects letters; beyond the end it stands at the end."""
        text, made = self.text, self.textCursor()
        made.setPosition(units(text, min(start, len(text))))
        made.setPosition(units(text, min(end, len(text))), QTextCursor.MoveMode.KeepAnchor)
        return made

    @property
    def ground(self) -> QRect:
        """The line in which the cursor stands, as far as it is marked."""
        ground = QRect(0, 0, self.viewport().width(), LINE)
        ground.moveCenter(self.cursorRect().center())
        ground.moveLeft(0)
        return ground

    def show_text(self, text: str) -> None:
        """Show words that come from elsewhere; the cursor stays where it was."""
        text = unbroken(text)
        if text in {self.text, self._shown}:
            return
        self._telling.stop()
        at = self.textCursor().position()
        wrap(self, text)
        was_blocked = self.blockSignals(True)  # noqa: FBT003 Qt's own switch
        self.setPlainText(text)
        self._space()
        self.document().clearUndoRedoStacks()
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.blockSignals(was_blocked)
        self._shown = self.text
        self._look()

    def _space(self) -> None:
        """Give lines that stand under each other their height."""
        if self.is_line:
            return
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)

    def show_offers(self, offers: Sequence[Offer], only_with: Sequence[str] = ()) -> None:
        """Take what can be put in here, and without what the message is not to be sent."""
        self._offers, self._only_with = tuple(offers), tuple(only_with)
        self._look()
        if self.completer.is_open:
            self.completer.offer(self._offers)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._colouring.set_theme(theme)
        self.completer.popup.set_theme(theme)
        if self.gutter is not None:
            self.gutter.set_theme(theme)
        self._underline()
        self.viewport().update()

    def complete(self, *, is_asked: bool = True) -> None:
        """Offer what could be meant at the cursor; where nothing can stand, put braces there."""
        if is_asked and typed(self.text, self.at).wants is Wants.NOTHING:
            self.insert(Inserted("{{  }}", (3, 3)))
        self.completer.offer(self._offers)

    def look_soon(self) -> None:
        """Look at the words anew in a moment."""
        self._looking.start()

    def insert(self, inserted: Inserted) -> None:
        """Put words in the place of what is selected, as one step to undo."""
        cursor = self.textCursor()
        begin = cursor.selectionStart()
        cursor.insertText(inserted.text)
        first, last = (units(inserted.text, place) for place in inserted.selected)
        cursor.setPosition(begin + first)
        cursor.setPosition(begin + last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def put(self, offer: Offer) -> None:
        """Put in a variable, in braces where it needs them."""
        put = inserted(offer)
        if typed(self.text, self.at).wants is Wants.NOTHING:
            text, (first, last) = f"{{{{ {put.text} }}}}", put.selected
            put = Inserted(text, (first + 3, last + 3) if first < last else (len(text), len(text)))
        self.insert(put)

    def mend(self, note: Note) -> None:
        """Do the fix of a note."""
        if note.fix is not None:
            self.setTextCursor(self.selecting(note.fix.start, note.fix.end))
            self.insert(note.fix.inserted)
            self._look()
            self.setFocus()

    def go_to(self, note: Note) -> None:
        """Put the cursor where a note is, and have it said."""
        self.setFocus()
        self.setTextCursor(self.selecting(note.place.offset, note.place.offset))
        self.noted.emit(self.notes)

    def tell(self) -> None:
        """Tell of the words now, if they are others than were last shown or told."""
        self._telling.stop()
        if self.text != self._shown:
            self._shown = self.text
            self.edited.emit(self._shown)

    def _hear(self) -> None:
        more = self.document().characterCount() // PER_MOMENT
        self._looking.start(LOOK + more)
        self._telling.start(TELL + more)
        if self.completer.is_open:
            self.complete(is_asked=False)

    def _hear_cursor(self) -> None:
        self.moved.emit()
        self.viewport().update()
        if self.completer.is_open and typed(self.text, self.at).wants is Wants.NOTHING:
            self.completer.close()

    def _look(self) -> None:
        self._looking.stop()
        wrap(self, self.text)
        found = notes(self.text, self._sort, self._offers, self._only_with)
        self.notes = tuple(note for note in found if not self._is_at(note))
        self._underline()
        if self.gutter is not None:
            self.gutter.mark(self.notes)
        self.noted.emit(self.notes)

    def _is_at(self, note: Note) -> bool:
        """Return whether a note is on what is being completed just now."""
        return self.completer.is_open and note.place.offset - 3 <= self.at <= note.end

    def _underline(self) -> None:
        marked = []
        for note in self.notes:
            ink = QColor(self._theme.bad if note.is_bad else self._theme.warning)
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            form.setUnderlineColor(ink)
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self.selecting(note.place.offset, note.end)
            selection.format = form
            marked.append(selection)
        self.setExtraSelections(marked)

    def event(self, event: QEvent) -> bool:
        """Leave it to the journey to undo, where nothing was written here that could be."""
        if is_for_the_journey(event, can_undo=self.document().isUndoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Complete, choose, close braces, or write."""
        if not keys.press(self, event):
            super().keyPressEvent(event)
            keys.follow(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell what was written, and that it was left."""
        super().focusOutEvent(event)
        self.completer.close()
        self.tell()
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter at the left."""
        super().resizeEvent(event)
        self.completer.close()
        if self.hasFocus():
            self.ensureCursorVisible()
        if self.gutter is not None:
            inside = self.contentsRect()
            self.gutter.setGeometry(QRect(inside.left(), inside.top(), WIDE, inside.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ground behind the line in which the cursor stands."""
        if not self.is_line and self.hasFocus():
            painter = QPainter(self.viewport())
            painter.fillRect(self.ground, QColor(self._theme.hover))
            painter.end()
        super().paintEvent(event)
