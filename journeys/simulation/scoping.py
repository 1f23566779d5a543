"""What surrounds the conditions of a journey in a run: its segments, messages, and experiments."""

from collections.abc import Iterator, Mapping, Sequence

from journeys.conditions.tree import ArmTest
from journeys.content.message import Message
from journeys.document.journey import Journey
from journeys.nodes.experiment import Experiment
from journeys.program.scope import Noted, Scope
from journeys.simulation.registers import Registers
from journeys.values import within


def units_of(journeys: Sequence[Journey]) -> dict[str, int]:
    """Return the kind of unit that each experiment of a run deals its arms to."""
    steps = (node for journey in journeys for node in journey.nodes)
    return {node.experiment: node.dealt_to for node in steps if isinstance(node, Experiment)}


def experiments_of(journey: Journey) -> Iterator[str]:
    """Yield the experiments that a journey deals out or asks about."""
    for value in within(journey):
        if isinstance(value, (Experiment, ArmTest)):
            yield value.experiment


def scope_of(
    journey: Journey,
    kept: Registers,
    units: Mapping[str, int],
    places: Mapping[tuple[str, str], int],
    hashes: Mapping[int, int],
) -> Scope:
    """Return the scope of a journey whose instances keep these registers."""
    messages = {node.id: node for node in journey.nodes if isinstance(node, Message)}
    return Scope(
        journey=journey.id,
        segments={segment.id: segment.condition for segment in journey.segments},
        units=units,
        hashes=hashes,
        messages={
            step: Noted(places[journey.id, step], messages[step].channel, place)
            for step, place in kept.notes.items()
        },
        caught=kept.caught,
        waited=frozenset(each.name for node in journey.nodes for each in node.catches()),
    )
