"""What a message says to everyone who gets it, in numbers; each number leads to its people."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeys.progress import Progress
from widgets.content.look import label
from widgets.lettering import cut, tip
from widgets.theme import GROUP, META, SECONDARY, TABLE_FIGURE

ROW, FIGURE, WORDS = 26, 44, 136
MOST_ROWS = 7


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it counts, in a few words and in a sentence, and who is behind it.

    `tone` is warning, bad or nothing; `people` are whom a click leads to.
    """

    number: int
    words: str
    sentence: str
    people: tuple[int, ...] = ()
    tone: str = ""


class CensusBox(QWidget):
    """Shows the numbers; `asked` carries the people behind one."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = label(GROUP, "group", self.tr("Census of this message").upper())
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the census has come"))
        self.line = label(META, "line", wraps=True)
        self.rows: list[QPushButton] = []
        self.counted: tuple[Counted, ...] = ()
        self._group = QButtonGroup(self)
        self._held = QScrollArea()
        self._held.setWidgetResizable(True)
        self._held.setFrameShape(QScrollArea.Shape.NoFrame)
        self._held.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        self.heading.setContentsMargins(16, 0, 8, 2)
        self.line.setContentsMargins(16, 0, 12, 0)
        for each in (self.heading, self.bar, self._held, self.line):
            column.addWidget(each)
        self.hide()

    def show_nothing(self) -> None:
        """Say nothing: there is nobody to count."""
        self.counted = ()
        self.hide()

    def show_stale(self, line: str) -> None:
        """Say that the message changed; the last numbers stay until there are others."""
        self.line.setText(line)
        self.bar.hide()
        self.setVisible(bool(self.counted))
        for row in self.rows:
            row.setEnabled(False)

    def show_progress(self, progress: Progress) -> None:
        """Say how far the counting has come."""
        self.show()
        self.bar.setRange(0, max(progress.total, 1))
        self.bar.setValue(progress.done)
        self.bar.show()
        self._held.setVisible(bool(self.counted))
        form = self.tr("{0}, {1} of {2}")
        said = form.format(progress.words, f"{progress.done:,}", f"{progress.total:,}")
        self.line.setText(said if progress.total else self.tr("Counting"))

    def show_census(self, counted: Sequence[Counted], line: str) -> None:
        """Show other numbers; `line` says of whom."""
        self.counted = tuple(counted)
        self.bar.hide()
        self.line.setText(line)
        self._group = QButtonGroup(self)
        inside = QWidget()
        inside.setObjectName("WriterBody")
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(0)
        self.rows = [self._row(each) for each in self.counted]
        for row in self.rows:
            self._group.addButton(row)
            column.addWidget(row)
        column.addStretch(1)
        self._held.setWidget(inside)
        self._held.show()
        self._held.setFixedHeight(ROW * min(len(self.rows), MOST_ROWS))
        self.show()

    def _row(self, counted: Counted) -> QPushButton:
        made = QPushButton()
        made.setProperty("look", "counted")
        made.setFixedHeight(ROW)
        made.setCheckable(True)
        made.setEnabled(bool(counted.people))
        made.setToolTip(tip(counted.sentence))
        made.setAccessibleName(counted.sentence)
        tone = f"counted_{counted.tone}" if counted.tone else "counted"
        number = label(TABLE_FIGURE, tone, f"{counted.number:,}")
        words = label(SECONDARY, tone if counted.tone else "", "")
        words.setText(cut(counted.words, SECONDARY, WORDS))
        self._inner(made, number, words)
        if counted.people:
            made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(lambda: self.asked.emit(counted.people))
        return made

    @staticmethod
    def _inner(row: QPushButton, number: QLabel, words: QLabel) -> None:
        number.setFixedWidth(FIGURE)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        inner = QHBoxLayout(row)
        inner.setContentsMargins(2, 0, 4, 0)
        inner.setSpacing(8)
        for each in (number, words):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inner.addWidget(each)
        inner.addStretch(1)
