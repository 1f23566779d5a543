"""Worlds made by hand of what chance hardly makes: parts of texts, and more than may be."""

from collections.abc import Iterator

from journeys.conditions.comparison import TEXTUAL
from journeys.document.node import Node
from journeys.simulation.settings import RunSettings
from tests.oracle.made_words import World
from tests.oracle.worked import event, journey, on, people, step

SAID = "dark red"
HOLDS = {
    "contains": "k R",
    "contains_not": "blue",
    "starts_with": "DARK",
    "ends_with": "red",
    "matches": "^dark",
    "matches_not": "^red",
}
FAILS = {
    "contains": "blue",
    "contains_not": "RED",
    "starts_with": "red",
    "ends_with": "dark",
    "matches": "^red",
    "matches_not": "red$",
}
OF_TEXTS: tuple[dict[str, str], ...] = (
    {"kind": "behaviour", "event": "look", "measure": "last", "of": "colour"},
    {"kind": "context", "name": "before.look[0].colour"},
    {"kind": "entry", "name": "colour"},
    {"kind": "attribute", "name": "liked"},
)
NEVER = {"kind": "any", "of": ()}
HASTE = 26


def worlds_by_hand() -> Iterator[World]:
    """Yield the worlds."""
    yield texts_asked_for_parts()
    yield more_updates_than_may_be()


def texts_asked_for_parts() -> World:
    """Return a world that asks each text for each of its parts, which are there and are not."""
    asked = (
        {**of, "operator": operator.value, "value": parts[operator.value]}
        for of in OF_TEXTS
        for operator in sorted(TEXTUAL)
        for parts in (HOLDS, FAILS)
    )
    paths = tuple(
        {"id": f"p{number}", "condition": {"kind": "all", "of": (question, NEVER)}}
        for number, question in enumerate(asked)
    )
    asking = step("branch", "b", branches=paths)
    drawn = journey("t>b b.else>f", on("in"), asking, step("finish", "f"))
    rows = [event(1, "look", colour=SAID), event(2, "in", colour=SAID)]
    return (drawn,), people(rows, {"liked": SAID}), RunSettings()


def more_updates_than_may_be() -> World:
    """Return a world in which a profile would be updated 1,040 times at one instant (R223)."""
    put: list[Node] = [step("list_step", f"u{place}", list="vips") for place in range(40)]
    names = ">".join(node.id for node in put)
    drawn = journey(f"t>{names}>f", on("in"), *put, step("finish", "f"))
    return (drawn,), people([event(1, "in") for _ in range(HASTE)]), RunSettings()
