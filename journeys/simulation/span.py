"""When a run begins and when it is over (R7, R131)."""

from collections.abc import Sequence

from journeys.document.journey import Journey
from journeys.errors import InvalidDatasetError
from journeys.simulation.dataset import Dataset
from journeys.simulation.settings import RunSettings

LONGEST_TAIL = 90 * 86_400
EARLIEST, LATEST = -2_208_988_800, 7_258_118_400


def span_of(
    journeys: Sequence[Journey], dataset: Dataset, settings: RunSettings
) -> tuple[int, int]:
    """Return [start, end) of a run in epoch seconds: as asked, else by R7 and R131.

    Raises InvalidDatasetError for one outside of 1900 to 2200, or that ends before it starts.
    """
    for asked in (settings.start, settings.end):
        if asked is not None and not EARLIEST <= asked <= LATEST:
            raise InvalidDatasetError(
                "A run lies between the years 1900 and 2200.", "Choose another start or end."
            )
    longest = max((node.longest for journey in journeys for node in journey.nodes), default=0)
    has_events = dataset.events > 0
    first = int(dataset.handled.min()) if has_events else 0
    last = int(dataset.handled.max()) + 1 + min(longest, LONGEST_TAIL) if has_events else 0
    start = first if settings.start is None else settings.start
    end = last if settings.end is None else settings.end
    if settings.end is not None and end < start:
        raise InvalidDatasetError("The run would end before it starts.", "Choose a later end.")
    return start, max(start, end)
