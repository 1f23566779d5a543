"""Shares of a whole: whatever one gains, its neighbours lose, so that all is always 100 %."""

from itertools import accumulate, pairwise

WHOLE = 10_000

Shares = tuple[int, ...]


def made_whole(shares: Shares) -> Shares:
    """Return shares in the same proportions that add up to 10,000; shares of nothing are equal."""
    if sum(shares) == WHOLE or not shares:
        return shares
    parts = shares if sum(shares) else (1,) * len(shares)
    upto = [WHOLE * amount // sum(parts) for amount in (0, *accumulate(parts))]
    return tuple(end - begin for begin, end in pairwise(upto))


def with_share(shares: Shares, place: int, wanted: int) -> Shares:
    """Return the shares with one as wanted; those after it give or take first, then those before.

    What one asks for is cut to what there is; alone it is everything.
    """
    made = list(made_whole(shares))
    others = [*range(place + 1, len(made)), *range(place - 1, -1, -1)]
    missing = min(max(wanted, 0), WHOLE) - made[place]
    if not others:
        return tuple(made)
    if missing < 0:
        made[others[0]] -= missing
        made[place] += missing
        return tuple(made)
    for other in others:
        taken = min(made[other], missing)
        made[other] -= taken
        made[place] += taken
        missing -= taken
    return tuple(made)


def with_border(shares: Shares, border: int, position: int) -> Shares:
    """Return the shares with the border after `border` moved; only the two beside it change.

    `position` is counted from the left end of all.
    """
    made = list(made_whole(shares))
    left = sum(made[:border])
    both = made[border] + made[border + 1]
    made[border] = min(max(position - left, 0), both)
    made[border + 1] = both - made[border]
    return tuple(made)


def with_one_more(shares: Shares, place: int) -> Shares:
    """Return the shares with one more at a place, which gets half of the largest."""
    made = list(made_whole(shares))
    if not made:
        return (WHOLE,)
    largest = max(range(len(made)), key=made.__getitem__)
    half = made[largest] // 2
    made[largest] -= half
    return (*made[:place], half, *made[place:])


def without(shares: Shares, place: int) -> Shares:
    """Return the shares without one; its neighbour gets what it had."""
    made = list(made_whole(shares))
    had = made.pop(place)
    if made:
        made[min(place, len(made) - 1) if place == 0 else place - 1] += had
    return tuple(made)
