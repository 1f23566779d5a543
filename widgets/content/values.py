"""What was put into a message for a customer, value by value."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from widgets.content.look import label
from widgets.content.shown import Put, Shown
from widgets.icons import drawn
from widgets.lettering import cut, tip
from widgets.theme import CONTROL_SMALL, SECONDARY, Theme

MARK = 14
ROOM = 110

MOST = 1_000  # letters of a value that are shown where the mouse rests


class Values(QScrollArea):
    """The list of values; fallbacks and blanks are marked and come first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Shown | None = None
        self._called = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What was filled in"))

    def show_values(self, shown: Shown | None, called: str) -> None:
        """Show other values."""
        self._shown, self._called = shown, called
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        inside = QWidget()
        inside.setObjectName("PreviewBody")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 8, 8)
        column.setSpacing(8)
        shown = self._shown
        if shown is not None:
            head = self.tr("Filled in for {}").format(self._called)
            column.addWidget(label(CONTROL_SMALL, "strong", head))
            for put in sorted(shown.puts, key=lambda put: (bool(put.value), not put.is_fallback)):
                column.addLayout(self._row(put))
            if not shown.puts:
                nothing = self.tr("The words are the same for everyone.")
                column.addWidget(label(SECONDARY, "second", nothing, wraps=True))
            for change in shown.changes:
                column.addWidget(label(SECONDARY, "second", change, wraps=True))
        column.addStretch(1)
        self.setWidget(inside)

    def _row(self, put: Put) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        mark = QLabel()
        name = put.name.replace("customer.", "").replace("event.", "").replace("_", " ")
        stands = put.is_fallback or not put.value
        ink = self._theme.warning if stands else self._theme.good
        mark.setPixmap(drawn("circle-dashed" if stands else "circle-check", ink, MARK))
        called = label(SECONDARY, "stood" if stands else "value", cut(name, SECONDARY, ROOM))
        called.setToolTip(tip(put.name))
        value = " ".join(put.value.split())
        shown = label(SECONDARY, "stood" if stands else "second", cut(value, SECONDARY, ROOM))
        shown.setToolTip(tip(value[:MOST]))
        row.addWidget(mark)
        row.addWidget(called, 1)
        row.addWidget(shown, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(row)
        said = self.tr("missing, the fallback stood in") if put.is_fallback else ""
        said = said if put.value else self.tr("missing, nothing stands there")
        if said:
            line = label(SECONDARY, "second", said, wraps=True)
            line.setContentsMargins(MARK + 8, 0, 0, 0)
            column.addWidget(line)
        return column
