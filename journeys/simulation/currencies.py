"""Amounts of several currencies that would be added up, or held against each other (R202)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from journeys.conditions.comparison import Operator
from journeys.conditions.tree import AllOfFilter, BehaviourTest, Filter, PropertyTest
from journeys.document.journey import Journey
from journeys.errors import InvalidJourneyError
from journeys.people.population import ColumnType
from journeys.program.vocabulary import Vocabulary, fold
from journeys.simulation.dataset import Dataset, Int32
from journeys.simulation.names import values_of
from journeys.spoken import spoken
from journeys.values import Value

CURRENCY = "currency"
RECKONED = frozenset({"sum", "average", "minimum", "maximum"})
AT_ONCE = 1_000_000
SHIFT = 32
LOW = 2**SHIFT - 1


def with_currencies(dataset: Dataset) -> Vocabulary:
    """Return the vocabulary of a data set that knows which events have more than one currency."""
    words = dataset.vocabulary
    place = words.column_places.get(CURRENCY)
    if place is None or words.columns[place].type is not ColumnType.TEXT:
        return words
    codes, kinds = dataset.narrow[place], dataset.type
    found = {
        (kind, fold(words.texts[code], exactly=False))
        for begin in range(0, dataset.events, AT_ONCE)
        for kind, code in _pairs(kinds[begin : begin + AT_ONCE], codes[begin : begin + AT_ONCE])
    }
    several = [kind for kind, _ in found]
    mixed = frozenset(words.events[kind] for kind in several if several.count(kind) > 1)
    return replace(words, mixed=mixed)


def refuse_mixed(journeys: Sequence[Journey], vocabulary: Vocabulary) -> None:
    """Raise InvalidJourneyError for the first amount of several currencies that is asked for."""
    for journey in journeys:
        for where, value in values_of(journey):
            for event in mixing((value,), vocabulary):
                raise InvalidJourneyError(
                    f"{journey.name}: {where} {words_of_mixing(event)}", "Ask for one currency."
                )


def mixing(values: Iterable[Value], vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the events of behaviours that reckon with amounts of several currencies."""
    behaviours = (value for value in values if isinstance(value, BehaviourTest))
    for asked in behaviours:
        is_mixed = asked.measure in RECKONED and asked.event in vocabulary.mixed
        if is_mixed and not _asks_one(asked.where):
            yield asked.event


def words_of_mixing(event: str) -> str:
    """Return what is wrong with it."""
    return (
        f"reckons with amounts of {spoken(event)!r}, which has several currencies: add to its "
        "filter that the currency is one of them."
    )


def _asks_one(where: Filter | None) -> bool:
    """Say whether a filter lets only events of one currency pass."""
    if isinstance(where, AllOfFilter):
        return any(_asks_one(part) for part in where.of)
    if not isinstance(where, PropertyTest) or where.name != CURRENCY:
        return False
    return where.operator in (Operator.IS, Operator.ONE_OF) and len({*where.values}) == 1


def _pairs(kinds: Int32, codes: Int32) -> Iterator[tuple[int, int]]:
    """Yield each event with each text it has, once."""
    is_there = codes >= 0
    both = kinds[is_there].astype(np.int64) << SHIFT | codes[is_there]
    for pair in np.unique(both).tolist():
        yield pair >> SHIFT, pair & LOW
