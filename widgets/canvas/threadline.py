"""Where the thread of a variable runs on the canvas: its ways, its ends, and where it breaks."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeys.context.lineage import Verdict
from journeys.context.thread import Thread
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.plan import Plan
from widgets.canvas.routing import Route
from widgets.canvas.ways import Pair

SURE = Verdict.GUARANTEED


@dataclass(frozen=True, slots=True)
class Bead:
    """An end of a stretch of the thread, at a step."""

    at: Point
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Threadline:
    """The part of a thread that is in view, in places of the canvas.

    `sure` and `perhaps` are the stretches on which everyone has the variable, and on which some
    do; `starts` and `uses` are frames of steps, with how surely it is there.
    """

    thread: Thread
    sure: tuple[Route, ...]
    perhaps: tuple[Route, ...]
    beads: tuple[Bead, ...]
    breaks: tuple[Point, ...]
    starts: tuple[tuple[Rect, bool], ...]
    uses: tuple[tuple[Rect, Verdict], ...]

    @classmethod
    def of(cls, thread: Thread, plan: Plan, sight: Rect) -> "Threadline":
        """Find the places of a thread; what is no longer in the journey is left out."""
        seen = plan.ways.table.meeting(sight)
        pairs = {pair: thread.pairs[pair] is SURE for pair in seen if pair in thread.pairs}
        shown = {name for name in plan.steps.meeting(sight) if name in plan.journey.by_id}
        broken = sorted(thread.breaks & shown)
        joints = {node: joint for node in broken if (joint := _joint(plan, node)) is not None}
        ways = {pair: _cut(plan.ways.between(pair), joints.get(pair[1])) for pair in pairs}
        below = [
            (joint, Point(joint.x, plan.steps.frame(node).y)) for node, joint in joints.items()
        ]
        return cls(
            thread,
            tuple(ways[pair] for pair, is_sure in pairs.items() if is_sure),
            (*(ways[pair] for pair, is_sure in pairs.items() if not is_sure), *below),
            tuple(_beads(pairs, ways, joints, below)),
            tuple(joints.get(node) or _at(plan, thread, node) for node in broken),
            tuple((plan.steps.frame(node), _starts_surely(thread, plan, node))
                  for node in thread.starts if node in shown),
            tuple((plan.steps.frame(node), thread.steps.get(node, Verdict.IMPOSSIBLE))
                  for node in sorted(thread.uses & shown)),
        )  # fmt: skip


def _starts_surely(thread: Thread, plan: Plan, node: str) -> bool:
    """Say whether all who leave a step have the variable."""
    out = [pair for pair in plan.ways.touching([node]) if pair[0] == node and pair in thread.pairs]
    return bool(out) and all(thread.pairs[pair] is SURE for pair in out)


def _joint(plan: Plan, node: str) -> Point | None:
    """Return where the paths that lead to a step come together, above it; None for only one."""
    pairs = [pair for pair in plan.ways.touching([node]) if pair[1] == node]
    bends = [way[-2] for pair in pairs if len(way := plan.ways.between(pair)) > 2]  # noqa: PLR2004
    if len(pairs) < 2 or not bends:  # noqa: PLR2004 nothing joins alone
        return None
    return max(bends, key=lambda bend: bend.y)


def _cut(way: Route, joint: Point | None) -> Route:
    """Return a way up to where it meets the others."""
    if joint is None:
        return way
    return way[:-1] if way[-2] == joint else (*way[:-1], joint)


def _beads(
    pairs: dict[Pair, bool],
    ways: dict[Pair, Route],
    joints: dict[str, Point],
    below: list[tuple[Point, Point]],
) -> Iterator[Bead]:
    for pair, is_sure in pairs.items():
        yield Bead(ways[pair][0], is_sure)
        if pair[1] not in joints:
            yield Bead(ways[pair][-1], is_sure)
    for _, entrance in below:
        yield Bead(entrance, is_sure=False)


def _at(plan: Plan, thread: Thread, node: str) -> Point:
    """Return where a step takes the certainty away: under it, or above where others come to it."""
    frame = plan.steps.frame(node)
    is_lost = thread.steps[node] is SURE
    return Point(frame.centre.x, frame.bottom if is_lost else frame.y)
