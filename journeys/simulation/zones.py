"""The zones of a run as arrays: when their clocks change, and by how much (R21, R104)."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

from journeys.errors import InvalidDatasetError
from journeys.simulation.settings import RunSettings

STEP = 2 * 86_400
BLOCK = 200 * STEP
EARLIEST = -(2**62)
ZONE = "zone"
SOURCES = ("the customer's own", "by the workspace's rule", "the workspace's")
IN_SETTINGS = "the time zone in Settings"
SPOKEN = dict(zip(SOURCES, (f"{SOURCES[0]} time zone", SOURCES[1], IN_SETTINGS), strict=True))


@dataclass(frozen=True, slots=True)
class InForce:
    """The zone whose clock counts for a customer, and in words where it comes from (R21)."""

    name: str
    source: str

    def __str__(self) -> str:
        return f"{self.name}, {SPOKEN[self.source]}"


def in_force(attributes: Mapping[str, object], settings: RunSettings) -> InForce:
    """Return the zone of a customer of whom these attributes are known (R104)."""
    own, rule = attributes.get(ZONE), settings.zone_rule
    if isinstance(own, str) and own in zone_names():
        return InForce(own, SOURCES[0])
    said = attributes.get(rule.attribute) if rule is not None else None
    if rule is not None and isinstance(said, str):
        ruled = dict(rule.zones).get(said, "")
        if ruled in zone_names():
            return InForce(ruled, SOURCES[1])
    return InForce(settings.zone, SOURCES[2])


@cache
def zone_names() -> frozenset[str]:
    """Return the names of all zones there are."""
    return frozenset(available_timezones())


def zone(name: str) -> ZoneInfo:
    """Return a zone; raises InvalidDatasetError when there is none of that name."""
    if name not in zone_names():
        raise InvalidDatasetError(
            f"There is no time zone {name!r}.", "Write it like Europe/Zurich or UTC."
        )
    return ZoneInfo(name)


def history(name: str, first: int, last: int) -> tuple[list[int], list[int]]:
    """Return (instants, offsets): from each instant on, a zone is ahead of UTC by so many seconds.

    Epoch seconds and seconds; the first instant lies before all times.
    """
    begin, end = first // BLOCK * BLOCK, -(-last // BLOCK) * BLOCK
    instants, offsets = _changes(zone(name), begin, end)
    before, after = bisect_right(instants, first), bisect_right(instants, last)
    return [EARLIEST, *instants[before:after]], offsets[before - 1 : after]


@lru_cache(maxsize=1_000)
def _changes(wanted: ZoneInfo, first: int, last: int) -> tuple[list[int], list[int]]:
    """Return (instants, offsets) of a span that begins with its start, in steps from 1970."""
    instants, offsets = [first], [_offset(wanted, first)]
    for time in range(first, last, STEP):
        upto = min(time + STEP, last)
        if _offset(wanted, upto) != offsets[-1]:
            instants.append(_change(wanted, time, upto))
            offsets.append(_offset(wanted, upto))
    return instants, offsets


def _offset(wanted: ZoneInfo, time: int) -> int:
    shift = datetime.fromtimestamp(time, UTC).astimezone(wanted).utcoffset()
    return 0 if shift is None else int(shift.total_seconds())


def _change(wanted: ZoneInfo, before: int, after: int) -> int:
    old = _offset(wanted, before)
    while after - before > 1:
        middle = (before + after) // 2
        if _offset(wanted, middle) == old:
            before = middle
        else:
            after = middle
    return after
