"""What is compared in a sentence: what it holds, and which comparisons are offered for it."""

from journeys.conditions.comparison import Operator
from journeys.conditions.facts import TRAIL
from journeys.conditions.tree import (
    ArmTest,
    AttributeTest,
    BehaviourTest,
    Compared,
    ContextTest,
    EngagementTest,
)
from journeys.people.population import ColumnType
from journeys.simulation.types import FITTING, fits
from widgets.inspector.around import contexts
from widgets.inspector.choices import Choices
from widgets.inspector.sentences import measures
from widgets.inspector.sentences.operands import BY_TYPE, DATED, EQUAL, EVERY, KNOWN, LISTED


def held(leaf: Compared, choices: Choices) -> ColumnType | None:
    """Return what a leaf looks at holds, where that is known."""
    match leaf:
        case BehaviourTest():
            return measures.held(leaf, choices.columns)
        case ArmTest():
            return ColumnType.TEXT
        case EngagementTest():
            return ColumnType.INSTANT
        case ContextTest():
            return _in_context(leaf.name, choices)
        case AttributeTest():
            return choices.attributes.get(leaf.name)
        case _:
            return choices.columns.get(leaf.name)


def misfit(leaf: Compared, choices: Choices) -> str:
    """Return the key of the word by which a comparison is certainly true of nobody, or nothing."""
    if isinstance(leaf, ArmTest):
        versions = choices.own.versions(leaf.experiment)
        is_there = not versions or all(value in versions for value in leaf.values)
        return "" if is_there else "value"
    type_ = held(leaf, choices)
    if type_ is None or fits(leaf, type_):
        return ""
    return "value" if leaf.operator in FITTING[type_] else "operator"


def operators(leaf: Compared, type_: ColumnType | None) -> tuple[Operator, ...]:
    """Return the comparisons offered for a leaf; the one it has is always among them."""
    match leaf:
        case BehaviourTest():
            offered = measures.comparisons(leaf, type_)
        case ArmTest():
            offered = (*EQUAL, *LISTED, *KNOWN)
        case EngagementTest():
            offered = (*KNOWN, *DATED)
        case _:
            offered = BY_TYPE[type_] if type_ else EVERY
    return offered if leaf.operator in offered else (*offered, leaf.operator)


def seen_texts(leaf: Compared, choices: Choices) -> tuple[str, ...]:
    """Return the texts that the data has where a leaf looks, the most frequent first."""
    if isinstance(leaf, ArmTest):
        return tuple(choices.own.versions(leaf.experiment))
    name = str(getattr(leaf, "name", ""))
    if isinstance(leaf, BehaviourTest):
        name = leaf.of or ""
    if isinstance(leaf, ContextTest):
        name = leaf.name.rpartition(".")[2]
    return choices.values.get(name, ())


def _in_context(name: str, choices: Choices) -> ColumnType | None:
    trail = TRAIL.fullmatch(name)
    if trail is not None:
        return ColumnType.INSTANT if trail[3] == "at" else choices.columns.get(trail[3])
    return contexts(choices).get(name)
