"""The flow of a journey from top to bottom: its paths without those that go back up in a loop."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeys.document.checks import FALLS_BACK
from journeys.document.journey import Journey
from journeys.document.node import Node

OPEN, DONE = 1, 2


@dataclass(frozen=True, slots=True)
class Flow:
    """Steps by their number, triggers first, and what comes before and after each.

    Paths that close a loop are left out. `after` holds each step's next ones in the order of its
    ports, `rows` how many steps are passed at most before it, and `order` names every step after
    all that lead to it. `splits` are the steps whose ways on are told apart by words, and `parts`
    the steps that are connected with each other, alone standing ones left out; these are `loose`.
    """

    steps: tuple[Node, ...]
    after: tuple[tuple[int, ...], ...]
    before: tuple[tuple[int, ...], ...]
    rows: tuple[int, ...]
    order: tuple[int, ...]
    splits: frozenset[int]
    parts: tuple[tuple[int, ...], ...]
    loose: tuple[int, ...]


def flow_of(journey: Journey) -> Flow:
    """Return the flow of a journey; paths whose end is missing are no part of it."""
    triggers = journey.triggers
    steps = (*triggers, *(node for node in journey.nodes if not node.is_trigger))
    numbers = {node.id: number for number, node in enumerate(steps)}
    ways = _ways(journey, steps, numbers)
    after, order = _without_loops(ways, _starts(ways, len(triggers)))
    before: list[list[int]] = [[] for _ in steps]
    rows = [0] * len(steps)
    for step in order:
        for other in after[step]:
            before[other].append(step)
            rows[other] = max(rows[other], rows[step] + 1)
    parts, loose = _parts(ways)
    return Flow(
        steps,
        tuple(map(tuple, after)),
        tuple(map(tuple, before)),
        tuple(rows),
        tuple(order),
        frozenset(number for number, node in enumerate(steps) if _splits(journey, node)),
        parts,
        loose,
    )


def _ways(
    journey: Journey, steps: Sequence[Node], numbers: dict[str, int]
) -> tuple[tuple[int, ...], ...]:
    """Return the steps each step leads to, each once, in the order of the ports."""
    by_step: dict[str, dict[str, int]] = {node.id: {} for node in steps}
    for edge in journey.edges:
        if edge.source in numbers and edge.target in numbers:
            by_step[edge.source][edge.port] = numbers[edge.target]
    found = []
    for node in steps:
        ends = by_step[node.id]
        if len(ends) > 1:
            ports = [port.id for port in node.ports() if port.id in ends]
            ends = {port: ends[port] for port in (*ports, *ends)}
        found.append(tuple(dict.fromkeys(ends.values())))
    return tuple(found)


def _splits(journey: Journey, node: Node) -> bool:
    """Say whether a step's ways on bear words: where a customer could go another way."""
    ports = node.ports()
    if len(ports) <= 1:
        return False
    drawn = [
        port.id
        for port in ports
        if port.id not in FALLS_BACK or (node.id, port.id) in journey.targets
    ]
    return len(drawn) > 1


def _starts(ways: Sequence[Sequence[int]], triggers: int) -> list[int]:
    """Return all steps in the order in which the flow is followed from them: triggers first."""
    led_to = {other for ends in ways for other in ends}
    begins = [step for step in range(triggers, len(ways)) if step not in led_to]
    rest = [step for step in range(triggers, len(ways)) if step in led_to]
    return [*range(triggers), *begins, *rest]


def _without_loops(
    ways: Sequence[Sequence[int]], starts: Sequence[int]
) -> tuple[list[list[int]], list[int]]:
    """Return the ways on without those that close a loop, and the steps in the order of the flow.

    The paths are followed depth first, leftmost first; one that comes back to a step it is still
    following goes back up.
    """
    kept: list[list[int]] = [[] for _ in ways]
    state = [0] * len(ways)
    order: list[int] = []
    for start in starts:
        if state[start]:
            continue
        state[start] = OPEN
        followed = [(start, iter(ways[start]))]
        while followed:
            step, rest = followed[-1]
            for other in rest:
                if state[other] == OPEN:
                    continue
                kept[step].append(other)
                if not state[other]:
                    state[other] = OPEN
                    followed.append((other, iter(ways[other])))
                    break
            else:
                state[step] = DONE
                order.append(step)
                followed.pop()
    return kept, order[::-1]


def _parts(ways: Sequence[Sequence[int]]) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """Return the steps that hang together, and those without any path."""
    around: list[list[int]] = [list(ends) for ends in ways]
    for step, ends in enumerate(ways):
        for other in ends:
            around[other].append(step)
    seen = [False] * len(ways)
    parts: list[tuple[int, ...]] = []
    for start, near in enumerate(around):
        if seen[start] or not near:
            continue
        seen[start] = True
        part = [start]
        for step in part:
            for other in around[step]:
                if not seen[other]:
                    seen[other] = True
                    part.append(other)
        parts.append(tuple(sorted(part)))
    return tuple(parts), tuple(step for step, near in enumerate(around) if not near)
