"""Looks whether what journeys ask fits the data: names that are there, of a type that can be so."""

import difflib
from collections.abc import Iterator, Mapping, Sequence

from journeys.conditions.behaviours import OF_ONE
from journeys.conditions.comparison import (
    LISTS,
    ORDERED,
    PRESENCE,
    TEXTUAL,
    TIMED,
    Comparison,
    Operator,
)
from journeys.conditions.facts import TRAIL
from journeys.conditions.sentences import sentence
from journeys.conditions.tree import (
    AttributeTest,
    BehaviourTest,
    Compared,
    ContextTest,
    EntryTest,
    Leaf,
    ListTest,
    PropertyTest,
    SequenceTest,
)
from journeys.document.journey import Journey
from journeys.errors import InvalidJourneyError
from journeys.people.population import ColumnType
from journeys.program.profile import column_for
from journeys.program.reading import Reading
from journeys.program.roles import NAMES
from journeys.program.vocabulary import Column, Vocabulary
from journeys.simulation.names import values_of
from journeys.simulation.profiles import answers_of, vocabulary_of

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

RECKONED = {
    "sum": "adds up",
    "average": "takes the average of",
    "minimum": "takes the lowest of",
    "maximum": "takes the highest of",
}
MADE = {
    "session.started": ColumnType.INSTANT,
    "session.pages": ColumnType.WHOLE,
    "session.duration": ColumnType.WHOLE,
    "cart.items": ColumnType.WHOLE,
    "cart.value": ColumnType.DECIMAL,
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
            if isinstance(leaf, ContextTest):
                _refuse_context(f"{journey.name}: {where}", leaf, columns, journey)
            else:
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
    match leaf:
        case BehaviourTest():
            _refuse_behaviour(where, leaf, columns)
        case SequenceTest():
            if leaf.same is not None:
                _known(where, "property", leaf.same, columns)
        case ListTest():
            _refuse_list(where, leaf, attributes)
        case AttributeTest():
            if leaf.name not in attributes and leaf.name in columns:
                raise InvalidJourneyError(
                    f"{where} speaks of the customer attribute {leaf.name!r}, but it is a property "
                    "of the events.",
                    'Ask for that of the event entered by: "kind": "entry".',
                )
            column = _known(where, "customer attribute", leaf.name, attributes)
            _refuse_type(where, leaf, leaf.name, column.type)
        case PropertyTest() | EntryTest():
            column = _known(where, "property", leaf.name, columns)
            _refuse_type(where, leaf, leaf.name, column.type)


def _refuse_behaviour(where: str, leaf: BehaviourTest, columns: Mapping[str, Column]) -> None:
    if leaf.of is None:
        return
    column = _known(where, "property", leaf.of, columns)
    if leaf.measure in OF_ONE:
        _refuse_type(where, leaf, leaf.of, column.type)
    elif leaf.measure in RECKONED and not column.is_number:
        raise InvalidJourneyError(
            f"{where} {RECKONED[leaf.measure]} {leaf.of!r}, which holds {HOLDS[column.type][0]}.",
            "Choose a property that holds numbers, or count the events instead.",
        )


def _refuse_list(where: str, leaf: ListTest, attributes: Mapping[str, Column]) -> None:
    column = attributes.get(f"list.{leaf.list}")
    if column is not None and column.type is not ColumnType.TRUTH:
        raise InvalidJourneyError(
            f"{where} asks who is on the list {leaf.list!r}, but the attribute {column.name!r} "
            f"holds {HOLDS[column.type][0]}.",
            "Give the list another name, or import the attribute as yes or no.",
        )


def _refuse_context(
    where: str, leaf: ContextTest, columns: Mapping[str, Column], journey: Journey
) -> None:
    """Refuse what does not fit; a part that no property plays is missing, and fits (R148)."""
    owner, _, part = leaf.name.partition(".")
    trail = TRAIL.fullmatch(leaf.name)
    held = MADE.get(leaf.name)
    if trail is not None:
        is_time = trail[3] == "at"
        found = None if is_time else _known(where, "property", trail[3], columns)
        held = ColumnType.INSTANT if found is None else found.type
    elif held is None and owner not in ("session", "cart"):
        held = _kept(journey, owner, part, columns)
    elif held is None:
        names = NAMES["cart"] if owner == "cart" else NAMES.get(part, ())
        held = next((columns[name].type for name in names if name in columns), None)
    if held is not None:
        _refuse_type(where, leaf, leaf.name, held)


def _kept(
    journey: Journey, name: str, part: str, columns: Mapping[str, Column]
) -> ColumnType | None:
    """Return what is kept under a name: of what a wait caught, or what was answered."""
    if any(each.name == name for node in journey.nodes for each in node.catches()):
        if part == "at":
            return ColumnType.INSTANT
        if part in columns:
            return columns[part].type
    answered = column_for(part, answers_of([journey]).having(journey.id, name, part).values())
    return None if answered is None else answered.type


def _refuse_type(where: str, leaf: Compared, name: str, held: ColumnType) -> None:
    if not _fits(leaf, held):
        holds, attempt = HOLDS[held]
        raise InvalidJourneyError(
            f"{where} asks whether {sentence(leaf)}, but {name!r} holds {holds}.", attempt
        )


def _fits(leaf: Comparison, held: ColumnType) -> bool:
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
