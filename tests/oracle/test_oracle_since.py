"""Cases worked by hand from R153: what happened since the customer entered."""

from typing import Any

import pytest

from journeys.document.journey import Journey
from journeys.people.population import Event
from journeys.simulation.settings import Mode
from tests.oracle.worked import (
    CERTAIN,
    HOUR,
    branch,
    change,
    event,
    journey,
    on,
    people,
    reacting,
    step,
    wait,
)
from tests.simulation.worked import story

FINISH = step("finish", "f")
COUNT = {
    "kind": "behaviour",
    "event": "add",
    "since": "entry",
    "operator": "at_least",
    "value": 1,
}
TOTAL = {**COUNT, "measure": "sum", "of": "amount"}
LAST = {"kind": "behaviour", "event": "add", "since": "entry", "measure": "last"}
PRESENT = {**LAST, "operator": "is_present"}
ONCE = {"when_active": "ignore", "maximum": 1}
NEWER = {"when_active": "update_context"}


def asking(condition: dict[str, Any], **rules: object) -> Journey:
    """Return a journey that asks an hour after the entry."""
    return journey("t>w>b b.yes>f", on("add"), wait("PT1H"), branch(condition), FINISH, **rules)


@pytest.mark.parametrize(
    ("condition", "held", "actual"),
    [
        (COUNT, True, 2),
        ({**COUNT, "where": {"kind": "property", "name": "amount", "value": 7}}, True, 1),
        ({**COUNT, "where": {"kind": "property", "name": "amount", "value": 2}}, False, 0),
        (TOTAL, True, 12),
        (PRESENT, True, HOUR),
    ],
)
def test_r153_what_came_after_the_entry_event_counts_up_to_now(
    condition: dict[str, Any],
    held: bool,  # noqa: FBT001 an expected answer
    actual: object,
) -> None:
    rows = [
        event(-9, "add", amount=1),  # before the start of the run
        event(0, "view"),
        event(10, "add", amount=2),  # the entry
        event(11, "view", amount=100),
        event(600, "add", amount=7),
        event(HOUR, "add", amount=5),
        event(HOUR + 11, "add", amount=50),  # after the question
    ]
    told = story(asking(condition, entry=ONCE), people(rows), "leaf", start=0)
    assert told == [(HOUR + 10, "b", "leaf", 0, held, actual)]


def test_r153_the_entry_event_alone_is_nothing() -> None:
    nothing = (
        {**COUNT, "operator": "is", "value": 0},
        {**TOTAL, "operator": "is", "value": 0},
        {**LAST, "operator": "is_missing"},
        {**COUNT, "since": None},
    )
    asks = {"kind": "all", "of": nothing}
    rows = [event(0, "add", amount=1), event(0, "add", amount=2)]
    # Asked at once, the second finds itself left out too, and the first is from before its entry.
    told = story(journey("t>b", on("add"), branch(asks)), people(rows), "leaf")
    assert [line[3:] for line in told] == [
        *((0, True, 0), (1, True, 0), (2, True, None), (3, True, 1)),
        *((0, True, 0), (1, True, 0), (2, True, None), (3, True, 2)),
    ]


def test_r153_of_the_second_of_the_entry_what_was_handled_later_counts() -> None:
    rows = [
        event(5, "add", amount=1),
        event(5, "view"),  # the entry
        event(5, "add", amount=2),
        event(5, "add", amount=4),
    ]
    for condition, actual in ((COUNT, 2), (TOTAL, 6), (PRESENT, 5)):
        drawing = journey("t>w>b", on("view"), wait("PT1H"), branch(condition))
        told = story(drawing, people(rows), "leaf")
        assert told == [(HOUR + 5, "b", "leaf", 0, True, actual)]


def test_r153_a_row_that_equals_the_entry_event_is_an_event_of_its_own() -> None:
    rows = [event(5, "add", cart="a"), event(5, "add", cart="a")]
    told = story(asking(COUNT, entry=ONCE), people(rows), "leaf")
    assert told == [(HOUR + 5, "b", "leaf", 0, True, 1)]


def test_r153_each_instance_has_its_own_entry() -> None:
    rows = [event(5, "add", cart=cart) for cart in "abc"]
    told = story(asking(COUNT, entry={"key": "cart"}), people(rows), "leaf")
    assert sorted(int(str(line[5])) for line in told) == [0, 1, 2]


def test_r153_and_r13_after_an_update_only_what_is_newer_counts() -> None:
    rows = [
        event(0, "add", amount=1),  # the entry
        event(60, "add", amount=2),
        event(60, "view", amount=10),
        event(60, "add", amount=4),  # the newest entry event
        event(60, "view", amount=20),
        event(90, "view", amount=40),
    ]
    cases = (
        (COUNT, False, 0),
        ({**LAST, "operator": "is_missing"}, True, None),
        ({**COUNT, "event": "view"}, True, 2),
        ({**TOTAL, "event": "view"}, True, 60),
        ({**PRESENT, "event": "view"}, True, 90),
    )
    for condition, held, actual in cases:
        told = story(asking(condition, entry=NEWER), people(rows), "leaf")
        assert told == [(HOUR, "b", "leaf", 0, held, actual)]


def test_r153_an_exit_rule_asks_since_the_entry() -> None:
    twice = {"id": "twice", "condition": {**COUNT, "event": "view", "value": 2}}
    rows = [event(0, "view"), event(1, "view"), event(2, "add"), event(2, "view")]
    told = story(asking(COUNT, exits=(twice,)), people([*rows, event(9, "view")]), "exited")
    assert told == [(9, "w", "exited", "twice")]


def test_r153_and_r12_after_an_exit_the_next_entry_counts_anew() -> None:
    again = {"id": "again", "condition": COUNT}
    rows = [event(time, "add") for time in (0, 3, 3)]
    told = story(asking(COUNT, exits=(again,)), people(rows), "entered", "exited", "leaf")
    assert told == [
        (0, "t", "entered", None),
        (3, "w", "exited", "again"),
        (3, "t", "entered", None),
        (3, "w", "exited", "again"),
        (3, "t", "entered", None),
        (HOUR + 3, "b", "leaf", 0, False, 0),
    ]


def test_r153_and_r101_exits_are_asked_before_an_update_moves_the_entry() -> None:
    rows = [event(0, "add"), event(4, "view"), event(5, "add"), event(6, "view"), event(7, "view")]
    exits = ({"id": "x", "condition": COUNT},)
    told = story(asking(COUNT, exits=exits, entry=NEWER), people(rows))
    # The newer event is still one since the older entry: it takes out, and then lets in again.
    assert [line for line in told if line[0] == 5][:2] == [
        (5, "w", "exited", "x"),
        (5, "t", "entered", None),
    ]
    viewed = ({"id": "x", "condition": {**COUNT, "event": "view", "value": 2}},)
    told = story(
        asking(COUNT, exits=viewed, entry=NEWER), people(rows), "context_updated", "exited"
    )
    assert told == [(5, "t", "context_updated", 0), (7, "w", "exited", "x")]


def test_r153_a_change_asks_exit_rules_since_the_entry() -> None:
    gold = {"kind": "attribute", "name": "tier", "value": "gold"}
    viewed = {**COUNT, "event": "view"}
    exits = ({"id": "x", "condition": {"kind": "all", "of": (viewed, gold)}},)
    changes = [change(9, tier="gold")]
    for viewed_at, told in ((0, []), (2, [(9, "w", "exited", "x")])):
        rows = [event(viewed_at, "view"), event(1, "add")]
        one = people(rows, {"tier": "tin"}, changes)
        assert story(asking(COUNT, exits=exits), one, "exited") == told


def test_r153_a_message_asks_exit_rules_since_the_entry() -> None:
    viewed = ({"id": "x", "condition": {**COUNT, "event": "view"}},)
    drawing = journey("t>m>f", on("add"), step("email", "m"), FINISH, exits=viewed)
    before = people([event(0, "view"), event(0, "add")])
    assert story(drawing, before, "exited", "finished") == [(0, "f", "finished")]
    after = people([event(0, "add"), event(0, "view")])
    assert story(drawing, after, "exited", "finished") == [(0, "m", "exited", "x")]


def test_r153_made_up_events_count_like_recorded_ones() -> None:
    opened = {**COUNT, "event": "email_opened"}
    steps = on("add"), step("email", "m"), wait("PT1H"), branch(opened)
    drawing = journey("t>m>w>b", *steps)
    for delay, actual in ((0, 1), (HOUR, 1), (HOUR + 1, 0)):
        reacts = reacting(opened=CERTAIN, delay=delay)
        one = people([Event("c", 0, "add")])
        told = story(drawing, one, "leaf", mode=Mode.GENERATED, responses=reacts)
        assert told == [(HOUR, "b", "leaf", 0, actual == 1, actual)]
