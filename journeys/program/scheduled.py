"""The times of a schedule that can come in a run, by whatever clock (R219)."""

from journeys.errors import InvalidJourneyError
from journeys.program.pool import Pool
from journeys.schedules import MOST_TIMES, WallTime, times_between

# No zone is further from UTC, in seconds.
WIDEST = 2 * 86_400


def put_times(
    pool: Pool, span: tuple[int, int], node: str, start: WallTime, repeat: str | None
) -> int:
    """Return the place of the local times of a schedule in a run, counted.

    Raises InvalidJourneyError for one that comes too often.
    """
    found = times_between(start, repeat, span[0] - WIDEST, span[1] + WIDEST)
    if found is None:
        raise InvalidJourneyError(
            f"The schedule {node!r} comes more than {MOST_TIMES:,} times in this run.",
            "Choose a shorter run.",
        )
    return pool.put_counted(found)
