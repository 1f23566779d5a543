"""A small table of counts: names at the left, figures at the right, rows that can be asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from widgets.lettering import tip
from widgets.results import words
from widgets.results.cut import CutButton
from widgets.results.look import ROW, ROW_EDGE, label, paragraph
from widgets.theme import BODY, TABLE_FIGURE, TABLE_HEAD

NARROWEST = 46


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is about, its figures, and what a click on it does, if anything."""

    title: str
    figures: tuple[str, ...]
    click: Callable[[], None] | None = None
    line: str = ""


class Table(QWidget):
    """Shows rows under headings; the first column takes the room that is left.

    `meanings` say what each heading means to whom rests the mouse on it.
    """

    def __init__(
        self,
        headings: Sequence[str],
        meanings: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        for column, heading in enumerate(headings):
            made = label(TABLE_HEAD, "second", heading)
            made.setMinimumWidth(NARROWEST if column else 0)
            made.setToolTip(meanings[column] if column < len(meanings) else "")
            made.setAlignment(_side(column))
            made.setContentsMargins(0 if column else ROW_EDGE, 0, 0, 0)
            self._grid.addWidget(made, 0, column)
        self.figures: dict[str, tuple[str, ...]] = {}
        self.buttons: list[QPushButton] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        first = self._grid.columnCount()
        while (item := self._grid.takeAt(first)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        self.figures = {row.title: row.figures for row in rows}
        for place, row in enumerate(rows, start=1):
            self._grid.addWidget(self._title(row), place, 0)
            for column, figure in enumerate(row.figures, start=1):
                made = label(TABLE_FIGURE, "", figure)
                made.setAccessibleName(f"{row.title}: {figure}")
                made.setAlignment(_side(column))
                self._grid.addWidget(made, place, column)

    def _title(self, row: Row) -> QWidget:
        click = row.click
        if click is None:
            return _words(row)
        made = _asking(row)
        made.clicked.connect(lambda _=False: click())
        self.buttons.append(made)
        return made


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _words(row: Row) -> QLabel:
    made = paragraph(BODY, "", words.breakable(row.title))
    made.setContentsMargins(ROW_EDGE, 0, 0, 0)
    made.setMinimumHeight(ROW)
    if row.line:
        made.setToolTip(tip(row.line))
    return made


def _asking(row: Row) -> QPushButton:
    made = CutButton(row.title, "row", BODY)
    made.setAccessibleName(f"{row.title}: {', '.join(row.figures)}")
    return made
