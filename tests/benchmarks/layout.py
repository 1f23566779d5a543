"""Tidy layout: 2,000 steps against Graphviz, where that is installed, and the order of branches."""

import shutil
import subprocess
from collections.abc import Iterator

from journeys.document.journey import Journey
from journeys.layout.tidy import tidy, usual_size
from tests.benchmarks.line import Line, paired
from tests.layout.made import large_journey
from tests.layout.measuring import branch_order

STEPS = 2_000
PIXELS_PER_INCH = 72
LIMIT = 0.1


def lines(*, is_quick: bool) -> Iterator[Line]:
    """Yield the cases: the time, and how many branches stand in their order."""
    journey = large_journey(STEPS, 7)
    yield time(journey, 3 if is_quick else 7)
    yield order([large_journey(STEPS, seed) for seed in range(1 if is_quick else 5)])


def time(journey: Journey, repetitions: int) -> Line:
    """Time the layout against Graphviz, else against a limit of our own."""
    dot = shutil.which("dot")
    text = as_dot(journey)

    def peer() -> None:
        if dot:
            subprocess.run([dot, "-Tplain"], input=text, capture_output=True, text=True, check=True)

    mine, theirs = paired(lambda: tidy(journey), peer, repetitions)
    against = theirs if dot else LIMIT
    return Line(
        benchmark="layout",
        case=f"tidy: {len(journey.nodes):,} steps, {len(journey.edges):,} paths",
        subject="tidy",
        value=mine,
        unit="s",
        against="graphviz dot" if dot else "a limit, as graphviz is not installed",
        against_value=against,
        ratio=against / mine,
    )


def as_dot(journey: Journey) -> str:
    """Return a journey as Graphviz reads it: boxes of the same sizes, paths in their order."""
    rows = ["digraph journey { graph [ordering=out]; node [shape=box, fixedsize=true];"]
    for node in journey.nodes:
        width, height = (side / PIXELS_PER_INCH for side in usual_size(node))
        rows.append(f'"{node.id}" [width={width:.3f}, height={height:.3f}, label=""];')
    for node in journey.nodes:
        ends = [journey.target(node.id, port.id) for port in node.ports()]
        rows.extend(f'"{node.id}" -> "{end}";' for end in ends if end)
    return "\n".join([*rows, "}"])


def order(journeys: list[Journey]) -> Line:
    """Count the neighbouring branches that stand in the order of their ports."""
    counts = [branch_order(journey, tidy(journey)) for journey in journeys]
    kept, total = (sum(column) for column in zip(*counts, strict=True))
    return Line(
        benchmark="layout",
        case=f"order: {len(journeys)} journeys of {STEPS:,} steps",
        subject="pairs of branches in their order",
        value=float(kept),
        unit="pairs",
        against="all pairs",
        against_value=float(total),
        ratio=kept / total,
    )
