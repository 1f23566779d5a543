"""One customer's story: every decision with its reason, decoded and said in sentences."""

from collections.abc import Callable, Iterator, Sequence

from journeys.conditions.sentences import sentence
from journeys.conditions.tree import ArmTest
from journeys.document.journey import Journey
from journeys.hashing import unsigned
from journeys.people.population import Content
from journeys.program.reading import CHANNELS
from journeys.program.reasons import ASIDE, OPERANDS, Reason
from journeys.program.telling import Telling
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.dataset import Dataset
from journeys.simulation.kernel.places import TOLD
from journeys.simulation.packing import pack
from journeys.simulation.program import AskedLeaf, Program
from journeys.simulation.scratch import TRACE_ROOM, Machine, PlainMachine
from journeys.simulation.zones import SOURCES, InForce

WHYS = ("none", "preference", "rate", "order")
NUMBERS = frozenset({"instant", "number", "leaf", "actual", "content"})


def trace(
    program: Program, dataset: Dataset, customer: int, machine: Machine | None = None
) -> tuple[Telling, ...]:
    """Run one customer (a place in the data set) with the trace on and decode every decision.

    Without a machine the plain form of the kernel runs, so that nothing is compiled first.
    """
    if machine is None:
        alone = dataset.part(customer, customer + 1)
        machine, customer = (
            PlainMachine(program.numbers, program.counted, pack(program.numbers, alone)),
            0,
        )
    machine.grow(machine.room, max(machine.traced, TRACE_ROOM))
    machine.run(customer, customer + 1, program.end)
    return tuple(Decoder(program).tellings(machine.told()))


class Decoder:
    """Turns the rows of a trace back into what stood in the data and in the journeys."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.journeys = {journey.id: journey for journey in program.journeys}

    def tellings(self, told: Sequence[int]) -> Iterator[Telling]:
        """Yield each decision of a trace."""
        place = 0
        while place < len(told):
            size = told[place]
            yield self._telling(told[place : place + size])
            place += size

    def _telling(self, row: Sequence[int]) -> Telling:
        time, reason, journey, node, has_entry, entry, handled = row[1:TOLD]
        program = self.program
        operands = dict(zip(OPERANDS[Reason(reason)], row[TOLD:], strict=True))
        numbers = [
            self._operand(name, number, journey, node)
            for name, number in zip(OPERANDS[Reason(reason)], row[TOLD:], strict=True)
            if name not in ASIDE
        ]
        leaf = program.leaves[row[TOLD]] if reason == Reason.LEAF else None
        if leaf:
            actual = row[TOLD + 2]
            numbers = [leaf.number, row[TOLD + 1] == 1, self._actual(leaf, actual)]
        if reason == Reason.PROFILE_UPDATED:
            numbers[1] = program.vocabulary.decode(program.attributes[row[TOLD]], row[TOLD + 1])
        return Telling(
            time=time,
            journey=program.journeys[journey].id,
            entry=f"{unsigned(entry):016x}" if has_entry else None,
            node=program.nodes[node][1],
            reason=Reason(reason),
            operands=tuple(numbers),
            asked=sentence(leaf.leaf, program.journeys[journey].names) if leaf else "",
            leaf=row[TOLD] if leaf else -1,
            zone=self._zone(operands.get("zone")),
            handled=handled,
            row=operands.get("row", -1),
            is_paused=operands.get("paused") == 1,
        )

    def _actual(self, asked: AskedLeaf, number: int) -> Content:
        """Return the actual value that a comparison looked at."""
        if number in (MISSING, UNKNOWN):
            return None
        if isinstance(asked.leaf, ArmTest):
            return self.program.arms.get(number)
        return self.program.vocabulary.decode(asked.column, number)

    def _zone(self, code: int | None) -> str:
        if code is None:
            return ""
        return str(InForce(self.program.zones[code // 4], SOURCES[code % 4]))

    def _operand(self, name: str, number: int, journey: int, node: int) -> Content:
        program = self.program
        drawing = program.journeys[journey]
        if name in NUMBERS or number == MISSING:
            return None if number == MISSING else number
        said: dict[str, Callable[[], Content]] = {
            "truth": lambda: number == 1,
            "port": lambda: drawing.node(program.nodes[node][1]).ports()[number].id,
            "arm": lambda: program.arms[number],
            "channel": lambda: CHANNELS[number],
            "goal": lambda: drawing.goals[number].id,
            "exit": lambda: drawing.exits[number].id,
            "step": lambda: program.nodes[number][1] if number >= 0 else None,
            "variable": lambda: program.words[number],
            "attribute": lambda: program.attributes[number].name,
            "cap": lambda: program.settings.sending.caps[number].id if number >= 0 else None,
            "why": lambda: WHYS[number],
            "journey": lambda: program.journeys[number].id,
            "key": lambda: self._key(drawing, number),
        }
        return said[name]()

    def _key(self, drawing: Journey, number: int) -> Content:
        vocabulary, key = self.program.vocabulary, drawing.entry.key
        if key is None:
            return None
        return vocabulary.decode(vocabulary.columns[vocabulary.column_places[key]], number)
