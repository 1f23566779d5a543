"""What came of a run, on one page: what ran, how far people got, day by day, tests and goals."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from journeys.document.journey import Journey
from journeys.errors import ThroughlineError
from journeys.progress import Progress
from journeys.simulation.days import Days
from widgets.results.banner import Banner
from widgets.results.census import Census
from widgets.results.empty import Empty
from widgets.results.look import sheet
from widgets.results.page import Page
from widgets.results.scroll import Scroll
from widgets.theme import Theme

NARROWEST = 440


class Overview(QWidget):
    """Shows a run: nothing yet, under way, refused, or what came of it.

    `run_asked` and `cancel_asked` are sent by its buttons; `people_asked` carries (step, out), as
    `journeys.simulation.people.passing` takes them, of the count that was clicked. `banner` may
    be placed elsewhere, such as across the whole window.
    """

    run_asked = Signal()
    cancel_asked = Signal()
    people_asked = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self.setMinimumWidth(NARROWEST)
        self.setAccessibleName(self.tr("Results"))
        self.banner = Banner(theme)
        self.empty = Empty(theme)
        self.page = Page(theme)
        self.room = Scroll(self.page)
        self.room.setAccessibleName(self.tr("Results"))
        self.states = QStackedWidget()
        self.states.addWidget(self.empty)
        self.states.addWidget(self.room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.states, 1)
        self.banner.run_asked.connect(self.run_asked)
        self.banner.cancel_asked.connect(self.cancel_asked)
        self.empty.run_asked.connect(self.run_asked)
        self.page.people_asked.connect(self.people_asked)
        self._said: tuple[Mapping[str, Any], float | None, str] | None = None
        self.set_theme(theme)
        self.show_nothing()

    @property
    def has_result(self) -> bool:
        """True once there is a result to look at."""
        return self.page.has_result

    def show_nothing(self, customers: int | None = None) -> None:
        """Offer a run, on so many customers where that is known."""
        self._said = None
        self.page.forget()
        self.banner.hide()
        self.empty.offer(customers)
        self.states.setCurrentWidget(self.empty)

    def show_running(self, progress: Progress) -> None:
        """Show how far a run is; an older result stays in view until there is a newer one."""
        self.banner.show()
        self.banner.show_running(progress)
        if not self.has_result:
            self.empty.show_bars(progress.done / progress.total if progress.total else 0.0)
            self.states.setCurrentWidget(self.empty)

    def show_result(
        self,
        result: Mapping[str, Any],
        journey: Journey,
        took: float | None = None,
        of: str = "",
    ) -> None:
        """Show what came of a run of this journey: `result` as `simulation.results` makes it.

        `took` is in seconds; `of` says where the customers live, such as "of the sample shop".
        """
        self.banner.show()
        self._said = (result, took, of)
        self.banner.show_run(result, took, of)
        self.page.show_result(result, journey)
        self._order()
        self.states.setCurrentWidget(self.room)

    def show_days(self, days: Days) -> None:
        """Show the run day by day, once the days were counted."""
        self.page.show_days(days)
        self._order()

    def show_people(self, people: Census) -> None:
        """Say how many customers the entries are of, once the customers were gone through."""
        self.page.show_people(people)

    def show_stopped(self) -> None:
        """Show what was there before the run that was given up: an older result, or nothing."""
        if self._said is None:
            self.show_nothing()
        else:
            self.banner.show_run(*self._said)

    def show_refused(self, error: ThroughlineError) -> None:
        """Say why there was no run; an older result stays in view."""
        self.banner.show()
        self.banner.show_refused(error)
        if not self.has_result:
            self.empty.show_refused(error.what, error.attempt)
            self.states.setCurrentWidget(self.empty)

    def show_changed(self, *, changed: bool) -> None:
        """Say whether the journey was changed since it ran."""
        if self.has_result:
            self.banner.show_changed(changed=changed)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        look = sheet(theme)
        self.setStyleSheet(look)
        self.banner.setStyleSheet(look)
        for part in (self.banner, self.empty, self.page):
            part.set_theme(theme)

    def _order(self) -> None:
        """Let Tab go from the banner down the page; what was made anew else comes last."""
        one: QWidget = self.room
        for following in self.page.stops:
            QWidget.setTabOrder(one, following)
            one = following
