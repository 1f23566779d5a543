"""The story of a customer with all they brought into it: every event in the order of handling."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeys.people.population import ColumnType, Content
from journeys.program.operations import R_ROW, R_USED
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.simulation.dataset import Dataset
from journeys.simulation.kernel.places import S_ID, S_TIME, S_TYPE, S_VALUES
from journeys.simulation.packing import pack
from journeys.simulation.program import Program
from journeys.simulation.scratch import TRACE_ROOM, Machine, PlainMachine
from journeys.simulation.trace import Decoder

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Seen:
    """An event that was handled: a recorded one, or one that the run made up.

    One with no name is an entry at an instant, with no event (R217).

    `place` is the recorded one's place among the customer's own, None for a made-up one;
    `carried` are the properties of a made-up one.
    """

    time: int
    name: str
    place: int | None
    carried: Mapping[str, Content]


@dataclass(frozen=True, slots=True)
class Updated:
    """An attribute that a step changed, when `handled` events had been handled (R223)."""

    time: int
    handled: int
    name: str
    content: Content
    is_instant: bool


@dataclass(frozen=True, slots=True)
class Story:
    """What was decided about a customer (a place in the data set), and the events it rests on.

    `updates` are the changes of the profile that steps made, in order.
    """

    customer: int
    tellings: tuple[Telling, ...]
    seen: tuple[Seen, ...]
    updates: tuple[Updated, ...] = ()


def story(program: Program, dataset: Dataset, customer: int) -> Story:
    """Return the story of one customer, told by the plain form of the kernel: nothing compiles."""
    alone = dataset.part(customer, customer + 1)
    customers = pack(program.numbers, alone, is_whole=True)
    machine = PlainMachine(program.numbers, program.counted, customers)
    return _told(program, dataset, machine, customer, 0)


def stories(program: Program, dataset: Dataset, first: int, last: int) -> Iterator[Story]:
    """Yield the story of each customer [first, last) to whom anything happened.

    They are laid out for the engine in parts, so that any number takes little memory.
    """
    for start in range(first, last, CHUNK):
        part = dataset.part(start, min(start + CHUNK, last))
        customers = pack(program.numbers, part, is_whole=True)
        machine = Machine(program.numbers, program.counted, customers)
        for place in range(part.customers):
            told = _told(program, dataset, machine, start + place, place)
            if told.tellings:
                yield told


def _told(program: Program, dataset: Dataset, machine: Machine, customer: int, place: int) -> Story:
    machine.grow(machine.room, max(machine.traced, TRACE_ROOM))
    machine.run(place, place + 1, program.end)
    tellings = tuple(Decoder(program).tellings(machine.told()))
    seen = _seen(program, dataset, customer, machine.seen(int(program.numbers[R_ROW])))
    updates = tuple(_updates(program, tellings))
    return Story(customer, tellings, tuple(seen) if tellings else (), updates)


def _updates(program: Program, tellings: Sequence[Telling]) -> Iterator[Updated]:
    timed = {each.name for each in program.attributes if each.type is ColumnType.INSTANT}
    for telling in tellings:
        if telling.reason is Reason.PROFILE_UPDATED:
            name, content = str(telling.operands[0]), telling.operands[1]
            yield Updated(telling.time, telling.handled, name, content, name in timed)


def _seen(
    program: Program, dataset: Dataset, customer: int, rows: Sequence[Sequence[int]]
) -> Iterator[Seen]:
    """Yield what was handled; recorded events are found again by their ids, in order."""
    first, last = (int(bound) for bound in dataset.offset[customer : customer + 2])
    ids = dataset.event_hash[first:last].tolist()
    used = int(program.numbers[R_USED])
    columns = program.numbers[used + 1 : used + 1 + int(program.numbers[used])].tolist()
    places: dict[int, deque[int]] = defaultdict(deque)
    for place, bits in enumerate(ids):
        places[bits].append(place)
    vocabulary = program.vocabulary
    for row in rows:
        name, time = program.events[row[S_TYPE]], row[S_TIME]
        if places.get(row[S_ID]):
            yield Seen(time, name, places[row[S_ID]].popleft(), {})
            continue
        values = {
            vocabulary.columns[column].name: vocabulary.decode(vocabulary.columns[column], value)
            for column, value in zip(columns, row[S_VALUES:], strict=True)
        }
        carried = {name: content for name, content in values.items() if content is not None}
        yield Seen(time, name, None, carried)
