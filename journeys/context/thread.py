"""The thread of one variable: where it starts, which paths it runs along, where it breaks."""

from collections import defaultdict, deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from journeys.context.lineage import Lineage, Verdict
from journeys.document.journey import Edge

THERE = frozenset({Verdict.GUARANTEED, Verdict.POSSIBLE})


@dataclass(frozen=True, slots=True)
class Thread:
    """Where a variable runs through a journey; where it can never be, it is not.

    `steps` and `edges` say how surely it is there, on coming to a step and along a path; `pairs`
    the same of all paths from one step to another together. `starts` are the steps it comes from,
    `breaks` those at which it stops being there for everyone, and `uses` those that ask for it.
    """

    name: str
    steps: Mapping[str, Verdict]
    edges: Mapping[Edge, Verdict]
    pairs: Mapping[tuple[str, str], Verdict]
    starts: tuple[str, ...]
    breaks: frozenset[str]
    uses: frozenset[str]


def thread(lineage: Lineage, name: str, uses: Collection[str]) -> Thread:
    """Return the thread of a variable up to the steps that use it; as far as it goes without any.

    A break is a step that some come to surely with it and others not, or that takes the certainty
    away, as a value that is read anew.
    """
    edges = {edge: verdict for edge, verdict in lineage.along(name) if verdict in THERE}
    came = {step: lineage.verdict(step, name) for step in lineage.arriving}
    wanted = frozenset(step for step in uses if came.get(step) in THERE)
    if wanted:
        before = _before(edges, wanted)
        edges = {edge: verdict for edge, verdict in edges.items() if edge.target in before}
    ends = {edge.target for edge in edges} | {edge.source for edge in edges} | wanted
    steps = {step: came[step] for step in ends if came.get(step) in THERE}
    starts = tuple(step for step in sorted(ends) if _is_start(lineage, step, came, edges))
    breaks = _breaks(lineage, name, steps)
    return Thread(name, steps, edges, _pairs(edges), starts, breaks, frozenset(uses))


def _pairs(edges: Mapping[Edge, Verdict]) -> dict[tuple[str, str], Verdict]:
    found: dict[tuple[str, str], Verdict] = {}
    for edge, verdict in edges.items():
        pair = (edge.source, edge.target)
        found[pair] = verdict if found.get(pair, verdict) is verdict else Verdict.POSSIBLE
    return found


def _before(edges: Collection[Edge], steps: Collection[str]) -> frozenset[str]:
    """Return the steps from which a way leads to some steps, these included."""
    into: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        into[edge.target].append(edge.source)
    found, waiting = set(steps), deque(steps)
    while waiting:
        for source in into[waiting.popleft()]:
            if source not in found:
                found.add(source)
                waiting.append(source)
    return frozenset(found)


def _is_start(
    lineage: Lineage, step: str, came: Mapping[str, Verdict], edges: Collection[Edge]
) -> bool:
    """Say whether a variable comes from a step: a start that gives it, or one that adds it."""
    if step in lineage.starts and came[step] in THERE:
        return True
    return came.get(step) not in THERE and any(edge.source == step for edge in edges)


def _breaks(lineage: Lineage, name: str, steps: Mapping[str, Verdict]) -> frozenset[str]:
    into: dict[str, set[Verdict]] = defaultdict(set)
    out: dict[str, set[Verdict]] = defaultdict(set)
    for edge, verdict in lineage.along(name):
        into[edge.target].add(verdict)
        out[edge.source].add(verdict)
    joined = {
        step
        for step, verdict in steps.items()
        if verdict is Verdict.POSSIBLE and Verdict.GUARANTEED in into[step]
    }
    lost = {
        step
        for step, verdict in steps.items()
        if verdict is Verdict.GUARANTEED and out[step] and Verdict.GUARANTEED not in out[step]
    }
    return frozenset(joined | lost)
