"""The funnel as bars: how many got how far, and between two bars who was lost and why."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from journeys.simulation.funnel import Share, Stage
from widgets.floating import Menu
from widgets.flow import Flow
from widgets.lettering import font, width
from widgets.results import words
from widgets.results.cut import CutButton
from widgets.results.look import button, label
from widgets.theme import CONTROL, END_LABEL, PILL_TITLE, SECONDARY, SENTENCE, Theme

HEIGHT = 26
RADIUS = 6
INSIDE = 10
FAINTEST = 0.84
FAINTER = 0.04
SHOWN = 3
TITLE = 132


def strength(place: int) -> float:
    """Return how full the colour of a bar is: less and less, but its count stays readable."""
    return max(1.0 - FAINTER * place, FAINTEST)


class Bar(QWidget):
    """One bar of a funnel with its count, on a track as long as the whole."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count, self._whole, self._strength = 0, 0, 1.0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, title: str, count: int, whole: int, strength: float) -> None:
        """Show a part of a whole; `strength` is how full the colour is."""
        self._count, self._whole, self._strength = count, whole, strength
        said = words.share(count, whole)
        self.setAccessibleName(f"{title}: {words.number(count)}, {said}")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return how wide it likes to be."""
        return QSize(220, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track, the bar and the count, inside where there is room."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect())
        painter.setBrush(QColor(self._theme.track))
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        part = self._count / self._whole if self._whole else 0.0
        long = area.width() * min(part, 1.0)
        if self._count:
            long = max(long, 2.0 * RADIUS)
            colour = QColor(self._theme.accent)
            colour.setAlphaF(self._strength)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(0, 0, long, area.height()), RADIUS, RADIUS)
        text = words.number(self._count)
        is_inside = width(text, END_LABEL) + 2 * INSIDE <= long
        painter.setFont(font(END_LABEL))
        painter.setPen(QColor(self._theme.on_accent if is_inside else self._theme.ink))
        left = INSIDE if is_inside else (long + INSIDE if self._count else INSIDE)
        if left + width(text, END_LABEL) > area.width():
            left = area.width() - width(text, END_LABEL) - INSIDE
        where = QRectF(left, 0, area.width() - left, area.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()


class Bars(QWidget):
    """Shows the stages of a funnel; `asked` carries the Share that was clicked."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self.bars: list[Bar] = []
        self.percents: list[QLabel] = []
        self.losses: list[QPushButton] = []

    def show_stages(self, stages: Sequence[Stage]) -> None:
        """Show other stages."""
        self._clear()
        whole = stages[0].count
        for place, stage in enumerate(stages):
            row = 2 * place
            title = label(CONTROL, "", stage.title)
            title.setMinimumWidth(TITLE)
            bar = Bar(self._theme)
            bar.show_count(stage.title, stage.count, whole, strength(place))
            percent = label(SENTENCE, "", words.share(stage.count, whole))
            percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            percent.setMinimumWidth(40)
            for column, part in enumerate((title, bar, percent)):
                self._grid.addWidget(part, row, column)
            self.bars.append(bar)
            self.percents.append(percent)
            if stage.losses:
                self._grid.addWidget(self._lost(stage), row + 1, 1, 1, 2)
            elif place < len(stages) - 1:
                self._grid.setRowMinimumHeight(row + 1, 6)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for bar in self.bars:
            bar.set_theme(theme)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)
        self.bars, self.percents, self.losses = [], [], []

    def _lost(self, stage: Stage) -> QWidget:
        """Return a line of those who were lost after a stage."""
        line = QWidget(self)
        flow = Flow(line, gap=4, line=0)
        shown = stage.losses if len(stage.losses) <= SHOWN + 1 else stage.losses[:SHOWN]
        for loss in shown:
            flow.addWidget(self._loss(loss, line))
        if rest := stage.losses[len(shown) :]:
            flow.addWidget(self._more(rest, line))
        return line

    def _loss(self, loss: Share, parent: QWidget) -> QWidget:
        said = f"{words.lost(loss.count)}  {loss.words}"
        if loss.place is None:
            plain = label(SECONDARY, "second", said, parent)
            plain.setContentsMargins(4, 3, 4, 3)
            return plain
        look = "lost" if loss.is_avoidable else "loss"
        made = CutButton(said, look, PILL_TITLE, self.tr("Show these customers"))
        made.setParent(parent)
        made.clicked.connect(lambda _=False: self.asked.emit(loss))
        self.losses.append(made)
        return made

    def _more(self, rest: Sequence[Share], parent: QWidget) -> QPushButton:
        count = sum(loss.count for loss in rest)
        said = self.tr("{0}  {1} other ways").format(words.lost(count), len(rest))
        made = button(said, "loss")
        made.setParent(parent)
        made.setFont(font(PILL_TITLE))
        menu = Menu(made)
        for loss in rest:
            action = menu.addAction(f"{words.lost(loss.count)}  {loss.words}")
            action.setEnabled(loss.place is not None)
            action.triggered.connect(lambda _=False, loss=loss: self.asked.emit(loss))
        made.setMenu(menu)
        self.losses.append(made)
        return made
