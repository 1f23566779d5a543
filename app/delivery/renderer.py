"""Renders messages in processes of their own, many at a time, whatever their templates do."""

import contextlib
import itertools
import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

from app.delivery import limits
from app.delivery.answers import GarbledError, line_of, outcome_of
from app.delivery.hand import ENTRY, Answered, Asked, Hand
from app.delivery.message import Failed, Job, Outcome, Reason, Rendered, Template
from journeys.errors import ThroughlineError
from journeys.progress import Progress

WORDS = "Rendering messages"
TICK = 0.05
LONGEST_TICK = 0.2
MOST_STARTS = 10
MOST_KEYS = 1_000
TRY_SIMPLER = "Make the message simpler, or go through less."

TOO_SLOW = Failed(
    Reason.TOO_SLOW, f"The message took longer than {limits.SECONDS:g} second.", TRY_SIMPLER
)
DIED = Failed(Reason.DIED, "Rendering this message ended its process, twice.", TRY_SIMPLER)
UNREADABLE = Failed(
    Reason.UNREADABLE,
    "What is known of this customer holds something that is neither text, number, date nor list.",
    "Look at where the data comes from.",
)


class RenderingError(ThroughlineError):
    """Messages cannot be rendered on this machine at all."""


class Renderer:
    """Owns the worker processes; they are started with the first message.

    One batch at a time. `close`, or leaving the `with`, leaves no process behind.
    """

    def __init__(self, workers: int | None = None, entry: str = ENTRY) -> None:
        self._workers = workers or min(os.cpu_count() or 1, 8)
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
    def limits_memory(self) -> bool:
        """False where the system puts no limit on a worker's memory: Windows and macOS."""
        return all(hand.limits_memory for hand in self._hands)

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
        batch = _Batch(self._hands, self._answers, self._asked(jobs), keep)
        try:
            while not batch.is_done:
                batch.step()
                yield Progress(batch.kept, total, WORDS)
            return batch.kept
        finally:
            batch.stop()
            self._is_busy = False

    def _key(self, template: Template) -> int:
        """Return the number under which the workers know a template."""
        key = self._keys.get(template)
        if key is None:
            if len(self._keys) >= MOST_KEYS:
                self._keys.clear()  # the workers learn those that come again anew
            key = self._keys[template] = next(self._numbers)
        return key

    def _missing_hands(self) -> int:
        return self._workers - len(self._hands)

    def _asked(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Asked | None]]:
        for place, job in enumerate(jobs):
            key = self._key(job.template)
            try:
                yield job, Asked(place, key, job.template, line_of(job, key))
            except ValueError:
                yield job, None


class _Batch:
    """One batch on its way: what waits, who has what, and what came back too early."""

    def __init__(
        self,
        hands: list[Hand],
        answers: SimpleQueue[Answered],
        jobs: Iterator[tuple[Job, Asked | None]],
        keep: Callable[[Outcome], object],
    ) -> None:
        self.kept = 0
        self._free = deque(hands)
        self._watched: dict[Hand, _Watch] = {}
        self._answers = answers
        self._jobs = jobs
        self._keep = keep
        self._open: dict[int, Job] = {}
        self._again: deque[tuple[Asked, ...]] = deque()
        self._ready: dict[int, Outcome] = {}
        self._next = 0
        self._ends = False
        self._tried: set[int] = set()
        self._failed_starts = 0

    @property
    def is_done(self) -> bool:
        return self._ends and not self._open and not self._ready and not self._watched

    def step(self) -> None:
        """Give out work, wait a moment for answers, and look after those at work."""
        self._give()
        if self._watched:
            with contextlib.suppress(Empty):
                self._take(self._answers.get(timeout=TICK))
        for watch in self._watched.values():
            watch.look()
        while (outcome := self._ready.pop(self.kept, None)) is not None:
            self.kept += 1
            self._keep(outcome)

    def stop(self) -> None:
        """End what is under way."""
        while self._watched:
            for hand in self._watched:
                hand.kill()  # again and again: one may just be starting
            with contextlib.suppress(Empty):
                self._watched.pop(self._answers.get(timeout=TICK).hand, None)

    def _give(self) -> None:
        while self._free:
            asked = self._again.popleft() if self._again else self._chunk()
            if not asked:
                return
            hand = self._free.popleft()
            hand.give(asked)
            self._watched[hand] = _Watch(hand)

    def _chunk(self) -> tuple[Asked, ...]:
        chunk: list[Asked] = []
        letters = 0
        while (
            len(chunk) < limits.JOBS_AT_ONCE
            and letters < limits.BYTES_AT_ONCE
            and len(self._ready) < limits.AHEAD
        ):
            job, asked = next(self._jobs, (None, None))
            if job is None:
                self._ends = True
                break
            if asked is None:
                self._ready[self._next] = UNREADABLE
            else:
                self._open[asked.place] = job
                chunk.append(asked)
                letters += len(asked.line)
            self._next += 1
        return tuple(chunk)

    def _take(self, answered: Answered) -> None:
        watch = self._watched.pop(answered.hand)
        self._free.append(answered.hand)
        self._count_starts(answered)
        asked = deque(answered.asked)
        for line in answered.lines:
            try:
                outcome = outcome_of(line, self._open[asked[0].place])
            except GarbledError:
                answered.hand.kill()
                break
            self._finish(asked.popleft(), outcome)
        if not asked:
            return
        if watch.is_slow:
            self._finish(asked.popleft(), TOO_SLOW)
        elif answered.has_begun and asked[0].place in self._tried:
            self._finish(asked.popleft(), DIED)
        elif answered.has_begun:
            self._tried.add(asked[0].place)
            self._again.append((asked.popleft(),))
        if asked:
            self._again.append(tuple(asked))

    def _count_starts(self, answered: Answered) -> None:
        self._failed_starts = 0 if answered.has_begun else self._failed_starts + 1
        if self._failed_starts > MOST_STARTS:
            raise RenderingError(
                "The process in which messages are rendered does not start.",
                "Look whether other programs can be started, and start again.",
            )

    def _finish(self, asked: Asked, outcome: Outcome) -> None:
        del self._open[asked.place]
        self._ready[asked.place] = outcome


class _Watch:
    """Looks whether a worker gets on: each message has its second, and starting has its own.

    What counts is the time in which this process looks as well, so that a machine that sleeps or
    stands still makes no message slow.
    """

    def __init__(self, hand: Hand) -> None:
        self.is_slow = False
        self._hand = hand
        self._count = -1
        self._has_begun = hand.has_begun
        self._waited = 0.0
        self._looked = time.monotonic()

    def look(self) -> None:
        """Kill a worker that has been at one message for too long."""
        now = time.monotonic()
        self._waited += min(now - self._looked, LONGEST_TICK)
        self._looked = now
        seen = (self._hand.count, self._hand.has_begun)
        if seen != (self._count, self._has_begun):
            self._count, self._has_begun = seen
            self._waited = 0.0
        most = limits.SECONDS if self._has_begun else limits.START_SECONDS
        if self._waited > most and not self.is_slow:
            self.is_slow = self._has_begun
            self._hand.kill()


__all__ = ["Failed", "Job", "Rendered", "Renderer", "RenderingError", "Template"]
