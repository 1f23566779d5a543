"""The palette: every kind of step there is, to drag onto the canvas or to add with a click."""

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from widgets.canvas.tinting import clear
from widgets.icons import drawn_icon
from widgets.lettering import font, lines
from widgets.shell.kinds import Offered, offered, paint_tile
from widgets.shell.look import controls
from widgets.theme import CONTROL, DARK, Theme

CARRIED_AT = QPoint(-18, -18)
CARRIED_STRENGTH = 0.75
MIME = "application/x-throughline-kind"
ROW = 42
TILE = 32
ICON = 16
MARGIN = 12
INSET = 16
TOP = 8
TITLE_LEFT = 58
MOST_LINES, LINE = 2, 17
MORE = """
#Palette {{ background: {t.panel}; }}
#Kinds {{ background: {t.panel}; }}
#Palette QLineEdit {{ min-height: 32px; padding-left: 4px; }}
#Palette QLineEdit:focus {{ min-height: 30px; padding-left: 3px; }}
"""


class KindRow(QAbstractButton):
    """One kind of step in the palette; a click adds it, a drag carries it to the canvas."""

    def __init__(self, of: Offered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.of = of
        self._theme: Theme = DARK
        self._pressed: QPoint | None = None
        self.setFixedHeight(ROW)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(of.title)
        self.setAccessibleDescription(of.says)
        self.setToolTip(of.says)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile and the title; a ring shows where the keyboard is."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(8, 1, -8, -1)
        theme = self._theme
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(area, 8, 8)
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        top = (self.height() - TILE) / 2
        paint_tile(painter, QRectF(INSET, top, TILE, TILE), self.of.card, theme)
        self._write(painter)
        painter.end()

    def _write(self, painter: QPainter) -> None:
        """Write the title, in two lines where one is too short for it."""
        painter.setFont(font(CONTROL))
        painter.setPen(QColor(self._theme.ink))
        wide = self.width() - TITLE_LEFT - MARGIN
        title = lines(self.of.title, CONTROL, wide, MOST_LINES)
        top = (self.height() - LINE * len(title)) / 2
        for place, line in enumerate(title):
            room = QRectF(TITLE_LEFT, top + place * LINE, wide, LINE)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), line)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the row can be taken."""
        super().enterEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the mouse has gone far enough; what was dragged is no click."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        super().mouseMoveEvent(event)
        gone = (event.position().toPoint() - self._pressed).manhattanLength()
        if gone >= QApplication.startDragDistance():
            self._pressed = None
            self.setDown(False)
            self._drag()

    def _drag(self) -> None:
        carried = QMimeData()
        carried.setData(MIME, self.of.kind.encode())
        drag = QDrag(self)
        drag.setMimeData(carried)
        drag.setPixmap(self._carried())
        drag.setHotSpot(CARRIED_AT)
        drag.exec(Qt.DropAction.CopyAction)

    def _carried(self) -> QPixmap:
        """Return what is seen beside the mouse: small and see-through, to hide nothing under it."""
        ratio = self.devicePixelRatioF()
        seen = QPixmap(QSize(TILE, TILE) * ratio)
        seen.setDevicePixelRatio(ratio)
        seen.fill(clear())
        painter = QPainter(seen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(CARRIED_STRENGTH)
        paint_tile(painter, QRectF(0, 0, TILE, TILE), self.of.card, self._theme)
        painter.end()
        return seen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next row or the one before, and add with Enter."""
        steps = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}
        if event.key() in steps:
            self.focusNextPrevChild(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Palette(QWidget):
    """Stands at the left of the canvas; `chosen` carries the kind that was clicked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Palette")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Steps to add"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a step"))
        self.search.setAccessibleName(self.tr("Find a step to add"))
        self.search.setClearButtonEnabled(True)
        self._glass = self.search.addAction(
            drawn_icon("search", theme.second_ink, ICON), QLineEdit.ActionPosition.LeadingPosition
        )
        self._groups: list[tuple[QLabel, tuple[KindRow, ...]]] = []
        self._nothing = QLabel(self.tr("No step is called that."), self)
        self.hint = QLabel(self.tr("Drag onto a line, or press A\non a selected step."), self)
        self.hint.setWordWrap(True)
        field = QVBoxLayout()
        field.setContentsMargins(MARGIN, 0, MARGIN, 6)
        field.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TOP, 0, 0)
        column.setSpacing(0)
        column.addLayout(field)
        self._kinds = QWidget(self)
        column.addWidget(self._scrolled(self._kinds), 1)
        column.addLayout(self._foot())
        self._field = field
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._choose_first)
        self.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hint out where the steps need its room."""
        super().resizeEvent(event)
        self._fit_hint()

    def _fit_hint(self) -> None:
        room = self.height() - self._field.sizeHint().height() - TOP
        words = self.hint.heightForWidth(self.width() - INSET - MARGIN)
        needed = self._kinds.sizeHint().height() + TOP + words + INSET
        self.hint.setVisible(needed <= room)

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(INSET, TOP, MARGIN, INSET)
        foot.addWidget(self.hint)
        return foot

    def _scrolled(self, content: QWidget) -> QScrollArea:
        """Return the steps beneath the search, which move where the window is low."""
        content.setObjectName("Kinds")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, INSET)
        column.setSpacing(0)
        for group, inside in offered():
            heading = QLabel(group.upper(), content)
            heading.setProperty("look", "group")
            heading.setContentsMargins(INSET, 14, 0, 8)
            column.addWidget(heading)
            rows = tuple(self._row(each) for each in inside)
            for row in rows:
                column.addWidget(row)
            self._groups.append((heading, rows))
        self._nothing.setContentsMargins(INSET, 12, MARGIN, 0)
        self._nothing.hide()
        for label in (self._nothing, self.hint):
            label.setProperty("look", "line")
        column.addWidget(self._nothing)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Steps to add"))
        area.setWidget(content)
        return area

    @property
    def rows(self) -> tuple[KindRow, ...]:
        """Every row, whether it is shown or not."""
        return tuple(row for _, rows in self._groups for row in rows)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(controls(theme, MORE))
        self._glass.setIcon(drawn_icon("search", theme.second_ink, ICON))
        for row in self.rows:
            row.set_theme(theme)

    def _row(self, of: Offered) -> KindRow:
        row = KindRow(of, self)
        row.clicked.connect(lambda: self.chosen.emit(of.kind))
        return row

    def _narrow(self, text: str) -> None:
        wanted = text.strip().casefold()
        for heading, rows in self._groups:
            for row in rows:
                row.setVisible(wanted in f"{row.of.title} {row.of.says}".casefold())
            heading.setVisible(any(row.isVisibleTo(self) for row in rows))
        self._nothing.setVisible(not any(row.isVisibleTo(self) for row in self.rows))
        self._fit_hint()

    def _choose_first(self) -> None:
        first = next((row for row in self.rows if row.isVisibleTo(self)), None)
        if first is not None:
            self.chosen.emit(first.of.kind)
