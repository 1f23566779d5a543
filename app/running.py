"""Test runs of the open journey: one at a time, beside the window, to be stopped at any time."""

import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app import wiring
from app.data import Brought, Data
from app.shelf import Shelf
from journeys.document.companions import companions
from journeys.document.diff import works_alike
from journeys.document.journey import Journey
from journeys.progress import Progress
from journeys.simulation.breaks import Break, of_those, with_breaks
from journeys.simulation.settings import Mode, RunSettings
from widgets.task import Task


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run: the journey as it was, the customers, the program and the result.

    `took` is how many seconds the customers took, what is prepared once for all runs left aside;
    `beside` are the journeys that ran with it.
    """

    journey: Journey
    brought: Brought
    ran: wiring.Ran
    took: float = 0.0
    beside: tuple[Journey, ...] = ()

    def holds_for(self, journey: Journey, beside: tuple[Journey, ...] = ()) -> bool:
        """Return whether a journey, and those that run with it, work as those that ran."""
        then, now = (self.journey, *self.beside), (journey, *beside)
        return len(then) == len(now) and all(map(works_alike, then, now))


class Running(QObject):
    """Runs the journey it is given on the customers in use, with those that it leads to.

    `began` carries the journey, `progressed` a Progress, `finished` an Outcome, `refused` a
    ThroughlineError, `crashed` any other error, `stopped` the journey whose run was stopped.
    """

    began = Signal(object)
    progressed = Signal(object)
    finished = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)
    stopped = Signal(object)

    def __init__(self, data: Data, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data, self._shelf = data, shelf
        self._task: Task | None = None
        self._journey: Journey | None = None
        self.outcome: Outcome | None = None

    @property
    def is_running(self) -> bool:
        """True while a run is under way."""
        return self._task is not None

    def forget(self) -> None:
        """Forget what came of the last run, as when another journey is opened."""
        self.stop()
        self.outcome = None

    def start(self, journey: Journey, settings: RunSettings) -> None:
        """Run a journey; a run under way is given up."""
        self.stop()
        self._journey = journey
        self._task = task = Task(trying(journey, self._shelf, self._data, settings), self)
        task.progressed.connect(self.progressed)
        task.finished.connect(self._finish)
        task.refused.connect(self._refuse)
        task.crashed.connect(self._crash)
        self.began.emit(journey)
        task.start()

    def stop(self) -> None:
        """Give up the run that is under way, if one is."""
        task, self._task = self._task, None
        if task is not None:
            task.stop()
            self.stopped.emit(self._journey)

    def _finish(self, outcome: Outcome) -> None:
        self._task, self.outcome = None, outcome
        self.finished.emit(outcome)

    def _refuse(self, error: object) -> None:
        self._task = None
        self.refused.emit(error)

    def _crash(self, error: object) -> None:
        self._task = None
        self.crashed.emit(error)


def trying(
    journey: Journey, shelf: Shelf, data: Data, settings: RunSettings
) -> Generator[Progress, None, Outcome]:
    """Bring the customers and run a journey over them; raises ThroughlineError."""
    brought = yield from data.bringing()
    beside: tuple[Journey, ...] = ()
    if any(node.calls for node in journey.nodes):
        there = yield from shelf.reading()
        beside = companions(journey, (kept.journey for kept in there))
    began = time.perf_counter()
    journeys = [journey, *beside]
    work = wiring.running(journeys, brought.dataset, of_those(settings, journeys))
    try:
        while True:
            progress = next(work)
            if not progress.done:
                began = time.perf_counter()
            yield progress
    except StopIteration as end:
        return Outcome(journey, brought, end.value, time.perf_counter() - began, beside)
    finally:
        work.close()


def run_settings(zone: str, seed: int = 0, breaks: Sequence[Break] = ()) -> RunSettings:
    """Return how a test run is made: reactions to messages are drawn from the seed."""
    return with_breaks(RunSettings(mode=Mode.MIXED, seed=seed, zone=zone), breaks)
