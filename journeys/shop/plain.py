"""The made-up shop in plain values, for reading and for holding the engine against the rules."""

from collections.abc import Iterator

import numpy as np

from journeys.people.population import Change, Content, Customer, Event, Population
from journeys.program.vocabulary import Column, Vocabulary
from journeys.shop.block import event_id
from journeys.shop.words import ATTRIBUTES, PROPERTIES
from journeys.simulation.dataset import Dataset


def as_population(shop: Dataset) -> Population:
    """Return the customers of a made-up shop's data set in plain values."""
    words = shop.vocabulary
    owners = np.repeat(np.arange(shop.customers), np.diff(shop.change_offset)).tolist()
    carried: dict[int, dict[str, Content]] = {}
    changes: list[Change] = []
    for place, owner in enumerate(owners):
        column = words.attributes[shop.change_attribute[place]]
        said = {column.name: words.decode(column, int(shop.change_value[place]))}
        row = int(shop.change_row[place])
        if row < 0:
            changes.append(Change(shop.ids[owner], int(shop.change_time[place]), said))
        else:
            carried.setdefault(int(shop.offset[owner]) + row, {}).update(said)
    return Population(
        columns={name: it.held for name, it in PROPERTIES.items()},
        attributes={name: it.held for name, it in ATTRIBUTES.items()},
        customers=tuple(
            Customer(name, _said(words, words.attributes, shop.attributes[:, place].tolist()))
            for place, name in enumerate(shop.ids)
        ),
        events=tuple(_events(shop, carried)),
        changes=tuple(changes),
    )


def _events(shop: Dataset, carried: dict[int, dict[str, Content]]) -> Iterator[Event]:
    words = shop.vocabulary
    for place, name in enumerate(shop.ids):
        first = int(shop.offset[place])
        for row in range(first, int(shop.offset[place + 1])):
            values = [*shop.narrow[:, row].tolist(), *shop.wide[:, row].tolist()]
            yield Event(
                customer=name,
                time=int(shop.time[row]),
                name=words.events[shop.type[row]],
                properties=_said(words, words.columns, values),
                carries=carried.get(row, {}),
                id=event_id(name, row - first),
            )


def _said(words: Vocabulary, columns: tuple[Column, ...], values: list[int]) -> dict[str, Content]:
    decoded = {
        column.name: words.decode(column, value)
        for column, value in zip(columns, values, strict=True)
    }
    return {name: content for name, content in decoded.items() if content is not None}
