"""One message counted over the people who get it, with the words it has now.

Each person counts once, with the first message to them, as the preview shows it.
"""

from collections import deque
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass

from app.delivery.census import Said
from app.delivery.due import Desk, Due
from app.delivery.message import Failed, Job, Outcome, Reason
from app.delivery.renderer import Renderer
from app.delivery.tally import Step
from journeys.content.message import Message
from journeys.context.past import Past
from journeys.context.story import arrivals
from journeys.document.journey import Journey
from journeys.program.reasons import Reason as Why
from journeys.progress import Progress
from journeys.simulation.dataset import Dataset
from journeys.simulation.people import MOST, passing
from journeys.simulation.program import Program
from journeys.simulation.story import stories

PEOPLE = 2_000
"""How many people are counted at most: about as many as take two seconds."""

WORKERS = 1
GETS = frozenset({Why.SENT, Why.WORDS_MISSING})


@dataclass(frozen=True, slots=True)
class Survey:
    """What a message says to people, by their places in the data set where they are named.

    `examples` holds somebody for each of the different messages, the most frequent first, `worst`
    those of whom most is missing first. With `is_cut` there are more people than were counted.
    """

    said: Said
    places: Mapping[str, int]
    examples: tuple[int, ...]
    worst: tuple[int, ...]
    is_cut: bool = False


def survey(
    program: Program, dataset: Dataset, journey: Journey, node: str, most: int = PEOPLE
) -> Generator[Progress, None, Survey]:
    """Render a message of a run for the first people who get it, with the words of `journey`.

    Who lacks what the words need counts as lacking, whatever they needed in the run. Raises
    RenderingError; closing it cancels and leaves no process behind.
    """
    found = yield from passing(program, dataset, node, most=most + 1, journey=journey.id)
    asking = _Asking(program, dataset, journey, node, found[:most])
    with Renderer(WORKERS) as renderer:
        yield from renderer.batch(asking.jobs(), min(len(found), most), asking.keep)
    return asking.survey(is_cut=len(found) > most)


class _Asking:
    """Hands out the messages and counts what comes back, in the same order."""

    def __init__(
        self,
        program: Program,
        dataset: Dataset,
        journey: Journey,
        node: str,
        people: tuple[int, ...],
    ) -> None:
        self._program, self._dataset, self._journey = program, dataset, journey
        self._node, self._people = node, people
        message = journey.node(node)
        self._needed = message.needed if isinstance(message, Message) else ()
        self._step = Step(MOST)
        self._open: deque[Due] = deque()
        self._bad: list[tuple[bool, int, int, int]] = []

    def jobs(self) -> Iterator[Job]:
        """Yield the first message to each of the people."""
        program, dataset, at = self._program, self._dataset, (self._journey.id, self._node)
        desk = Desk(dataset, program.settings)
        journeys = {journey.id: journey for journey in program.journeys}
        for place in self._people:
            for told in stories(program, dataset, place, place + 1):
                here = (
                    each
                    for each in arrivals(journeys, told)
                    if (each.telling.journey, each.telling.node) == at
                )
                arrival = next(here, None)
                if arrival is not None and arrival.telling.reason in GETS:
                    due = desk.due(arrival, Past(dataset, told), self._journey)
                    if due.lacks:
                        self._leave_out(due, due.lacks)
                    else:
                        self._open.append(due)
                        yield due.job

    def _leave_out(self, due: Due, path: str) -> None:
        """Count one who is not sent to for want of a variable."""
        self._step.lacking[path].add(due.place, due.customer)
        self._bad.append((True, 0, 0, -due.place))

    def keep(self, outcome: Outcome) -> None:
        """Count what came of the next one."""
        due = self._open.popleft()
        lacks = isinstance(outcome, Failed) and outcome.reason is Reason.MISSING
        if isinstance(outcome, Failed) and lacks and outcome.path in self._needed:
            self._leave_out(due, outcome.path)
            return
        self._step.keep(due, 0, outcome)
        if isinstance(outcome, Failed):
            self._bad.append((True, 0, 0, -due.place))
            return
        missing = len(outcome.fallbacks) + len(outcome.blanks)
        letters = sum(len(words) for _, words in outcome.parts)
        self._bad.append((False, missing, letters, -due.place))

    def survey(self, *, is_cut: bool) -> Survey:
        """Return what was counted."""
        ids = self._dataset.ids
        return Survey(
            self._step.said(self._journey.id, self._node, {}),
            {ids[place]: place for place in self._people},
            tuple(met.place for met in self._step.shown(MOST)),
            tuple(-bad[-1] for bad in sorted(self._bad, reverse=True)[:MOST]),
            is_cut,
        )
