"""Made-up steps that change what is known of a customer, and attributes that only steps make."""

from collections.abc import Iterable, Mapping
from random import Random
from typing import Any

from journeys.document.journey import Edge, Journey
from journeys.document.node import Node
from journeys.nodes.list_step import ListStep
from journeys.nodes.update_profile import Change, UpdateProfile
from journeys.people.population import ColumnType, Held
from journeys.values import evolve
from tests.oracle.made_people import COLUMNS, DATED, date, words
from tests.oracle.updates import NUMBERS, changes_of

MOST = 2**43
LISTS = ("vips", "Late")
NEW: Mapping[str, Held] = {
    "score": Held(ColumnType.DECIMAL, 4),
    "came": Held(ColumnType.INSTANT),
    "word": Held(ColumnType.TEXT),
    "sure": Held(ColumnType.TRUTH),
    **{f"list.{name}": Held(ColumnType.TRUTH) for name in LISTS},
}
DOES = ("set", "set", "set", "copy", "copy", "add", "clear")
DAY = 1_710_028_800
LIKED = ("zone", "country", "points", "tier", "score")


def put_on_list(chance: Random, name: str) -> ListStep:
    """Return a step that adds to a list, or takes from it."""
    return ListStep(id=name, list=chance.choice(LISTS), do=chance.choice(("add", "add", "remove")))


def updating(chance: Random, name: str, attributes: Mapping[str, Held]) -> UpdateProfile:
    """Return a step that changes one to three attributes."""
    everything = {**NEW, **attributes}
    names = [*sorted(everything), *(name for name in LIKED if name in everything)]
    chosen = [chance.choice(names) for _ in range(chance.choice((1, 1, 2, 3)))]
    changes = (change(chance, each, everything[each], everything) for each in chosen)
    return UpdateProfile(id=name, changes=tuple(changes))


def change(chance: Random, name: str, held: Held, attributes: Mapping[str, Held]) -> Change:
    """Return a change of an attribute that fits its type."""
    do = chance.choice(DOES)
    if held.type is ColumnType.INSTANT and do == "set":
        do = "now"
    if do == "add" and (name == "household" or (name in NEW and held.type not in NUMBERS)):
        do = "clear"
    made: dict[str, Any] = {"attribute": name, "do": do}
    if do == "set":
        made["value"] = value(chance, name, held)
    elif do == "add":
        most = MOST // 10**held.scale
        made["value"] = chance.choice((1, 1, 2, -3, most, -most))
    elif do == "copy":
        fields = {"entry": fitting(COLUMNS, name, held)}
        fields["from_attribute"] = fitting(attributes, name, held)
        field = chance.choice([field for field, names in fields.items() if names] or ["none"])
        if field == "none":
            return Change(attribute=name, do="clear")
        made[field] = chance.choice(fields[field])
    return Change(**made)


def fitting(columns: Mapping[str, Held], name: str, held: Held) -> list[str]:
    """Return what can be copied into an attribute: of its type, or with no more decimals."""
    return [
        other
        for other, of in sorted(columns.items())
        if other != name
        and (of.type is held.type or (of.type in NUMBERS and held.type in NUMBERS))
        and of.scale <= held.scale
    ]


def value(chance: Random, name: str, held: Held) -> Any:  # noqa: ANN401 of any type
    """Return a value for an attribute."""
    match held.type:
        case ColumnType.TRUTH:
            return chance.random() < 0.6
        case ColumnType.WHOLE:
            return chance.choice((0, 1, 2, 3, MOST, -MOST))
        case ColumnType.DECIMAL:
            return chance.choice((0, 1, 12.5, -0.75, 12.5001))
        case _:
            return date(chance, DAY) if name in DATED else chance.choice(words(name))


def with_all_made(
    drawings: Iterable[Journey], attributes: Mapping[str, Held]
) -> tuple[Journey, ...]:
    """Return journeys of which the first makes, right at its start, what nothing else makes."""
    first, *others = drawings
    nodes: list[Node] = [node for drawing in (first, *others) for node in drawing.nodes]
    typed = {
        each.attribute for node in nodes for each in changes_of(node) if says(each, attributes)
    }
    changes = [made_first(name) for name in sorted({*NEW} - typed)]
    start, edges = first.nodes[0].id, first.edges
    targets = [edge.target for edge in edges if edge.source == start]
    if changes:
        step = UpdateProfile(id="makes", changes=tuple(changes))
        kept = tuple(edge for edge in edges if edge.source != start)
        pairs = ((start, step.id), *((step.id, target) for target in targets[:1]))
        paths = ({"from": one, "port": "next", "to": other} for one, other in pairs)
        added = tuple(Edge.model_validate(path) for path in paths)
        first = evolve(first, nodes=(*first.nodes, step), edges=kept + added)
    return first, *others


def says(made: Change, attributes: Mapping[str, Held]) -> bool:
    """Return whether a change itself tells the type of an attribute."""
    return made.do in ("set", "now") or made.entry is not None or made.from_attribute in attributes


def made_first(name: str) -> Change:
    """Return the change that makes an attribute with all decimals it may need."""
    match NEW[name].type:
        case ColumnType.INSTANT:
            return Change(attribute=name, do="now")
        case ColumnType.TRUTH:
            return Change.model_validate({"attribute": name, "do": "set", "value": True})
        case ColumnType.DECIMAL:
            return Change.model_validate({"attribute": name, "do": "set", "value": 0.0001})
        case _:
            return Change.model_validate({"attribute": name, "do": "set", "value": "web"})
