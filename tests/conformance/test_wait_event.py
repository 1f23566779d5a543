"""Cases worked by hand from the rules: waits until something happens."""

import pytest

from journeys.document.node import Node
from tests.oracle.worked import DAY, HOUR, at, change, event, journey, on, people, step
from tests.simulation.worked import story

F, G, H = step("finish", "f"), step("finish", "g"), step("finish", "h")
START = at("2024-06-03T12:00Z")
MINUTE = 60
DAYS_30 = 30 * DAY


def waiting(*branches: dict[str, object], name: str = "w", **fields: object) -> Node:
    """Return a wait for some things, a day at most where nothing else is said."""
    return step("wait_event", name, **{"branches": branches, "timeout": "P1D", **fields})


def buy(**fields: object) -> dict[str, object]:
    """Return the branch that waits for a purchase."""
    return {"id": "bought", "event": "purchase", **fields}


def bought_twice(within: str | None = None) -> dict[str, object]:
    """Return the branch that waits for the second purchase."""
    asked = {"kind": "behaviour", "event": "purchase", "operator": "at_least", "value": 2}
    return {"id": "often", "condition": asked | ({"within": within} if within else {})}


def test_r23_r213_an_event_is_caught_and_the_way_goes_on_at_once() -> None:
    drawing = journey("t>w.bought>f w.timeout>g", on("add"), waiting(buy()), F, G)
    rows = [event(START, "add"), event(START + HOUR, "other"), event(START + 2 * HOUR, "purchase")]
    assert story(drawing, people(rows)) == [
        (START, "t", "entered", None),
        (START, "w", "wait_started", START + DAY),
        (START + 2 * HOUR, "w", "caught", "bought", START + 2 * HOUR, False),
        (START + 2 * HOUR, "f", "finished"),
    ]


def test_r3_r213_an_event_exactly_at_the_time_out_beats_it() -> None:
    drawing = journey("t>w.bought>f w.timeout>g", on("add"), waiting(buy()), F, G)
    for shift, wanted in ((0, "caught"), (1, "timed_out")):
        rows = [event(START, "add"), event(START + DAY + shift, "purchase")]
        found = story(drawing, people(rows), "caught", "timed_out")
        assert [(line[0], line[2]) for line in found] == [(START + DAY, wanted)]


def test_r213_the_time_out_follows_the_calendar_and_the_zone() -> None:
    drawing = journey("t>w.timeout>g", on("add"), waiting(buy()), G)
    begin = at("2024-03-09T14:00Z")
    moves = people(
        [event(begin, "add")],
        {"zone": "America/New_York"},
        [change(begin + HOUR, zone="UTC")],
    )
    assert story(drawing, moves)[1:] == [
        (begin, "w", "wait_started", begin + 23 * HOUR),
        (begin + HOUR, "w", "wait_moved", begin + 23 * HOUR, begin + DAY),
        (begin + DAY, "w", "timed_out"),
        (begin + DAY, "g", "finished"),
    ]


def test_r4_r12_an_exit_during_a_thirty_day_wait_satisfies_no_wait() -> None:
    drawing = journey(
        "t>w.bought>f w.timeout>g",
        on("add"),
        waiting(buy(), timeout="P30D"),
        F,
        G,
        exits=[{"id": "gone", "event": "purchase"}],
    )
    rows = [event(START, "add"), event(START + 20 * DAY, "purchase")]
    assert story(drawing, people(rows))[1:] == [
        (START, "w", "wait_started", START + DAYS_30),
        (START + 20 * DAY, "w", "exited", "gone"),
    ]


def test_r4_waits_are_asked_after_exits_and_before_entries() -> None:
    """Of two carts one leaves by the purchase, and one goes on; then a third entry begins."""
    leaving = journey(
        "t>w.bought>f",
        on("add"),
        waiting(buy()),
        F,
        exits=[{"id": "gone", "event": "purchase"}],
        id="a",
    )
    staying = journey("t>w.bought>f", on("add"), waiting(buy()), F, id="b", priority=1)
    entered = journey("t>f", on("purchase"), F, id="c", priority=2)
    rows = [event(START, "add"), event(START + HOUR, "purchase")]
    found = story((leaving, staying, entered), people(rows))
    assert [line[2] for line in found if line[0] == START + HOUR] == [
        "exited",
        "caught",
        "entered",
        "finished",
        "finished",
    ]


def test_r14_a_purchase_for_another_cart_and_one_for_none() -> None:
    drawing = journey(
        "t>w.bought>f w.timeout>g", on("add"), waiting(buy()), F, G, entry={"key": "cart"}
    )
    rows = [
        event(START, "add", cart="one"),
        event(START + HOUR, "purchase", cart="two"),
        event(START + 2 * HOUR, "purchase", cart=None),
        event(START + 3 * HOUR, "purchase", cart="one"),
    ]
    assert story(drawing, people(rows))[1:] == [
        (START, "w", "wait_started", START + DAY),
        (START + 2 * HOUR, "w", "wait_key_missing", "bought"),
        (START + 3 * HOUR, "w", "caught", "bought", START + 3 * HOUR, False),
        (START + 3 * HOUR, "f", "finished"),
    ]


def test_r14_without_the_key_where_it_need_not_agree() -> None:
    drawing = journey(
        "t>w.bought>f", on("add"), waiting(buy(match_key=False)), F, entry={"key": "cart"}
    )
    rows = [event(START, "add", cart="one"), event(START + HOUR, "purchase", cart=None)]
    assert story(drawing, people(rows), "caught", "wait_key_missing") == [
        (START + HOUR, "w", "caught", "bought", START + HOUR, False)
    ]


def test_r10_r213_two_keys_wait_side_by_side() -> None:
    drawing = journey(
        "t>w.bought>f w.timeout>g", on("add"), waiting(buy()), F, G, entry={"key": "cart"}
    )
    rows = [
        event(START, "add", cart="one"),
        event(START + MINUTE, "add", cart="two"),
        event(START + HOUR, "purchase", cart="two"),
    ]
    found = story(drawing, people(rows), "caught", "timed_out")
    assert found == [
        (START + HOUR, "w", "caught", "bought", START + HOUR, False),
        (START + DAY, "w", "timed_out"),
    ]


def test_r13_r213_update_context_while_waiting_asks_conditions_again() -> None:
    gold = {"kind": "entry", "name": "tier", "value": "gold"}
    drawing = journey(
        "t>w.gold>f w.timeout>g",
        on("add"),
        waiting({"id": "gold", "condition": gold}),
        F,
        G,
        entry={"when_active": "update_context"},
    )
    rows = [
        event(START, "add", tier="none"),
        event(START + HOUR, "add", tier="silver"),
        event(START + 2 * HOUR, "add", tier="gold"),
    ]
    assert story(drawing, people(rows))[1:] == [
        (START, "w", "wait_started", START + DAY),
        (START + HOUR, "t", "context_updated", START),
        (START + 2 * HOUR, "t", "context_updated", START + HOUR),
        (START + 2 * HOUR, "w", "caught", "gold", None, False),
        (START + 2 * HOUR, "f", "finished"),
    ]


def test_r10_a_restart_ends_the_wait() -> None:
    drawing = journey(
        "t>w.timeout>g", on("add"), waiting(buy()), G, entry={"when_active": "restart"}
    )
    rows = [event(START, "add"), event(START + HOUR, "add")]
    assert [line[:3] for line in story(drawing, people(rows))[2:]] == [
        (START + HOUR, "w", "restarted"),
        (START + HOUR, "t", "entered"),
        (START + HOUR, "w", "wait_started"),
        (START + HOUR + DAY, "w", "timed_out"),
        (START + HOUR + DAY, "g", "finished"),
    ]


def test_r213_a_condition_is_asked_on_coming_at_events_and_at_profile_changes() -> None:
    drawing = journey(
        "t>w.often>f w.gold>g w.timeout>h",
        on("add"),
        waiting(
            bought_twice(),
            {"id": "gold", "condition": {"kind": "attribute", "name": "tier", "value": "gold"}},
            look_back="none",
        ),
        F,
        G,
        H,
    )
    first = [event(START - HOUR, "purchase"), event(START, "add")]
    twice = [event(START - HOUR, "purchase"), *first]
    later = [*first, event(START + HOUR, "purchase")]
    attributes = {"tier": "none"}
    cases = (
        (people(twice, attributes), [(START, "w", "caught", "often", None, False)]),
        (people(later, attributes), [(START + HOUR, "w", "caught", "often", None, False)]),
        (
            people(first, attributes, [change(START + HOUR, tier="gold")]),
            [(START + HOUR, "w", "caught", "gold", None, False)],
        ),
        (people(first, attributes), [(START + DAY, "w", "timed_out")]),
    )
    for population, wanted in cases:
        assert story(drawing, population, "caught", "timed_out") == wanted


def test_r213_branches_are_asked_in_order_events_and_conditions_alike() -> None:
    rows = [event(START, "add"), event(START + 1, "purchase"), event(START + 2, "purchase")]
    for branches, wanted in (
        ((buy(where={"kind": "property", "name": "n", "value": 2}), bought_twice()), "bought"),
        ((bought_twice(), buy(where={"kind": "property", "name": "n", "value": 2})), "often"),
    ):
        numbered = [event(row.time, row.name, n=place) for place, row in enumerate(rows)]
        drawing = journey("t>w.bought>f w.often>g", on("add"), waiting(*branches), F, G)
        assert [line[3] for line in story(drawing, people(numbered), "caught")] == [wanted]


def test_r7_the_time_out_counts_for_the_end_of_a_run() -> None:
    drawing = journey("t>w.timeout>g", on("add"), waiting(buy(), timeout="P10D"), G)
    found = story(drawing, people([event(START, "add")], {"zone": "UTC"}))
    assert found[-1] == (START + 10 * DAY, "g", "finished")
    (line,) = story(drawing, people([event(START, "add")]), "waiting", end=START + DAY)
    assert line == (START + DAY, "w", "waiting", START + 10 * DAY)


def test_a_wait_without_a_time_out_is_an_error_with_a_fix() -> None:
    for timeout in (None, "PT0S"):
        drawing = journey("t>w.bought>f", on("add"), waiting(buy(), timeout=timeout), F)
        (problem,) = drawing.node("w").check()
        assert problem.code == "no_timeout"
        assert problem.fix is not None
        mended = problem.fix.apply(drawing).node("w")
        assert str(mended.plain()["timeout"]) == "P7D"
        assert not [*mended.check()]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"event": "purchase", "condition": {"kind": "all", "of": ()}}, "either an 'event' or"),
        ({}, "either an 'event' or"),
        ({"condition": {"kind": "all", "of": ()}, "name": "x"}, "'where' and 'name' are for"),
        ({"event": "purchase", "name": "customer"}, "has a meaning already"),
        ({"event": "purchase", "id": "timeout"}, "none is called 'timeout'"),
    ],
)
def test_what_cannot_be_waited_for_is_refused(fields: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        waiting({"id": "one", **fields})
