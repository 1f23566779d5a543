"""Messages as they fall due in customers' stories: their words, what is known, whose clock.

The preview, the trace, the census and whoever sends ask here, so that all render the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.delivery.message import Job, Template
from journeys.content.message import Message
from journeys.context.entry import first_names
from journeys.context.expired import without_expired
from journeys.context.past import Past, seen
from journeys.context.story import Arrival, arrivals, known
from journeys.document.journey import Journey
from journeys.program.reasons import Reason
from journeys.program.roles import roles
from journeys.simulation.dataset import Dataset
from journeys.simulation.program import Program
from journeys.simulation.settings import RunSettings
from journeys.simulation.story import Story, stories, story
from journeys.simulation.zones import InForce, in_force


@dataclass(frozen=True, slots=True)
class Due:
    """A message that falls due: to whom, where in the story, and what is to be rendered.

    `customer` is the id, `place` the place in the data set. `zone` says whose clock its dates
    follow. A job without parts is a message without words. `lacks` is what the message is only sent
    with (R177) and they lack, if anything.
    """

    customer: str
    place: int
    arrival: Arrival
    zone: InForce
    job: Job
    lacks: str = ""


class Desk:
    """Makes jobs of arrivals at message steps, for the journeys of one run."""

    def __init__(self, dataset: Dataset, settings: RunSettings) -> None:
        self._roles = roles(dataset.vocabulary)
        self._settings = settings
        self._wanted: dict[tuple[Template, tuple[str, ...]], frozenset[str]] = {}

    def due(self, arrival: Arrival, past: Past, journey: Journey) -> Due:
        """Return the message of the step an arrival came to, as it is as of that moment.

        Its words are those that `journey` holds. Raises TypeError where the step sends nothing.
        """
        telling = arrival.telling
        message = journey.node(telling.node or "")
        if not isinstance(message, Message):
            raise TypeError(f"{telling.node} is no message")
        template = Template(tuple(part for part, _ in message.readings))
        key = template, message.only_with
        if key not in self._wanted:
            paths = [use.path for _, reading in message.readings for use in reading.uses]
            self._wanted[key] = first_names((*paths, *message.only_with))
        attributes = past.attributes(telling.time, telling.handled, arrival.updates)
        zone = in_force(attributes, self._settings)
        context = known(arrival, past, self._roles, journey, self._wanted[key])
        context = without_expired(context, message.ages, telling.time)
        lacks = next((path for path in message.only_with if seen(context, path) is None), "")
        job = Job(template, context, zone.name)
        return Due(past.id, past.customer, arrival, zone, job, lacks)


def due_to(program: Program, dataset: Dataset, customer: int) -> Iterator[Due]:
    """Yield the messages sent to one customer (a place in the data set); nothing is compiled."""
    yield from due_in(program, dataset, story(program, dataset, customer))


def due_to_all(
    program: Program, dataset: Dataset, first: int = 0, last: int | None = None
) -> Iterator[Due]:
    """Yield the messages sent to the customers [first, last), customer by customer, lazily."""
    desk = Desk(dataset, program.settings)
    for told in stories(program, dataset, first, dataset.customers if last is None else last):
        yield from due_in(program, dataset, told, desk)


def due_in(
    program: Program, dataset: Dataset, told: Story, desk: Desk | None = None
) -> Iterator[Due]:
    """Yield the messages sent in a customer's story, one for each row `sent`, in order."""
    desk = desk or Desk(dataset, program.settings)
    journeys = {journey.id: journey for journey in program.journeys}
    past = Past(dataset, told)
    for arrival in arrivals(journeys, told):
        if arrival.telling.reason is Reason.SENT:
            yield desk.due(arrival, past, journeys[arrival.telling.journey])
