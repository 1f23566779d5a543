"""Lets people set the pauses of test runs, by journeys and times they know."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject

from app.window import Window
from app.workbench import Workbench
from journeys.schedules import WallTime
from journeys.simulation.breaks import Break
from widgets.breaks.sheet import Asked, BreakSheet

DAY = 86_400
LENGTH = 2 * DAY


class Breaks(QObject):
    """Opens the sheet of pauses, and takes over what is set in it."""

    def __init__(self, workbench: Workbench, window: Window) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._window = window

    def show(self) -> None:
        """Show the pauses of the open journey and of those that run with it."""
        workbench = self._workbench
        titles = {journey.id: journey.name for journey in workbench.in_the_run}
        mine = [each for each in workbench.memory.breaks if each.journey in {"", *titles}]
        zone = workbench.memory.settings.zone
        asked = Asked(mine, titles, zone, self._fresh())
        sheet = BreakSheet(asked, self._window.theme, self._window)
        sheet.changed.connect(workbench.take_breaks)
        sheet.open()

    def _fresh(self) -> Break:
        """Return two days in the middle of what happened, or the last two where nothing did."""
        start = self._middle() // DAY * DAY
        return Break(
            journey=self._workbench.document.journey.id,
            start=WallTime(start),
            end=WallTime(start + LENGTH),
        )

    def _middle(self) -> int:
        brought = self._workbench.data.brought
        if brought is None or not brought.dataset.events:
            today = datetime.now(UTC).replace(tzinfo=None)
            return WallTime.of(today - timedelta(days=2)).seconds
        times = brought.dataset.time
        return (int(times.min()) + int(times.max())) // 2
