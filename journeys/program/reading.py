"""What a program knows of the data while it is written: places, types, and the events it adds."""

import difflib
from collections.abc import Iterable

from journeys.errors import InvalidJourneyError
from journeys.people.population import ColumnType
from journeys.program.vocabulary import Column, Vocabulary

CHANNELS = ("email", "sms", "push", "in_app")
TRUTH = ColumnType.TRUTH


class Reading:
    """Looks names up in a vocabulary; events that the data does not have get codes behind it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.used: dict[int, int] = {}
        self.used_attributes: dict[str, int] = {}
        self.events = dict(vocabulary.event_codes)
        self.attributes = {f"consent.{name}": Column(f"consent.{name}", TRUTH) for name in CHANNELS}
        self.attributes |= {column.name: column for column in vocabulary.attributes}

    def event(self, name: str) -> int:
        """Return the code of an event, a new one where the data does not have it."""
        return self.events.setdefault(name, len(self.events))

    def column(self, name: str) -> tuple[int, Column]:
        """Return (slot, column) of a property; raises InvalidJourneyError where there is none.

        Slots number the columns a program reads, in the order in which they are first asked for.
        """
        place = self.vocabulary.column_places.get(name)
        if place is None:
            raise unknown("property", name, self.vocabulary.column_places)
        return self.used.setdefault(place, len(self.used)), self.vocabulary.columns[place]

    def attribute(self, name: str) -> tuple[int, Column]:
        """Return (slot, column) of an attribute; raises InvalidJourneyError for an unknown one."""
        slot = self.find_attribute(name)
        if slot < 0:
            raise unknown("customer attribute", name, self.vocabulary.attribute_places)
        return slot, self.attributes[name]

    def find_attribute(self, name: str) -> int:
        """Return the slot of an attribute, or -1 where the data does not have it.

        Consent can be asked for, and taken back, even where the data does not have it (R37, R128).
        """
        if name not in self.attributes:
            return -1
        return self.used_attributes.setdefault(name, len(self.used_attributes))


def unknown(what: str, name: str, names: Iterable[str]) -> InvalidJourneyError:
    """Return the error that says which name is not in the data, and the nearest that is."""
    known = list(names)
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"Did you mean {near[0]!r}?" if near else f"The data has: {', '.join(known[:12])}."
    return InvalidJourneyError(f"There is no {what} {name!r} in the data.", hint)
