"""What the data say of single customers: what they are called, and whose clock they live by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from journeys.people.population import ColumnType, Content
from journeys.simulation.dataset import Dataset
from journeys.simulation.settings import RunSettings
from journeys.simulation.zones import ZONE, in_force

WHOLE = ("name", "fullname", "displayname", "customername")
FIRST = ("firstname", "givenname", "forename")
LAST = ("lastname", "familyname", "surname")
MAIL = ("email", "emailaddress", "address.email", "mail")
UNREAD = str.maketrans("", "", "_- ")


@dataclass(frozen=True, slots=True)
class Person:
    """A customer as people speak of one: `name` is "" where the data have none."""

    id: str
    name: str = ""
    zone: str = "UTC"

    @property
    def called(self) -> str:
        """The name, or the id of who has none."""
        return self.name or self.id

    @property
    def clock(self) -> ZoneInfo:
        """The zone whose clock the customer lives by."""
        return ZoneInfo(self.zone)


class Known:
    """Knows the customers of a data set by their ids."""

    def __init__(self, dataset: Dataset, settings: RunSettings) -> None:
        self._dataset = dataset
        self._settings = settings
        self._places = {customer: place for place, customer in enumerate(dataset.ids)}
        texts = {
            column.name.casefold().translate(UNREAD): place
            for place, column in enumerate(dataset.vocabulary.attributes)
            if column.type is ColumnType.TEXT
        }
        self._whole = _first(texts, WHOLE)
        self._parts = tuple(_first(texts, names) for names in (FIRST, LAST))
        self._mail = _first(texts, MAIL)

    def person(self, customer: str) -> Person:
        """Return a customer as last known; one that is not in the data has nothing but the id."""
        return Person(customer, self.name(customer), self.zone(customer))

    def name(self, customer: str) -> str:
        """Return a customer's name: whole, in its parts, or the e-mail address; "" for none."""
        place = self._places.get(customer)
        if place is None:
            return ""
        parts = [self._said(place, part) for part in self._parts]
        found = (self._said(place, self._whole), " ".join(each for each in parts if each))
        return next((each for each in found if each), "") or self._said(place, self._mail)

    def zone(self, customer: str) -> str:
        """Return a customer's own zone, else that of the workspace's rule, else the workspace's."""
        place, rule = self._places.get(customer), self._settings.zone_rule
        if place is None:
            return self._settings.zone
        attributes = self._dataset.vocabulary.attribute_places
        asked = (ZONE, rule.attribute) if rule is not None else (ZONE,)
        known = {
            name: self._content(place, attributes[name]) for name in asked if name in attributes
        }
        return in_force(known, self._settings).name

    def _said(self, place: int, attribute: int | None) -> str:
        content = self._content(place, attribute) if attribute is not None else None
        return "" if content is None else " ".join(str(content).split())

    def _content(self, place: int, attribute: int) -> Content:
        """Return what is known last: the newest change, else what was known at import."""
        data = self._dataset
        first, last = int(data.change_offset[place]), int(data.change_offset[place + 1])
        changed = data.change_attribute[first:last] == attribute
        value = int(data.attributes[attribute, place])
        if changed.any():
            value = int(data.change_value[first:last][changed][-1])
        return data.vocabulary.decode(data.vocabulary.attributes[attribute], value)


def initials(called: str) -> str:
    """Return one or two letters that stand for a customer in a small disc."""
    words = list(_words(called))
    letters = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in letters).upper() or "?"


def _words(called: str) -> Iterator[str]:
    """Yield the words of a name that begin with a letter or a figure."""
    name = called.partition("@")[0]
    for word in name.replace(".", " ").replace("-", " ").replace("_", " ").split():
        if word[0].isalnum():
            yield word


def _first(places: dict[str, int], names: Sequence[str]) -> int | None:
    return next((places[name] for name in names if name in places), None)
