"""All filters in one table, from which completion, checks and documentation are read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from inspect import Parameter, getdoc, signature

from journeys.content.filters import lists, moments, numbers, words
from journeys.content.filters.asking import Content

STAYS = "A missing value stays missing: the message fails, unless a fallback follows."
FALLS_BACK = "A missing value is what it is for."


def default(value: Content, fallback: Content = "") -> Content:
    """Give a fallback: `{{ customer.first_name|default("there") }}`.

    It stands in where the value is missing, and where it is a text of nothing but spaces, so that
    a message never holds a silent blank.
    """
    return fallback if is_blank(value) else value


def is_blank(value: object) -> bool:
    """Return whether a value would leave a blank: there is none, or only spaces."""
    return value is None or (isinstance(value, str) and not value.strip())


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter as it is offered: its name, what it does, and what a missing value does to it."""

    name: str
    function: Callable[..., object]
    missing: str = STAYS

    @property
    def words(self) -> str:
        """What it does: the first sentence of its documentation."""
        return self.documentation.split("\n\n")[0]

    @property
    def documentation(self) -> str:
        """Everything that is to be said of it."""
        return getdoc(self.function) or ""

    @property
    def takes(self) -> tuple[str, ...]:
        """The names of what can be written in brackets after it."""
        return _takes(self.function)

    @property
    def asks_zone(self) -> bool:
        """True where it needs the customer's time zone."""
        return "zone" in signature(self.function).parameters

    def can_take(self, places: int, names: tuple[str, ...]) -> bool:
        """Return whether it can be given so many values, and more by these names."""
        return _can_take(self.function, places, names)


@cache
def _takes(function: Callable[..., object]) -> tuple[str, ...]:
    _, *rest = signature(function).parameters.values()
    return tuple(each.name for each in rest if each.kind is not Parameter.KEYWORD_ONLY)


@lru_cache(maxsize=1_000)
def _can_take(function: Callable[..., object], places: int, names: tuple[str, ...]) -> bool:
    if places > len(_takes(function)) or not set(names) <= set(_takes(function)):
        return False
    try:
        signature(function).bind(*[None] * (places + 1), **dict.fromkeys(names))
    except TypeError:
        return False
    return True


OFFERED = (
    Filter("default", default, FALLS_BACK),
    Filter("d", default, FALLS_BACK),
    Filter("money", numbers.money),
    Filter("date", moments.moment),
    Filter("plural", words.plural),
    Filter("title", words.title),
    Filter("upper", words.upper),
    Filter("lower", words.lower),
    Filter("capitalize", words.capitalize),
    Filter("trim", words.trim),
    Filter("truncate", words.truncate),
    Filter("replace", words.replace),
    Filter("urlencode", words.urlencode),
    Filter("length", lists.length),
    Filter("count", lists.length),
    Filter("join", lists.join),
    Filter("first", lists.first),
    Filter("last", lists.last),
    Filter("reverse", lists.reverse),
    Filter("sort", lists.sort),
    Filter("unique", lists.unique),
    Filter("map", lists.pick),
    Filter("sum", lists.total),
    Filter("min", lists.smallest),
    Filter("max", lists.largest),
    Filter("items", lists.items),
    Filter("round", numbers.rounded),
    Filter("abs", numbers.absolute),
    Filter("int", numbers.integer),
    Filter("float", numbers.decimal),
)

FILTERS: Mapping[str, Filter] = {filter_.name: filter_ for filter_ in OFFERED}
