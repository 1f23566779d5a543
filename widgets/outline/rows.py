"""How the lines of an outline look: tiles for steps, chips for ways, grey words for the rest."""

from PySide6.QtCore import QAbstractItemModel, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeys.document.node import Node
from widgets.icons import paint_icon
from widgets.lettering import cut, font, visible, width
from widgets.outline.lines import Line
from widgets.outline.model import Index, OutlineModel
from widgets.outline.wording import leads_nowhere
from widgets.shell.kinds import paint_tile
from widgets.theme import CHIP, CONTROL, END_LABEL, FAMILY, SECONDARY, Style, Theme
from widgets.wording import step_words

ROW = 34
TILE = 24
CHIP_HEIGHT = 22
CHIP_PADDING = 9
SIGN = 14
GAP = 8
LEAST_SUMMARY = 40
RADIUS = 8
LONGEST_TITLE = 200
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
SIGNS = {"on": "arrow-down", "back": "rotate-ccw"}
State = QStyle.StateFlag


class TitleLine(QLineEdit):
    """Where a title is written; Return ends there and is no key of the tree beneath."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take every key as one's own."""
        super().keyPressEvent(event)
        event.accept()


class Rows(QStyledItemDelegate):
    """Paints the lines, and lets titles be written in place.

    `shows_keys` is True while a ring says which line the keys go to.
    """

    def __init__(self, model: OutlineModel, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.theme = theme
        self.shows_keys = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return that every line is of one height."""
        del index
        return QSize(option.rect.width(), ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line = self._model.line(index)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(2, 1, -6, -1)
        self._paint_ground(painter, area, option)
        inside = area.adjusted(5, 0, -6, 0)
        if line.what == "step":
            self._paint_step(painter, inside, self._model.journey.by_id[line.node])
        elif line.what == "way":
            self._paint_way(painter, inside, line, str(index.data()))
        elif line.what in SIGNS:
            self._paint_reference(painter, inside, SIGNS[line.what], str(index.data()))
        else:
            self._write(painter, inside, str(index.data()), END_LABEL, self.theme.second_ink)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a field for the title of a step."""
        del option, index
        field = TitleLine(parent)
        field.setMaxLength(LONGEST_TITLE)
        field.setAccessibleName(self.tr("Title of the step"))
        theme = self.theme
        field.setStyleSheet(
            f"QLineEdit {{ background: {theme.field}; color: {theme.ink}; border: 2px solid"
            f" {theme.accent}; border-radius: 6px; padding: 0 6px; min-height: 24px;"
            f" font: 500 13px '{FAMILY}'; selection-background-color: {theme.accent};"
            f" selection-color: {theme.on_accent}; }}"
        )
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the field over the title."""
        del index
        editor.setGeometry(option.rect.adjusted(2 + TILE + GAP, 2, -6, -2))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep the title where it is another one."""
        if isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(index, editor.text())

    def _paint_ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
        is_chosen = bool(option.state & State.State_Selected)
        is_here = self.shows_keys and bool(option.state & State.State_HasFocus)
        is_over = bool(option.state & State.State_MouseOver)
        if is_chosen or is_over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.accent_soft if is_chosen else self.theme.hover))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if is_here:
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)

    def _paint_step(self, painter: QPainter, area: QRectF, node: Node) -> None:
        tile = QRectF(area.left(), area.center().y() - TILE / 2, TILE, TILE)
        paint_tile(painter, tile, node.card, self.theme)
        room = area.adjusted(TILE + GAP, 0, 0, 0)
        summary = visible(node.line(self._model.names))
        is_said_twice = node.card.is_pill and not node.title and bool(summary)
        name = summary if is_said_twice else visible(step_words(node))
        room.setLeft(self._write(painter, room, name, CONTROL, self.theme.ink) + GAP)
        if not is_said_twice and room.width() >= LEAST_SUMMARY:
            self._write(painter, room, summary, SECONDARY, self.theme.second_ink)

    def _paint_way(self, painter: QPainter, area: QRectF, line: Line, said: str) -> None:
        text = cut(said, CHIP, area.width() - 2 * CHIP_PADDING)
        chip = QRectF(area.left(), 0, width(text, CHIP) + 2 * CHIP_PADDING, CHIP_HEIGHT)
        chip.moveTop(area.center().y() - CHIP_HEIGHT / 2)
        pen = QPen(QColor(self.theme.border), 1)
        if not line.target:
            pen.setDashPattern([4, 3])
            pen.setColor(QColor(self.theme.edge))
        painter.setPen(pen)
        painter.setBrush(QColor(self.theme.card))
        radius = CHIP_HEIGHT / 2
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        inner = chip.adjusted(CHIP_PADDING, 0, 0, 0)
        self._write(painter, inner, text, CHIP, self.theme.second_ink)
        room = area.adjusted(chip.width() + GAP, 0, 0, 0)
        if not line.target and room.width() >= LEAST_SUMMARY:
            self._write(painter, room, leads_nowhere(), SECONDARY, self.theme.second_ink)

    def _paint_reference(self, painter: QPainter, area: QRectF, sign: str, said: str) -> None:
        place = QRectF(area.left() + 2, area.center().y() - SIGN / 2, SIGN, SIGN)
        paint_icon(painter, sign, place, self.theme.second_ink)
        room = area.adjusted(SIGN + GAP, 0, 0, 0)
        self._write(painter, room, said, SECONDARY, self.theme.second_ink)

    def _write(
        self, painter: QPainter, room: QRectF, text: str, style: Style, colour: str
    ) -> float:
        """Write text from the left as far as there is room; return where it ends."""
        shown = cut(text, style, max(0.0, room.width() + 1))
        painter.setFont(font(style))
        painter.setPen(QColor(colour))
        painter.drawText(room.adjusted(0, 0, 2, 0), MIDDLE, shown)
        return room.left() + width(shown, style)
