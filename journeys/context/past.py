"""What one customer did, as plain values in the order in which it was handled."""

from collections import deque
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from journeys.people.population import ColumnType, Content
from journeys.program.paths import steps_of
from journeys.program.reading import CHANNELS
from journeys.program.vocabulary import Column
from journeys.simulation.dataset import Dataset
from journeys.simulation.story import Story, Updated

Plain: TypeAlias = str | bool | int | Decimal | datetime | list["Plain"] | dict[str, "Plain"] | None


class Past:
    """The events and the profile of one customer of a story, read where they are asked for.

    Events are known by their place among those that were handled, in the order of handling.
    """

    def __init__(self, dataset: Dataset, story: Story) -> None:
        self._data = dataset
        self._seen = story.seen
        self._updates = story.updates
        self.customer = story.customer
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

    def profile(self, now: int, handled: int, updates: int = 0) -> dict[str, Plain]:
        """Return what is known as `attributes`, each dot in a name a level down as well (R177)."""
        there = self.attributes(now, handled, updates)
        found = {name: content for name, content in there.items() if "." in name}
        for name, content in there.items():
            _put(found, name, content)
        return found

    def attributes(self, now: int, handled: int, updates: int = 0) -> dict[str, Plain]:
        """Return the attributes as of an instant at which `handled` events were handled (R33).

        `updates` counts the changes that steps had made by then (R223).
        """
        data, customer = self._data, self.customer
        known = {
            column.name: self._plain(column, int(data.attributes[place, customer]))
            for place, column in enumerate(data.vocabulary.attributes)
        }
        changes = deque(range(*data.change_offset[customer : customer + 2].tolist()))
        waiting = deque(self._updates[:updates])
        last = -1
        for place, row in enumerate(self._seen[:handled]):
            self._update(known, changes, waiting, (place, last))
            last = last if row.place is None else row.place
            self._change(known, changes, row.time, row.place)
            channel, _, what = row.name.rpartition("_")
            if what == "unsubscribed" and channel in CHANNELS:
                self._take_back(known, f"consent.{channel}")
        self._update(known, changes, waiting, (handled, last))
        self._change(known, changes, now, None)
        return {name: content for name, content in known.items() if content is not None}

    def _update(
        self,
        known: dict[str, Plain],
        changes: deque[int],
        waiting: deque[Updated],
        upto: tuple[int, int],
    ) -> None:
        """Apply what steps changed before the next event, and what files had changed before that.

        `upto` says how many events were handled, and which of the recorded ones was the last.
        """
        handled, last = upto
        while waiting and waiting[0].handled <= handled:
            update = waiting.popleft()
            self._change_before(known, changes, update.time, last)
            known[update.name] = (
                _instant(update.content)
                if update.is_instant and isinstance(update.content, int)
                else update.content
            )

    def _change_before(
        self, known: dict[str, Plain], changes: deque[int], now: int, last: int
    ) -> None:
        """Apply what customer files changed up to an instant; what events to come carry is kept."""
        data = self._data
        while changes:
            time, carrying = (int(of[changes[0]]) for of in (data.change_time, data.change_row))
            if time > now or (carrying > last and time == now):
                return
            change = changes.popleft()
            if carrying < 0:
                self._apply(known, change)

    def _apply(self, known: dict[str, Plain], change: int) -> None:
        data = self._data
        column = data.vocabulary.attributes[int(data.change_attribute[change])]
        known[column.name] = self._plain(column, int(data.change_value[change]))

    def _change(
        self, known: dict[str, Plain], changes: deque[int], now: int, place: int | None
    ) -> None:
        """Apply what customer files changed up to an instant, then what an event carries (R33).

        What was carried by an event that was left out is gone with it (R100).
        """
        data = self._data
        while changes:
            carrying = int(data.change_row[changes[0]])
            is_due = int(data.change_time[changes[0]]) <= now
            is_next = carrying < 0 or place is None or carrying <= place
            if not is_due or not is_next:
                return
            change = changes.popleft()
            if carrying < 0 or carrying == place:
                self._apply(known, change)

    def _take_back(self, known: dict[str, Plain], name: str) -> None:
        """Take back a consent: a yes becomes a no, anything else is gone (R37, R128)."""
        place = self._data.vocabulary.attribute_places.get(name)
        columns = self._data.vocabulary.attributes
        is_truth = place is None or columns[place].type is ColumnType.TRUTH
        known[name] = False if is_truth else None

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
    """Return a variable of a context by its full name (R70); None where it is not there."""
    steps = steps_of(path)
    return reached(context, steps) if steps else None


def reached(context: Mapping[str, Plain], steps: Iterable[str | int]) -> Plain:
    """Return what is come to step by step: names in objects, places in lists, -1 the last (R177).

    None where a step leads nowhere.
    """
    found: Plain = dict(context)
    for step in steps:
        if isinstance(step, int) and isinstance(found, list):
            found = found[step] if -len(found) <= step < len(found) else None
        elif isinstance(step, str) and isinstance(found, dict):
            found = found.get(step)
        else:
            return None
    return found
