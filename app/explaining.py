"""Follows single customers through the journey that ran last."""

from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QObject

from app.following import story
from app.running import Outcome
from app.window import Window
from app.workbench import Workbench
from journeys.document.journey import Journey
from journeys.progress import Progress
from journeys.simulation.explain import Told, explain
from journeys.simulation.people import Grouped, grouped, passing
from journeys.simulation.trace import trace
from widgets.task import Task

OVERVIEW, EXPLAIN = "overview", "explain"


class Explaining(QObject):
    """Answers who came through a step, and what happened to a customer and why."""

    def __init__(self, workbench: Workbench, window: Window) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._window = window
        self._tasks: dict[str, Task] = {}
        self._customer = ""
        self._told: tuple[Told, ...] = ()
        self._grouped: Grouped | None = None
        workbench.running.finished.connect(self._group)
        workbench.opened.connect(self._forget)
        window.overview.people_asked.connect(self.show_people)
        window.canvas.chip_clicked.connect(lambda asked: self.show_people(*asked))
        window.inspector.people_asked.connect(self.show_people)
        window.explain.customer_chosen.connect(self.show_customer)
        window.explain.decision_chosen.connect(self.show_decision)
        window.results.tabs.chosen.connect(self._show_panel)

    def show_people(self, node: str, out: str) -> None:
        """Show who came through a step, by a port or for a reason."""
        outcome = self._workbench.running.outcome
        if outcome is None:
            return
        work = passing(outcome.ran.program, outcome.brought.dataset, node, out)
        self._do("people", work, lambda places: self._show_ids(outcome, places))

    def show_customer(self, customer: str) -> None:
        """Tell the story of a customer."""
        outcome = self._workbench.running.outcome
        if outcome is not None:
            self._do("story", telling(outcome, customer), self._show_story)

    def show_decision(self, place: int) -> None:
        """Show one decision of the story on the canvas."""
        if 0 <= place < len(self._told):
            self._window.canvas.show_story(story(self._journey, self._told, place))

    def stop(self) -> None:
        """Give up what is being looked for."""
        for task in self._tasks.values():
            task.stop()
            task.wait()
        self._tasks.clear()

    @property
    def told(self) -> tuple[Told, ...]:
        """The story that is shown."""
        return self._told

    @property
    def _journey(self) -> Journey:
        return self._workbench.document.journey

    def _do(self, name: str, work: Generator[Progress, None, Any], then: Any) -> None:  # noqa: ANN401
        if name in self._tasks:
            self._tasks.pop(name).stop()
        self._tasks[name] = task = Task(work, self)
        task.finished.connect(then)
        task.refused.connect(self._workbench.refuse)
        task.crashed.connect(self._workbench.crashed)
        task.start()

    def _group(self, outcome: Outcome) -> None:
        work = grouped(outcome.ran.program, outcome.brought.dataset)
        self._do("groups", work, self._show_groups)

    def _show_groups(self, found: Grouped) -> None:
        self._grouped = found
        self._show_customers(found.groups[0].ids if found.groups else ())
        if self._told:
            self._show_story((self._customer, self._told))

    def _show_customers(self, ids: tuple[str, ...]) -> None:
        found, explain = self._grouped, self._window.explain
        explain.set_customers(ids, found.groups if found else (), found.lines if found else {})
        outcome = self._workbench.running.outcome
        if outcome is not None:
            explain.show_ground(
                self.tr("{} customers, seed {}").format(
                    f"{outcome.brought.dataset.customers:,}", outcome.ran.program.settings.seed
                )
            )

    def _show_ids(self, outcome: Outcome, places: tuple[int, ...]) -> None:
        ids = tuple(outcome.brought.dataset.ids[place] for place in places)
        if not ids:
            self._workbench.tell(self.tr("Nobody went that way."))
            return
        self._window.results.show_panel(EXPLAIN)
        self._workbench.stage.show_room("results")
        self._show_customers(ids)
        self.show_customer(ids[0])

    def _show_story(self, found: tuple[str, tuple[Told, ...]]) -> None:
        self._customer, self._told = found
        outcome = self._workbench.running.outcome
        ran = outcome.ran.program.journeys if outcome is not None else ()
        self._window.explain.show_story(self._customer, self._told, ran)
        self._window.canvas.show_story(story(self._journey, self._told, None))

    def _show_panel(self, name: str) -> None:
        self._window.canvas.show_story(
            story(self._journey, self._told, None) if name == EXPLAIN and self._told else None
        )

    def _forget(self, journey: Journey) -> None:
        del journey
        self.stop()
        self._told, self._grouped = (), None
        self._window.explain.show_nothing()
        self._window.canvas.show_story(None)


def telling(
    outcome: Outcome, customer: str
) -> Generator[Progress, None, tuple[str, tuple[Told, ...]]]:
    """Return a customer with every decision told; raises InvalidDatasetError for an unknown id."""
    yield Progress(0, 1, "Following the customer")
    dataset, program = outcome.brought.dataset, outcome.ran.program
    place = dataset.place(customer)
    return customer, explain(program, trace(program, dataset, place))
