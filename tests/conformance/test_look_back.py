"""Cases worked by hand from the rules: what a wait for something to happen looks back at."""

import pytest

from tests.conformance.test_wait_event import MINUTE, START, buy, waiting
from tests.oracle.worked import DAY, HOUR, Asked, branch, event, journey, on, people, step, wait
from tests.simulation.worked import story

F, G, H = step("finish", "f"), step("finish", "g"), step("finish", "h")

LOOKED_AT = (
    event(START - HOUR, "purchase"),
    event(START, "add"),
    event(START + 10 * MINUTE, "open"),
    event(START + 20 * MINUTE, "purchase"),
    event(START + 30 * MINUTE, "open"),
)


@pytest.mark.parametrize(
    ("look_back", "wanted"),
    [
        # Nothing that lies behind; the earliest since the entry; one that is just so old is out.
        ("none", None),
        ("since_trigger", ("opened", 10 * MINUTE)),
        ("since_entry", ("opened", 10 * MINUTE)),
        ("PT45M", ("bought", 20 * MINUTE)),
        ("PT40M1S", ("bought", 20 * MINUTE)),
        ("PT40M", ("opened", 30 * MINUTE)),
        ("PT30M1S", ("opened", 30 * MINUTE)),
        ("PT30M", None),
        ("PT2H1S", ("bought", -HOUR)),
    ],
)
def test_r23_r213_look_back_with_several_caught_events(
    look_back: str, wanted: tuple[str, int] | None
) -> None:
    """The wait is come to an hour after the entry."""
    drawing = journey(
        "t>v>w.bought>f w.opened>g w.timeout>h",
        on("add"),
        wait("PT1H", "v"),
        waiting(buy(), {"id": "opened", "event": "open"}, look_back=look_back),
        F,
        G,
        H,
    )
    span: Asked = {"start": START - DAY, "end": START + 2 * DAY}
    found = story(drawing, people(LOOKED_AT), "caught", "timed_out", **span)
    if wanted is None:
        assert [line[2] for line in found] == ["timed_out"]
    else:
        port, shift = wanted
        assert found == [(START + HOUR, "w", "caught", port, START + shift, True)]


def test_r23_of_one_instant_the_first_branch_wins() -> None:
    drawing = journey(
        "t>v>w.bought>f w.opened>g",
        on("add"),
        wait("PT1H", "v"),
        waiting(buy(), {"id": "opened", "event": "open"}),
        F,
        G,
    )
    rows = [event(START, "add"), event(START + 1, "open"), event(START + 1, "purchase")]
    assert story(drawing, people(rows), "caught") == [
        (START + HOUR, "w", "caught", "bought", START + 1, True)
    ]


def test_r213_of_one_instant_and_one_branch_the_one_handled_first_is_caught() -> None:
    drawing = journey(
        "t>v>w.bought>b b.yes>f",
        on("add"),
        wait("PT1H", "v"),
        waiting(buy(name="order")),
        branch({"kind": "context", "name": "order.n", "operator": "is", "value": 1}),
        F,
    )
    rows = [event(START, "add"), *(event(START + 1, "purchase", n=n) for n in (1, 2))]
    assert [line[4:] for line in story(drawing, people(rows), "leaf")] == [(True, 1)]


def test_r13_r23_since_the_trigger_moves_with_the_context_and_since_entry_does_not() -> None:
    rows = [event(START, "add"), event(START + 60, "purchase"), event(START + 120, "add")]
    for look_back, wanted in (("since_entry", 1), ("since_trigger", 0)):
        drawing = journey(
            "t>v>w.bought>f w.timeout>g",
            on("add"),
            wait("PT1H", "v"),
            waiting(buy(), look_back=look_back),
            F,
            G,
            entry={"when_active": "update_context"},
        )
        assert len(story(drawing, people(rows), "caught")) == wanted


def test_r23_r26_a_later_visit_looks_back_to_where_the_step_was_left() -> None:
    """Round and round: the first purchase is caught once, the second once, then nothing."""
    drawing = journey(
        "t>v>w.bought>v w.timeout>f",
        on("add"),
        wait("PT2H", "v"),
        waiting(buy(name="order"), timeout="PT1H"),
        F,
    )
    rows = [
        event(START, "add"),
        event(START + 10 * MINUTE, "purchase"),
        event(START + 2 * HOUR + 10 * MINUTE, "purchase"),
    ]
    assert story(drawing, people(rows), "caught", "timed_out", end=START + DAY) == [
        (START + 2 * HOUR, "w", "caught", "bought", START + 10 * MINUTE, True),
        (START + 4 * HOUR, "w", "caught", "bought", START + 2 * HOUR + 10 * MINUTE, True),
        (START + 7 * HOUR, "w", "timed_out"),
    ]


def test_r213_the_event_being_handled_is_looked_at_by_the_next_wait() -> None:
    drawing = journey(
        "t>w.bought>x.bought>f", on("add"), waiting(buy()), waiting(buy(), name="x"), F
    )
    rows = [event(START, "add"), event(START + HOUR, "purchase")]
    assert story(drawing, people(rows), "caught") == [
        (START + HOUR, "w", "caught", "bought", START + HOUR, False),
        (START + HOUR, "x", "caught", "bought", START + HOUR, True),
    ]
