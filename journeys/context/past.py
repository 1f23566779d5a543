"""What one customer did, as plain values in the order in which it was handled."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from journeys.people.population import ColumnType, Content
from journeys.program.reading import CHANNELS
from journeys.program.vocabulary import Column
from journeys.simulation.dataset import Dataset
from journeys.simulation.story import Story

Plain: TypeAlias = str | bool | int | Decimal | datetime | list["Plain"] | dict[str, "Plain"] | None


class Past:
    """The events and the profile of one customer of a story, read where they are asked for.

    Events are known by their place among those that were handled, in the order of handling.
    """

    def __init__(self, dataset: Dataset, story: Story) -> None:
        self._data = dataset
        self._seen = story.seen
        self._customer = story.customer
        self._first = int(dataset.offset[story.customer])
        self.id = dataset.ids[story.customer]

    @cached_property
    def times(self) -> list[int]:
        """When each event happened, in epoch seconds."""
        return [row.time for row in self._seen]

    @cached_property
    def names(self) -> list[str]:
        """What each event is called."""
        return [row.name for row in self._seen]

    def event(self, place: int) -> dict[str, Plain]:
        """Return every property an event has, with its instant as `at`; missing ones are absent."""
        found: dict[str, Plain] = {"at": _instant(self.times[place])}
        for name in self._data.vocabulary.column_places:
            content = self.property(place, name)
            if content is not None:
                found[name] = content
        return found

    def property(self, place: int, name: str) -> Plain:
        """Return a property of an event, None where it is missing or the data does not have it."""
        vocabulary = self._data.vocabulary
        at = vocabulary.column_places.get(name)
        row = self._seen[place]
        if at is None:
            return None
        if row.place is None:
            return self._said(vocabulary.columns[at], row.carried.get(name))
        event, narrow = self._first + row.place, vocabulary.narrow
        values = self._data.narrow[at] if at < narrow else self._data.wide[at - narrow]
        return self._plain(vocabulary.columns[at], int(values[event]))

    def profile(self, now: int, handled: int) -> dict[str, Plain]:
        """Return what is known as `attributes`, each dot in a name a level down."""
        found: dict[str, Plain] = {}
        for name, content in self.attributes(now, handled).items():
            _put(found, name, content)
        return found

    def attributes(self, now: int, handled: int) -> dict[str, Plain]:
        """Return the attributes as of an instant at which `handled` events were handled (R33)."""
        data, customer = self._data, self._customer
        columns = {column.name: column for column in data.vocabulary.attributes}
        values = [
            self._plain(column, int(data.attributes[place, customer]))
            for place, column in enumerate(columns.values())
        ]
        came = {row.place for row in self._seen[:handled]}
        for change in range(*data.change_offset[customer : customer + 2].tolist()):
            carrying = int(data.change_row[change])
            if int(data.change_time[change]) <= now and (carrying < 0 or carrying in came):
                place = int(data.change_attribute[change])
                column = data.vocabulary.attributes[place]
                values[place] = self._plain(column, int(data.change_value[change]))
        known = dict(zip(columns, values, strict=True))
        for row in self._seen[:handled]:
            channel, _, what = row.name.rpartition("_")
            if what == "unsubscribed" and channel in CHANNELS:
                known[f"consent.{channel}"] = False
        return {name: content for name, content in known.items() if content is not None}

    def _plain(self, column: Column, value: int) -> Plain:
        return self._said(column, self._data.vocabulary.decode(column, value))

    @staticmethod
    def _said(column: Column, content: Content) -> Plain:
        if column.type is ColumnType.INSTANT and isinstance(content, int):
            return _instant(content)
        return content


def _instant(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _put(found: dict[str, Plain], name: str, content: Plain) -> None:
    """Put a value under a name with dots, such as consent.email, a level a dot."""
    *above, last = name.split(".")
    inside = found
    for part in above:
        level = inside.setdefault(part, {})
        if not isinstance(level, dict):
            return
        inside = level
    inside[last] = content


def seen(context: Mapping[str, Plain], path: str) -> Plain:
    """Return a variable of a context by its dotted name, with places in lists as [0] (R70)."""
    found: Plain = dict(context)
    for part in path.replace("[", ".[").split("."):
        if part.startswith("[") and isinstance(found, list):
            place = int(part[1:-1])
            found = found[place] if place < len(found) else None
        elif isinstance(found, dict):
            found = found.get(part)
        else:
            return None
    return found
