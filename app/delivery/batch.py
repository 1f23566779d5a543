"""One batch of messages on its way through the workers."""

import contextlib
from collections import Counter, deque
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue

from app.delivery import limits
from app.delivery.answers import GarbledError, outcome_of
from app.delivery.hand import Answered, Asked, Hand
from app.delivery.message import Failed, Job, Outcome, Reason
from app.delivery.watch import Watch
from journeys.errors import ThroughlineError

TICK = 0.05
MOST_STARTS = 10
MOST_HARM = 5
HARM = frozenset((Reason.TOO_SLOW, Reason.OUT_OF_MEMORY, Reason.DIED))
TRY_SIMPLER = "Make the message simpler, or go through less."

TOO_SLOW = Failed(
    Reason.TOO_SLOW, f"The message took longer than {limits.SECONDS:g} second.", TRY_SIMPLER
)
DIED = Failed(Reason.DIED, "Rendering this message ended its process, twice.", TRY_SIMPLER)
GIVEN_UP = Failed(
    Reason.TOO_SLOW, f"The message was given up: it did harm {MOST_HARM} times.", TRY_SIMPLER
)
UNREADABLE = Failed(
    Reason.UNREADABLE,
    "What is known of this customer holds something that is neither text, number, date nor list.",
    "Look at where the data comes from.",
)


class RenderingError(ThroughlineError):
    """Messages cannot be rendered on this machine at all."""


class Batch:
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
        self._watched: dict[Hand, Watch] = {}
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
        self._harm: Counter[int] = Counter()

    @property
    def is_done(self) -> bool:
        """True when every message has its outcome, and it was handed on."""
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

    def _give(self) -> None:
        while self._free:
            asked = self._allowed(self._again.popleft() if self._again else self._chunk())
            if not asked and (self._ends or len(self._ready) >= limits.AHEAD):
                return
            if not asked:
                continue
            hand = self._free.popleft()
            hand.give(asked)
            self._watched[hand] = Watch(hand, len(asked))

    def _allowed(self, asked: tuple[Asked, ...]) -> tuple[Asked, ...]:
        """Return messages without those whose template did too much harm; they are given up."""
        for each in asked:
            if self._harm[each.key] >= MOST_HARM:
                self._finish(each, GIVEN_UP)
        return tuple(each for each in asked if self._harm[each.key] < MOST_HARM)

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
        """Take answers, once their worker has something to do again."""
        is_slow = self._watched.pop(answered.hand).is_slow
        self._count_starts(answered)
        self._free.append(answered.hand)
        self._give()
        asked = deque(answered.asked)
        for line in answered.lines:
            try:
                outcome = outcome_of(line, self._open[asked[0].place])
            except GarbledError:
                answered.hand.kill()  # whatever it does by now is begun again
                break
            self._finish(asked.popleft(), outcome)
        if not asked:
            return
        if not answered.has_begun:
            self._again.append(tuple(asked))
        elif len(answered.asked) > 1:
            self._again.extend((each,) for each in asked)  # whose doing it was shows when alone
        else:
            self._blame(asked[0], is_slow=is_slow)

    def _blame(self, asked: Asked, *, is_slow: bool) -> None:
        """Name what a message has done that was alone; one whose worker died may try again."""
        if is_slow:
            self._finish(asked, TOO_SLOW)
        elif asked.place in self._tried:
            self._finish(asked, DIED)
        else:
            self._tried.add(asked.place)
            self._again.append((asked,))

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
        if isinstance(outcome, Failed) and outcome.reason in HARM and outcome is not GIVEN_UP:
            self._harm[asked.key] += 1
