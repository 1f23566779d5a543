"""The same drawing as everybody makes it with Qt: an item for each step and for each path."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from widgets.canvas import batch
from widgets.canvas.edges import line_along
from widgets.canvas.scene import Scene
from widgets.canvas.table import Floats
from widgets.icons import paint_icon
from widgets.lettering import font
from widgets.theme import CARD_LINE, CARD_TITLE, Theme

ICON = 20


class Card(QGraphicsItem):
    """A step: a box, a tile with its icon, two lines of text."""

    def __init__(self, scene: Scene, name: str, theme: Theme, icons: dict[str, QPixmap]) -> None:
        super().__init__()
        step, frame = scene.step(name), scene.steps.frame(name)
        self._step = step
        self._theme = theme
        self._area = QRectF(0, 0, frame.width, frame.height)
        self._tint = theme.tints[step.node.card.tint]
        self._icon = icons[step.node.card.icon]
        self.setPos(frame.x, frame.y)

    def boundingRect(self) -> QRectF:  # noqa: N802 Qt names it
        """Return the box."""
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint it."""
        del option, widget
        theme = self._theme
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(self._area.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tint.tile))
        painter.drawRoundedRect(QRectF(12, 6, 28, 28), 10, 10)
        painter.drawPixmap(16, 10, self._icon)
        painter.setPen(QColor(theme.ink))
        painter.setFont(font(CARD_TITLE))
        painter.drawText(64, 24, " ".join(self._step.title))
        if self._step.line:
            painter.setPen(QColor(theme.second_ink))
            painter.setFont(font(CARD_LINE))
            painter.drawText(64, 46, " ".join(self._step.line))


class PlainView(QGraphicsView):
    """Shows a scene with one item for each thing."""

    def __init__(self, scene: Scene, theme: Theme) -> None:
        super().__init__()
        self._scene = scene
        self._drawn = QGraphicsScene()
        self._drawn.setBackgroundBrush(QColor(theme.background))
        self.setScene(self._drawn)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        icons = _icons(scene, theme)
        pen = QPen(QColor(theme.edge), 2)
        self._paths = {}
        for pair in scene.ways.ports:
            item = QGraphicsPathItem(line_along(scene.ways.between(pair)))
            item.setPen(pen)
            self._drawn.addItem(item)
            self._paths[pair] = item
        self._cards = {name: Card(scene, name, theme, icons) for name in scene.steps.names}
        for card in self._cards.values():
            self._drawn.addItem(card)

    def shift(self, name: str, right: float, down: float) -> None:
        """Move a step, with its paths."""
        self._cards[name].moveBy(right, down)
        for pair in self._scene.ways.touching((name,)):
            path: QPainterPath = line_along(self._scene.ways.between(pair))
            self._paths[pair].setPath(path)


class Limit(QWidget):
    """As fast as it can be: the ground is filled, and each step is one picture or rectangle."""

    def __init__(self, frames: Floats, theme: Theme, picture: QPixmap | None) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._frames = frames
        self._ground = QColor(theme.background)
        self._colour = QColor(theme.accent)
        self._picture = picture

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 Qt names it
        """Fill and blit."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        if self._picture is None:
            batch.fill(painter, self._frames, self._colour)
        else:
            for left, top in self._frames[:, :2].astype(int).tolist():
                painter.drawPixmap(left, top, self._picture)
        painter.end()


def _icons(scene: Scene, theme: Theme) -> dict[str, QPixmap]:
    found: dict[str, QPixmap] = {}
    for node in scene.journey.nodes:
        if node.card.icon not in found:
            picture = QPixmap(ICON, ICON)
            picture.fill(QColor("transparent"))
            painter = QPainter(picture)
            colour = theme.tints[node.card.tint].ink
            paint_icon(painter, node.card.icon, QRectF(0, 0, ICON, ICON), colour)
            painter.end()
            found[node.card.icon] = picture
    return found
