"""The way one customer took through a journey: its steps in order, and the paths between them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from journeys.document.journey import Journey
from journeys.program.telling import Telling

Path = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Walk:
    """Steps in the order in which they were first come to, and the paths (from, port, to) taken."""

    steps: tuple[str, ...]
    paths: frozenset[Path]


def walk(journey: Journey, tellings: Iterable[Telling]) -> Walk:
    """Return the way that a customer took, all entries together; refusals lead nowhere."""
    stands: dict[str, list[Telling]] = {}
    for telling in tellings:
        if telling.entry is not None and telling.node and telling.journey == journey.id:
            stands.setdefault(telling.entry, []).append(telling)
    steps: dict[str, None] = {}
    paths: set[Path] = set()
    for entry in stands.values():
        steps |= dict.fromkeys(str(telling.node) for telling in entry)
        for before, after in pairwise(entry):
            if before.node != after.node:
                paths.update(_between(journey, before, str(after.node)))
    return Walk(tuple(steps), frozenset(paths))


def _between(journey: Journey, before: Telling, target: str) -> list[Path]:
    """Return the path from one step to the next, by the port that was told where one was."""
    source = str(before.node)
    ports = [port.id for port in journey.node(source).ports()]
    there = [port for port in ports if journey.target(source, port) == target]
    named = [port for port in there if port in before.operands]
    return [(source, port, target) for port in (named or there)[:1]]
