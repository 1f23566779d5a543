"""The branches of a split beside each other, and under them the steps where they meet again."""

from bisect import bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from journeys.layout.contour import Contour

CLOSE = 75
PAIR = 2


@dataclass(frozen=True, slots=True)
class Group:
    """Branches that stand together, with what they have in common under them.

    `first` is the number of its leftmost branch, `places` where each branch and join stands.
    """

    first: int
    contour: Contour
    places: dict[int, int]

    def with_join(
        self, join: int, sources: Sequence[int], lanes: AbstractSet[int], contour: Contour
    ) -> "Group":
        """Return the group with a join in the middle under the branches that lead to it."""
        place = self.contour.nearest(contour, self.middle(sources, lanes))
        self.places[join] = place
        return Group(self.first, self.contour.joined(contour, place), self.places)

    def middle(self, branches: Sequence[int], lanes: AbstractSet[int]) -> int:
        """Return the place between the leftmost and the rightmost of some branches.

        Where one of them is close to it, that place is taken, as straight paths are easier to
        follow: so is a lane, from which a single branch is but a detour.
        """
        straight = [branch for branch in branches if branch in lanes]
        if len(branches) == PAIR and len(straight) == 1:
            return self.places[straight[0]]
        places = [self.places[branch] for branch in branches]
        between = (min(places) + max(places)) // 2
        closest = min(places, key=lambda place: abs(place - between))
        return closest if abs(closest - between) <= CLOSE else between


def arranged(
    branches: Sequence[Contour],
    lanes: AbstractSet[int],
    joins: Sequence[tuple[Contour, Sequence[int]]],
) -> tuple[list[int], Contour]:
    """Return where branches and joins stand, in this order, and the outline of all of them.

    Branches keep their order, and their middle is at 0; `lanes` says which of them are lanes. A
    join comes with the numbers of the branches and earlier joins that lead to it; only then are
    they put beside others, so that it stays under its own.
    """
    groups = [Group(number, contour, {number: 0}) for number, contour in enumerate(branches)]
    homes = list(range(len(branches)))
    for join, (contour, sources) in enumerate(joins, len(branches)):
        where = [bisect_right(groups, homes[each], key=_first) - 1 for each in sources]
        low, high = min(where), max(where) + 1
        together = packed(groups[low:high])
        groups[low:high] = [together.with_join(join, sources, lanes, contour)]
        homes.append(together.first)
    whole = packed(groups)
    middle = whole.middle(range(len(branches)), lanes)
    places = [whole.places[number] - middle for number in range(len(homes))]
    return places, whole.contour.moved(-middle)


def _first(group: Group) -> int:
    return group.first


def packed(groups: Sequence[Group]) -> Group:
    """Return groups as one, each as close to the one before as their steps allow."""
    if len(groups) == 1:
        return groups[0]
    whole = groups[0].contour
    offsets = [0]
    for group in groups[1:]:
        beside = whole.beside(group.contour)
        offset = offsets[-1] if beside is None else beside
        offsets.append(offset)
        whole = whole.joined(group.contour, offset)
    largest = max(range(len(groups)), key=lambda each: len(groups[each].places))
    places = groups[largest].places
    for group, offset in zip(groups, offsets, strict=True):
        if group.places is not places:
            by = offset - offsets[largest]
            places.update((number, place + by) for number, place in group.places.items())
    return Group(groups[0].first, whole.moved(-offsets[largest]), places)
