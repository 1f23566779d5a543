"""What an instance keeps besides what all have: where each number of its own stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeys.document.journey import Journey
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


def registers(journey: Journey, first: int) -> Registers:
    """Return the registers of a journey; the first `first` numbers of an instance are taken."""
    dealt = _placed(_dealt(journey), first)
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


def _dealt(journey: Journey) -> set[str]:
    needed = (steps_of(path) or () for node in journey.nodes for path in node.needed)
    named = {steps[1] for steps in needed if steps[:1] == ("experiment",) and len(steps) > 1}
    return {shared.id for node in journey.nodes for shared in node.shares()} & named
