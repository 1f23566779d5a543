"""Rows that are handed over late, worked by hand: handled as they arrive, counted by their time."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from journeys.people.population import Content, Event
from journeys.simulation.settings import RunSettings
from tests.conformance.test_wait_event import buy, waiting
from tests.oracle.worked import DAY, HOUR, branch, change, event, journey, on, people, step, wait
from tests.simulation.living import lived

F, G = step("finish", "f"), step("finish", "g")
RUN = RunSettings(start=0, end=10 * DAY)
BUYS = {"id": "buys", "event": "purchase"}


def late(time: int, arrival: int, name: str, **properties: Content) -> Event:
    """Return an event of c that arrives later than it happened."""
    return replace(event(time, name, **properties), arrival=arrival)


def measured(condition: Mapping[str, object], *rows: Event) -> list[Content]:
    """Return what a comparison finds at each event named `in`."""
    asking = journey("t>b", on("in"), branch({"kind": "behaviour", **condition}))
    return [line[-1] for line in lived(asking, people(rows), "leaf", settings=RUN)]


def test_r227_r25_a_late_row_counts_in_windows_by_its_own_time() -> None:
    """It happened at 3000 and is known from 5000 on; it is an hour old at 6600."""
    views = {"event": "view", "within": "PT1H", "operator": "at_least", "value": 1}
    asked = [event(time, "in") for time in (4_000, 4_999, 5_000, 6_599, 6_600)]
    assert measured(views, late(3_000, 5_000, "view"), *asked) == [0, 0, 1, 1, 0]
    # Behind a newer row it is found all the same.
    newer = event(4_500, "view")
    assert measured(views, late(3_000, 5_000, "view"), newer, *asked) == [0, 1, 2, 2, 1]


def test_r227_r200_first_and_last_go_by_the_time_of_the_row() -> None:
    rows = [event(50, "view", n=1), late(20, 100, "view", n=2), late(50, 110, "view", n=3)]
    asked = [event(time, "in") for time in (60, 105, 200)]
    for measure, wanted in (("first", [1, 2, 2]), ("last", [1, 1, 3])):
        found = {"event": "view", "measure": measure, "of": "n", "operator": "is", "value": 0}
        assert measured(found, *rows, *asked) == wanted


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        # Earlier than the entry; of the same second; later; all known before it is asked.
        ([late(50, 150, "view")], 0),
        ([late(100, 150, "view")], 1),
        ([late(120, 150, "view"), late(99, 151, "view"), event(160, "view")], 2),
        ([late(120, 250, "view")], 0),
    ],
)
def test_r227_r153_since_the_entry_is_what_is_later_by_time(rows: list[Event], wanted: int) -> None:
    since = {"kind": "behaviour", "event": "view", "since": "entry", "operator": "is", "value": 0}
    drawing = journey("t>w>b", on("add"), wait("PT100S"), branch(since))
    found = lived(drawing, people([event(100, "add"), *rows]), "leaf", settings=RUN)
    assert [line[-1] for line in found] == [wanted]


def test_r227_r153_since_a_late_entry_is_what_was_handled_before_it_too() -> None:
    since = {"kind": "behaviour", "event": "view", "since": "entry", "operator": "is", "value": 0}
    drawing = journey("t>b", on("add"), branch(since))
    rows = [event(90, "view"), event(200, "view"), late(100, 300, "add")]
    assert [line[-1] for line in lived(drawing, people(rows), "leaf", settings=RUN)] == [1]


def test_r227_r207_a_sequence_goes_by_time() -> None:
    then = {"event": "purchase"}
    asked = {"kind": "sequence", "first": {"event": "view"}, "then": then}
    drawing = journey("t>b", on("in"), branch(asked))
    rows = [event(200, "purchase"), event(250, "in"), late(100, 300, "view"), event(350, "in")]
    found = lived(drawing, people(rows), "leaf", settings=RUN)
    assert [line[-1] for line in found] == [None, 200]
    alone = journey("t>b", on("in"), branch({**asked, "but_not": True}))
    rows = [event(100, "view"), event(250, "in"), late(120, 300, "purchase"), event(350, "in")]
    found = lived(alone, people(rows), "leaf", settings=RUN)
    assert [line[-1] for line in found] == [100, None]


def test_r227_a_late_row_takes_customers_out_and_undoes_nothing() -> None:
    seen = {"kind": "behaviour", "event": "purchase", "operator": "at_least", "value": 1}
    drawing = journey("t>b b.yes>g b.else>w>f", on("add"), branch(seen), wait("PT1H"), F, G,
                      exits=[BUYS])  # fmt: skip
    rows = [event(100, "add"), late(50, 200, "purchase")]
    assert lived(drawing, people(rows), "branch_taken", "exited", "finished", settings=RUN) == [
        (100, "b", "branch_taken", "else"),
        (200, "w", "exited", "buys"),
    ]
    rows = [event(100, "add"), late(50, 100 + HOUR + 1, "purchase")]
    assert lived(drawing, people(rows), "branch_taken", "exited", "finished", settings=RUN) == [
        (100, "b", "branch_taken", "else"),
        (100 + HOUR, "f", "finished"),
    ]


@pytest.mark.parametrize(
    ("time", "arrival", "is_reached"),
    [
        (99, 200, False),  # before the watch began
        (100, 200, True),
        (100 + HOUR, 9_000, True),  # in time, whenever it is known
        (100 + HOUR + 1, 9_000, False),
        (100 + HOUR, 9 * DAY, True),
    ],
)
def test_r227_r53_a_goal_is_reached_by_the_time_of_the_row(
    time: int, arrival: int, *, is_reached: bool
) -> None:
    """Also long after the customer has left, with others who entered since (R101)."""
    goals = [{**BUYS, "window": "PT1H", "ends": False}]
    drawing = journey("t>f", on("add"), F, goals=goals)
    rows = [event(100, "add"), late(time, arrival, "purchase")]
    found = lived(drawing, people(rows), "goal_reached", settings=RUN)
    assert found == ([(arrival, "f", "goal_reached", "buys", None)] if is_reached else [])
    many = [event(100, "add"), *(event(20_000 + each, "add") for each in range(40))]
    rows = [*many, late(time, max(arrival, 30_000), "purchase")]
    found = lived(drawing, people(rows), "goal_reached", settings=RUN)
    assert len(found) == int(is_reached)


def test_r227_r106_credit_is_of_the_message_before_the_row_by_time() -> None:
    goals = [{**BUYS, "window": "P1D", "ends": False}]
    messages = (step("sms", "m1"), step("sms", "m2"))
    drawing = journey("t>v>m1>w>m2>f", on("add"), wait("PT10S", "v"), *messages, wait("PT90S"), F,
                      goals=goals)  # fmt: skip
    for time, wanted in ((105, None), (109, None), (110, "m1"), (199, "m1"), (200, "m2")):
        rows = [event(100, "add"), late(time, 300, "purchase")]
        found = lived(drawing, people(rows), "goal_reached", settings=RUN)
        assert found == [(300, "f", "goal_reached", "buys", wanted)]


def test_r227_r213_a_standing_wait_catches_a_late_row_whatever_its_time() -> None:
    drawing = journey("t>w.bought>f w.timeout>g", on("add"), waiting(buy()), F, G)
    rows = [event(100, "add"), late(50, 300, "purchase")]
    assert lived(drawing, people(rows), "caught", settings=RUN) == [
        (300, "w", "caught", "bought", 50, False)
    ]


@pytest.mark.parametrize(
    ("look_back", "time", "is_caught"),
    [
        ("since_trigger", 99, False),
        ("since_trigger", 100, True),
        ("since_entry", 99, False),
        ("since_entry", 100, True),
        ("PT50S", 150, False),
        ("PT50S", 151, True),
        ("none", 151, False),
    ],
)
def test_r227_r23_looking_back_goes_by_the_time_of_the_row(
    look_back: str, time: int, *, is_caught: bool
) -> None:
    drawing = journey("t>v>w.bought>f", on("add"), wait("PT100S", "v"),
                      waiting(buy(), look_back=look_back), F)  # fmt: skip
    rows = [event(100, "add"), late(time, 170, "purchase"), event(180, "other")]
    found = lived(drawing, people(rows), "caught", settings=RUN)
    assert found == ([(200, "w", "caught", "bought", time, True)] if is_caught else [])


def test_r227_r23_since_a_late_entry_event_and_since_the_late_entry() -> None:
    """The event entered by is of 100, the entry is at 300."""
    rows = [event(200, "purchase"), late(100, 300, "add")]
    for look_back, wanted in (("since_trigger", [200]), ("since_entry", [])):
        drawing = journey("t>w.bought>f", on("add"), waiting(buy(), look_back=look_back), F)
        found = lived(drawing, people(rows), "caught", settings=RUN)
        assert [line[4] for line in found] == wanted


def test_r227_late_rows_of_one_arrival_go_by_their_times_then_by_the_file() -> None:
    rows = [late(30, 100, "in", n=1), late(20, 100, "in", n=2), late(20, 100, "in", n=3)]
    rows += [event(100, "in", n=4), late(200, 100, "in", n=5)]
    drawing = journey("t>f", on("in"), F, entry={"key": "n", "mode": "every"})
    found = lived(drawing, people(rows), "entered", settings=RUN)
    assert [(line[0], line[-1]) for line in found] == [
        (100, 2), (100, 3), (100, 1), (100, 4), (200, 5)
    ]  # fmt: skip


def test_r227_r136_a_late_change_holds_from_its_arrival_on() -> None:
    gold = {"kind": "attribute", "name": "tier", "operator": "is", "value": "gold"}
    drawing = journey("t>b", on("in"), branch(gold))
    asked = [event(time, "in") for time in (80, 100, 200, 250)]
    changes = [replace(change(60, tier="gold"), arrival=100), replace(change(50, tier="tin"),
               arrival=100), replace(change(70, tier="lead"), arrival=220)]  # fmt: skip
    found = lived(drawing, people(asked, changes=changes), "leaf", settings=RUN)
    assert [line[-1] for line in found] == [None, "gold", "gold", "lead"]


def test_r227_r33_what_a_late_event_carries_comes_with_it() -> None:
    gold = {"kind": "attribute", "name": "tier", "operator": "is", "value": "gold"}
    drawing = journey("t>b", on("in"), branch(gold))
    carrying = replace(late(50, 150, "up"), carries={"tier": "gold"})
    rows = [carrying, event(100, "in"), event(120, "other"), event(200, "in")]
    found = lived(drawing, people(rows, changes=[change(140, tier="tin")]), "leaf", settings=RUN)
    assert [line[-1] for line in found] == [None, "gold"]


def test_r227_r100_what_arrives_after_the_start_of_the_run_is_no_history() -> None:
    drawing = journey("t>f", on("in"), F)
    rows = [late(50, 150, "in"), late(20, 99, "in")]
    found = lived(drawing, people(rows), "entered", settings=RunSettings(start=100, end=DAY))
    assert [line[0] for line in found] == [150]


@pytest.mark.parametrize(
    ("arrival", "most", "wanted"),
    [
        (DAY, DAY, ("entered", None)),
        (DAY + 1, DAY, ("refused_too_old", DAY + 1)),
        (HOUR + 1, HOUR, ("refused_too_old", HOUR + 1)),
        (DAY + 1, DAY + 1, ("entered", None)),
    ],
)
def test_r27_r227_nobody_enters_by_what_is_older_than_the_maximum_age(
    arrival: int, most: int, wanted: tuple[str, object]
) -> None:
    drawing = journey("t>f", on("add"), F)
    settings = replace(RUN, maximum_age=most)
    found = lived(drawing, people([late(0, arrival, "add")]), settings=settings)
    assert found[0] == (arrival, "t", *wanted)
    assert [line[2] for line in found[1:]] == ["finished"] * (wanted[0] == "entered")


def test_r227_r10_too_old_is_asked_after_the_key_and_before_the_maximum() -> None:
    """What is too old updates no context either."""
    rows = [event(5, "add", n=1), late(10, 10 + 2 * DAY, "add", n=1), late(20, 3 * DAY, "add")]
    keyed = journey("t>w>f", on("add"), wait("P9D"), F, entry={"key": "n", "maximum": 1})
    reasons = ("entered", "refused_too_old", "refused_key_missing", "context_updated")
    assert [line[2] for line in lived(keyed, people(rows), *reasons, settings=RUN)] == [
        "entered", "refused_too_old", "refused_key_missing"
    ]  # fmt: skip
    entry = {"mode": "every", "when_active": "update_context"}
    newer = journey("t>w>f", on("add"), wait("P9D"), F, entry=entry)
    assert [line[2:] for line in lived(newer, people(rows[:2]), *reasons, settings=RUN)] == [
        ("entered", None), ("refused_too_old", 2 * DAY)
    ]  # fmt: skip
