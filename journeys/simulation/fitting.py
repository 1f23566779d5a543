"""Looks whether what journeys ask fits the data: names that are there, of a type that can be so."""

import difflib
from collections.abc import Iterator, Mapping, Sequence

from journeys.conditions.comparison import (
    LISTS,
    ORDERED,
    PRESENCE,
    TEXTUAL,
    TIMED,
    Operator,
)
from journeys.conditions.sentences import sentence
from journeys.conditions.tree import AttributeTest, BehaviourTest, Leaf
from journeys.document.journey import Journey
from journeys.errors import InvalidJourneyError
from journeys.people.population import ColumnType
from journeys.program.reading import Reading
from journeys.program.vocabulary import Column, Vocabulary
from journeys.simulation.names import values_of
from journeys.simulation.profiles import vocabulary_of

SHOWN = 12
EVEN = LISTS | {Operator.IS, Operator.IS_NOT}
FITTING: Mapping[ColumnType, frozenset[Operator]] = {
    ColumnType.TEXT: EVEN | TEXTUAL,
    ColumnType.TRUTH: EVEN,
    ColumnType.WHOLE: EVEN | ORDERED,
    ColumnType.DECIMAL: EVEN | ORDERED,
    ColumnType.INSTANT: TIMED,
}
HOLDS: Mapping[ColumnType, tuple[str, str]] = {
    ColumnType.TEXT: ("text", 'Compare it with text in quotes, such as "3".'),
    ColumnType.TRUTH: ("yes or no", "Ask whether it is true or false, without quotes."),
    ColumnType.WHOLE: ("whole numbers", "Compare it with a number, without quotes."),
    ColumnType.DECIMAL: ("numbers", "Compare it with a number, without quotes."),
    ColumnType.INSTANT: ("times", "Ask with before, after, within_last or longer_ago."),
}


def refuse_unfitting(journeys: Sequence[Journey], vocabulary: Vocabulary) -> None:
    """Raise InvalidJourneyError for the first thing asked that the data cannot answer (R72)."""
    vocabulary = vocabulary_of(vocabulary, journeys)
    columns = {column.name: column for column in vocabulary.columns}
    attributes = Reading(vocabulary).attributes
    for journey in journeys:
        for where, name in _repeated(journey):
            _known(f"{journey.name}: {where}", "property", name, columns)
        for where, leaf in asked_of(journey):
            _refuse_leaf(f"{journey.name}: {where}", leaf, columns, attributes)


def asked_of(journey: Journey) -> Iterator[tuple[str, Leaf]]:
    """Yield (where, comparison) of everything that a journey asks, steps first."""
    for where, value in values_of(journey):
        if isinstance(value, Leaf):
            yield where, value


def _repeated(journey: Journey) -> Iterator[tuple[str, str]]:
    """Yield (where, property) of what is read without a comparison: keys, and what goals carry."""
    if journey.entry.key is not None:
        yield "the key of its entry", journey.entry.key
    for goal in journey.goals:
        for name in goal.carries:
            yield f"the goal {goal.name!r}", name


def _refuse_leaf(
    where: str, leaf: Leaf, columns: Mapping[str, Column], attributes: Mapping[str, Column]
) -> None:
    if isinstance(leaf, BehaviourTest):
        if leaf.of is not None:
            added = _known(where, "property", leaf.of, columns)
            if not added.is_number:
                raise InvalidJourneyError(
                    f"{where} adds up {leaf.of!r}, which holds {HOLDS[added.type][0]}.",
                    "Add up a property that holds numbers, or count the events instead.",
                )
        return
    is_attribute = isinstance(leaf, AttributeTest)
    what = "customer attribute" if is_attribute else "property"
    if is_attribute and leaf.name not in attributes and leaf.name in columns:
        raise InvalidJourneyError(
            f"{where} speaks of the customer attribute {leaf.name!r}, but it is a property of the "
            "events.",
            'Ask for that of the event entered by: "kind": "entry".',
        )
    column = _known(where, what, leaf.name, attributes if is_attribute else columns)
    if not _fits(leaf, column.type):
        holds, attempt = HOLDS[column.type]
        raise InvalidJourneyError(
            f"{where} asks whether {sentence(leaf)}, but {leaf.name!r} holds {holds}.", attempt
        )


def _fits(leaf: Leaf, held: ColumnType) -> bool:
    if leaf.operator in PRESENCE:
        return True
    if leaf.operator not in FITTING[held]:
        return False
    if held in (ColumnType.TEXT, ColumnType.INSTANT):
        return all(isinstance(value, str) for value in leaf.values)
    is_truth = held is ColumnType.TRUTH
    return all(
        isinstance(value, bool) == is_truth and not isinstance(value, str) for value in leaf.values
    )


def _known(where: str, what: str, name: str, columns: Mapping[str, Column]) -> Column:
    if name in columns:
        return columns[name]
    near = difflib.get_close_matches(name, sorted(columns), n=1)
    some = ", ".join([known for known in columns if not known.startswith("consent.")][:SHOWN])
    hint = f"The data has: {some}." if some else f"The data has no {what} at all."
    raise InvalidJourneyError(
        f"{where} speaks of the {what} {name!r}, which is not in the data.",
        f"Did you mean {near[0]!r}?" if near else hint,
    )
