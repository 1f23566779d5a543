"""Looks whether what journeys ask fits the data: names that are there, of a type that can be so."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeys.conditions.behaviours import OF_ONE
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
from journeys.simulation.names import Owner, owners_of
from journeys.simulation.profiles import answers_of, vocabulary_of
from journeys.simulation.types import HOLDS, fits
from journeys.values import Value, within

SHOWN = 12

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

Columns = Mapping[str, Column]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a name, as it follows 'the step ...', and what to try.

    `name` is a name that is not in the data, `near` one that it may have been meant for. Both are
    empty where it is the type that clashes: then `brief` says so in few words, and `held` is the
    type that a value is compared with.
    """

    words: str
    attempt: str
    name: str = ""
    near: str = ""
    brief: str = ""
    held: ColumnType | None = None


@dataclass(frozen=True, slots=True)
class Unfit:
    """A fault with its place: the step or rule, in words and itself, and the value that asks.

    `rule` is that of the journey which `owner` belongs to, and empty for steps.
    """

    where: str
    owner: Owner | None
    rule: str
    value: Value
    fault: Fault


def refuse_unfitting(journeys: Sequence[Journey], vocabulary: Vocabulary) -> None:
    """Raise InvalidJourneyError for the first thing asked that the data cannot answer (R72)."""
    vocabulary = vocabulary_of(vocabulary, journeys)
    for journey in journeys:
        for found in unfitting(journey, vocabulary):
            raise InvalidJourneyError(
                f"{journey.name}: {found.where} {found.fault.words}", found.fault.attempt
            )
        for where, fault in _read_by_steps(journey, vocabulary):
            raise InvalidJourneyError(f"{journey.name}: {where} {fault.words}", fault.attempt)


def _read_by_steps(journey: Journey, vocabulary: Vocabulary) -> Iterator[tuple[str, Fault]]:
    """Yield what steps read themselves, such as dates, that is not there or holds something else.

    The list of problems says it in a way of its own, with a fix.
    """
    owned = {
        "customer": ("customer attribute", Reading(vocabulary).attributes),
        "event": ("property", {column.name: column for column in vocabulary.columns}),
    }
    for node in journey.nodes:
        for path, types in node.reads.items():
            owner, _, name = path.partition(".")
            what, columns = owned[owner]
            fault = _unknown(what, name, columns)
            if fault is None and columns[name].type not in types:
                held = HOLDS[columns[name].type][0]
                fitting = " or ".join(sorted(HOLDS[each][0] for each in types))
                words = f"reads the {what} {name!r}, which holds {held}."
                fault = Fault(
                    words, f"Choose a {what} that holds {fitting}.", held=columns[name].type
                )
            if fault is not None:
                yield f"the step {node.name!r}", fault


def unfitting(journey: Journey, vocabulary: Vocabulary) -> Iterator[Unfit]:
    """Yield everything a journey asks that the data cannot answer; its own updates count as data.

    `vocabulary` holds what the steps of the run make, too.
    """
    columns = {column.name: column for column in vocabulary.columns}
    attributes = Reading(vocabulary).attributes
    entry = journey.entry
    fault = _unknown("property", entry.key, columns) if entry.key is not None else None
    if fault is not None:
        yield Unfit("the key of its entry", None, "entry", entry, fault)
    for goal in journey.goals:
        for name in goal.carries:
            fault = _unknown("property", name, columns)
            if fault is not None:
                yield Unfit(f"the goal {goal.name!r}", goal, "goals", goal, fault)
    for where, owner, rule in owners_of(journey):
        for value in within(owner):
            fault = _fault(value, columns, attributes, journey) if isinstance(value, Leaf) else None
            if fault is not None:
                yield Unfit(where, owner, rule, value, fault)


def asked_of(journey: Journey) -> Iterator[tuple[str, Leaf]]:
    """Yield (where, comparison) of everything that a journey asks, steps first."""
    for where, owner, _ in owners_of(journey):
        for value in within(owner):
            if isinstance(value, Leaf):
                yield where, value


def _fault(  # noqa: PLR0911 a line a kind
    leaf: Leaf, columns: Columns, attributes: Columns, journey: Journey
) -> Fault | None:
    match leaf:
        case BehaviourTest():
            return _of_behaviour(leaf, columns)
        case SequenceTest():
            return _unknown("property", leaf.same, columns) if leaf.same is not None else None
        case ListTest():
            return _of_list(leaf, attributes)
        case ContextTest():
            return _of_context(leaf, columns, journey)
        case AttributeTest() if leaf.name in columns and leaf.name not in attributes:
            return Fault(
                f"speaks of the customer attribute {leaf.name!r}, but it is a property of the "
                "events.",
                'Ask for that of the event entered by: "kind": "entry".',
                leaf.name,
            )
        case AttributeTest():
            what = "customer attribute"
            unknown = _unknown(what, leaf.name, attributes)
            return unknown or _clash(leaf, leaf.name, attributes[leaf.name].type)
        case PropertyTest() | EntryTest():
            unknown = _unknown("property", leaf.name, columns)
            return unknown or _clash(leaf, leaf.name, columns[leaf.name].type)
    return None


def _of_behaviour(leaf: BehaviourTest, columns: Columns) -> Fault | None:
    if leaf.of is None:
        return None
    unknown = _unknown("property", leaf.of, columns)
    if unknown is not None:
        return unknown
    column = columns[leaf.of]
    if leaf.measure in OF_ONE:
        return _clash(leaf, leaf.of, column.type)
    if leaf.measure not in RECKONED or column.is_number:
        return None
    return Fault(
        f"{RECKONED[leaf.measure]} {leaf.of!r}, which holds {HOLDS[column.type][0]}.",
        "Choose a property that holds numbers, or count the events instead.",
        brief=f"{leaf.of!r} holds {HOLDS[column.type][0]}",
    )


def _of_list(leaf: ListTest, attributes: Columns) -> Fault | None:
    column = attributes.get(f"list.{leaf.list}")
    if column is None or column.type is ColumnType.TRUTH:
        return None
    return Fault(
        f"asks who is on the list {leaf.list!r}, but the attribute {column.name!r} holds "
        f"{HOLDS[column.type][0]}.",
        "Give the list another name, or import the attribute as yes or no.",
        brief=f"{column.name!r} holds {HOLDS[column.type][0]}",
    )


def _of_context(leaf: ContextTest, columns: Columns, journey: Journey) -> Fault | None:
    """Return what does not fit; a part that no property plays is missing, and fits (R148)."""
    owner, _, part = leaf.name.partition(".")
    trail = TRAIL.fullmatch(leaf.name)
    held = MADE.get(leaf.name)
    if trail is not None and trail[3] != "at":
        unknown = _unknown("property", trail[3], columns)
        return unknown or _clash(leaf, leaf.name, columns[trail[3]].type)
    if trail is not None:
        held = ColumnType.INSTANT
    elif held is None and owner not in ("session", "cart"):
        held = _kept(journey, owner, part, columns)
    elif held is None:
        names = NAMES["cart"] if owner == "cart" else NAMES.get(part, ())
        held = next((columns[name].type for name in names if name in columns), None)
    return None if held is None else _clash(leaf, leaf.name, held)


def _kept(journey: Journey, name: str, part: str, columns: Columns) -> ColumnType | None:
    """Return what is kept under a name: of what a wait caught, or what was answered."""
    if any(each.name == name for node in journey.nodes for each in node.catches()):
        if part == "at":
            return ColumnType.INSTANT
        if part in columns:
            return columns[part].type
    answered = column_for(part, answers_of([journey]).having(journey.id, name, part).values())
    return None if answered is None else answered.type


def _clash(leaf: Compared, name: str, held: ColumnType) -> Fault | None:
    if fits(leaf, held):
        return None
    holds, attempt = HOLDS[held]
    brief = f"{name!r} holds {holds}"
    words = f"asks whether {sentence(leaf)}, but {name!r} holds {holds}."
    return Fault(words, attempt, brief=brief, held=held)


def _unknown(what: str, name: str, columns: Columns) -> Fault | None:
    if name in columns:
        return None
    near = next(iter(difflib.get_close_matches(name, sorted(columns), n=1)), "")
    some = ", ".join([known for known in columns if not known.startswith("consent.")][:SHOWN])
    hint = f"The data has: {some}." if some else f"The data has no {what} at all."
    attempt = f"Did you mean {near!r}?" if near else hint
    words = f"speaks of the {what} {name!r}, which is not in the data."
    return Fault(words, attempt, name, near)
