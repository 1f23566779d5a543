"""A run that slept: what fell due while nothing ran is handled when that is over (R228)."""

from journeys.program.operations import R_MAXIMUM_AGE, R_SLEEPS
from journeys.simulation.jit import jit
from journeys.simulation.kernel.places import H_DUE, WAY_DUE


@jit
def woken(p: list[int], time: int) -> int:
    """Return when what is due at an instant is handled: the end of a sleep, or then."""
    sleeps = p[R_SLEEPS]
    for at in range(p[sleeps] if sleeps else 0):
        begin, over = p[sleeps + 1 + 2 * at], p[sleeps + 2 + 2 * at]
        if begin <= time < over:
            return over
    return time


@jit
def is_missed(p: list[int], s: list[int], way: int) -> bool:
    """Say whether a time to enter at was slept through: it is too old, or the next one was, too.

    The next one of the way in is known already.
    """
    due = s[H_DUE]
    over = woken(p, due)
    if over == due:
        return False
    return over - due >= p[R_MAXIMUM_AGE] or s[way + WAY_DUE] < over
