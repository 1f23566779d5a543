"""What a condition can ask of the context of an entry, as far as the data tells of it."""

from collections.abc import Iterator, Mapping

from journeys.conditions.facts import TRAIL
from journeys.people.population import ColumnType
from journeys.program.roles import NAMES
from widgets.inspector.choices import Choices

ALWAYS = {
    "session.started": ColumnType.INSTANT,
    "session.pages": ColumnType.WHOLE,
    "session.duration": ColumnType.WHOLE,
}
OF_SESSION = ("source", "referrer", "campaign")


def is_in_context(name: str, choices: Choices) -> bool:
    """Return whether a context can have a part: of what went before, however long before."""
    trail = TRAIL.fullmatch(name)
    known = f"before.{trail[1]}[0].{trail[3]}" if trail else name
    return known in contexts(choices)


def contexts(choices: Choices) -> dict[str, ColumnType]:
    """Return the parts of a context that can be asked for, with what they hold."""
    return dict(_contexts(choices))


def _contexts(choices: Choices) -> Iterator[tuple[str, ColumnType]]:
    played = {role: _first(names, choices.columns) for role, names in NAMES.items()}
    for name in OF_SESSION:
        if (column := played[name]) is not None:
            yield f"session.{name}", choices.columns[column]
    yield from ALWAYS.items()
    if (cart := played["cart"]) is not None:
        if played["price"] is not None:
            yield "cart.value", ColumnType.DECIMAL
        yield "cart.items", ColumnType.WHOLE
        yield "cart.id", choices.columns[cart]
    for name, event in choices.own.caught.items():
        yield f"{name}.at", ColumnType.INSTANT
        for column in choices.properties_of((event,)):
            yield f"{name}.{column}", choices.columns[column]
    for event in choices.events:
        yield f"before.{event}[0].at", ColumnType.INSTANT
        for column in choices.properties_of((event,)):
            yield f"before.{event}[0].{column}", choices.columns[column]


def _first(names: tuple[str, ...], columns: Mapping[str, ColumnType]) -> str | None:
    return next((name for name in names if name in columns), None)
