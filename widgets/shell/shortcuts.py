"""The sheet of all keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from widgets.shell.look import controls
from widgets.theme import Theme

SIZE = (720, 560)
COLUMNS = 2
MORE = """
#Shortcuts, #Keys {{ background: {t.card}; }}
"""


class Shortcuts(QDialog):
    """Shows keys by group: (group, ((what, key), ...)). Esc closes it."""

    def __init__(
        self,
        groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Shortcuts")
        self.setWindowTitle(self.tr("All shortcuts"))
        self.setStyleSheet(controls(theme, MORE))
        keys = QWidget(self)
        keys.setObjectName("Keys")
        grid = QGridLayout(keys)
        grid.setContentsMargins(24, 20, 24, 20)
        grid.setHorizontalSpacing(40)
        for place, (group, rows) in enumerate(groups):
            block = self._block(group, rows, keys)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(block, place // COLUMNS, place % COLUMNS, top)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(keys)
        area.setAccessibleName(self.tr("All shortcuts"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        wide = max(SIZE[0], keys.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
        self.resize(min(wide, parent.width()), min(SIZE[1], parent.height()))

    def _block(self, group: str, rows: tuple[tuple[str, str], ...], parent: QWidget) -> QWidget:
        block = QWidget(parent)
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
