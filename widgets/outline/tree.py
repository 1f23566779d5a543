"""The tree itself: it shows the lines, and hears the keys that the canvas hears as well."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QTreeView, QWidget

from widgets.canvas.keys import KEYS, name_of
from widgets.canvas.view import CanvasView
from widgets.icons import paint_icon
from widgets.outline.lines import Key, Line
from widgets.outline.model import Index, OutlineModel
from widgets.outline.rows import Rows
from widgets.shell.look import controls
from widgets.theme import Theme

INDENT = 16
SIGN = 14
BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
)
SHARED = frozenset(
    {
        "Del", "Backspace", "Ctrl+Del", "Ctrl+Backspace",
        "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+D",
    }
)  # fmt: skip
MORE = """
QTreeView {{ background: {t.panel}; border: 0; outline: 0; }}
QTreeView::item, QTreeView::branch {{ background: {t.panel}; border: 0; }}
"""


class Tree(QTreeView):
    """Shows a model of lines.

    `opened` is sent for the line that Enter is pressed on, `add_asked` where a step is to follow a
    line, `connect_asked` where a way of it is to lead elsewhere, `menu_asked` with a place of the
    screen.
    """

    opened = Signal(object)
    add_asked = Signal(object)
    connect_asked = Signal(object)
    menu_asked = Signal(QPoint)

    def __init__(
        self, model: OutlineModel, canvas: CanvasView, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._lines = model
        self._theme = theme
        self._rows = Rows(model, theme, self)
        self.setModel(model)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(self.tr("Outline of the journey"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setMouseTracking(True)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTreeView.EditTrigger.EditKeyPressed)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._open)
        self.set_theme(theme)

    @property
    def line(self) -> Line | None:
        """The line the keys go to."""
        return self._lines.line(self.currentIndex())

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = self._rows.theme = theme
        self.setStyleSheet(controls(theme, MORE))
        self.viewport().update()

    def go_to(self, key: Key) -> bool:
        """Go to a line; False where there is none."""
        index = self._lines.find(key)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go, where a key has led here."""
        is_chosen = self.selectionModel().hasSelection()
        self._show_keys(is_shown=event.reason() in BY_KEYS or is_chosen)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select; where the keys would go is not shown to somebody who points."""
        self._show_keys(is_shown=False)
        super().mousePressEvent(event)

    def _show_keys(self, *, is_shown: bool) -> None:
        self._rows.shows_keys = is_shown
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key does on the canvas, else move along the lines."""
        self._show_keys(is_shown=True)
        line, name = self.line, name_of(event)
        if name in SHARED:
            KEYS[name](self._canvas)
        elif line is None:
            super().keyPressEvent(event)
        elif name == "A":
            self.add_asked.emit(line)
        elif name == "C":
            self.connect_asked.emit(line)
        elif name in {"Return", "Enter"}:
            self.opened.emit(line)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the line."""
        line = self.line
        if line is not None and line.what == "step":
            below = self.visualRect(self.currentIndex()).bottomLeft()
            is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            place = event.globalPos() if is_mouse else self.viewport().mapToGlobal(below)
            self.menu_asked.emit(place)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint the sign that opens and closes what stands under a line."""
        if not self._lines.rowCount(index):
            return
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        place = QRect(0, 0, SIGN, SIGN)
        place.moveCenter(QPoint(rect.right() - INDENT // 2 + 1, rect.center().y()))
        paint_icon(painter, name, place.toRectF(), self._theme.second_ink)

    def _open(self, index: Index) -> None:
        line = self._lines.line(index)
        if line is not None:
            self.opened.emit(line)
