"""Journeys whose grammar is bad: schedules, waits, keys, circles, patterns and types."""

from itertools import pairwise
from typing import Any

from tests.app.speaking import drawing

Plain = dict[str, Any]

EVENTS = (
    "user_id,event,timestamp,platform,cart_id,amount\n"
    "ann,add_to_cart,2026-01-05 09:00:00,desktop,c1,5\n"
    "ann,purchase,2026-01-05 09:30:00,desktop,,5\n"
    "bob,add_to_cart,2026-01-05 10:00:00,mobile,c2,7\n"
    "cid,page_view,2026-01-07 10:00:00,mobile,,\n"
)
CUSTOMERS = "user_id,tier\nann,gold\nbob,tin\ncid,tin\n"
CART: Plain = drawing()["nodes"]["cart"]
LOOK: Plain = {"kind": "event_trigger", "event": "page_view"}


def straight(step: Plain | None = None, port: str = "yes", start: Plain = CART) -> Plain:
    """Return a journey of a start, perhaps a step, and an end."""
    nodes = {"start": start, **({"step": step} if step else {}), "over": {"kind": "finish"}}
    ways = [("start", "next"), *([("step", port)] if step else []), ("over", "")]
    edges = [
        {"from": source, "port": way, "to": target} for (source, way), (target, _) in pairwise(ways)
    ]
    return {"nodes": nodes, "edges": edges}


def scheduled(**rule: str) -> Plain:
    return straight(start={"kind": "schedule_trigger", "start": "2026-01-05T09:00", **rule})


def until(event: str, **more: object) -> Plain:
    ways = [{"id": "yes", "event": event}]
    return straight({"kind": "wait_event", "title": "Waits", "branches": ways, **more})


def asking(condition: Plain, **more: object) -> Plain:
    ways = [{"id": "yes", "condition": condition}]
    return {**straight({"kind": "branch", "title": "Asks", "branches": ways}), **more}


def filtered(name: str, operator: str, value: object, start: Plain = CART) -> Plain:
    where = {"kind": "property", "name": name, "operator": operator, "value": value}
    return straight(start={**start, "title": "Starts", "where": where})


def in_a_circle(*names: str) -> list[Plain]:
    """Return segments that ask for each other, the last for the first."""
    return [
        {"id": name, "title": name.upper(), "condition": {"kind": "segment", "segment": after}}
        for name, after in zip(names, (*names[1:], names[0]), strict=True)
    ]


def jumping() -> Plain:
    """Return a journey that calls itself."""
    jump = {"kind": "jump", "title": "Back", "journey": "carts", "call": "again"}
    nodes = {"start": CART, "called": {"kind": "call_trigger", "call": "again"}, "back": jump}
    return {"nodes": nodes, "edges": [to("start", "back"), to("called", "back")]}


def to(source: str, target: str, port: str = "next") -> Plain:
    return {"from": source, "port": port, "to": target}


def changing(*changes: Plain) -> Plain:
    step = {"kind": "update_profile", "title": "Notes", "changes": list(changes)}
    return straight(step, "next")


def setting(value: object) -> Plain:
    return {"attribute": "tier", "do": "set", "value": value}


LOOP: Plain = {
    "nodes": {"start": CART, "one": {"kind": "email"}, "two": {"kind": "sms"}},
    "edges": [to("start", "one"), to("one", "two", "sent"), to("two", "one", "sent")],
}
KEYED: Plain = {"entry": {"key": "cart_id"}}

ERRORS: dict[str, tuple[Plain, str, str, str]] = {
    "a day that never is": (
        scheduled(repeat="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        "'On a schedule' (start)",
        "This schedule never comes",
        "Come on the last day of the month",
    ),
    "no rule to repeat by": (
        scheduled(repeat="FREQ=OFTEN"),
        "'On a schedule' (start)",
        "FREQ is one of DAILY, WEEKLY, MONTHLY and YEARLY",
        "Come once",
    ),
    "more than daily": (
        scheduled(repeat="FREQ=HOURLY"),
        "'On a schedule' (start)",
        "more often than once a day",
        "Come once a day",
    ),
    "a wait without a time-out": (
        until("purchase"),
        "'Waits' (step)",
        "This wait has no limit",
        "Wait 7 days at most",
    ),
    "a window of no length": (
        straight({"kind": "wait_time", "time": "09:00", "until": "09:00"}, "next"),
        "(step)",
        "begins and ends at the same time",
        "",
    ),
    "a schedule where each has a key": (
        {**scheduled(repeat="FREQ=DAILY"), **KEYED},
        "'On a schedule' (start)",
        "lets nobody in: no event says which 'cart_id' it is about",
        "Do without 'cart_id'",
    ),
    "segments in a circle": (
        asking({"kind": "segment", "segment": "a"}, segments=in_a_circle("a", "b", "c")),
        "",
        "The segments 'A', 'B', 'C' ask for each other in a circle",
        "",
    ),
    "a circle of jumps": (
        jumping(),
        "'Back' (back)",
        "leads round to itself in no time",
        "Put a wait before it",
    ),
    "a loop in no time": (LOOP, "(one)", "round for ever in no time", "Put a wait before it"),
}
"""Wrong without any data: the journey, the place, words, and the fix."""

BESIDE: dict[str, tuple[Plain, str, str, str]] = {
    "a key of no event": (
        {**straight(), "entry": {"key": "kart_id"}},
        "",
        "The key of its entry speaks of the property 'kart_id'",
        "Use 'cart_id'",
    ),
    "a key that the event lacks": (
        {**straight(start=LOOK), **KEYED},
        "'Page view' (start)",
        "no 'page view' in the data says which 'cart_id' it is about",
        "Do without 'cart_id'",
    ),
    "text where a number is": (
        filtered("amount", "is", "5"),
        "'Starts' (start)",
        "'amount' holds whole numbers",
        "Compare it with whole numbers",
    ),
    "a number where text is": (
        filtered("platform", "is", 3),
        "'Starts' (start)",
        "'platform' holds text",
        "Compare it with text",
    ),
    "an attribute of another type": (
        asking({"kind": "attribute", "name": "tier", "operator": "less", "value": 3}),
        "'Asks' (step)",
        "'tier' holds text",
        "",
    ),
    "a property taken for an attribute": (
        asking({"kind": "attribute", "name": "platform", "value": "mobile"}),
        "'Asks' (step)",
        "asks for customer.platform",
        "Ask for 'platform'",
    ),
    "an attribute made another type": (
        changing(setting(5)),
        "'Notes' (step)",
        "puts a whole number into 'tier', which is text",
        "",
    ),
}
"""Wrong beside data alone."""

VAIN: dict[str, tuple[Plain, str, str]] = {
    "a date in texts": (
        straight(start={"kind": "date_trigger", "attribute": "tier"}),
        "'Around a date' looks for a date in customer.tier, and nothing in it is a date",
        "",
    ),
    "a goal": (
        {**straight(), **KEYED, "goals": [{"id": "buys", "event": "purchase", "title": "Buys"}]},
        "The goal 'Buys' waits in vain for 'purchase'",
        "Count it whatever its 'cart_id' is",
    ),
    "a wait": (
        {**until("purchase", timeout="P1D"), **KEYED},
        "The step 'Waits' waits in vain for 'purchase'",
        "Count it whatever its 'cart_id' is",
    ),
    "a filter": (
        filtered("amount", "less", 3, LOOK),
        "The step 'Starts' asks 'page view' for 'amount', and none in the data has it",
        "",
    ),
}
"""Asked of what never has it: a warning beside data, and the journey runs."""

UNREADABLE: dict[str, tuple[Plain, str, str]] = {
    "a day that is none": (scheduled(start="2026-02-30T09:00"), "nodes/start/start", "no day"),
    "a pattern without an end": (
        filtered("platform", "matches", "(a+"),
        "nodes/start",
        "missing )",
    ),
    "a pattern that looks back": (
        filtered("platform", "matches", r"(a+)+\1"),
        "nodes/start/where",
        "this is no pattern",
    ),
    "a pattern that grows without end": (
        filtered("platform", "matches", "((a{900}){900}){900}"),
        "nodes/start/where",
        "this is no pattern",
    ),
    "a time-out that is no duration": (
        until("purchase", timeout="soon"),
        "nodes/step/timeout",
        "soon",
    ),
}
"""What no journey can hold: the place in the file, and words."""

SLOW = filtered("platform", "matches", "(a+)+$")
"""A pattern that would take for ever where patterns try one way after another."""
