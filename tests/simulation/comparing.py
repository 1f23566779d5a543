"""Puts what the engine and the oracle say side by side."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from journeys.document.journey import Journey
from journeys.people.population import Content, Population
from journeys.program.telling import Telling
from journeys.simulation import state
from journeys.simulation.compiler import compile_program
from journeys.simulation.dataset import Dataset, Int64
from journeys.simulation.encoding import encode
from journeys.simulation.packing import pack
from journeys.simulation.program import Program
from journeys.simulation.scratch import TRACE_ROOM, Machine, PlainMachine
from journeys.simulation.settings import RunSettings
from journeys.simulation.trace import Decoder
from tests.oracle.run import Outcome, Row, run

Said = tuple[int, str, str | None, str | None, str, tuple[Content, ...]]
World = tuple[Sequence[Journey], Population, RunSettings]


def built(world: World) -> tuple[Program, Dataset]:
    """Compile a world's journeys for its population."""
    journeys, population, settings = world
    dataset = encode(population)
    return compile_program(journeys, dataset, settings), dataset


def compiled(program: Program, dataset: Dataset) -> Machine:
    """Return the machine form, with the trace on."""
    machine = Machine(program.numbers, program.counted, pack(program.numbers, dataset))
    machine.grow(machine.room, TRACE_ROOM)
    return machine


def plain(program: Program, dataset: Dataset) -> PlainMachine:
    """Return the plain form, with the trace on."""
    machine = PlainMachine(program.numbers, program.counted, pack(program.numbers, dataset))
    machine.grow(machine.room, TRACE_ROOM)
    return machine


def stories(program: Program, dataset: Dataset, machine: Machine) -> dict[str, list[Said]]:
    """Run every customer and return all that was decided about each."""
    decoder, told = Decoder(program), {}
    for place, customer in enumerate(dataset.ids):
        machine.run(place, place + 1, program.end)
        told[customer] = [said(telling) for telling in decoder.tellings(machine.told())]
    return told


def said(telling: Telling) -> Said:
    """Return a decision of the engine as a plain row."""
    where = (telling.time, telling.journey, telling.entry, telling.node)
    return (*where, telling.reason.word, telling.operands)


def cut_story(machine: Machine, program: Program, place: int, instants: list[int]) -> list[Said]:
    """Run a customer from instant to instant, each state stored and gone on from."""
    block = state.advance(machine, None, place, program.start)
    rows = machine.told()
    for until in (*instants, program.end):
        block = state.advance(machine, block, place, until)
        rows += machine.told()
    state.close(machine, block, place, program.end)
    rows += machine.told()
    return [said(telling) for telling in Decoder(program).tellings(rows)]


def cut_anywhere(world: World, told: dict[str, list[Said]], seed: int) -> None:
    """Run a world whole, and cut at three instants: both are what was told of it."""
    program, dataset = built(world)
    machine = compiled(program, dataset)
    assert stories(program, dataset, machine) == told, f"seed {seed}"
    cut, chance = compiled(program, dataset), random.Random(seed)
    instants = sorted(chance.randint(program.start, program.end) for _ in range(3))
    for place, customer in enumerate(dataset.ids):
        assert cut_story(cut, program, place, instants) == told[customer], f"seed {seed}, cut"
    assert cut.tally.tolist() == machine.tally.tolist(), f"seed {seed}, counts when cut"


def expected(world: World) -> dict[str, list[Said]]:
    """Return what the oracle says of every customer."""
    outcome = judged(world)
    return {customer: [spoken(row) for row in rows] for customer, rows in outcome.rows.items()}


def judged(world: World) -> Outcome:
    """Run the oracle on a world."""
    return run(*world)


def spoken(row: Row) -> Said:
    """Return a decision of the oracle as a plain row; only the engine tells the zone of a wait."""
    operands = row.operands[:1] if row.reason == "wait_started" else row.operands
    return (row.time, row.journey, row.entry, row.node, row.reason, tuple(operands))


def counted(program: Program, tally: Int64) -> dict[tuple[str, ...], int]:
    """Return the counts of a tally that are not 0, by owner and name."""
    return {
        (*owner, name): int(tally[first + at])
        for owner, (first, names) in program.counts.items()
        for at, name in enumerate(names)
        if tally[first + at]
    }


UNSENT_OR_WAITING = ("no_address", "no_consent", "words_missing", "waiting")
ENDS = {
    "finished": "finished",
    "path_ended": "path_ended",
    "restarted": "restarted",
    "too_many_visits": "too_many",
    "stopped": "stopped",
    "jumped": "jumped",
    "too_many_jumps": "too_many_jumps",
    "too_many_updates": "too_many_updates",
    "waiting": "waiting",
    "entered": "entries",
    "context_updated": "updated",
}


# Who is caught may still be taken out where they stand, at once or while the journey is paused.
UNDONE = ("restarted", "exited", "left_by_goal", "waiting")
ASIDE = ("goal_reached", "goal_key_missing", "exit_key_missing")


def implied(rows: Iterable[Said]) -> Counter[tuple[str, ...]]:
    """Return the counts that the rows of a story imply, by owner and name."""
    rows = [*rows]
    found = Counter(ways_taken(rows))
    for _, journey, _, node, reason, operands in rows:
        step = ("node", journey, node or "")
        if reason in ENDS:
            found["journey", journey, ENDS[reason]] += 1
        if reason.startswith("refused_") or reason in UNSENT_OR_WAITING:
            found[*step, reason] += 1
        if reason == "missed":
            found[*step, "refused_missed"] += 1
        if reason == "exited":
            found["exit", journey, str(operands[0]), "left"] += 1
        if reason == "left_by_goal":
            found["goal", journey, str(operands[0]), "left"] += 1
        if reason == "goal_reached":
            found["goal", journey, str(operands[0]), "reached"] += 1
            if operands[1] is None:
                found["goal", journey, str(operands[0]), "unmessaged"] += 1
            else:
                found["node", journey, str(operands[1]), "credited"] += 1
    return found


def ways_taken(rows: Sequence[Said]) -> Iterator[tuple[str, ...]]:
    """Yield the ways out that rows tell of; who is caught and then ends there takes none."""
    after: dict[tuple[str, str | None], tuple[str, str | None]] = {}
    for _, journey, entry, node, reason, operands in reversed(rows):
        ended, where = after.get((journey, entry), ("", None))
        is_undone = ended in UNDONE and where == node
        if reason not in ASIDE:
            after[journey, entry] = reason, node
        if reason in ("branch_taken", "answered") or (reason == "caught" and not is_undone):
            yield "node", journey, node or "", f"port:{operands[0]}"
        if reason == "timed_out":
            yield "node", journey, node or "", "port:timeout"
