"""Problems of what is asked that the data cannot answer: no such name, or of another type (R72)."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from journeys.conditions.comparison import MOST_DIGITS
from journeys.conditions.tree import AttributeTest, Compared, ContextTest, EntryTest
from journeys.context.known import Asked, Known
from journeys.document.edits.instead import Instead
from journeys.document.node import Node
from journeys.document.problems import Fix, Problem
from journeys.people.population import ColumnType
from journeys.simulation.fitting import Fault, Unfit, unfitting
from journeys.simulation.types import HOLDS, fits
from journeys.values import Value, evolve

NAMING = ("name", "of", "same", "key")
KINDS: dict[str, type[AttributeTest] | type[EntryTest]] = {
    "event": EntryTest,
    "customer": AttributeTest,
}
TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def unfit(known: Known) -> Iterator[Problem]:
    """Yield each question the data cannot answer, but for names that steps ask of who comes."""
    for found in unfitting(known.journey, known.wide):
        is_told = isinstance(found.owner, Node) and found.owner.id in known.lineage.arriving
        if is_told and found.fault.name and isinstance(found.value, Asked):
            continue  # told with what is known at the step (R180)
        yield _problem(known, found)


def asking_instead(asked: Asked, variable: str) -> Fix | None:
    """Return the edit that asks for another variable of who comes, where a condition can."""
    owner, _, name = variable.partition(".")
    kind = KINDS.get(owner)
    if kind is None or isinstance(asked, ContextTest):
        return None
    held = {"operator": asked.operator, "value": asked.value, "exactly": asked.exactly}
    return Instead(asked, kind.model_validate({**held, "name": name}), f"Ask for {name!r}")


def naming(value: Value, name: str, near: str) -> Fix | None:
    """Return the edit that writes another name in the place of one; None where none is near."""
    changes: dict[str, object] = {
        field: near for field in NAMING if near and getattr(value, field, None) == name
    }
    if near and name in getattr(value, "carries", ()):
        carried = getattr(value, "carries", ())
        changes["carries"] = tuple(near if each == name else each for each in carried)
    return Instead(value, evolve(value, **changes), f"Use {near!r}") if changes else None


def _problem(known: Known, found: Unfit) -> Problem:
    fault, value = found.fault, found.value
    hint = ""
    if fault.name and isinstance(value, AttributeTest) and not fault.near:
        is_property = fault.name in known.wide.column_places
        fix = asking_instead(value, f"event.{fault.name}") if is_property else None
    elif fault.name:
        fix, hint = naming(value, fault.name, fault.near), f" {fault.attempt}"
    else:
        fix = _of_type(value, fault)
    words = f"{found.where[:1].upper()}{found.where[1:]} {fault.words}{hint}"
    node = None if found.rule or found.owner is None else found.owner.id
    code = "unknown_name" if fault.name else "wrong_type"
    brief = f"There is no {fault.name!r}" if fault.name else fault.brief
    return Problem(code, words, node, fix=fix, brief=brief, rule=found.rule)


def _of_type(value: Value, fault: Fault) -> Fix | None:
    """Return the edit that holds a value against the same, written as what it is compared with."""
    if not isinstance(value, Compared) or fault.held is None or not value.values:
        return None
    written = [_written(each, fault.held) for each in value.values]
    if None in written:
        return None
    made = value.model_copy(
        update={"value": tuple(written) if isinstance(value.value, tuple) else written[0]}
    )
    if not fits(made, fault.held):
        return None
    fields: dict[str, Any] = {name: getattr(made, name) for name in type(made).model_fields}
    exactly = made.exactly and fault.held is ColumnType.TEXT
    whole = type(value).model_validate({**fields, "exactly": exactly})
    return Instead(value, whole, f"Compare it with {HOLDS[fault.held][0]}")


def _written(value: object, held: ColumnType) -> bool | str | Decimal | None:
    """Return a value as another type would have it; None where it cannot be read as that."""
    text = (f"{value:f}" if isinstance(value, Decimal) else str(value)).strip().casefold()
    if held is ColumnType.TRUTH:
        return TRUTHS.get(text)
    if isinstance(value, bool):
        return None
    if held is ColumnType.TEXT:
        return value if isinstance(value, str) else text
    if held not in (ColumnType.WHOLE, ColumnType.DECIMAL):
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and len(number.as_tuple().digits) <= MOST_DIGITS else None
