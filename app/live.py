"""Live counts: after each edit a sample of the customers walks through the journey anew."""

import operator
from collections.abc import Generator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app import wiring
from app.data import Data
from journeys.document.journey import Journey
from journeys.progress import Progress
from journeys.simulation.breaks import of_those
from journeys.simulation.dataset import Dataset
from journeys.simulation.settings import RunSettings
from journeys.values import Json
from widgets.document import Changed, Document
from widgets.task import Task

SAMPLE = 10_000
CHUNK = 2_500
WORDS = "Counting"


@dataclass(frozen=True, slots=True)
class Counted:
    """A journey, and what came of a sample of customers in it; None where it cannot run.

    `why` are the words of what keeps it from running.
    """

    journey: Journey
    result: Mapping[str, Json] | None
    why: str = ""


class Live(QObject):
    """Keeps the counts of the open journey true while it is edited.

    `counted` carries a Counted, of the newest journey alone: what is outdated is given up.
    `crashed` carries an error that is a bug.
    """

    counted = Signal(object)
    crashed = Signal(object)

    def __init__(self, document: Document, data: Data, settings: RunSettings) -> None:
        super().__init__(document)
        self._document = document
        self._data = data
        self._settings = settings
        self._sample: tuple[Dataset, Dataset] | None = None
        self._task: Task | None = None
        self._wanted = document.journey
        self._beside: tuple[Journey, ...] = ()
        document.changed.connect(self._look)
        document.grounded.connect(self._look_beside)

    @property
    def is_counting(self) -> bool:
        """True while counts are on their way."""
        return self._task is not None

    def use(self, settings: RunSettings) -> None:
        """Count with other settings from now on."""
        self._settings = settings
        self.count()

    def count(self) -> None:
        """Count the journey as it is now; a count under way is given up."""
        self.stop()
        brought = self._data.brought
        self._wanted = journey = self._document.journey
        self._beside = beside = self._document.companions
        if brought is None or not journey.nodes:
            self.counted.emit(Counted(journey, None))
            return
        sample = self._sampled(brought.dataset)
        self._task = task = Task(counting(journey, beside, sample, self._settings), self)
        task.finished.connect(self._finish)
        task.refused.connect(lambda error: self._finish(Counted(journey, None, error.what)))
        task.crashed.connect(self._crash)
        task.start()

    def stop(self) -> None:
        """Give up the count that is under way, if one is."""
        task, self._task = self._task, None
        if task is not None:
            task.stop()
            task.deleteLater()

    def _look(self, changed: Changed) -> None:
        if changed.diff.logic:
            self.count()

    def _look_beside(self) -> None:
        """Count anew where other journeys run with it than when it was counted last."""
        now = self._document.companions
        if len(now) != len(self._beside) or any(map(operator.is_not, now, self._beside)):
            self.count()

    def _sampled(self, dataset: Dataset) -> Dataset:
        if self._sample is None or self._sample[0] is not dataset:
            self._sample = dataset, dataset.part(0, min(SAMPLE, dataset.customers))
        return self._sample[1]

    def _finish(self, counted: Counted) -> None:
        if counted.journey is self._wanted:
            self._task = None
            self.counted.emit(counted)

    def _crash(self, error: object) -> None:
        self._task = None
        self.crashed.emit(error)


def counting(
    journey: Journey, beside: tuple[Journey, ...], sample: Dataset, settings: RunSettings
) -> Generator[Progress, None, Counted]:
    """Run a journey over a sample, with those that run `beside` it; closing it cancels.

    Raises InvalidJourneyError where the journey has errors or does not fit the data.
    """
    from journeys.simulation.results import result
    from journeys.simulation.runner import simulate

    yield Progress(0, sample.customers, WORDS)
    journeys = [journey, *beside]
    program = wiring.compiled(journeys, sample, of_those(settings, journeys))
    tally = yield from simulate(program, sample, chunk=CHUNK)
    return Counted(journey, result(program, sample, tally))
