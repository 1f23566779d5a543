"""Companions: the journeys that run with another one because it leads to them (R1, R222)."""

from collections.abc import Iterable
from dataclasses import replace

from journeys.document.journey import Journey
from journeys.document.node import Called
from journeys.names import Names


def companions(journey: Journey, there: Iterable[Journey]) -> tuple[Journey, ...]:
    """Return the journeys that one leads to, and those that they lead to, as they are met.

    `there` are all there are; of two with one id the first counts. A journey is no companion of
    itself, and one that is not there is none.
    """
    return led_to((called for node in journey.nodes for called in node.calls), journey, there)


def names_beside(journey: Journey, there: Iterable[Journey] | None) -> Names:
    """Return what is called how in a journey; None: which other journeys there are is not known."""
    journeys = None if there is None else {each.id: each.name for each in there}
    return replace(journey.names, journeys=journeys)


def led_to(
    calls: Iterable[Called], journey: Journey, there: Iterable[Journey]
) -> tuple[Journey, ...]:
    """Return the journeys that some calls of a journey lead to, directly or by others."""
    known: dict[str, Journey] = {}
    for each in there:
        known.setdefault(each.id, each)
    found: dict[str, Journey] = {}
    waiting = [called.journey for called in calls]
    while waiting:
        id_ = waiting.pop(0)
        other = known.get(id_)
        if other is None or id_ in found or id_ == journey.id:
            continue
        found[id_] = other
        waiting += [called.journey for node in other.nodes for called in node.calls]
    return tuple(found.values())
