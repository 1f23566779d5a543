"""Shows what was counted: by test runs, and on a sample with each edit."""

from PySide6.QtCore import QObject

from app import wiring
from app.counting import counts
from app.data import Brought, SampleShop
from app.figures import figures
from app.front import Front
from app.live import Counted
from app.returning import Returning
from app.running import Outcome
from app.waiting import Waiting
from app.window import Window
from app.workbench import Workbench
from journeys.document.problems import Severity
from journeys.errors import ThroughlineError
from journeys.progress import Progress
from journeys.simulation.days import days
from widgets.inspector.outcome import Outcome as StepOutcome
from widgets.task import Task

NOTHING_RAN = StepOutcome()


class Tallying(QObject):
    """Hears of runs and of counts, and shows them on the canvas, in the panels and in Results."""

    def __init__(
        self, workbench: Workbench, window: Window, front: Front, returning: Returning
    ) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._window = window
        self._front = front
        self._returning = returning
        self._days: Task | None = None
        workbench.document.changed.connect(lambda _: self._show_age())
        workbench.opened.connect(lambda _: self._forget())
        running = workbench.running
        running.began.connect(lambda _: self._show_began())
        running.progressed.connect(window.overview.show_running)
        running.finished.connect(self._show_outcome)
        running.refused.connect(self._show_refused)
        running.stopped.connect(lambda _: self._show_stopped())

    def stop(self) -> None:
        """Give up what is still being counted."""
        if self._days is not None:
            self._days.stop()

    def show_brought(self, brought: Brought) -> None:
        """Show on whom it is counted from now on; a run on others is forgotten."""
        outcome = self._workbench.running.outcome
        if outcome is None or outcome.brought is not brought:
            self._window.overview.show_nothing()
        self._say_counted(f"{brought.dataset.customers:,}")

    def show_counts(self, counted: Counted) -> None:
        """Show the counts of a sample on the canvas."""
        journey = counted.journey
        shown = None
        if counted.result is not None:
            shown = counts(counted.result, journey, self._customers())
            self._say_counted(f"{counted.result['customers']:,}")
        elif counted.why:
            self._say_uncounted(counted.why)
        elif (brought := self._workbench.data.brought) is not None:
            self._say_counted(f"{brought.dataset.customers:,}")
        self._window.canvas.show_counts(shown)
        outcome = self._workbench.running.outcome
        if outcome is not None and (counted.result is None or outcome.journey is journey):
            self._show_figures(outcome, is_other=outcome.journey is not journey)
        elif counted.result is None:
            self._window.inspector.show_outcome(NOTHING_RAN)
        else:
            sample = f"{counted.result['customers']:,}"
            ground = self.tr("Counted with each edit, on {} customers {}.").format(
                sample, self._customers()
            )
            found = figures(counted.result, journey, ground, has_people=False)
            self._window.inspector.show_outcome(found)

    def _forget(self) -> None:
        """Show nothing of what was counted for another journey."""
        self._window.overview.show_nothing()
        self._window.canvas.show_counts(None)
        self._window.inspector.show_outcome(NOTHING_RAN)

    def _show_age(self) -> None:
        """Say whether the journey was changed since it ran."""
        outcome, document = self._workbench.running.outcome, self._workbench.document
        if outcome is not None:
            is_other = not outcome.holds_for(document.journey, document.companions)
            self._window.overview.show_changed(changed=is_other)

    def _show_began(self) -> None:
        if self._window.room != "messages":
            self._front.show_room("results")
        self._returning.rest(self._window.bar.run)
        self._window.overview.show_running(Progress(0, 0, wiring.PREPARING))

    def _show_outcome(self, outcome: Outcome) -> None:
        self._returning.wake(self._window.bar.run)
        of, document = self._customers(), self._workbench.document
        self._window.overview.show_result(outcome.ran.result, outcome.journey, outcome.took, of)
        self._show_figures(outcome, is_other=False)
        self.stop()
        work = days(outcome.ran.program, outcome.brought.dataset, journey=outcome.journey.id)
        self._days = task = Task(work, self)
        task.finished.connect(self._window.overview.show_days)
        task.crashed.connect(self._workbench.crashed)
        Waiting(task, self._window.notices)
        task.start()
        if outcome.holds_for(document.journey, document.companions):
            self._window.canvas.show_counts(counts(outcome.ran.result, outcome.journey, of))
        self._front.menus.refresh()

    def _show_refused(self, error: ThroughlineError) -> None:
        self._returning.wake(self._window.bar.run)
        self._window.overview.show_refused(error)
        self._front.menus.refresh()

    def _show_stopped(self) -> None:
        self._returning.wake(self._window.bar.run)
        self._window.overview.show_stopped()
        self._show_age()
        self._front.menus.refresh()

    def _show_figures(self, outcome: Outcome, *, is_other: bool) -> None:
        """Show on the page of a step what came of it, and whether the journey was another then."""
        customers = f"{outcome.brought.dataset.customers:,}"
        ground = self.tr("Test run on {} customers {}.").format(customers, self._customers())
        if is_other:
            ground += " " + self.tr("The journey has changed since.")
        self._window.inspector.show_outcome(figures(outcome.ran.result, outcome.journey, ground))

    def _say_counted(self, customers: str) -> None:
        words = self.tr("Entries, counted on {} customers {}").format(customers, self._customers())
        self._window.counted.say(words, is_counted=True)
        self._window.canvas.refresh()

    def _say_uncounted(self, why: str) -> None:
        """Say why nobody is counted: the first error that keeps the journey from running."""
        errors = (each for each in self._workbench.problems if each.severity is Severity.ERROR)
        wrong = (each.brief or each.words for each in errors if not each.lets_run)
        first = next(wrong, why)
        self._window.counted.say(self.tr("Not counted: {}").format(first[:1].lower() + first[1:]))
        self._window.canvas.refresh()

    def _customers(self) -> str:
        source = self._workbench.data.source
        if isinstance(source, SampleShop):
            return self.tr("of the sample shop")
        return self.tr("of {}").format(source.name)
