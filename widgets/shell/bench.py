"""The working area: the canvas with a panel at each side, or over it where the window is narrow."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from widgets.icons import drawn_icon
from widgets.shell.look import controls
from widgets.theme import Theme

WIDE = 1_360
MIDDLING = 1_100
LEAST_CANVAS = 280
INSET = 16
HANDLE = (20, 64)
ICON = 16
MORE = """
#Handle {{ background: {t.panel}; border: 1px solid {t.border}; border-radius: 0; }}
#Handle[at="left"] {{ border-left-color: {t.panel};
  border-top-right-radius: 10px; border-bottom-right-radius: 10px; }}
#Handle[at="right"] {{ border-right-color: {t.panel};
  border-top-left-radius: 10px; border-bottom-left-radius: 10px; }}
#Handle:hover {{ background: {t.hover}; }}
#Handle:focus {{ border-color: {t.accent}; }}
"""


class Handle(QToolButton):
    """What a drawer is opened and closed by."""

    def __init__(self, at: str, icons: tuple[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme: Theme | None = None
        self._is_open = False
        self.setObjectName("Handle")
        self.setProperty("at", at)
        self.setFixedSize(*HANDLE)
        self.setIconSize(QSize(ICON, ICON))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, words: str) -> None:
        """Say what the drawer holds."""
        self.setAccessibleName(words)
        self.setToolTip(words)

    def show_open(self, *, is_open: bool) -> None:
        """Show whether the drawer is open."""
        self._is_open = is_open
        if self._theme is not None:
            self.setIcon(drawn_icon(self._icons[is_open], self._theme.second_ink, ICON))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.setStyleSheet(controls(theme, MORE))
        self.show_open(is_open=self._is_open)


class Side:
    """One side of the canvas: the panels that may stand there, and the one that does."""

    def __init__(self) -> None:
        self.panel: QWidget | None = None
        self.wide = 0
        self.is_open = False


class Bench(QWidget):
    """Places canvas and panels; panels of a narrow window lie over the canvas like drawers.

    A drawer has a handle at the edge of the window, which opens and closes it. Something small may
    lie over all in the upper left corner, where it stays whatever stands below it, and something
    over the canvas at its lower left, where it fits: `fitted` carries how much room there is.
    """

    fitted = Signal(int)

    def __init__(self, canvas: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        canvas.setParent(self)
        self.left, self.right = Side(), Side()
        self._handles = (
            Handle("left", ("chevron-right", "chevron-left"), self),
            Handle("right", ("chevron-left", "chevron-right"), self),
        )
        self._corner: QWidget | None = None
        self._foot: QWidget | None = None
        for handle, side in zip(self._handles, (self.left, self.right), strict=True):
            handle.clicked.connect(lambda _=False, side=side: self.toggle(side))

    @property
    def drawers(self) -> tuple[bool, bool]:
        """Whether the left and the right side are drawers at this width."""
        return self.width() < MIDDLING, self.width() < WIDE

    def put(self, side: Side, panel: QWidget | None, wide: int = 0, words: str = "") -> None:
        """Put a panel at a side in place of the one that is there; `words` say what it holds."""
        if side.panel is not None and side.panel is not panel:
            side.panel.hide()
        side.panel, side.wide = panel, wide
        if panel is not None:
            panel.setParent(self)
            self._handles[side is self.right].say(words)
        self._place()

    def lay_over(self, corner: QWidget | None, foot: QWidget | None) -> None:
        """Lay something small over the corner, and at the foot of the canvas; None for nothing."""
        for each in (self._corner, self._foot):
            if each is not None and each not in (corner, foot) and each.parent() is self:
                each.hide()
        self._corner, self._foot = corner, foot
        for each in (corner, foot):
            if each is not None:
                if each.parent() is not self:
                    each.setParent(self)
                each.show()
        self._place()

    def toggle(self, side: Side) -> None:
        """Open or close a drawer."""
        self.set_open(side, is_open=not side.is_open)

    def set_open(self, side: Side, *, is_open: bool) -> None:
        """Open or close a drawer; a panel that is none stays as it is."""
        side.is_open = is_open
        self._place()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for handle in self._handles:
            handle.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        left = self._wide(self.left, is_drawer=self.drawers[0])
        right = self._wide(self.right, is_drawer=self.drawers[1])
        self._canvas.setGeometry(left, 0, max(0, self.width() - left - right), self.height())
        over = self._covered(self.left, left), self._covered(self.right, right)
        self._canvas.setContentsMargins(over[0], 0, over[1], 0)
        self._float()
        self._show(self.left, is_drawer=self.drawers[0], is_left=True)
        self._show(self.right, is_drawer=self.drawers[1], is_left=False)
        if self._corner is not None:
            self._corner.move(INSET, INSET)
            self._corner.raise_()

    def _float(self) -> None:
        """Place what lies over the canvas, beside a drawer that is open at the left."""
        free = self._canvas.contentsRect()
        left = self._canvas.x() + free.x() + INSET
        self.fitted.emit(free.width() - 2 * INSET)
        if self._foot is not None:
            self._foot.setVisible(self._foot.width() <= free.width() - 2 * INSET)
            self._foot.move(left, self.height() - self._foot.height() - INSET)
            self._foot.raise_()

    def _wide(self, side: Side, *, is_drawer: bool) -> int:
        return 0 if is_drawer or side.panel is None else self._fitting(side)

    def _covered(self, side: Side, beside: int) -> int:
        """Return how much of the canvas an open drawer covers."""
        return self._fitting(side) if side.panel is not None and side.is_open and not beside else 0

    def _fitting(self, side: Side) -> int:
        return min(side.wide, max(self.width() - LEAST_CANVAS, self.width() // 2))

    def _show(self, side: Side, *, is_drawer: bool, is_left: bool) -> None:
        panel, handle = side.panel, self._handles[0 if is_left else 1]
        handle.setVisible(panel is not None and is_drawer)
        if panel is None:
            return
        wide = self._fitting(side)
        panel.setGeometry(0 if is_left else self.width() - wide, 0, wide, self.height())
        panel.setVisible(not is_drawer or side.is_open)
        panel.raise_()
        reach = wide - 1 if side.is_open else -1
        handle.move(
            reach if is_left else self.width() - reach - HANDLE[0], (self.height() - HANDLE[1]) // 2
        )
        handle.show_open(is_open=side.is_open)
        handle.raise_()
