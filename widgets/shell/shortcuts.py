"""The sheet of all keys."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from widgets.shell.look import controls
from widgets.theme import Theme

WIDE, AROUND = 1_080, 64
COLUMNS, GAP = 3, 32
HEADING = 2
MORE = """
#Shortcuts, #Keys {{ background: {t.card}; }}
"""


Group: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]


def even(groups: Sequence[Group], columns: int) -> list[list[Group]]:
    """Return the groups in so many columns, in order, the longest column as short as can be."""
    if columns == 1:
        return [list(groups)]
    best: list[list[Group]] = []
    for first in range(len(groups) + 1):
        found = [list(groups[:first]), *even(groups[first:], columns - 1)]
        if not best or _longest(found) < _longest(best):
            best = found
    return best


def _longest(parts: list[list[Group]]) -> int:
    return max(sum(len(rows) + HEADING for _, rows in part) for part in parts)


class Shortcuts(QDialog):
    """Shows keys by group: (group, ((what, key), ...)). Esc closes it."""

    def __init__(
        self,
        groups: Sequence[Group],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Shortcuts")
        self.setWindowTitle(self.tr("All shortcuts"))
        self.setStyleSheet(controls(theme, MORE))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("All shortcuts"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        bar = area.verticalScrollBar().sizeHint().width()
        columns = COLUMNS
        while True:
            keys = self._keys(groups, columns)
            needed = keys.sizeHint().width() + bar
            area.setWidget(keys)
            if columns == 1 or needed <= parent.width():
                break
            columns -= 1
        wide = max(WIDE * columns // COLUMNS, needed)
        high = min(keys.sizeHint().height(), parent.height() - AROUND)
        self.resize(min(wide, parent.width()), high)

    def _keys(self, groups: Sequence[Group], columns: int) -> QWidget:
        keys = QWidget(self)
        keys.setObjectName("Keys")
        across = QHBoxLayout(keys)
        across.setContentsMargins(24, 20, 24, 20)
        across.setSpacing(GAP)
        for part in even(groups, columns):
            down = QVBoxLayout()
            for group, rows in part:
                down.addWidget(self._block(group, rows, keys))
            down.addStretch(1)
            across.addLayout(down, 1)
        return keys

    def _block(self, group: str, rows: tuple[tuple[str, str], ...], parent: QWidget) -> QWidget:
        block = QWidget(parent)
        block.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 12)
        grid.setVerticalSpacing(8)
        heading = QLabel(group, block)
        heading.setProperty("look", "card")
        grid.addWidget(heading, 0, 0)
        for place, (what, key) in enumerate(rows, 1):
            grid.addWidget(QLabel(what, block), place, 0)
            shown = QLabel(key, block)
            shown.setProperty("look", "key")
            grid.addWidget(shown, place, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        return block
