"""The working area: the canvas with a panel at each side, or over it where the window is narrow."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

WIDE = 1_360
MIDDLING = 1_100
LEAST_CANVAS = 280


class Side:
    """One side of the canvas: the panels that may stand there, and the one that does."""

    def __init__(self) -> None:
        self.panel: QWidget | None = None
        self.wide = 0
        self.is_open = False


class Bench(QWidget):
    """Places canvas and panels; panels of a narrow window lie over the canvas like drawers.

    `drawers_changed` carries (left, right): whether each side is a drawer at this width.
    """

    drawers_changed = Signal(object)

    def __init__(self, canvas: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        canvas.setParent(self)
        self.left, self.right = Side(), Side()
        self._drawers = (False, False)

    @property
    def drawers(self) -> tuple[bool, bool]:
        """Whether the left and the right side are drawers at this width."""
        return self.width() < MIDDLING, self.width() < WIDE

    def put(self, side: Side, panel: QWidget | None, wide: int = 0) -> None:
        """Put a panel at a side in place of the one that is there."""
        if side.panel is not None and side.panel is not panel:
            side.panel.hide()
        side.panel, side.wide = panel, wide
        if panel is not None:
            panel.setParent(self)
        self._place()

    def toggle(self, side: Side) -> None:
        """Open or close a drawer."""
        self.set_open(side, is_open=not side.is_open)

    def set_open(self, side: Side, *, is_open: bool) -> None:
        """Open or close a drawer; a panel that is none stays as it is."""
        side.is_open = is_open
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        left = self._wide(self.left, is_drawer=self.drawers[0])
        right = self._wide(self.right, is_drawer=self.drawers[1])
        self._canvas.setGeometry(left, 0, max(0, self.width() - left - right), self.height())
        self._show(self.left, is_drawer=self.drawers[0], is_left=True)
        self._show(self.right, is_drawer=self.drawers[1], is_left=False)
        if self.drawers != self._drawers:
            self._drawers = self.drawers
            self.drawers_changed.emit(self.drawers)

    def _wide(self, side: Side, *, is_drawer: bool) -> int:
        return 0 if is_drawer or side.panel is None else self._fitting(side)

    def _fitting(self, side: Side) -> int:
        return min(side.wide, max(self.width() - LEAST_CANVAS, self.width() // 2))

    def _show(self, side: Side, *, is_drawer: bool, is_left: bool) -> None:
        panel = side.panel
        if panel is None:
            return
        wide = self._fitting(side)
        panel.setGeometry(0 if is_left else self.width() - wide, 0, wide, self.height())
        panel.setVisible(not is_drawer or side.is_open)
        panel.raise_()
