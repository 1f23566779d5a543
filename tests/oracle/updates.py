"""What steps make of what is known of a customer: changes, lists, and their types (R223, R224)."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.nodes.list_step import ListStep
from journeys.nodes.update_profile import Change, UpdateProfile
from journeys.people.population import ColumnType, Content, Held
from tests.oracle.fate import Fate
from tests.oracle.instance import Instance

MOST = 2**43
MOST_UPDATES = 1_000
NUMBERS = (ColumnType.WHOLE, ColumnType.DECIMAL)
WHOLE = Held(ColumnType.WHOLE)
KINDS = {str: ColumnType.TEXT, bool: ColumnType.TRUTH}
Columns = Mapping[str, Held]


def changes_of(node: Node) -> tuple[Change, ...]:
    """Return the changes a step makes, in order; being on a list is an attribute (R210, R224)."""
    if isinstance(node, ListStep):
        return (Change(attribute=f"list.{node.list}", do="set", value=node.do == "add"),)
    return node.changes if isinstance(node, UpdateProfile) else ()


def update(fate: Fate, instance: Instance, node: Node) -> str | None:
    """Make the changes of a step, one after the other and at once; return the way on.

    Who would make one update too many at this instant leaves instead.
    """
    instant, made = fate.updated
    made = made + 1 if instant == fate.now else 1
    if made > MOST_UPDATES:
        fate.tell(instance, "too_many_updates")
        instance.end()
        return None
    fate.updated = fate.now, made
    for change in changes_of(node):
        name = change.attribute
        fate.profile.attributes[name] = value = changed(fate, instance, change)
        fate.tell(instance, "profile_updated", name, value)
    fate.is_changed = True
    return "next"


def changed(fate: Fate, instance: Instance, change: Change) -> Content:
    """Return what an attribute is after a change; beyond the limit it stays what it was (R32)."""
    before = fate.profile.attributes.get(change.attribute)
    held = fate.profile.held.get(change.attribute)
    match change.do:
        case "set":
            return change.value
        case "now":
            return fate.now
        case "clear":
            return None
        case "copy" if change.entry is not None:
            new = instance.event.properties.get(change.entry)
        case "copy":
            new = fate.profile.attributes.get(change.from_attribute or "")
        case _:
            new = added(before, change.value) if is_number(held) else before
    return new if held is None or not is_number(held) or fits(new, held) else before


def added(before: Content, number: Content) -> Content:
    """Return a sum of whole numbers and decimals; what is missing counts as 0."""
    numbers = [Decimal(each) for each in (before, number) if isinstance(each, (int, Decimal))]
    return sum(numbers, Decimal(0))


def is_number(held: Held | None) -> bool:
    """Return whether an attribute is a number."""
    return held is not None and held.type in NUMBERS


def fits(content: Content, held: Held) -> bool:
    """Return whether a number is within the limit, in units of the scale (R32)."""
    number = isinstance(content, (int, Decimal))
    return not number or abs(Decimal(content or 0).scaleb(held.scale)) <= MOST


def made(journeys: Iterable[Journey], attributes: Columns, columns: Columns) -> dict[str, Held]:
    """Return the types of the attributes that steps make and that the data do not have."""
    nodes = [node for journey in journeys for node in journey.nodes]
    changes = [change for node in nodes for change in changes_of(node)]
    found: dict[str, Held] = {}
    while True:  # what is copied may be made by a step itself
        known = {**found, **attributes}
        more: dict[str, Held] = {}
        for change in changes:
            if change.attribute not in attributes:
                for held in put_in(change, known, columns):
                    more[change.attribute] = wider(more.get(change.attribute), held)
        adding = {each.attribute for each in changes if each.do == "add"} - {*attributes, *more}
        more |= dict.fromkeys(adding, WHOLE)
        if more == found:
            return found
        found = more


def put_in(change: Change, known: Columns, columns: Columns) -> Iterator[Held]:
    """Yield the type of what a change puts into an attribute, if it says one."""
    if change.do == "now":
        yield Held(ColumnType.INSTANT)
    elif change.do == "set":
        yield of_value(change.value)
    elif change.do == "copy":
        source = columns.get(change.entry or "") or known.get(change.from_attribute or "")
        if source is not None:
            yield source


def of_value(value: Content) -> Held:
    """Return the type of a value; a number keeps all its decimals."""
    if not isinstance(value, Decimal):
        return Held(KINDS[type(value)])
    exponent = value.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return Held(ColumnType.DECIMAL, places) if places else WHOLE


def wider(one: Held | None, other: Held) -> Held:
    """Return a type that both fit: of numbers the one with more decimals."""
    if one is None or one == other:
        return other
    decimals = [held for held in (one, other) if held.type is ColumnType.DECIMAL]
    return max(decimals, key=lambda held: held.scale) if decimals else one
