"""What can be said of where steps stand: do they overlap, and is the order of branches kept."""

from collections.abc import Mapping
from itertools import pairwise

import networkx as nx

from journeys.document.journey import Journey

Corner = tuple[int, int]


def branch_order(journey: Journey, places: Mapping[str, tuple[float, float]]) -> tuple[int, int]:
    """Return how many pairs of neighbouring branches stand in their order, and of how many.

    A branch is a step that one path leads to, and that can be come to from where nothing leads.
    """
    flow = nx.DiGraph([(edge.source, edge.target) for edge in journey.edges])
    begins = [step for step, leading in flow.in_degree if not leading]
    reached = set().union(*(nx.descendants(flow, begin) for begin in begins))
    kept = total = 0
    for node in journey.nodes:
        ends = (journey.target(node.id, port.id) for port in node.ports())
        branches = [
            end
            for end in dict.fromkeys(ends)
            if end in reached and end in journey.by_id and flow.in_degree[end] == 1
        ]
        for one, other in pairwise(filter(None, branches)):
            total += 1
            kept += places[one][0] < places[other][0]
    return kept, total


def overlapping(
    places: Mapping[str, Corner], sizes: Mapping[str, tuple[int, int]]
) -> list[tuple[str, str]]:
    """Return the steps that lie over each other."""
    found = []
    lined = sorted(places, key=lambda name: places[name][1])
    for count, one in enumerate(lined):
        left, top = places[one]
        wide, high = sizes[one]
        for other in lined[count + 1 :]:
            x, y = places[other]
            if y >= top + high:
                break
            if x < left + wide and left < x + sizes[other][0]:
                found.append((one, other))
    return found
