"""Entries and messages day by day: lines with their names at the end, and a table of the same."""

from collections.abc import Sequence
from datetime import timedelta

import pyqtgraph
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from journeys.simulation.days import Days
from widgets.lettering import cut, font, metrics
from widgets.results import words
from widgets.results.series import Series, count_ticks, day_ticks, series
from widgets.theme import END_LABEL, META, Theme

HEIGHT = 190
NAMES = 108
APART = 32
WIDTHS = {"main": 2.5, "plain": 2.0, "dashed": 2.0, "mixed": 2.0, "fine": 2.0, "dotted": 1.5}
PENS = {
    "dashed": Qt.PenStyle.DashLine,
    "mixed": Qt.PenStyle.DashDotLine,
    "fine": Qt.PenStyle.DashDotDotLine,
    "dotted": Qt.PenStyle.DotLine,
}
LEFT = 40


class Chart(QFrame):
    """A chart of days; arrows or the mouse pick a day, whose counts then stand at the right.

    `picked` carries the day's words, or nothing when no day is picked.
    """

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: Days | None = None
        self._series: tuple[Series, ...] = ()
        self.at: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("look", "chart")
        self.setFixedHeight(HEIGHT)
        self.plot = pyqtgraph.PlotWidget(self, background=theme.panel)
        self.names = _Names(self)
        self._place()
        self.plot.scene().sigMouseMoved.connect(self._move)

    def _place(self) -> None:
        plot = self.plot
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        plot.setFrameShape(plot.Shape.NoFrame)
        plot.viewport().installEventFilter(self)
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setPen(None)
            axis.setStyle(
                tickLength=0,
                tickAlpha=0,
                tickFont=font(META),
                tickTextOffset=6,
                hideOverlappingLabels=False,
            )
        plot.getAxis("left").setWidth(LEFT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(plot, 1)
        row.addWidget(self.names)

    def show_days(self, days: Days) -> None:
        """Show other days."""
        self._days, self.at = days, None
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._draw()

    @property
    def series(self) -> tuple[Series, ...]:
        """The lines that are drawn."""
        return self._series

    def _draw(self) -> None:
        days, theme, plot = self._days, self._theme, self.plot
        if days is None:
            return
        self._series = series(days, theme, self.tr("Entries"), self.tr("Not sent"))
        plot.clear()
        plot.setBackground(theme.panel)
        most = max(max(each.counts[: days.whole], default=0) for each in self._series)
        ticks = count_ticks(most)
        last = max(days.whole - 1, 1)
        plot.setXRange(-last * 0.01, last * 1.01, padding=0)
        plot.setYRange(0, ticks[-1], padding=0.03)
        plot.getAxis("left").setTicks([[(tick, words.number(tick)) for tick in ticks]])
        plot.getAxis("bottom").setTicks([day_ticks(days.first, days.whole)])
        for side in ("left", "bottom"):
            plot.getAxis(side).setTextPen(theme.third_ink)
        for tick in ticks:
            pen = pyqtgraph.mkPen(theme.grid if tick else theme.base, width=1)
            plot.addItem(pyqtgraph.InfiniteLine(tick, angle=0, pen=pen))
        for each in reversed(self._series):
            line = _line(each, days.whole)
            plot.addItem(line)
            line.setClipToView(True)
            line.setDownsampling(auto=True, method="peak")
        self._mark = pyqtgraph.InfiniteLine(0, angle=90, pen=pyqtgraph.mkPen(theme.accent, width=1))
        self._mark.setVisible(self.at is not None)
        plot.addItem(self._mark)
        said = ", ".join(f"{each.title} {words.number(each.total)}" for each in self._series)
        self.setAccessibleName(self.tr("Day by day: {0}").format(said))
        self._show_at()

    def _show_at(self) -> None:
        days, at = self._days, self.at
        if days is None:
            return
        self._mark.setVisible(at is not None)
        place = days.whole - 1 if at is None else at
        self._mark.setValue(place)
        self.names.show_series(self._theme, self._series, at)
        self.setAccessibleDescription("" if at is None else self._said(at))
        self.picked.emit("" if at is None else words.day(days.first + timedelta(days=at)))

    def _said(self, at: int) -> str:
        days = self._days
        if days is None:
            return ""
        counts = ", ".join(f"{each.title} {words.number(each.counts[at])}" for each in self._series)
        return f"{words.day(days.first + timedelta(days=at))}: {counts}"

    def end_of(self, line: Series) -> int:
        """Return the count that a line ends with: that of the last whole day."""
        return line.counts[self._days.whole - 1] if self._days is not None else 0

    def height_of(self, count: int) -> float:
        """Return how far from the top a count stands, in pixels."""
        view = self.plot.plotItem.vb.mapViewToScene(QPointF(0, count))
        return float(self.plot.mapFromScene(view).y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick the day before or after; Escape picks none."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if self._days is None or key not in (*steps, Qt.Key.Key_Escape):
            super().keyPressEvent(event)
            return
        last = self._days.whole - 1
        if key in steps:
            now = (last if steps[key] < 0 else 0) if self.at is None else self.at + steps[key]
            self.at = min(max(now, 0), last)
        else:
            self.at = None
        self._show_at()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Pick no day once the mouse is elsewhere."""
        del watched
        if event.type() == QEvent.Type.Leave and self.at is not None:
            self.at = None
            self._show_at()
        return False

    def _move(self, where: QPointF) -> None:
        if self._days is None:
            return
        place = round(self.plot.plotItem.vb.mapSceneToView(where).x())
        inside = 0 <= place < self._days.whole
        if (place if inside else None) != self.at:
            self.at = place if inside else None
            self._show_at()


class _Names(QWidget):
    """The names of the lines at their ends, kept apart, each with its count below."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self._chart = chart
        self._theme = chart._theme  # noqa: SLF001 its own half
        self._series: Sequence[Series] = ()
        self._at: int | None = None
        self.setFixedWidth(NAMES)

    def show_series(self, theme: Theme, lines: Sequence[Series], at: int | None) -> None:
        """Show the names of other lines, with the counts of a day or of all."""
        self._theme, self._series, self._at = theme, lines, at
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each name in the colour of its line, and a thin line to where it ends."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ends = {each: self._chart.height_of(self._chart.end_of(each)) for each in self._series}
        places = _apart(sorted(self._series, key=lambda each: ends[each]), ends, self.height())
        for each, y in places.items():
            end = ends[each]
            painter.setPen(QPen(QColor(self._theme.base), 1))
            painter.drawLine(QPointF(2, end), QPointF(9, y))
            painter.setPen(QColor(each.colour))
            painter.setFont(font(END_LABEL))
            high = metrics(END_LABEL).height()
            room = self.width() - 12.0
            area = QRectF(12, y - high / 2, room, high)
            painter.drawText(area, _LEFT, cut(each.title, END_LABEL, room))
            count = each.total if self._at is None else each.counts[self._at]
            painter.setPen(QColor(self._theme.second_ink))
            painter.setFont(font(META))
            painter.drawText(area.translated(0, high - 1), _LEFT, words.number(count))
        painter.end()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _apart(lines: Sequence[Series], ends: dict[Series, float], height: int) -> dict[Series, float]:
    """Return where each name stands: near its line's end, no two closer than they may be."""
    places: dict[Series, float] = {}
    least = 8.0
    for each in lines:
        places[each] = least = max(ends[each], least)
        least += APART
    most = height - 24.0
    for each in reversed(lines):
        places[each] = most = min(places[each], most)
        most -= APART
    return places


def _line(each: Series, whole: int) -> pyqtgraph.PlotDataItem:
    """Return a line over the whole days."""
    style = PENS.get(each.stroke, Qt.PenStyle.SolidLine)
    pen = pyqtgraph.mkPen(each.colour, width=WIDTHS[each.stroke], style=style, cosmetic=True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    counts = list(each.counts[:whole])
    return pyqtgraph.PlotDataItem(list(range(whole)), counts, pen=pen, antialias=True)
