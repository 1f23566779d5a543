"""Counts what messages say while they are rendered, in little memory however many there are."""

from collections import defaultdict, deque
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice

from app.delivery.census import Behind, Census, Fault, Named, Output, Said
from app.delivery.due import Desk, Due, due_in, due_to_all
from app.delivery.message import Failed, Job, Outcome, Rendered
from app.delivery.renderer import Renderer
from journeys.content.message import Message
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.progress import Progress
from journeys.simulation.dataset import Dataset
from journeys.simulation.program import Program
from journeys.simulation.story import Story, stories

FIRST = 10
"""How many of the customers behind something are named."""

SHOWN = 20
"""How many of the different outputs of a step are shown, those that most customers got."""


class Count:
    """Counts messages and customers; the messages of one customer come together."""

    __slots__ = ("_last", "_most", "customers", "first", "messages")

    def __init__(self, most: int = FIRST) -> None:
        self._most = most
        self.messages = self.customers = 0
        self.first: tuple[str, ...] = ()
        self._last = -1

    def add(self, place: int, customer: str) -> None:
        """Count a message to a customer of this place and id."""
        self.messages += 1
        if place != self._last:
            self._last = place
            self.customers += 1
            if len(self.first) < self._most:
                self.first += (customer,)

    @property
    def behind(self) -> Behind:
        """What was counted."""
        return Behind(self.messages, self.customers, self.first)


@dataclass(frozen=True, slots=True)
class Met:
    """Where an output was met first: a customer's place, and which of their messages it is."""

    place: int
    number: int
    count: Count


class Step:
    """What was counted of one message step; `most` customers behind something are named."""

    def __init__(self, most: int = FIRST) -> None:
        self._most = most
        self.sent = Count(most)
        self.outputs: dict[bytes, Met] = {}
        self.fallbacks, self.blanks, self.changes, self.lacking = (
            defaultdict[str, Count](self._count) for _ in range(4)
        )
        self.faults: dict[tuple[object, ...], tuple[Failed, Count]] = {}

    def _count(self) -> Count:
        return Count(self._most)

    def keep(self, due: Due, number: int, outcome: Outcome) -> None:
        """Count what came of a message: the one of this number of those to its customer."""
        who = due.place, due.customer
        self.sent.add(*who)
        if isinstance(outcome, Failed):
            place = (outcome.reason, outcome.part, outcome.line, outcome.column, outcome.path)
            self.faults.setdefault(place, (outcome, self._count()))[1].add(*who)
            return
        met = Met(due.place, number, self._count())
        self.outputs.setdefault(_digest(outcome), met).count.add(*who)
        for path, _ in outcome.fallbacks:
            self.fallbacks[path].add(*who)
        for path in outcome.blanks:
            self.blanks[path].add(*who)
        for change in outcome.changes:
            self.changes[change].add(*who)

    def shown(self, most: int = SHOWN) -> list[Met]:
        """Return the outputs that most customers got."""
        return sorted(self.outputs.values(), key=lambda met: -met.count.messages)[:most]

    def said(self, journey: str, step: str, words: Mapping[tuple[int, int], Outcome]) -> Said:
        """Return what was counted, with the words of the outputs that are shown."""
        seen = ((words.get((met.place, met.number)), met.count.behind) for met in self.shown())
        faults = sorted(self.faults.values(), key=lambda pair: -pair[1].messages)
        return Said(
            journey,
            step,
            self.sent.behind,
            len(self.outputs),
            tuple(Output(one.parts, behind) for one, behind in seen if isinstance(one, Rendered)),
            _named(self.fallbacks),
            _named(self.blanks),
            _named(self.changes),
            tuple(Fault(failed, count.behind) for failed, count in faults),
            _named(self.lacking),
        )


class Tally:
    """Hands out the messages of a run, and counts what comes back, in the same order."""

    def __init__(self, program: Program, dataset: Dataset) -> None:
        self._program = program
        self._dataset = dataset
        self._steps = {
            (journey.id, node.id): Step()
            for journey in program.journeys
            for node in journey.nodes
            if isinstance(node, Message)
        }
        self._open: deque[tuple[Due, int]] = deque()

    def jobs(self) -> Iterator[Job]:
        """Yield every message that has words, and count the others."""
        desk = Desk(self._dataset, self._program.settings)
        for told in stories(self._program, self._dataset, 0, self._dataset.customers):
            self._note_lacking(told)
            for number, due in enumerate(due_in(self._program, self._dataset, told, desk)):
                if due.job.template.parts:
                    self._open.append((due, number))
                    yield due.job
                else:
                    self._of(due.arrival.telling).sent.add(due.place, due.customer)

    def keep(self, outcome: Outcome) -> None:
        """Count what came of the next message."""
        due, number = self._open.popleft()
        self._of(due.arrival.telling).keep(due, number, outcome)

    def shown(self) -> list[tuple[int, int]]:
        """Return the messages to be shown: a customer's place, and which of their messages."""
        return [(met.place, met.number) for step in self._steps.values() for met in step.shown()]

    def again(self, wanted: tuple[int, int]) -> Job:
        """Return one message once more."""
        place, number = wanted
        own = due_to_all(self._program, self._dataset, place, place + 1)
        return next(islice(own, number, None)).job

    def census(self, words: Mapping[tuple[int, int], Outcome]) -> Census:
        """Return what was counted, with the words that are shown."""
        return Census(tuple(step.said(*name, words) for name, step in self._steps.items()))

    def _note_lacking(self, told: Story) -> None:
        for telling in told.tellings:
            if telling.reason is Reason.WORDS_MISSING:
                count = self._of(telling).lacking[str(telling.operands[0])]
                count.add(told.customer, self._dataset.ids[told.customer])

    def _of(self, telling: Telling) -> Step:
        return self._steps[telling.journey, telling.node or ""]


def census(
    program: Program, dataset: Dataset, renderer: Renderer, total: int
) -> Generator[Progress, None, Census]:
    """Render every message of a run, `total` of them, and return what they say.

    Only hashes of the words are held meanwhile; what is shown is rendered once more at the end.
    """
    tally = Tally(program, dataset)
    yield from renderer.batch(tally.jobs(), total, tally.keep)
    shown = tally.shown()
    words: list[Outcome] = []
    yield from renderer.batch(map(tally.again, shown), len(shown), words.append)
    return tally.census(dict(zip(shown, words, strict=True)))


def _digest(outcome: Rendered) -> bytes:
    """Return what tells words apart; no part holds the sign that stands between them (R175)."""
    return blake2b("\0".join(words for _, words in outcome.parts).encode(), digest_size=16).digest()


def _named(counts: Mapping[str, Count]) -> tuple[Named, ...]:
    found = sorted(counts.items(), key=lambda pair: -pair[1].messages)
    return tuple(Named(name, count.behind) for name, count in found)
