"""Every value that an attribute or a property can have in a run."""

from collections.abc import Sequence

import numpy as np

from journeys.people.population import ColumnType
from journeys.program import operations as op
from journeys.program.dates import Dates
from journeys.program.reading import Reading
from journeys.program.updates import Update
from journeys.program.updating import lowered
from journeys.simulation.dataset import Dataset, Int64


class Values:
    """Looks into the data, and at what the steps of a run put into the profile."""

    def __init__(self, dataset: Dataset, reading: Reading, updates: Sequence[Update]) -> None:
        self._data = dataset
        self._reading = reading
        self._updates = updates

    def codes(self, attribute: str) -> list[int]:
        """Return the text codes an attribute can have; none where it holds no text."""
        column = self._reading.attributes.get(attribute)
        if column is None or column.type is not ColumnType.TEXT:
            return []
        return [int(code) for code in self.of_attribute(attribute) if code >= 0]

    def of_attribute(self, attribute: str, above: tuple[str, ...] = ()) -> Int64:
        """Return every value of an attribute, int64[], also those that steps put into it.

        `above` are the attributes it is a copy of already, for copies that go in a circle.
        """
        place = self._data.vocabulary.attribute_places.get(attribute)
        found = [np.empty(0, np.int64)]
        if place is not None:
            changed = self._data.change_value[self._data.change_attribute == place]
            found += [self._data.attributes[place], changed]
        for update in self._updates:
            if update.attribute != attribute or update.source in (*above, attribute):
                continue
            do, _, value, factor = lowered(update, self._reading)
            if do == op.UPDATE_SET:
                found.append(np.array([value], np.int64))
            elif update.entry is not None:
                found.append(self.of_property(update.entry) * factor)
            elif update.source is not None:
                found.append(self.of_attribute(update.source, (*above, attribute)) * factor)
        return np.unique(np.concatenate(found))

    def between(self, dates: Dates, bounds: tuple[int, int]) -> tuple[int, int] | None:
        """Return between which instants the ends of waits until a date lie; None without any."""
        wide = [self.of_property(name) for name in dates.columns]
        known = [self.of_attribute(name) for name in dates.attributes]
        values = np.concatenate([np.array(dates.seconds, np.int64), *wide, *known])
        values = values[(values >= bounds[0]) & (values <= bounds[1])]
        if not len(values):
            return None
        return int(values.min()) - dates.offset, int(values.max()) + dates.offset

    def of_property(self, name: str) -> Int64:
        """Return every value a property has, int64[]."""
        place = self._data.vocabulary.column_places[name]
        data, narrow = self._data, self._data.vocabulary.narrow
        values = data.narrow[place] if place < narrow else data.wide[place - narrow]
        return np.unique(values).astype(np.int64)
