"""What the oracle knows of a journey before anybody enters: its loops, its triggers, its end."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.nodes.call_trigger import CallTrigger
from journeys.nodes.date_trigger import DateTrigger
from journeys.nodes.event_trigger import EventTrigger
from journeys.nodes.experiment import Experiment
from journeys.nodes.schedule_trigger import ScheduleTrigger
from journeys.nodes.segment_trigger import SegmentTrigger
from journeys.nodes.wait import Wait
from journeys.nodes.wait_date import WaitDate
from journeys.nodes.wait_event import WaitEvent
from journeys.nodes.wait_time import WaitTime
from journeys.people.population import Population
from journeys.simulation.settings import RunSettings
from tests.oracle.happening import handed_over

LONGEST_WAIT = 90 * 86_400
EIGHT_DAYS = 8 * 86_400
FALLING_BACK = ("not_sent", "failed")
T = TypeVar("T", EventTrigger | CallTrigger, ScheduleTrigger | DateTrigger, SegmentTrigger)


@dataclass(frozen=True, slots=True)
class Plan:
    """One journey of a run; `loops` has the steps of the loop that a step is part of."""

    journey: Journey
    triggers: tuple[EventTrigger | CallTrigger, ...]
    segments: tuple[SegmentTrigger, ...]
    timed: tuple[ScheduleTrigger | DateTrigger, ...]
    loops: dict[str, frozenset[str]]
    ways: dict[tuple[str, str], str]
    has_experiment: bool

    @property
    def order(self) -> tuple[int, str]:
        """The rank among journeys: larger priority first, then by id (R4)."""
        return (-self.journey.priority, self.journey.id)

    def target(self, node: str, port: str) -> str | None:
        """Return where a way out leads; an open 'not_sent' or 'failed' is as 'sent' (R123)."""
        found = self.ways.get((node, port))
        return self.ways.get((node, "sent")) if found is None and port in FALLING_BACK else found


def planned(journey: Journey) -> Plan:
    """Return what is worth knowing of a journey."""
    return Plan(
        journey,
        in_order(node for node in journey.nodes if isinstance(node, (EventTrigger, CallTrigger))),
        in_order(node for node in journey.nodes if isinstance(node, SegmentTrigger)),
        in_order(
            node for node in journey.nodes if isinstance(node, (ScheduleTrigger, DateTrigger))
        ),
        loops_of(journey),
        {(edge.source, edge.port): edge.target for edge in journey.edges},
        any(isinstance(node, Experiment) for node in journey.nodes),
    )


def in_order(triggers: Iterable[T]) -> tuple[T, ...]:
    """Return triggers in their declared order (R115)."""
    return tuple(sorted(triggers, key=lambda node: (node.order, node.id)))


def loops_of(journey: Journey) -> dict[str, frozenset[str]]:
    """Return each step that can be come back to, with all steps of its loop (R105)."""
    reached = {node.id: reachable(journey, node.id) for node in journey.nodes}
    return {
        node: frozenset(other for other in there if node in reached[other])
        for node, there in reached.items()
        if node in there
    }


def reachable(journey: Journey, start: str) -> set[str]:
    """Return the steps that one step or more leads to."""
    found: set[str] = set()
    border = {start}
    while border:
        border = {edge.target for edge in journey.edges if edge.source in border} - found
        found |= border
    return found


def span(
    journeys: tuple[Journey, ...], population: Population, settings: RunSettings
) -> tuple[int, int]:
    """Return the start and end of a run (R7, R131)."""
    times = [handed_over(event) for event in population.events]
    start = settings.start
    if start is None:
        start = min(times, default=0)
    if settings.end is not None:
        return start, settings.end
    if not times:
        return start, start
    waits = [longest(node) for journey in journeys for node in journey.nodes]
    return start, max(times) + 1 + min(max(waits, default=0), LONGEST_WAIT)


def longest(node: Node) -> int:
    """Return how many seconds a step lasts at most, as far as the end goes (R7, R212)."""
    match node:
        case Wait():
            return node.duration.at_most
        case WaitTime():
            return EIGHT_DAYS
        case WaitDate():
            return LONGEST_WAIT
        case ScheduleTrigger(repeat=str()):
            return LONGEST_WAIT
        case WaitEvent(timeout=timeout) if timeout is not None:
            return timeout.at_most
    return 0
