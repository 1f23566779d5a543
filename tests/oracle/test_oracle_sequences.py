"""Cases worked by hand from R207: one thing after another, and one thing without another."""

from typing import Any

import pytest

from journeys.simulation.settings import Mode
from tests.oracle.worked import (
    CERTAIN,
    HOUR,
    branch,
    event,
    journey,
    on,
    people,
    reacting,
    step,
    wait,
)
from tests.simulation.worked import answers, story

NOW = 10 * HOUR


def asks(first: str = "view", then: str = "buy", **fields: object) -> dict[str, Any]:
    """Return a question about one thing after another."""
    return {"kind": "sequence", "first": {"event": first}, "then": {"event": then}, **fields}


def found(rows: list[tuple[int, str]], **fields: object) -> object:
    """Return the instant that is found; nothing is found exactly where it is not true."""
    events = [event(time, name) for time, name in rows] + [event(NOW, "in")]
    ((truth, actual),) = answers({**asks(), **fields}, events)
    assert truth is (actual is not None)
    return actual


@pytest.mark.parametrize(
    ("rows", "actual"),
    [
        ([(0, "view"), (5, "buy")], 5),
        ([(5, "buy"), (6, "view")], None),
        ([(0, "view"), (5, "buy"), (7, "buy"), (9, "view")], 7),
        ([(0, "view"), (0, "buy")], 0),  # of one instant, as they were handled
        ([(0, "buy"), (0, "view")], None),
        ([(0, "view")], None),
        ([(0, "buy")], None),
        ([], None),
    ],
)
def test_r207_a_pair_is_a_row_and_one_handled_after_it(
    rows: list[tuple[int, str]], actual: int | None
) -> None:
    assert found(rows) == actual


def test_r207_a_row_does_not_follow_itself() -> None:
    assert found([(0, "view")], then={"event": "view"}) is None
    assert found([(0, "view"), (0, "view")], then={"event": "view"}) == 0
    assert found([(0, "view"), (3, "view"), (5, "view")], then={"event": "view"}) == 5


@pytest.mark.parametrize(
    ("gap", "actual"), [("PT1H", HOUR), ("PT59M59S", None), ("P1D", 3 * HOUR), ("PT2H59M", HOUR)]
)
def test_r207_the_very_end_of_the_gap_belongs_to_it(gap: str, actual: int | None) -> None:
    assert found([(0, "view"), (HOUR, "buy"), (3 * HOUR, "buy")], gap=gap) == actual


def test_r207_any_first_makes_a_pair_not_the_last_one_alone() -> None:
    assert found([(0, "view"), (10, "view"), (60, "buy")], gap="PT1M") == 60
    assert found([(0, "view"), (10, "view"), (71, "buy")], gap="PT1M") is None


@pytest.mark.parametrize(
    ("rows", "gap", "actual"),
    [
        ([(0, "view")], None, 0),  # without a gap it is over at once
        ([(0, "view"), (5, "buy")], None, None),
        ([(0, "view"), (5, "buy"), (6, "view"), (8, "view")], None, 8),
        ([(0, "view"), (1, "view"), (5, "buy")], None, None),  # both have a pair
        ([(0, "buy")], None, None),
        ([(0, "view"), (HOUR + 1, "buy")], "PT1H", 0),
        ([(0, "view"), (HOUR, "buy")], "PT1H", None),
        ([(NOW - HOUR, "view")], "PT1H", NOW - HOUR),  # over now
        ([(NOW - HOUR + 1, "view")], "PT1H", None),  # not yet
        ([(0, "view"), (NOW - HOUR + 1, "view")], "PT1H", 0),
        ([(NOW, "view")], None, NOW),
    ],
)
def test_r207_but_not_is_true_where_the_gap_is_over_and_nothing_followed(
    rows: list[tuple[int, str]], gap: str | None, actual: int | None
) -> None:
    assert found(rows, gap=gap, but_not=True) == actual


def test_r207_and_r25_both_rows_lie_in_the_window() -> None:
    early, late = (NOW - HOUR, "view"), (NOW - 60, "buy")
    assert found([early, late], within="PT1H") is None
    assert found([early, late], within="PT61M") == NOW - 60
    # A row that is not looked at is not missed either, nor does it save another.
    assert found([early], within="PT1H", but_not=True) is None
    assert found([early], within="PT61M", but_not=True) == NOW - HOUR


def test_r207_and_r153_both_rows_come_after_the_entry_event() -> None:
    rows = [
        event(0, "view"),
        event(1, "in"),
        event(2, "buy"),
        event(3, "view"),
        event(4, "buy"),
        event(5, "view"),
    ]
    for but_not, actual in ((False, 4), (True, 5)):
        condition = asks(since="entry", but_not=but_not)
        drawing = journey("t>w>b", on("in"), wait("PT1H"), branch(condition))
        told = story(drawing, people(rows), "leaf")
        assert told == [(HOUR + 1, "b", "leaf", 0, True, actual)]
        fewer = story(drawing, people(rows[:3]), "leaf")
        assert fewer == [(HOUR + 1, "b", "leaf", 0, False, None)]


SAID = [
    event(0, "view", item="a", size=1, nothing=None),
    event(1, "view", item="A", size=None),
    event(2, "buy", item="A", size=1),
    event(3, "buy", item=None, size=None),
    event(4, "view", item="b", size=None),
    event(5, "view", item=None, size=3),
    event(6, "in"),
]


@pytest.mark.parametrize(
    ("same", "but_not", "actual"),
    [
        ("item", False, 2),  # A and A; a and A differ as they stand
        ("size", False, 2),
        ("item", True, 5),  # whoever says nothing has no pair
        ("size", True, 5),
        ("nothing", False, None),
        ("nothing", True, 5),
    ],
)
def test_r207_the_same_means_equal_and_known(
    same: str,
    but_not: bool,  # noqa: FBT001 a case
    actual: int | None,
) -> None:
    condition = asks(same=same, but_not=but_not)
    assert answers(condition, SAID) == [(actual is not None, actual)]


def test_r207_the_latest_row_without_a_pair_may_be_an_early_one() -> None:
    rows = [
        event(0, "view", item="a"),
        event(1, "view", item="b"),
        event(2, "buy", item="b"),
        event(3, "in"),
    ]
    assert answers(asks(same="item", but_not=True), rows) == [(True, 0)]


def test_r207_each_event_has_its_filter_asked_in_silence() -> None:
    where = {"kind": "property", "name": "size", "operator": "at_least", "value": 2}
    condition = asks(first="buy", then="buy")
    condition["then"] = {"event": "buy", "where": where}
    rows = [event(0, "buy", size=3), event(1, "buy", size=1), event(2, "buy", size=2)]
    assert answers(condition, [*rows, event(3, "in")]) == [(True, 2)]
    assert answers(condition, [*rows[:2], event(3, "in")]) == [(False, None)]
    condition["first"] = {"event": "buy", "where": where}
    assert answers(condition, [*rows[1:], event(3, "in")]) == [(False, None)]


def test_r207_and_r55_what_the_run_made_up_is_looked_at_as_well() -> None:
    drawing = journey(
        "t>m>w>b", on("in"), step("email", "m"), wait("PT1H"), branch(asks("in", "email_opened"))
    )
    reacts = reacting(opened=CERTAIN, delay=60)
    told = story(drawing, people([event(0, "in")]), "leaf", mode=Mode.MIXED, responses=reacts)
    assert told == [(HOUR, "b", "leaf", 0, True, 60)]


def test_r207_an_exit_rule_acts_when_the_pair_is_complete() -> None:
    out = {"exits": ({"id": "out", "condition": asks(since="entry", gap="PT1M")},)}
    drawing = journey("t>w>b", on("in"), wait("PT1H"), branch(asks()), **out)
    rows = [event(0, "in"), event(5, "view"), event(66, "buy"), event(70, "view"), event(99, "buy")]
    assert story(drawing, people(rows), "exited", "leaf") == [(99, "w", "exited", "out")]
