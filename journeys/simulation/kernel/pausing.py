"""Whether a journey is paused, and what that does to the time at which things act (R226)."""

from journeys.program.operations import (
    PAUSE_FROM,
    PAUSE_JOURNEY,
    PAUSE_TO,
    PAUSE_WIDTH,
    R_PAUSES,
    R_SLEEPS,
)
from journeys.simulation.jit import jit
from journeys.simulation.kernel.places import H_NOW, I_JOURNEY
from journeys.simulation.kernel.sleeping import woken


@jit
def pause_at(p: list[int], number: int) -> int:
    """Return the place of a pause."""
    return p[R_PAUSES] + 1 + number * PAUSE_WIDTH


@jit
def acts_at(p: list[int], journey: int, instant: int) -> int:
    """Return when a journey acts that is to act at an instant: then, or at the end of a pause."""
    for number in range(p[p[R_PAUSES]]):
        pause = pause_at(p, number)
        is_mine = p[pause + PAUSE_JOURNEY] == journey
        if is_mine and p[pause + PAUSE_FROM] <= instant < p[pause + PAUSE_TO]:
            return p[pause + PAUSE_TO]
    return instant


@jit
def fires_at(p: list[int], journey: int, due: int) -> int:
    """Return the instant by which a timer acts: when it is due, or at the end of a pause.

    It is put off where it falls due in one, and where a sleep ends in one in which it fell due.
    """
    fires = acts_at(p, journey, due)
    while p[R_SLEEPS]:
        waking = woken(p, fires)
        over = acts_at(p, journey, waking)
        if over == waking:
            break
        fires = over
    return fires


@jit
def is_paused(p: list[int], s: list[int], instance: int) -> int:
    """Return 1 while the journey of an instance is paused, else 0."""
    return 1 if acts_at(p, s[instance + I_JOURNEY], s[H_NOW]) > s[H_NOW] else 0
