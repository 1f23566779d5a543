"""Customers, events and changes written out plainly, before they become arrays."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

Known = str | bool | int | Decimal
Content = Known | None


class ColumnType(StrEnum):
    """What a property or an attribute holds."""

    TEXT = "text"
    TRUTH = "truth"
    WHOLE = "whole"
    DECIMAL = "decimal"
    INSTANT = "instant"


@dataclass(frozen=True, slots=True)
class Held:
    """The type of a property or attribute; `scale` is the number of decimals a decimal keeps."""

    type: ColumnType
    scale: int = 0


@dataclass(frozen=True, slots=True)
class Customer:
    """One customer with the attributes known at import; a missing attribute is absent or None."""

    id: str
    attributes: Mapping[str, Content] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """Something a customer did. `time` is in epoch seconds; instants are ints, too.

    `carries` are attributes of the customer that this event changes (R33, R100). `arrival` is when
    it became known, in epoch seconds, where that was later (R227).
    """

    customer: str
    time: int
    name: str
    properties: Mapping[str, Content] = field(default_factory=dict)
    carries: Mapping[str, Content] = field(default_factory=dict)
    id: str | None = None
    arrival: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Attributes of a customer that change at an instant, from a customer file (R33).

    `arrival` is when that became known, where it was later (R227).
    """

    customer: str
    time: int
    attributes: Mapping[str, Content]
    arrival: int | None = None


@dataclass(frozen=True, slots=True)
class Population:
    """A whole data set in plain values; events of one second keep their order (R5)."""

    columns: Mapping[str, Held]
    attributes: Mapping[str, Held]
    customers: tuple[Customer, ...]
    events: tuple[Event, ...] = ()
    changes: tuple[Change, ...] = ()


def as_text(content: Known) -> str:
    """Return a value as the text of a key or unit: 12, 12.5, true, or the text itself (R130)."""
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, Decimal):
        shortest = f"{content.normalize():f}"
        return "0" if shortest == "-0" else shortest
    return str(content)
