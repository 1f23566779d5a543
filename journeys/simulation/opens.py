"""How all customers reacted to messages before the start of a run (R306, R307)."""

from collections.abc import Sequence

import numpy as np

from journeys.simulation.dataset import Dataset, Int64
from journeys.simulation.settings import RunSettings
from journeys.simulation.zones import ZONE, history, in_force

HOURS = 24
WHOLE = 10_000


def is_opened(event: str) -> bool:
    """Say whether an event tells that a message was opened, on whatever channel."""
    return event.rpartition("_")[2] == "opened"


class Habits:
    """What is known of all customers from before the start of a run, found when it is asked for."""

    def __init__(self, dataset: Dataset, settings: RunSettings, start: int) -> None:
        self._data = dataset
        self._settings = settings
        self._start = start

    def hours(self) -> Sequence[int]:
        """Return the share of all opens in each hour, in basis points, cut; 0 without any.

        Each open counts by the zone that is in force for its customer when the run starts.
        """
        data = self._data
        names = [name for name in data.vocabulary.events if is_opened(name)]
        opened = self._rows(names)
        if not len(opened):
            return (0,) * HOURS
        owners = np.searchsorted(data.offset, opened, side="right") - 1
        counts = np.zeros(HOURS, np.int64)
        for name, customers in _zones(data, self._settings, self._start).items():
            times = data.time[opened[customers[owners]]]
            if len(times):
                instants, offsets = history(name, int(times.min()), int(times.max()))
                at = np.searchsorted(np.array(instants), times, side="right") - 1
                shown = times + np.array(offsets)[at]
                counts += np.bincount(shown % 86_400 // 3_600, minlength=HOURS)
        return [int(count) * WHOLE // len(opened) for count in counts]

    def rate(self, opened: str, delivered: str) -> int:
        """Return how many of one event there are to another, in basis points, cut, at most all."""
        all_of = len(self._rows([delivered]))
        return min(WHOLE, len(self._rows([opened])) * WHOLE // all_of) if all_of else 0

    def _rows(self, events: Sequence[str]) -> Int64:
        """Return the places of the rows of some events that were handled before the start."""
        known = self._data.vocabulary.event_codes
        codes = [known[name] for name in events if name in known]
        is_one = np.isin(self._data.type, codes) & (self._data.handled < self._start)
        return np.flatnonzero(is_one)


def _zones(
    dataset: Dataset, settings: RunSettings, start: int
) -> "dict[str, np.ndarray[tuple[int], np.dtype[np.bool_]]]":
    """Return, by zone, whether each customer lives by it when the run starts, bool[N]."""
    rule = settings.zone_rule
    known = dataset.vocabulary.attribute_places
    names = [name for name in (ZONE, rule.attribute if rule else "") if name in known]
    columns = [_known(dataset, known[name], start) for name in names]
    if not columns:
        return {settings.zone: np.ones(dataset.customers, np.bool_)}
    held, which = np.unique(np.stack(columns), axis=1, return_inverse=True)
    found: dict[str, np.ndarray[tuple[int], np.dtype[np.bool_]]] = {}
    for place in range(held.shape[1]):
        attributes = {
            name: dataset.vocabulary.decode(dataset.vocabulary.attributes[known[name]], int(value))
            for name, value in zip(names, held[:, place], strict=True)
        }
        zone = in_force(attributes, settings).name
        lives = which.reshape(-1) == place
        found[zone] = found[zone] | lives if zone in found else lives
    return found


def _known(dataset: Dataset, attribute: int, start: int) -> Int64:
    """Return what an attribute is when the run starts, int64[N]."""
    values: Int64 = dataset.attributes[attribute].copy()
    changes = np.flatnonzero(
        (dataset.change_attribute == attribute) & (dataset.change_time < start)
    )
    owners = np.searchsorted(dataset.change_offset, changes, side="right") - 1
    values[owners] = dataset.change_value[changes]
    return values
