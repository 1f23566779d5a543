"""Renders messages in processes of their own, many at a time, whatever their templates do."""

import itertools
import os
from collections.abc import Callable, Generator, Iterable, Iterator
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from app.delivery.answers import line_of
from app.delivery.batch import Batch, RenderingError
from app.delivery.hand import ENTRY, Answered, Asked, Hand
from app.delivery.message import Job, Outcome, Template
from journeys.progress import Progress

WORDS = "Rendering messages"
NO_LIMIT = (
    "This system puts no limit on the memory of a program: messages are held by their steps, their "
    "letters and their second alone."
)
MOST_KEYS = 1_000


class Renderer:
    """Owns the worker processes; they are started with the first message.

    One batch at a time. `close`, or leaving the `with`, leaves no process behind.
    """

    def __init__(self, workers: int | None = None, entry: str = ENTRY) -> None:
        self.workers = workers or min(os.cpu_count() or 1, 8)
        self._entry = entry
        self._answers: SimpleQueue[Answered] = SimpleQueue()
        self._hands: list[Hand] = []
        self._keys: dict[Template, int] = {}
        self._numbers = itertools.count()
        self._is_busy = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def process_ids(self) -> tuple[int, ...]:
        """The ids of the worker processes there are."""
        return tuple(hand.process_id for hand in self._hands if hand.process_id is not None)

    @property
    def weakness(self) -> str:
        """What protects less here than elsewhere, in words; nothing on Linux, once started."""
        return "" if all(hand.limits_memory for hand in self._hands) else NO_LIMIT

    def close(self) -> None:
        """End all worker processes; the next message starts new ones."""
        hands, self._hands = self._hands, []
        for hand in hands:
            hand.kill()
        for hand in hands:
            hand.close()

    def render(self, job: Job) -> Outcome:
        """Render one message; takes as long as it takes, at most a little over a second."""
        found: list[Outcome] = []
        for _ in self.batch([job], 1, found.append):
            pass
        return found[0]

    def batch(
        self, jobs: Iterable[Job], total: int, keep: Callable[[Outcome], object]
    ) -> Generator[Progress, None, int]:
        """Render messages and hand each outcome to `keep`, in the order of the jobs.

        Yields Progress towards `total`, also while nothing is finished; closing it cancels, with
        what is finished by then kept. Returns how many messages there were. Raises RenderingError
        where no worker can be started.
        """
        if self._is_busy:
            raise RuntimeError("a Renderer renders one batch at a time")
        self._is_busy = True
        self._hands += [Hand(self._answers, self._entry) for _ in range(self._missing_hands())]
        batch = Batch(self._hands, self._answers, self._asked(jobs), keep)
        try:
            while not batch.is_done:
                batch.step()
                yield Progress(batch.kept, total, WORDS)
            return batch.kept
        finally:
            if not batch.is_done:
                self._stop()
            self._is_busy = False

    def _stop(self) -> None:
        """End what is under way; what was answered meanwhile is for nobody."""
        for hand in self._hands:
            hand.stop()
        while not self._answers.empty():
            self._answers.get()

    def _key(self, template: Template) -> int:
        """Return the number under which the workers know a template."""
        key = self._keys.get(template)
        if key is None:
            if len(self._keys) >= MOST_KEYS:
                self._keys.clear()  # the workers learn those that come again anew
            key = self._keys[template] = next(self._numbers)
        return key

    def _missing_hands(self) -> int:
        return self.workers - len(self._hands)

    def _asked(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Asked | None]]:
        for place, job in enumerate(jobs):
            key = self._key(job.template)
            try:
                yield job, Asked(place, key, job.template, line_of(job, key))
            except ValueError:
                yield job, None


__all__ = ["Renderer", "RenderingError"]
