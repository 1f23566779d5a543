"""How many came in and how many messages went out on each day of a run."""

from collections import Counter
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from journeys.content.unsent import UNSENT
from journeys.program.reading import CHANNELS
from journeys.program.reasons import Reason
from journeys.progress import Progress
from journeys.simulation.dataset import Dataset
from journeys.simulation.kernel.places import TOLD
from journeys.simulation.program import Program
from journeys.simulation.replay import CHUNK, Decision, journey_place, replayed

MOST = 100_000
ENTRIES = "entries"
NOT_SENT = "not_sent"


@dataclass(frozen=True, slots=True)
class Days:
    """Counts a day by the clock of the workspace, from the day `first` of the run to its last.

    `sent` is by channel, only those that a message went out by. `customers` of `of` were looked
    at: the first ones, where there are very many. `is_cut` says that the run ends within its last
    day, so that the counts of that day are not those of a whole one.
    """

    first: date
    entries: tuple[int, ...]
    sent: Mapping[str, tuple[int, ...]]
    not_sent: tuple[int, ...]
    customers: int
    of: int
    is_cut: bool = False

    @property
    def whole(self) -> int:
        """How many days can be held against each other: all but a last one that was cut short."""
        return len(self.entries) - (self.is_cut and len(self.entries) > 1)


def days(
    program: Program, dataset: Dataset, *, journey: str = "", most: int = MOST
) -> Generator[Progress, None, Days]:
    """Return what happened on each day to the first `most` customers of a run."""
    total = min(most, dataset.customers)
    place = journey_place(program, journey)
    zone = ZoneInfo(program.settings.zone)
    found: Counter[tuple[str, date]] = Counter()
    for start in range(0, total, CHUNK):
        yield Progress(start, total, "Counting day by day")
        for _, decisions in replayed(program, dataset, start, min(start + CHUNK, total)):
            for each in decisions:
                what = _counted(each) if each.journey == place else ""
                if what:
                    found[what, datetime.fromtimestamp(each.time, zone).date()] += 1
    first = datetime.fromtimestamp(program.start, zone).date()
    last = datetime.fromtimestamp(max(program.end - 1, program.start), zone).date()
    span = [date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1)]

    def row(what: str) -> tuple[int, ...]:
        return tuple(found[what, day] for day in span)

    sent = {channel: row(channel) for channel in CHANNELS if any(row(channel))}
    clock = datetime.fromtimestamp(program.end, zone)
    is_cut = (clock.hour, clock.minute, clock.second) != (0, 0, 0)
    return Days(first, row(ENTRIES), sent, row(NOT_SENT), total, dataset.customers, is_cut)


def _counted(decision: Decision) -> str:
    """Return what a decision counts as, or nothing."""
    if decision.reason == Reason.ENTERED:
        return ENTRIES
    if decision.reason == Reason.SENT:
        return CHANNELS[decision.row[TOLD]]
    return NOT_SENT if decision.reason in UNSENT else ""
