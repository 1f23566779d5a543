"""What an instance keeps besides what all have: where each number of its own stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journeys.document.journey import Journey
from journeys.graph import loops
from journeys.program.needs import FROM
from journeys.program.paths import steps_of


@dataclass(frozen=True, slots=True)
class Registers:
    """Where an instance of a journey keeps its own numbers, and how wide it is with them.

    `dealt` holds, by experiment, whether it was dealt an arm, where words ask for it (R151);
    `caught`, by name, the event a wait caught (R214) or what was answered (R225); `memory` what a
    step remembers, by its id.
    """

    dealt: Mapping[str, int]
    caught: Mapping[str, int]
    memory: Mapping[str, int]
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
    return Registers(dealt, caught, memory, first + len(memory))


def _placed(names: set[str], first: int) -> dict[str, int]:
    return {name: first + at for at, name in enumerate(sorted(names))}


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
