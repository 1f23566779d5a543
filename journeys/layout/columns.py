"""How far left or right each step stands: over the middle of its branches, joins under theirs."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeys.layout.contour import Contour
from journeys.layout.dominators import Blocks, blocks_of
from journeys.layout.flow import Flow
from journeys.layout.row import arranged

ACROSS = 300
LONGEST_LANE = 40
APART = 96

BranchOrLane = tuple[int, Contour]


def columns(flow: Flow) -> list[int]:
    """Return the middle of each step's column in pixels; loose steps stay at 0.

    The parts of the drawing stand side by side.
    """
    blocks = blocks_of(flow)
    top = len(flow.steps)
    placing = _Placing(flow, blocks, [Contour({})] * top, [0] * (top + 1))
    for step in blocks.inner_first[:-1]:
        placing.outlines[step] = placing.block(step)
    placing.side_by_side()
    found = [0] * (top + 1)
    for step in flow.order:
        found[step] = found[blocks.owners[step]] + placing.offsets[step]
    return found[:top]


@dataclass(frozen=True, slots=True)
class _Placing:
    """Blocks being placed from the inside out.

    `outlines` are those of the steps done so far with all they own, and `offsets` how far right of
    its owner each step stands.
    """

    flow: Flow
    blocks: Blocks
    outlines: list[Contour]
    offsets: list[int]

    def block(self, step: int) -> Contour:
        """Place what a step owns; return the outline of the step and all of it."""
        branches = list(self._branches(step))
        inside = Contour({})
        if branches:
            inside = self._row(step, branches, self.blocks.joins[step])
        half = ACROSS // 2
        inside.rows[self.flow.rows[step]] = (-half - inside.shift, half - inside.shift)
        return inside

    def side_by_side(self) -> None:
        """Place the first steps of each part, part beside part."""
        top = len(self.flow.steps)
        part_of = {step: number for number, part in enumerate(self.flow.parts) for step in part}
        joins: list[list[int]] = [[] for _ in self.flow.parts]
        for join in self.blocks.joins[top]:
            joins[part_of[join]].append(join)
        end = 0
        for part, ends in zip(self.flow.parts, joins, strict=True):
            begins = [step for step in part if not self.flow.before[step]]
            outline = self._row(top, [(step, self.outlines[step]) for step in begins], ends)
            left, right = outline.span()
            for step in (*begins, *ends):
                self.offsets[step] += end - left
            end += right - left + APART

    def _branches(self, step: int) -> Iterator[BranchOrLane]:
        """Yield the branches of a step from left to right.

        A path to a join is a branch, too: a lane down to it, which nothing may stand in. It is
        named by the join, and it begins with the room its words take. It is no wider than its line,
        so that it stands half a column from the next step and all paths keep to few lines.
        """
        flow = self.flow
        begin = flow.rows[step] + 1
        is_alone = len(flow.after[step]) == 1
        for other in flow.after[step]:
            if len(flow.before[other]) == 1:
                yield other, self.outlines[other]
                continue
            end = min(flow.rows[other], begin + LONGEST_LANE)
            lane = dict.fromkeys(range(begin, end), (0, 0))
            if lane and not is_alone:
                lane[begin] = (-ACROSS // 2, ACROSS // 2)
            if lane:
                yield other, Contour(lane)

    def _row(self, owner: int, branches: Sequence[BranchOrLane], joins: Sequence[int]) -> Contour:
        """Place branches and joins of an owner; return the outline of all of them."""
        before, enters = self.flow.before, self.blocks.enters
        steps = [*(step for step, _ in branches), *joins]
        lanes = {step: number for number, (step, _) in enumerate(branches) if len(before[step]) > 1}
        numbers = frozenset(lanes.values())
        owned = [number for number in range(len(steps)) if number not in numbers]
        owned.sort(key=lambda number: enters[steps[number]])
        entries = [enters[steps[number]] for number in owned]

        def source(step: int, join: int) -> int:
            if step == owner:
                return lanes[join]
            return owned[bisect_right(entries, enters[step]) - 1]

        sources = [sorted({source(step, join) for step in before[join]}) for join in joins]
        places, outline = arranged(
            [contour for _, contour in branches],
            numbers,
            [(self.outlines[join], found) for join, found in zip(joins, sources, strict=True)],
        )
        for number in owned:
            self.offsets[steps[number]] = places[number]
        return outline
