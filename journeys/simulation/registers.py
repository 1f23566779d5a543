"""What an instance keeps besides what all have: where each number of its own stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journeys.conditions.tree import EngagementTest
from journeys.document.journey import Journey
from journeys.graph import loops
from journeys.program import operations as op
from journeys.program.needs import FROM
from journeys.program.paths import steps_of
from journeys.values import within


@dataclass(frozen=True, slots=True)
class Registers:
    """Where an instance of a journey keeps its own numbers, and how wide it is with them.

    `dealt` holds, by experiment, whether it was dealt an arm, where words ask for it (R151);
    `caught`, by name, the event a wait caught (R214) or what was answered (R225); `memory` what a
    step remembers, by its id; `notes` what became of a message that is asked about, by its step
    (R206).
    """

    dealt: Mapping[str, int]
    caught: Mapping[str, int]
    memory: Mapping[str, int]
    notes: Mapping[str, int]
    width: int


def registers_of(journeys: Sequence[Journey], first: int) -> dict[str, Registers]:
    """Return the registers of each journey of a run by its id; those of any instance come first."""
    paths = [steps_of(path) or () for each in journeys for node in each.nodes
             for path in node.needed]  # fmt: skip
    ahead = [path[path.count(FROM) :] for path in paths if path[:1] == (FROM,)]
    asked = {str(path[1]) for path in ahead if path[:1] == ("experiment",) and len(path) > 1}
    found = {}
    for journey in journeys:
        parts = loops(journey)
        looped = sum(len(part) for part in parts)
        found[journey.id] = _registers(journey, first + looped + 2 * len(parts), asked)
    return found


def _registers(journey: Journey, first: int, asked: set[str]) -> Registers:
    dealt = _placed(_dealt(journey, asked), first)
    first += len(dealt)
    caught = _placed(_caught(journey), first)
    first += len(caught)
    memory = _placed({node.id for node in journey.nodes if node.remembers}, first)
    first += len(memory)
    notes = _placed(_asked_about(journey), first, op.NOTES_WIDTH)
    return Registers(dealt, caught, memory, notes, first + op.NOTES_WIDTH * len(notes))


def _placed(names: set[str], first: int, width: int = 1) -> dict[str, int]:
    return {name: first + width * at for at, name in enumerate(sorted(names))}


def _asked_about(journey: Journey) -> set[str]:
    asked = {value.step for value in within(journey) if isinstance(value, EngagementTest)}
    return {node.id for node in journey.nodes if node.sends} & asked


def _caught(journey: Journey) -> set[str]:
    names = {each.name for node in journey.nodes for each in node.catches()}
    answered = (each.name for node in journey.nodes for each in node.declares())
    return names | {name for name in answered if name is not None}


def _dealt(journey: Journey, asked: set[str]) -> set[str]:
    needed = (steps_of(path) or () for node in journey.nodes for path in node.needed)
    named = {steps[1] for steps in needed if steps[:1] == ("experiment",) and len(steps) > 1}
    return {shared.id for node in journey.nodes for shared in node.shares()} & (named | asked)


def by_name(each: Iterable[Mapping[str, int]]) -> dict[str, dict[int, int]]:
    """Return, by name, where the instances of each journey keep it, by the journey's place."""
    found: dict[str, dict[int, int]] = {}
    for place, kept in enumerate(each):
        for name, at in kept.items():
            found.setdefault(name, {})[place] = at
    return found
