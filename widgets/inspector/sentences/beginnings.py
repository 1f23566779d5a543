"""What a new sentence asks at first, filled with what the data and the journey have."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from journeys.conditions.comparison import Operator
from journeys.conditions.sequences import Happening
from journeys.conditions.tree import (
    ArmTest,
    AttributeTest,
    BehaviourTest,
    ContextTest,
    EngagementTest,
    EntryTest,
    Leaf,
    ListTest,
    PropertyTest,
    SampleTest,
    SegmentTest,
    SequenceTest,
)
from journeys.document.node import UNNAMED
from journeys.people.population import ColumnType
from widgets.inspector.around import contexts
from widgets.inspector.context import Context
from widgets.inspector.sentences.operands import BY_TYPE

UNNAMED_PROPERTY = "property"
TENTH = 1_000


def fresh(sort: str, context: Context, events: tuple[str, ...]) -> Leaf:
    """Return a new leaf of a sort; a property is one of these events."""
    makers: Mapping[str, Callable[[], Leaf]] = {
        "behaviour": lambda: fresh_behaviour(context),
        "sequence": lambda: _sequence(context),
        "attribute": lambda: _attribute(context),
        "entry": lambda: _entry(context),
        "context": lambda: _context(context),
        "engagement": lambda: _engagement(context),
        "arm": lambda: _arm(context),
        "segment": lambda: SegmentTest(segment=_first(context.choices.own.segments, "segment")),
        "list": lambda: ListTest(list=_first(context.choices.lists, "list")),
        "sample": lambda: SampleTest(name="sample", share=TENTH),
    }
    maker = makers.get(sort)
    return maker() if maker else _property(context, events)


def fresh_behaviour(context: Context) -> BehaviourTest:
    """Return whether the most frequent event happened since they entered, or ever."""
    return BehaviourTest(
        event=_first(context.choices.events, UNNAMED),
        operator=Operator.AT_LEAST,
        value=Decimal(1),
        since=None if context.is_of_customers else "entry",
    )


def _sequence(context: Context) -> SequenceTest:
    events = (*context.choices.events[:2], UNNAMED, UNNAMED)
    return SequenceTest(first=Happening(event=events[0]), then=Happening(event=events[1]))


def _attribute(context: Context) -> Leaf:
    choices = context.choices
    name = choices.plainest(choices.attributes) or UNNAMED_PROPERTY
    return _begun(AttributeTest(name=name, operator=Operator.PRESENT), context)


def _entry(context: Context) -> Leaf:
    offered = context.choices.properties_of(context.entry_events)
    name = context.choices.plainest(offered) or UNNAMED_PROPERTY
    return _begun(EntryTest(name=name, operator=Operator.PRESENT), context)


def _property(context: Context, events: tuple[str, ...]) -> Leaf:
    choices = context.choices
    name = choices.plainest(choices.properties_of(events)) or UNNAMED_PROPERTY
    return _begun(PropertyTest(name=name, operator=Operator.PRESENT), context)


def _context(context: Context) -> ContextTest:
    return ContextTest(name=_first(contexts(context.choices), ""), operator=Operator.PRESENT)


def _engagement(context: Context) -> EngagementTest:
    return EngagementTest(step=_first(context.choices.own.messages, "message"), did="opened")


def _arm(context: Context) -> ArmTest:
    own = context.choices.own
    experiment = _first(own.tests, "test")
    versions = own.versions(experiment)
    if not versions:
        return ArmTest(experiment=experiment, operator=Operator.PRESENT)
    return ArmTest(experiment=experiment, operator=Operator.IS, value=_first(versions, ""))


def _begun(leaf: AttributeTest | EntryTest | PropertyTest, context: Context) -> Leaf:
    """Return a leaf held against the text seen most often, where there is one."""
    choices = context.choices
    known = choices.attributes if isinstance(leaf, AttributeTest) else choices.columns
    seen = choices.values.get(leaf.name, ())
    if known.get(leaf.name) is not ColumnType.TEXT or not seen:
        return leaf
    first = BY_TYPE[ColumnType.TEXT][0]
    return type(leaf)(name=leaf.name, operator=first, value=seen[0])


def _first(names: Iterable[str], otherwise: str) -> str:
    return next(iter(names), otherwise)
