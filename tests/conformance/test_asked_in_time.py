"""Questions that time alone answers otherwise: who waits for them goes on at that very instant."""

from collections.abc import Mapping

import pytest

from journeys.document.journey import Journey
from journeys.people.population import Event
from journeys.simulation.settings import Mode, RunSettings
from tests.oracle.worked import (
    CERTAIN,
    DAY,
    HOUR,
    NEVER,
    event,
    journey,
    on,
    people,
    reacting,
    step,
    wait,
)
from tests.simulation.asking import told

LOOKED = {"kind": "sequence", "first": {"event": "look"}, "then": {"event": "buy"}}
FINISH = step("finish", "f")


def waiting(condition: Mapping[str, object], **rules: object) -> Journey:
    """Return a journey that waits for a condition for two days at most."""
    branches = ({"id": "yes", "condition": condition},)
    waits = step("wait_event", "w", branches=branches, timeout="P2D", look_back="none")
    return journey("t>w w.yes>f w.timeout>f", on("in"), waits, FINISH, **rules)


def gone_on(condition: Mapping[str, object], rows: list[Event], **rules: object) -> list[int]:
    """Return when who waits goes on because of the condition."""
    found = told(waiting(condition, **rules), people(rows), "caught")
    return [row[0] for row in found]


def test_r207_r215_nothing_followed_is_true_the_instant_the_gap_is_over() -> None:
    not_bought = LOOKED | {"but_not": True, "gap": "PT3H"}
    rows = [event(0, "look"), event(HOUR, "in")]
    assert gone_on(not_bought, rows) == [3 * HOUR]
    assert gone_on(not_bought, [*rows, event(2 * HOUR, "buy")]) == []
    assert gone_on(not_bought, [*rows, event(3 * HOUR + 1, "buy")]) == [3 * HOUR]


def test_r207_r215_a_pair_that_leaves_the_window_is_no_pair_any_more() -> None:
    gone = {"kind": "not", "of": LOOKED | {"within": "P1D"}}
    rows = [event(0, "look"), event(HOUR, "buy"), event(2 * HOUR, "in")]
    assert gone_on(gone, rows) == [DAY], "the first of the pair is a day old"


@pytest.mark.parametrize(
    ("measure", "operator", "value", "instant"),
    [
        ("maximum", "less", 9, DAY),
        ("minimum", "greater", 4, DAY + HOUR),
        ("average", "less", 6, DAY),
        ("distinct", "less", 2, DAY),
        ("first", "is", 3, DAY),
        ("last", "is_missing", None, DAY + HOUR),
    ],
)
def test_r200_r215_what_is_measured_changes_as_rows_leave_the_window(
    measure: str, operator: str, value: int | None, instant: int
) -> None:
    asked: dict[str, object] = {"kind": "behaviour", "event": "buy", "of": "amount"}
    rows = [event(0, "buy", amount=9), event(HOUR, "buy", amount=3), event(2 * HOUR, "in")]
    condition = asked | {"measure": measure, "operator": operator, "within": "P1D"}
    condition |= {} if value is None else {"value": value}
    late = measure == "minimum"
    assert gone_on(condition, rows) == ([] if late else [instant])


def test_r209_r215_what_changes_inside_a_segment_is_heard() -> None:
    """Also where the segment was written before, for another place that asks for it."""
    bought = {
        "kind": "behaviour", "event": "buy", "operator": "at_least", "value": 1, "within": "P1D",
    }  # fmt: skip
    asks = {"kind": "segment", "segment": "buyers"}
    outer = {"kind": "segment", "segment": "outer"}
    segments = (
        {"id": "outer", "condition": {"kind": "all", "of": (asks,)}},
        {"id": "buyers", "condition": bought},
    )
    rows = [event(0, "buy"), event(HOUR, "in")]
    gone = {"kind": "not", "of": outer}
    assert gone_on(gone, rows, segments=segments) == [DAY]
    exits = ({"id": "x", "condition": {"kind": "all", "of": (asks, {"kind": "any", "of": ()})}},)
    assert gone_on(gone, rows, segments=segments, exits=exits) == [DAY]


def test_r206_r215_an_opening_grows_old() -> None:
    old = {
        "kind": "engagement", "step": "m", "did": "opened", "operator": "longer_ago",
        "value": "PT5H",
    }  # fmt: skip
    branches = ({"id": "yes", "condition": old},)
    waits = step("wait_event", "w", branches=branches, timeout="P2D", look_back="none")
    drawn = journey("t>m>w w.yes>f w.timeout>f", on("in"), step("email", "m"), waits, FINISH)
    settings = RunSettings(mode=Mode.MIXED, responses=reacting(CERTAIN, NEVER, delay=60), end=DAY)
    found = told(drawn, people([event(0, "in")]), "caught", settings=settings)
    assert [row[0] for row in found] == [60 + 5 * HOUR]


def test_r208_r215_what_went_before_grows_old() -> None:
    old = {
        "kind": "context", "name": "before.look[0].at", "operator": "longer_ago", "value": "PT5H",
    }  # fmt: skip
    assert gone_on(old, [event(0, "look"), event(HOUR, "in")]) == [5 * HOUR]


def test_r208_r213_what_was_caught_is_asked_for_under_its_name() -> None:
    catches = ({"id": "yes", "event": "buy", "name": "bought"},)
    waits = step("wait_event", "w", branches=catches, timeout="P2D")
    asks = tuple(
        {"id": name, "condition": {"kind": "context", "name": f"bought.{name}", **more}}
        for name, more in (
            ("amount", {"operator": "at_least", "value": 5}),
            ("at", {"operator": "within_last", "value": "PT2H"}),
        )
    )
    first = step("branch", "b", branches=({"id": "no", "condition": {"kind": "not", "of": {
        "kind": "context", "name": "bought.at", "operator": "is_missing"}}},))  # fmt: skip
    last = step("branch", "c", branches=asks)
    drawn = journey(
        "t>b b.no>f b.else>w w.yes>v w.timeout>v v>c c.amount>f c.at>f", on("in"), first, waits,
        wait("PT1H", "v"), last, FINISH,
    )  # fmt: skip
    rows = [event(0, "in"), event(HOUR, "buy", amount=4)]
    leaves = told(drawn, people(rows), "leaf")
    assert [(row[0], row[5][1:]) for row in leaves] == [
        (0, (True, None)),
        (2 * HOUR, (False, 4)),
        (2 * HOUR, (True, HOUR)),
    ]
