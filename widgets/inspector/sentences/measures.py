"""What can be measured of an event, each as it is picked and said."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from journeys.conditions.behaviours import OF_ONE, Measure, operators
from journeys.conditions.comparison import Operator
from journeys.conditions.tree import BehaviourTest
from journeys.people.population import ColumnType
from widgets.inspector.amending import amended
from widgets.inspector.sentences.operands import (
    BY_TYPE,
    DATED,
    EQUAL,
    EVERY,
    KNOWN,
    NUMBERED,
    fitting,
)
from widgets.inspector.speech import translate

OF = " of"
NUMERIC = frozenset({"sum", "average", "minimum", "maximum"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A measure, and whether it is of a property."""

    measure: Measure
    has_property: bool = False

    @property
    def key(self) -> str:
        """What it is picked by."""
        return f"{self.measure}{OF if self.has_property else ''}"


PLAIN: tuple[Measure, ...] = ("count", "last", "first")
OF_PROPERTY: tuple[Measure, ...] = (
    "sum", "average", "minimum", "maximum", "distinct", "last", "first",
)  # fmt: skip


def offered() -> tuple[Asked, ...]:
    """Return what can be asked of an event, what is asked most first."""
    plain = (Asked(measure) for measure in PLAIN)
    return (*plain, *(Asked(measure, has_property=True) for measure in OF_PROPERTY))


def asked(leaf: BehaviourTest) -> Asked:
    """Return what a leaf asks."""
    return Asked(leaf.measure, has_property=leaf.of is not None)


def offered_words(what: Asked) -> str:
    """Return what can be asked of an event, as it stands in a list."""
    said: Mapping[Asked, str] = {
        Asked("count"): translate("Inspector", "How often it happened"),
        Asked("last"): translate("Inspector", "When it last happened"),
        Asked("first"): translate("Inspector", "When it first happened"),
        Asked("sum", has_property=True): translate("Inspector", "The total of a property"),
        Asked("average", has_property=True): translate("Inspector", "The average of a property"),
        Asked("minimum", has_property=True): translate("Inspector", "The lowest of a property"),
        Asked("maximum", has_property=True): translate("Inspector", "The highest of a property"),
        Asked("distinct", has_property=True): translate("Inspector", "How many different ones"),
        Asked("last", has_property=True): translate("Inspector", "A property, the last time"),
        Asked("first", has_property=True): translate("Inspector", "A property, the first time"),
    }
    return said[what]


def measure_words(what: Asked) -> str:
    """Return what is asked of an event, in words of a sentence."""
    said: Mapping[Asked, str] = {
        Asked("count"): translate("Inspector", "happened"),
        Asked("last"): translate("Inspector", "last happened"),
        Asked("first"): translate("Inspector", "first happened"),
        Asked("sum", has_property=True): translate("Inspector", "has a total"),
        Asked("average", has_property=True): translate("Inspector", "has an average"),
        Asked("minimum", has_property=True): translate("Inspector", "has a lowest"),
        Asked("maximum", has_property=True): translate("Inspector", "has a highest"),
        Asked("distinct", has_property=True): translate("Inspector", "came with"),
        Asked("last", has_property=True): translate("Inspector", "last had"),
        Asked("first", has_property=True): translate("Inspector", "first had"),
    }
    return said[what]


def held(leaf: BehaviourTest, columns: Mapping[str, ColumnType]) -> ColumnType | None:
    """Return what the value that is measured holds, where that is known."""
    if leaf.measure in OF_ONE:
        return ColumnType.INSTANT if leaf.of is None else columns.get(leaf.of)
    return ColumnType.DECIMAL


def comparisons(leaf: BehaviourTest, type_: ColumnType | None) -> tuple[Operator, ...]:
    """Return the comparisons offered for what is measured, in the order they are offered."""
    what = asked(leaf)
    if what in (Asked("first"), Asked("last")):
        return (*DATED, *KNOWN)
    if leaf.measure in OF_ONE:
        return BY_TYPE[type_] if type_ else EVERY
    fits = operators(leaf.measure, has_property=what.has_property)
    return tuple(each for each in (*NUMBERED, *EQUAL, *KNOWN) if each in fits)


def with_measure(
    leaf: BehaviourTest, key: str, names: tuple[str, ...], columns: Mapping[str, ColumnType]
) -> BehaviourTest:
    """Return a leaf that asks something else of its event; `names` are properties the event has."""
    what = next(each for each in offered() if each.key == key)
    numbers = (ColumnType.WHOLE, ColumnType.DECIMAL)
    fits = [name for name in names if what.measure not in NUMERIC or columns.get(name) in numbers]
    of = leaf.of if leaf.of in fits else next(iter(fits), next(iter(names), "property"))
    begun = BehaviourTest(
        event=leaf.event,
        where=leaf.where,
        within=leaf.within,
        since=leaf.since,
        measure=what.measure,
        of=of if what.has_property else None,
        operator=Operator.AT_LEAST if what.measure not in OF_ONE else Operator.PRESENT,
        value=Decimal(1) if what.measure not in OF_ONE else None,
    )
    type_ = held(begun, columns)
    some = comparisons(begun, type_)
    operator = leaf.operator if leaf.operator in some else some[0]
    value = fitting(leaf, operator, type_)
    return amended(begun, {"operator": operator, "value": value})


def with_property(leaf: BehaviourTest, of: str, columns: Mapping[str, ColumnType]) -> BehaviourTest:
    """Return a leaf that measures another property; what it is compared with fits its type."""
    renamed = amended(leaf, {"of": of}) if leaf.measure not in OF_ONE else leaf
    if renamed is not leaf:
        return renamed
    bare = amended(leaf, {"of": of, "operator": Operator.PRESENT, "value": None, "exactly": False})
    type_ = held(bare, columns)
    some = comparisons(bare, type_)
    operator = leaf.operator if leaf.operator in some else some[0]
    return amended(bare, {"operator": operator, "value": fitting(leaf, operator, type_)})
