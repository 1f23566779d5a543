"""What each column of a file became in an import: the mapping, a row a column."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from journeys.people.population import ColumnType
from journeys.program.vocabulary import Vocabulary
from storage.importing.mapping import CustomerMapping, EventMapping, Mapping

Became: TypeAlias = Literal[
    "customer", "event", "time", "arrival", "id", "session", "source", "attribute", "property"
]
ROLES: tuple[Became, ...] = ("customer", "event", "time", "arrival", "id", "session", "source")
INSTANTS = frozenset({"time", "arrival"})
OF_CUSTOMERS: tuple[Became, ...] = ("customer", "time")


@dataclass(frozen=True, slots=True)
class Meaning:
    """A column, what it became, what that is called, and how its cells are read.

    `is_of_customers` tells the columns of customer files from those of event files.
    """

    column: str
    became: Became
    name: str
    type: ColumnType | None
    is_of_customers: bool = False


def meanings(mapping: Mapping, words: Vocabulary) -> tuple[Meaning, ...]:
    """Return what the columns became: roles first, then attributes, then properties of events."""
    types = {typed.name: typed.type for typed in mapping.types}
    attributes = tuple(_attributes(mapping, types))
    taken = {each.column for each in attributes}
    properties = (
        Meaning(each.name, "property", each.name, types.get(each.name))
        for each in words.columns
        if each.name not in taken
    )
    return (
        *_roles(mapping.events, ROLES, is_of_customers=False),
        *_roles(mapping.customers, OF_CUSTOMERS, is_of_customers=True),
        *attributes,
        *properties,
    )


def _roles(
    of: EventMapping | CustomerMapping | None, roles: tuple[Became, ...], *, is_of_customers: bool
) -> Iterator[Meaning]:
    for role in roles if of is not None else ():
        column = getattr(of, role)
        if column is not None:
            type_ = ColumnType.INSTANT if role in INSTANTS else ColumnType.TEXT
            yield Meaning(column, role, role, type_, is_of_customers)


def _attributes(mapping: Mapping, types: dict[str, ColumnType]) -> Iterator[Meaning]:
    for of in (mapping.events, mapping.customers):
        for each in of.attributes if of is not None else ():
            is_of_customers = of is mapping.customers
            yield Meaning(
                each.column, "attribute", each.name, types.get(each.name), is_of_customers
            )
