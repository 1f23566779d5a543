"""The sheet that says which column of a file became what, and what was left out."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from widgets.lettering import visible
from widgets.shell.buttons import Button
from widgets.shell.look import controls
from widgets.theme import Theme

WIDE, HIGHEST = 620, 720
MARGIN = 24
MORE = """
#ColumnSheet, #ColumnRows {{ background: {t.card}; }}
"""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines beneath a heading."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Rows of (column, what it became, how it is read), and what else there is to say."""

    rows: tuple[tuple[str, str, str], ...]
    parts: tuple[Part, ...]


class ColumnSheet(QDialog):
    """Shows how a file was read. Esc closes it."""

    def __init__(self, told: Told, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ColumnSheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("How the file was read")
        self.setWindowTitle(title)
        self.setStyleSheet(controls(theme, MORE))
        body = QWidget(self)
        body.setObjectName("ColumnRows")
        self._rows = QVBoxLayout(body)
        self._rows.setContentsMargins(MARGIN, 20, MARGIN, 8)
        self._rows.setSpacing(8)
        self._say(title, "title")
        guessed = self.tr("What a column means was guessed from its name and from its cells.")
        attempt = self.tr(
            "Where a guess is wrong, give the column a plainer name in the file, such as "
            "customer_id, event or timestamp, and use the file again."
        )
        self._say(f"{guessed} {attempt}", "line")
        self._rows.addLayout(self._table(told.rows))
        for part in told.parts:
            self._rows.addSpacing(8)
            self._say(part.heading, "card")
            for line in part.lines:
                self._say(line, "line")
        self._rows.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        area.setAccessibleName(title)
        self.close_button = Button(self.tr("Close"), parent=self)
        self.close_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        column.addWidget(area)
        foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN, 8, MARGIN, 0)
        foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(foot)
        wide = min(WIDE, parent.width())
        high = body.heightForWidth(wide) + self.close_button.sizeHint().height() + MARGIN
        self.resize(wide, min(high, HIGHEST, parent.height()))
        area.setFocus()

    def _say(self, words: str, look: str) -> None:
        self._rows.addWidget(_label(words, look))

    def _table(self, rows: tuple[tuple[str, str, str], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        heads = (self.tr("Column"), self.tr("What it became"), self.tr("Read as"))
        for place, words in enumerate(heads):
            grid.addWidget(_label(words, "meta"), 0, place)
        for row, cells in enumerate(rows, 1):
            for place, (words, look) in enumerate(zip(cells, ("control", "", "line"), strict=True)):
                grid.addWidget(_label(words, look), row, place, Qt.AlignmentFlag.AlignTop)
        for place, share in enumerate((4, 5, 2)):
            grid.setColumnStretch(place, share)
        return grid


def _label(words: str, look: str) -> QLabel:
    made = QLabel(visible(words))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("look", look)
    return made
