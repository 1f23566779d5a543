"""Cases worked by hand from R206: asking what a message did."""

from typing import Any, Unpack

import pytest

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.people.population import Event
from journeys.simulation.settings import Mode
from tests.oracle.worked import (
    CERTAIN,
    HOUR,
    Asked,
    branch,
    event,
    journey,
    on,
    people,
    reacting,
    split,
    step,
    wait,
)
from tests.simulation.worked import story

MAIL, SMS = step("email", "m"), step("sms", "m")
EAGER: Asked = {
    "mode": Mode.MIXED,
    "responses": reacting(opened=CERTAIN, clicked=CERTAIN, delay=60),
}


def did(what: str, operator: str = "is_present", **fields: object) -> dict[str, Any]:
    """Return a question about the message m."""
    return {"kind": "engagement", "step": "m", "did": what, "operator": operator, **fields}


def asking(condition: dict[str, Any], after: str = "PT1H", message: Node = MAIL) -> Journey:
    """Return a journey that asks some time after a message."""
    return journey("t>m>w>b", on("in"), message, wait(after), branch(condition))


def said(drawing: Journey, *rows: Event, **settings: Unpack[Asked]) -> list[tuple[object, ...]]:
    """Return (instant, truth, actual value) of all questions."""
    told = story(drawing, people(rows or [event(0, "in")]), "leaf", **settings)
    return [(line[0], *line[4:]) for line in told]


@pytest.mark.parametrize(
    ("what", "after", "actual"),
    [
        ("sent", "PT1S", 0),
        ("opened", "PT59S", None),
        ("opened", "PT1M", 60),  # the event comes before the timer of the same instant
        ("opened", "PT1H", 60),
        ("clicked", "PT119S", None),
        ("clicked", "PT2M", 120),
    ],
)
def test_r206_what_was_made_up_for_the_message_answers_it(
    what: str, after: str, actual: int | None
) -> None:
    ((_, truth, found),) = said(asking(did(what), after), **EAGER)
    assert (truth, found) == (actual is not None, actual)


@pytest.mark.parametrize(
    ("condition", "held"),
    [
        (did("opened", "is_missing"), False),
        (did("opened", "within_last", value="PT59M"), False),
        (did("opened", "within_last", value="PT1H"), True),
        (did("opened", "longer_ago", value="PT59M"), True),
        (did("opened", "before", value="1970-01-01T00:01:01Z"), True),
        (did("opened", "after", value="1970-01-01T00:01:00Z"), False),
    ],
)
def test_r206_and_r125_the_value_is_an_instant(
    condition: dict[str, Any],
    held: bool,  # noqa: FBT001 an expected answer
) -> None:
    assert said(asking(condition), **EAGER) == [(HOUR, held, 60)]


def test_r206_what_was_not_sent_or_failed_is_missing() -> None:
    unsent = journey("t>b b.else>m", on("in"), branch(did("sent")), MAIL)
    assert said(unsent, event(0, "in"), event(1, "in")) == [(0, False, None), (1, False, None)]
    failing = asking(did("sent"), message=step("email", "m", responses={"failed": 10_000}))
    assert said(failing, **EAGER) == [(HOUR, False, None)]
    refused = asking(did("sent"))
    people_without = people([event(0, "in")], {"consent.email": False})
    assert story(refused, people_without, "leaf") == [(HOUR, "b", "leaf", 0, False, None)]


@pytest.mark.parametrize(
    ("what", "first", "second"),
    [("sent", 0, 2 * HOUR + 30), ("opened", None, None), ("clicked", None, None)],
)
def test_r206_the_last_message_of_a_step_counts_in_a_loop(
    what: str, first: int | None, second: int | None
) -> None:
    looping = journey(
        "t>m>w>b b.yes>w2 b.else>w2>m",
        on("in"),
        MAIL,
        wait("PT30S"),
        branch(did(what)),
        wait("PT2H", "w2"),
        loops={"maximum_visits": 2},
    )
    rows = (event(0, "in"), event(9 * HOUR, "end"))
    # The first message was opened long before the second is asked about.
    assert said(looping, *rows, **EAGER) == [
        (30, first is not None, first),
        (2 * HOUR + 60, second is not None, second),
    ]


def test_r206_another_step_and_another_entry_answer_nothing() -> None:
    two = journey(
        "t>m1>m>w>b", on("in"), step("email", "m1"), MAIL, wait("PT61S"), branch(did("clicked"))
    )
    assert said(two, **EAGER) == [(61, False, None)]
    assert story(two, people([event(0, "in")]), "response", **EAGER)[0][2:5] == (
        "response",
        0,
        True,
    )
    keyed = journey(
        "t>m>w>b", on("in"), MAIL, wait("PT2M"), branch(did("opened")), entry={"key": "k"}
    )
    rows = (event(0, "in", k="a"), event(90, "in", k="b"))
    assert said(keyed, *rows, **EAGER) == [(120, True, 60), (210, True, 150)]


def test_r206_in_a_backtest_what_was_recorded_after_sending_answers() -> None:
    rows = (
        event(-5, "email_opened"),
        event(0, "in"),
        event(0, "email_opened"),  # handled before anything is sent at this instant
        event(5, "sms_opened"),
        event(6, "email_clicked"),
        event(7, "email_opened"),
        event(8, "email_opened"),
        event(9, "email_clicked"),
    )
    for what, first in (("opened", 7), ("clicked", 6)):
        told = said(asking(did(what)), *rows, start=0)
        assert told == [(HOUR, True, first)]
    # In the other modes it is dropped.
    reacts: Asked = {"mode": Mode.MIXED, "responses": reacting(), "start": 0}
    assert said(asking(did("opened")), *rows, **reacts) == [(HOUR, False, None)]


def test_r206_recorded_answers_are_those_of_the_channel() -> None:
    rows = (
        event(0, "in"),
        event(5, "email_opened"),
        event(6, "sms_opened"),
        event(7, "sms_clicked"),
    )
    assert said(asking(did("opened"), message=SMS), *rows) == [(HOUR, True, 6)]
    assert said(asking(did("clicked"), message=SMS), *rows) == [(HOUR, True, 7)]
    assert said(asking(did("clicked")), *rows) == [(HOUR, False, None)]


def test_r206_an_exit_rule_acts_when_the_message_is_opened() -> None:
    out = {"exits": ({"id": "out", "condition": did("opened")},)}
    drawing = journey("t>m>w>b", on("in"), MAIL, wait("PT1H"), branch(did("sent")), **out)
    assert story(drawing, people([event(0, "in")]), "exited", "leaf", **EAGER) == [
        (60, "w", "exited", "out")
    ]


def test_r206_a_message_of_the_holdout_was_never_sent() -> None:
    dealt = split(arms=({"id": "a", "weight": 0},), holdout=10_000)
    drawing = journey("t>x x.a>m x.holdout>b", on("in"), dealt, MAIL, branch(did("sent")))
    assert said(drawing, **EAGER) == [(0, False, None)]
