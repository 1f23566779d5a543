"""The run day by day: a chart of entries and messages, or the same counts as a table."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from journeys.simulation.days import Days
from widgets.lettering import font
from widgets.results import words
from widgets.results.look import ROW_EDGE, button
from widgets.results.section import Section
from widgets.results.series import series
from widgets.theme import SECONDARY, TABLE_HEAD, Theme

if TYPE_CHECKING:
    from widgets.results.chart import Chart

HEIGHT = 220


class Dates(Section):
    """Shows days as a chart, or as a table for those who read or copy."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Entries and messages a day"))
        self._theme = theme
        self._days: Days | None = None
        self.chart: Chart | None = None
        self.table: QTableWidget | None = None
        self.switch = button(self.tr("Show as table"), "link")
        self.switch.setFont(font(SECONDARY))
        self.switch.setToolTip(f"{self.switch.text()}  T")
        self.switch.setShortcut(Qt.Key.Key_T)
        self.switch.setCheckable(True)
        self.switch.toggled.connect(self._switch)
        self.head.addWidget(self.switch)
        self.head.setContentsMargins(ROW_EDGE, 0, 0, 0)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The controls in the order in which they are read."""
        return tuple(part for part in (self.switch, self.chart, self.table) if part is not None)

    def forget(self) -> None:
        """Show nothing until days were counted."""
        self._days = None
        self.hide()

    def show_days(self, days: Days) -> None:
        """Show the days of a run; the library of charts is brought in when first needed."""
        from widgets.results.chart import Chart

        self._days = days
        if self.chart is None:
            self.chart = Chart(self._theme)
            self.chart.picked.connect(self._tell_day)
            self.put(self.chart)
        self.chart.show_days(days)
        self._tell_day("")
        form = self.tr("The first {0} of {1} customers were counted.")
        is_part = days.customers < days.of
        counted = form.format(words.number(days.customers), words.number(days.of))
        day = self.tr("The run ended before {0} was over, so only the table shows that day.")
        last = words.day(days.first + timedelta(days=len(days.entries) - 1))
        said = [counted] if is_part else []
        said += [day.format(last)] if days.whole < len(days.entries) else []
        self.say(" ".join(said))
        self.show()
        self._switch(is_table=self.switch.isChecked())

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the panel's."""
        self._theme = theme
        if self.chart is not None:
            self.chart.set_theme(theme)

    def _tell_day(self, day: str) -> None:
        if self._days is not None:
            count = len(self._days.entries)
            self.meta.setText(day or self.tr("{0} days").format(words.number(count)))

    def _switch(self, is_table: bool) -> None:  # noqa: FBT001 what a button that stays down says
        if self._days is None or self.chart is None:
            return
        if is_table:
            if self.table is None:
                self.table = _table()
                self.table.setAccessibleName(self.title.text())
                self.put(self.table, ROW_EDGE)
                QWidget.setTabOrder(self.chart, self.table)
            self._fill(self.table, self._days)
        if self.table is not None:
            self.table.setVisible(is_table)
        self.chart.setVisible(not is_table)
        self.switch.setText(self.tr("Show as chart") if is_table else self.tr("Show as table"))
        self.switch.setAccessibleName(self.switch.text())
        self.switch.setShortcut(Qt.Key.Key_T)

    def _fill(self, table: QTableWidget, days: Days) -> None:
        lines = series(days, self._theme, self.tr("Entries"), self.tr("Not sent"))
        table.setColumnCount(len(lines) + 1)
        for column, title in enumerate((self.tr("Day"), *(each.title for each in lines))):
            heading = QTableWidgetItem(title)
            heading.setTextAlignment(_side(column))
            table.setHorizontalHeaderItem(column, heading)
        table.setRowCount(len(days.entries))
        for row in range(len(days.entries)):
            day = words.day(days.first + timedelta(days=row))
            cells = [day, *(words.number(each.counts[row]) for each in lines)]
            for column, said in enumerate(cells):
                item = QTableWidgetItem(said)
                item.setTextAlignment(_side(column))
                table.setItem(row, column, item)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _table() -> QTableWidget:
    table = QTableWidget()
    table.setFixedHeight(HEIGHT)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setFont(font(SECONDARY))
    table.horizontalHeader().setFont(font(TABLE_HEAD))
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setHighlightSections(False)
    table.setFrameShape(QTableWidget.Shape.NoFrame)
    return table
