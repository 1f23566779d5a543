"""Worlds made by hand of what chance hardly makes: parts of texts, and more than may be."""

from collections.abc import Iterator

from journeys.conditions.comparison import TEXTUAL
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.people.population import Population
from journeys.simulation.settings import Pause, Policy, RunSettings
from tests.oracle.made_words import World
from tests.oracle.worked import DAY, HOUR, at, change, event, journey, on, people, step

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
NINE = at("2024-03-01T09:00Z")


def worlds_by_hand() -> Iterator[World]:
    """Yield the worlds."""
    yield texts_asked_for_parts()
    yield more_updates_than_may_be()
    yield all_starts_paused()
    yield starts_slept_through()


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


def all_starts() -> tuple[Journey, Population]:
    """Return a journey with every kind of start, and who comes by each of them within a day."""
    starts = (
        on("in", "t0"),
        step("call_trigger", "t1", call="go"),
        step("schedule_trigger", "t2", start="2024-03-01T10:00"),
        step("date_trigger", "t3", attribute="renewal", time="11:00"),
        step("segment_trigger", "t4", segment="liked"),
    )
    liked = {"id": "liked", "condition": {"kind": "attribute", "name": "liked", "value": SAID}}
    paths = " ".join(f"{each.id}>f" for each in starts)
    drawn = journey(paths, *starts, step("finish", "f"), segments=(liked,))
    rows = [event(NINE, "in"), event(NINE, "call.go"), event(NINE + 5 * HOUR, "out")]
    known = {"renewal": "2024-03-01", "liked": None}
    return drawn, people(rows, known, [change(NINE + 3 * HOUR, liked=SAID)])


def all_starts_paused() -> World:
    """Return a world in which a journey of all starts is paused while each of them comes (R226)."""
    drawn, lives = all_starts()
    paused = Pause("j", NINE - HOUR, NINE + DAY, Policy.CATCH_UP)
    return (drawn,), lives, RunSettings(pauses=(paused,))


def starts_slept_through() -> World:
    """Return a world that wakes days later, when all of it is too old or missed (R227, R228)."""
    drawn, lives = all_starts()
    asleep = ((NINE - HOUR, NINE + 3 * DAY),)
    return (drawn,), lives, RunSettings(start=NINE - DAY, end=NINE + 4 * DAY, asleep=asleep)
