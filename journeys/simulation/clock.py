"""Local time moved by a duration, as the engine moves it (R20)."""

from journeys.durations import Duration
from journeys.program.operations import R_ZONES, RUN_WIDTH
from journeys.simulation.jit import plain_kernel
from journeys.simulation.zones import EARLIEST


def shifted(shown: int, offset: Duration, *, is_before: bool = False) -> int:
    """Return what a clock that never changes shows a duration after `shown`, or before it.

    Both are local times in seconds since 1970.
    """
    zone = [1, EARLIEST, 0]
    numbers = [0] * RUN_WIDTH
    numbers[R_ZONES] = RUN_WIDTH
    numbers += [RUN_WIDTH + 1, *zone]
    place = len(numbers)
    numbers += [offset.months, offset.days, offset.seconds]
    return int(plain_kernel().moved(numbers, 0, shown, place, -1 if is_before else 1))
