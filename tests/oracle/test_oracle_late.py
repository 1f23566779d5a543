"""Worked by hand: rows of the data that are handed over late (R10, R27, R106, R227)."""

from collections.abc import Mapping

import pytest

from journeys.document.node import Node
from journeys.people.population import Change, Content, Event
from tests.oracle.worked import DAY, HOUR, event, journey, on, outcome, people, step, wait
from tests.simulation.worked import story

T = 1_718_000_000
FINISH = step("finish", "f")


def late(time: int, arrival: int, name: str, **properties: Content) -> Event:
    """Return an event that is handed over later than it happened."""
    return Event("c", time, name, properties, arrival=arrival)


def asks(condition: Mapping[str, object]) -> Node:
    """Return a branch on a condition."""
    return step("branch", "b", branches=({"id": "yes", "condition": condition},))


def counts(event: str, **fields: object) -> dict[str, object]:
    """Return a question how often something happened."""
    return {"kind": "behaviour", "event": event, "operator": "at_least", "value": 1, **fields}


def answered(condition: Mapping[str, object], *rows: Event) -> list[object]:
    """Return how a condition is answered at each event named `in`."""
    told = story(journey("t>b", on("in"), asks(condition)), people(rows), "branch_taken")
    return [line[3] for line in told]


def test_r227_nobody_knows_of_a_row_before_it_is_handed_over() -> None:
    rows = [late(T, T + 100, "buy"), event(T + 50, "in"), event(T + 100, "in")]
    # At one instant rows go by their times: the purchase is older.
    assert answered(counts("buy"), *rows) == ["else", "yes"]


def test_r227_windows_go_by_the_time_of_the_row() -> None:
    rows = [late(T, T + HOUR - 1, "buy"), event(T + HOUR - 1, "in"), event(T + HOUR, "in")]
    assert answered(counts("buy", within="PT1H"), *rows) == ["yes", "else"]


def test_r227_an_arrival_before_the_row_changes_nothing_and_entries_keep_the_time() -> None:
    drawn = journey("t>m", on("in"), step("sms", "m", text="{{ event.at }}"))
    rows = [event(T, "x"), late(T + 10, T + 5, "in"), late(T + 20, T + 60, "in")]
    assert story(drawn, people(rows), "entered") == [
        (T + 10, "t", "entered", None),
        (T + 60, "t", "entered", None),
    ]
    update = journey("t>w", on("in"), wait("PT1H"), entry={"when_active": "update_context"})
    told = story(update, people([*rows, event(T + 70, "in")]), "context_updated")
    assert told == [
        (T + 60, "t", "context_updated", T + 10),
        (T + 70, "t", "context_updated", T + 20),
    ]


def test_r227_what_is_too_old_does_not_enter_and_updates_nothing() -> None:
    rows = [event(T, "in"), late(T, T + DAY, "in"), late(T, T + DAY + 1, "in")]
    updating = {"when_active": "update_context"}
    drawn = journey("t>w", on("in"), wait("P9D"), entry=updating)
    assert story(drawn, people(rows), "context_updated", "refused_too_old", "entered") == [
        (T, "t", "entered", None),
        (T + DAY, "t", "context_updated", T),
        (T + DAY + 1, "t", "refused_too_old", DAY + 1),
    ]


def test_r10_too_old_comes_after_filter_and_key_and_before_all_else() -> None:
    where = {"kind": "property", "name": "sku", "operator": "is", "value": "a"}
    drawn = journey("t>f", on("in", where=where), FINISH, entry={"key": "cart", "maximum": 1})
    then = T + 2 * DAY
    rows = [
        event(T, "in", sku="a", cart="c"),
        late(T, then, "in", sku="b", cart="c"),
        late(T, then, "in", sku="a", cart=None),
        late(T, then, "in", sku="a", cart="c"),
    ]
    told = story(drawn, people(rows))
    assert [line[2:] for line in told if str(line[2]).startswith("refused")] == [
        ("refused_filter",),
        ("refused_key_missing",),
        ("refused_too_old", 2 * DAY),
    ]


def test_r227_since_entering_is_later_by_time_than_the_entry_event() -> None:
    rows = [
        event(T, "buy", n=1),
        event(T + 100, "buy", n=2),
        late(T + 50, T + 200, "in"),
        late(T + 40, T + 300, "buy", n=3),
        late(T + 50, T + 300, "buy", n=4),
    ]
    asked = {"operator": "is", "value": 2}
    counted = {"kind": "behaviour", "event": "buy", "since": "entry", **asked}
    drawn = journey("t>w>b", on("in"), wait("PT5M"), asks(counted))
    assert story(drawn, people(rows), "branch_taken") == [(T + 500, "b", "branch_taken", "yes")]


@pytest.mark.parametrize(
    ("look_back", "found"),
    [
        ("since_trigger", T + 60),
        ("since_entry", T + 200),
        ("PT2M", T + 100),
        ("none", None),
    ],
)
def test_r227_looking_back_goes_by_the_time_of_the_row(look_back: str, found: int | None) -> None:
    caught = step(
        "wait_event",
        "w",
        branches=({"id": "p", "event": "buy"},),
        timeout="P1D",
        look_back=look_back,
    )
    drawn = journey("t>v>w w.p>f", on("in"), wait("PT10S", "v"), caught, FINISH)
    rows = [
        event(T, "x"),
        event(T + 100, "buy"),
        late(T + 50, T + 200, "in"),
        late(T + 60, T + 205, "buy"),
        late(T + 200, T + 206, "buy"),
        event(T + 9 * DAY, "end"),
    ]
    told = story(drawn, people(rows), "caught")
    assert told == ([] if found is None else [(T + 210, "w", "caught", "p", found, True)])


def test_r227_a_wait_that_stands_catches_a_late_row_whatever_its_time() -> None:
    caught = step("wait_event", "w", branches=({"id": "p", "event": "buy"},), timeout="P1D")
    drawn = journey("t>w w.p>f", on("in"), caught, FINISH)
    rows = [event(T, "in"), late(T - 9 * DAY, T + 10, "buy")]
    assert story(drawn, people(rows), "caught", start=T) == [
        (T + 10, "w", "caught", "p", T - 9 * DAY, False)
    ]


def test_r227_sequences_go_by_the_time_of_the_rows() -> None:
    followed = {"kind": "sequence", "first": {"event": "a"}, "then": {"event": "b"}}
    assert answered(followed, event(T + 10, "b"), late(T, T + 20, "a"), event(T + 20, "in")) == [
        "yes"
    ]
    assert answered(followed, event(T, "a"), late(T - 1, T + 9, "b"), event(T + 20, "in")) == [
        "else"
    ]
    # Of one instant it is the one that was handled later that follows.
    assert answered(followed, event(T, "b"), late(T, T + 9, "a"), event(T + 20, "in")) == ["else"]


def test_r227_first_and_last_go_by_the_time_of_the_rows() -> None:
    rows = [event(T + 10, "buy", n=1), late(T, T + 20, "buy", n=2), event(T + 30, "in")]
    for measure, n in (("first", 2), ("last", 1)):
        asked = {"measure": measure, "of": "n", "operator": "is", "value": n}
        assert answered({**counts("buy"), **asked}, *rows) == ["yes"]


def test_r227_goals_are_watched_and_credited_by_the_time_of_the_row() -> None:
    goal = {"id": "g", "event": "buy", "window": "PT1H"}
    steps = (step("sms", "m"), wait("PT10M"), step("sms", "m2"))
    drawn = journey("t>m>w>m2", on("in"), *steps, goals=(goal,))
    for time, found in ((T - 1, None), (T, "m"), (T + 599, "m"), (T + 600, "m2"), (T + HOUR, "m2")):
        rows = people([event(T, "in"), late(time, T + 3 * HOUR, "buy")])
        told = story(drawn, rows, "goal_reached", start=T)
        assert told == ([] if found is None else [(T + 3 * HOUR, "m2", "goal_reached", "g", found)])
    assert (
        story(
            drawn, people([event(T, "in"), late(T + HOUR + 1, T + 2 * HOUR, "buy")]), "goal_reached"
        )
        == []
    )


def test_r227_before_and_the_session_go_by_the_order_of_handling() -> None:
    words = step("sms", "m", text="{{ before.view[0].n }}{{ before.view[1].n }}")
    drawn = journey("t>m", on("in"), words)
    rows = [late(T, T + 20, "view", n=1), event(T + 10, "view", n=None), event(T + 30, "in")]
    assert story(drawn, people(rows), "words_missing") == [
        (T + 30, "m", "words_missing", "before.view[1].n")
    ]


def test_r227_changes_are_handled_as_they_are_handed_over_by_their_times() -> None:
    known = {"kind": "attribute", "name": "n", "operator": "is", "value": 2}
    drawn = journey(
        "t>w>f", on("in"), wait("P1D"), FINISH, exits=({"id": "o", "condition": known},)
    )
    changes = [
        Change("c", T + 20, {"n": 2}, arrival=T + 50),
        Change("c", T + 10, {"n": 1}, arrival=T + 50),
        Change("c", T + 40, {"n": 0}, arrival=None),
    ]
    assert story(drawn, people([event(T, "in")], {"n": 0}, changes), "exited") == [
        (T + 50, "w", "exited", "o")
    ]


def test_r227_the_run_begins_and_ends_by_what_is_handled_and_what_came_before_is_history() -> None:
    drawn = journey("t>w", on("in"), wait("PT1H"))
    found = outcome(drawn, people([late(T, T + 50, "in"), late(T + 10, T + 99, "x")]))
    assert (found.start, found.end) == (T + 50, T + 99 + 1 + HOUR)
    rows = people([late(T - 10, T + 5, "in"), event(T - 5, "in"), event(T, "x")])
    assert story(drawn, rows, "entered", start=T) == [(T + 5, "t", "entered", None)]
