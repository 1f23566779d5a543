"""Which step all customers must pass to come to another: it makes a split and its merge a block."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeys.layout.flow import Flow


@dataclass(frozen=True, slots=True)
class Blocks:
    """For each step the last other step that every way to it passes, its owner.

    The owner of a step that can be come to without passing a common one is the number after the
    last step: the place above all of them. `joins` holds the steps where ways of an owner come
    together again, from the top to the bottom. A step and all it owns, and what these own in turn,
    have numbers `enters[step]` up to but without `leaves[step]` in one count of all steps.
    """

    owners: tuple[int, ...]
    joins: tuple[tuple[int, ...], ...]
    enters: tuple[int, ...]
    leaves: tuple[int, ...]
    inner_first: tuple[int, ...]


def blocks_of(flow: Flow) -> Blocks:
    """Return the blocks of a flow.

    One look at each step in the order of the flow is enough, as there are no loops: its owner is
    the lowest common owner of all that lead to it. Common owners are found by leaps (Myers, "An
    applicative random-access stack", 1983), so that deep journeys take no longer than wide ones.
    """
    top = len(flow.steps)
    owners = [top] * (top + 1)
    depth = [0] * (top + 1)
    leap = [top] * (top + 1)
    for step in flow.order:
        ways = flow.before[step]
        owner = ways[0] if ways else top
        for other in ways[1:]:
            owner = _common(owner, other, owners, depth, leap)
        owners[step] = owner
        depth[step] = depth[owner] + 1
        far = leap[owner]
        is_even = depth[owner] - depth[far] == depth[far] - depth[leap[far]]
        leap[step] = leap[far] if is_even else owner
    return _counted(flow, owners[:top])


def _common(
    one: int, other: int, owners: Sequence[int], depth: Sequence[int], leap: Sequence[int]
) -> int:
    if depth[one] < depth[other]:
        one, other = other, one
    while depth[one] > depth[other]:
        one = leap[one] if depth[leap[one]] >= depth[other] else owners[one]
    while one != other:
        is_far = leap[one] != leap[other]
        one, other = (leap[one], leap[other]) if is_far else (owners[one], owners[other])
    return one


def _counted(flow: Flow, owners: Sequence[int]) -> Blocks:
    top = len(flow.steps)
    owned: list[list[int]] = [[] for _ in range(top + 1)]
    joins: list[list[int]] = [[] for _ in range(top + 1)]
    for step in flow.order:
        owned[owners[step]].append(step)
        if len(flow.before[step]) > 1:
            joins[owners[step]].append(step)
    enters, leaves = [0] * (top + 1), [0] * (top + 1)
    inner_first: list[int] = []
    count = 0
    waiting = [(top, False)]
    while waiting:
        step, is_done = waiting.pop()
        if is_done:
            leaves[step] = count
            inner_first.append(step)
            continue
        enters[step] = count
        count += 1
        waiting.append((step, True))
        waiting.extend((each, False) for each in reversed(owned[step]))
    return Blocks(
        tuple(owners),
        tuple(tuple(sorted(each, key=lambda join: flow.rows[join])) for each in joins),
        tuple(enters),
        tuple(leaves),
        tuple(inner_first),
    )
