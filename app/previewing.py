"""What is worked out for the preview of a message: who gets it, what was known, what came of it."""

from collections.abc import Generator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.delivery.due import Desk
from app.delivery.message import Failed, Rendered
from app.delivery.message import Outcome as Made
from app.delivery.renderer import Renderer
from app.running import Outcome
from app.variables import sample
from journeys.content.message import Message
from journeys.context.past import Past, Plain, seen
from journeys.context.story import Arrival, arrivals, known
from journeys.context.way import Stop, way
from journeys.document.journey import Journey
from journeys.program.roles import roles
from journeys.progress import Progress
from journeys.simulation.explain import clock
from journeys.simulation.known import Known, Person
from journeys.simulation.people import MOST, passing
from journeys.simulation.story import Story, stories, story
from widgets.content.shown import Put, Shown, Slip

translate = QCoreApplication.translate
SECONDS = ":00"


@dataclass(frozen=True, slots=True)
class Reached:
    """A customer at a message: who it is, when by the own clock, and by which way."""

    person: Person
    moment: str
    arrival: Arrival
    past: Past
    known: dict[str, Plain]
    way: tuple[Stop, ...]


def reaching(
    outcome: Outcome, node: str, most: int = MOST
) -> Generator[Progress, None, tuple[int, ...]]:
    """Return the places of the first customers who came to a message in a run."""
    found = yield from passing(
        outcome.ran.program, outcome.brought.dataset, node, most=most, journey=outcome.journey.id
    )
    return found


def reached(outcome: Outcome, node: str, place: int) -> Generator[Progress, None, Reached | None]:
    """Return what was known of a customer on coming to a message first; None if that was never."""
    yield Progress(0, 1, "Following the customer")
    return _arrived(outcome, node, story(outcome.ran.program, outcome.brought.dataset, place))


@dataclass(frozen=True, slots=True)
class Worst:
    """The customer at `place`: the names that are `missing`, and how long what is there is."""

    place: int
    missing: tuple[str, ...]
    length: int


def worst(
    outcome: Outcome, message: Message, places: tuple[int, ...]
) -> Generator[Progress, None, Worst]:
    """Return the customer of whom most is missing; of these, who has most to say."""
    program, dataset = outcome.ran.program, outcome.brought.dataset
    uses = (use.path for _, reading in message.readings for use in reading.uses)
    paths = [path for path in dict.fromkeys(uses) if "..." not in path]
    found: list[Worst] = []
    for count, place in enumerate(places):
        yield Progress(count, len(places), "Looking for the worst case")
        for told in stories(program, dataset, place, place + 1):
            there = _arrived(outcome, message.id, told)
            if there is not None:
                values = {path: sample(seen(there.known, path)) for path in paths}
                missing = tuple(path for path, value in values.items() if not value)
                found.append(Worst(place, missing, sum(map(len, values.values()))))
    return max(found, key=lambda each: (len(each.missing), each.length, -each.place))


def sought(
    outcome: Outcome, places: tuple[int, ...], words: str
) -> Generator[Progress, None, int | None]:
    """Return the first of some customers whose name or id holds what was typed."""
    yield Progress(0, 1, "Looking for the customer")
    dataset = outcome.brought.dataset
    names = Known(dataset, outcome.ran.program.settings)
    wanted = words.casefold()
    for place in places:
        id_ = dataset.ids[place]
        if wanted in f"{names.name(id_)} {id_}".casefold():
            return place
    return None


def rendering(
    renderer: Renderer, outcome: Outcome, journey: Journey, there: Reached
) -> Generator[Progress, None, Shown | Slip]:
    """Render a message with the words that a journey has now; raises RenderingError."""
    desk = Desk(outcome.brought.dataset, outcome.ran.program.settings)
    due = desk.due(there.arrival, there.past, journey)
    if due.lacks:
        words = translate("Messaging", "They get no message: it is only for those with {}.")
        return Slip(words.format(due.lacks), "", "", 0)
    job = due.job
    made: list[Made] = []
    yield from renderer.batch([job], 1, made.append)
    message = journey.node(there.arrival.telling.node or "")
    if not isinstance(message, Message):
        raise TypeError(f"{message.id} is no message")
    return _slip(message, made[0]) if isinstance(made[0], Failed) else _shown(message, made[0])


def _arrived(outcome: Outcome, node: str, told: Story) -> Reached | None:
    program, dataset = outcome.ran.program, outcome.brought.dataset
    journeys = {journey.id: journey for journey in program.journeys}
    place = outcome.journey.id, node
    here = (
        each
        for each in arrivals(journeys, told)
        if (each.telling.journey, each.telling.node) == place
    )
    arrival = next(here, None)
    if arrival is None:
        return None
    alone = dataset.part(told.customer, told.customer + 1)
    person = Known(alone, program.settings).person(dataset.ids[told.customer])
    past, parts = Past(dataset, told), roles(dataset.vocabulary)
    there = known(arrival, past, parts, journeys[arrival.telling.journey])
    moment = clock(arrival.telling.time, ZoneInfo(person.zone))
    moment = moment[: -len(SECONDS)]
    return Reached(person, moment, arrival, past, there, way(told, arrival))


def _shown(message: Message, made: Rendered) -> Shown:
    stood = dict(made.fallbacks)
    marks = {
        part.name: tuple(
            {stood[use.path] for use in reading.uses if use.has_fallback and use.path in stood}
        )
        for part, reading in message.readings
    }
    puts = (
        *(Put(name, str(value)) for name, value in made.used),
        *(Put(name, words, is_fallback=True) for name, words in made.fallbacks),
        *(Put(name, "") for name in made.blanks),
    )
    return Shown(dict(made.parts), puts, marks, made.changes)


def _slip(message: Message, failed: Failed) -> Slip:
    spoken = {part.name: part.spoken for part in message.parts()}.get(failed.part, "")
    where = spoken[:1].upper() + spoken[1:]
    if where and failed.line:
        where = translate("Messaging", "{0}, line {1}").format(where, failed.line)
    words = f"{where}: {failed.words}" if where else failed.words
    return Slip(words, failed.attempt, failed.part, failed.line)
