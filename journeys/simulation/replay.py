"""Lets customers live through a run once more, one by one, with every decision written down."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeys.program.telling import Telling
from journeys.simulation.dataset import Dataset
from journeys.simulation.packing import pack
from journeys.simulation.program import Program
from journeys.simulation.scratch import ROOM, TRACE_ROOM, Machine
from journeys.simulation.trace import Decoder

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision as the engine wrote it: its instant (epoch seconds), why, where, by whom.

    `journey` and `node` are places in the program; `row` is all of it, for a Decoder.
    """

    time: int
    reason: int
    journey: int
    node: int
    has_entry: bool
    row: tuple[int, ...]


def replayed(
    program: Program, dataset: Dataset, first: int, last: int
) -> Iterator[tuple[int, tuple[Decision, ...]]]:
    """Yield (customer, decisions) of the customers [first, last) to whom anything happened."""
    part = dataset.part(first, last)
    machine = Machine(program.numbers, program.counted, pack(program.numbers, part))
    machine.grow(ROOM, TRACE_ROOM)
    for place in range(last - first):
        machine.run(place, place + 1, program.end)
        told = machine.told()
        if told:
            yield first + place, tuple(_decisions(told))


def _decisions(told: list[int]) -> Iterator[Decision]:
    place = 0
    while place < len(told):
        size = told[place]
        _, time, reason, journey, node, has_entry, *_ = row = told[place : place + size]
        yield Decision(time, reason, journey, node, bool(has_entry), tuple(row))
        place += size


def decoded(decoder: Decoder, decision: Decision) -> Telling:
    """Return a decision with what stood in the data and in the journeys."""
    return next(iter(decoder.tellings(decision.row)))


def journey_place(program: Program, journey: str) -> int:
    """Return the place of a journey in a program; "" is the first."""
    ids = [each.id for each in program.journeys]
    return ids.index(journey) if journey else 0
