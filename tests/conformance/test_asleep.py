"""A run that slept, worked by hand: what fell due meanwhile is handled when it wakes (R228)."""

from dataclasses import replace

import pytest

from journeys.document.journey import Journey
from journeys.errors import ThroughlineError
from journeys.hashing import stable_hash
from journeys.people.population import Event
from journeys.simulation import state
from journeys.simulation.kernel.places import H_TRACED
from journeys.simulation.settings import Mode, RunSettings
from journeys.simulation.sleep import spans_of
from tests.conformance.test_late import late
from tests.conformance.test_wait_event import buy, waiting
from tests.oracle.worked import (
    CERTAIN,
    DAY,
    HOUR,
    at,
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
from tests.simulation.asking import told
from tests.simulation.comparing import built, compiled
from tests.simulation.living import lived
from tests.simulation.worked import somebody

F, G = step("finish", "f"), step("finish", "g")
VIEWS = {"kind": "behaviour", "event": "view", "operator": "at_least", "value": 1}
MONDAY = at("2026-01-05T00:00Z")


def slept(*spans: tuple[int, int], maximum_age: int = DAY) -> RunSettings:
    """Return a run of ten days from 0 on that slept."""
    return RunSettings(start=0, end=10 * DAY, asleep=spans, maximum_age=maximum_age)


def test_r228_what_fell_due_is_handled_at_the_end_in_the_order_it_was_due() -> None:
    """The event of 300 comes before the timer of 400, as it would have; then that of the end."""
    drawing = journey(
        "t>w>f", on("add"), wait("PT200S"), F, entry={"mode": "every"},
        exits=[{"id": "buys", "event": "purchase"}],
    )  # fmt: skip
    rows = [event(200, "add"), event(500, "purchase"), event(1_000, "add")]
    assert lived(drawing, people(rows), settings=slept((250, 1_000))) == [
        (200, "t", "entered", None),
        (200, "w", "wait_started", 400),
        (1_000, "w", "wait_over"),
        (1_000, "f", "finished"),
        (1_000, "t", "entered", None),
        (1_000, "w", "wait_started", 1_200),
        (1_200, "w", "wait_over"),
        (1_200, "f", "finished"),
    ]
    earlier = [event(200, "add"), event(300, "purchase")]
    reasons = ("exited", "wait_over")
    assert lived(drawing, people(earlier), *reasons, settings=slept((250, 1_000))) == [
        (1_000, "w", "exited", "buys")
    ]


@pytest.mark.parametrize(
    ("time", "wanted"), [(249, 249), (250, 1_000), (999, 1_000), (1_000, 1_000), (1_001, 1_001)]
)
def test_r228_a_sleep_is_half_open_and_those_that_touch_are_one(time: int, wanted: int) -> None:
    drawing = journey("t>f", on("add"), F)
    for spans in (((250, 1_000),), ((700, 1_000), (250, 400), (400, 800))):
        found = lived(drawing, people([event(time, "add")]), "entered", settings=slept(*spans))
        assert [line[0] for line in found] == [wanted]


def test_r228_rows_keep_their_times() -> None:
    """Two views of the sleep, one of them late besides: windows, first and entries know when."""
    window = branch({**VIEWS, "within": "PT701S"})
    drawing = journey("t>b", on("in"), window)
    rows = [event(300, "view"), late(290, 310, "view"), event(400, "in"), event(1_010, "in")]
    found = lived(drawing, people(rows), "leaf", settings=slept((250, 1_000)))
    assert [(line[0], line[-1]) for line in found] == [(1_000, 1), (1_010, 0)]
    rows = [event(320, "view"), event(400, "in")]
    found = lived(drawing, people(rows), "leaf", settings=slept((250, 1_000)))
    assert [(line[0], line[-1]) for line in found] == [(1_000, 1)]
    old = lived(drawing, people(rows), settings=slept((250, 1_000), maximum_age=599))
    assert old == [(1_000, "t", "refused_too_old", 600)]


def test_r228_a_goal_is_reached_in_its_window_by_the_time_of_the_row() -> None:
    goals = [{"id": "buys", "event": "purchase", "window": "PT100S", "ends": False}]
    drawing = journey("t>f", on("add"), F, goals=goals)
    for time, wanted in ((300, [1_000]), (301, [])):
        rows = [event(200, "add"), event(time, "purchase")]
        found = lived(drawing, people(rows), "goal_reached", settings=slept((250, 1_000)))
        assert [line[0] for line in found] == wanted


def test_r228_a_change_in_the_sleep_takes_out_at_its_end() -> None:
    gold = {"kind": "attribute", "name": "tier", "operator": "is", "value": "gold"}
    drawing = journey("t>w>f", on("add"), wait("P1D"), F, exits=[{"id": "x", "condition": gold}])
    who = people([event(200, "add")], {"tier": "tin"}, [change(300, tier="gold")])
    assert lived(drawing, who, "exited", settings=slept((250, 1_000))) == [
        (1_000, "w", "exited", "x")
    ]


@pytest.mark.parametrize(
    ("views", "wanted"),
    [
        # It came true at 750, in the sleep, and is true at its end; also after a view at 290.
        ([50], 1_000),
        ([50, 290], 1_000),
        ([50, 760], 1_000),
        # A view handled before that makes it false at the end; it came true before the sleep.
        ([50, 345], 1_045),
        ([-480], 220),
    ],
)
def test_r228_r215_a_condition_that_came_true_in_the_sleep(views: list[int], wanted: int) -> None:
    """No view for 700 seconds lets them go on."""
    quiet = {**VIEWS, "within": "PT700S", "operator": "is", "value": 0}
    branches: dict[str, object] = {"id": "calm", "condition": quiet}
    drawing = journey("t>w.calm>f", on("add"), waiting(branches), F)
    rows = [event(200, "add"), *(event(time, "view") for time in views)]
    found = lived(drawing, people(rows), "caught", settings=slept((250, 1_000)))
    assert [line[0] for line in found] == [wanted]


def test_r228_r23_a_wait_catches_what_came_before_its_time_out_in_the_sleep() -> None:
    drawing = journey("t>w.bought>f w.timeout>g", on("add"), waiting(buy(), timeout="PT200S"), F, G)
    for time, wanted in ((400, ("caught", "bought", 400, False)), (401, ("timed_out",))):
        rows = [event(200, "add"), event(time, "purchase")]
        found = lived(drawing, people(rows), "caught", "timed_out", settings=slept((250, 1_000)))
        assert found == [(1_000, "w", *wanted)]


def test_r228_r44_messages_of_one_waking_are_sent_once_all_else_is_done() -> None:
    drawing = journey("t>w>m>f", on("add"), wait("PT200S"), step("sms", "m"), F,
                      exits=[{"id": "buys", "event": "purchase"}])  # fmt: skip
    for time, wanted in ((600, "exited"), (1_000, "exited"), (1_001, "sent")):
        rows = [event(200, "add"), event(time, "purchase")]
        found = lived(drawing, people(rows), "exited", "sent", settings=slept((250, 1_000)))
        assert [(line[0], line[2]) for line in found] == [(1_000, wanted)]


def test_r228_a_drawn_reaction_keeps_its_time() -> None:
    opened = {"kind": "behaviour", "event": "email_opened", "measure": "last",
              "operator": "within_last", "value": "PT1H"}  # fmt: skip
    drawing = journey("t>m>w>b", on("add"), step("email", "m"), wait("PT1000S"), branch(opened))
    settings = slept((250, 1_000))
    drawn = replace(settings, mode=Mode.MIXED, responses=reacting(CERTAIN, delay=60))
    found = lived(drawing, people([event(200, "add")]), "leaf", settings=drawn)
    assert found == [(1_200, "b", "leaf", 0, True, 260)]


def daily(*triggers: str) -> Journey:
    """Return a journey that everybody enters each day at noon."""
    starts = [step("schedule_trigger", name, start="2026-01-05T12:00", repeat="FREQ=DAILY",
              zone="workspace") for name in triggers or ("t",)]  # fmt: skip
    paths = " ".join(f"{each.id}>f" for each in starts)
    return journey(paths, *starts, F, entry={"mode": "every"})


@pytest.mark.parametrize(
    ("over", "last"),
    [
        (HOUR, "entered"),
        (DAY - 1, "entered"),
        (DAY, "missed"),  # that of the very end is asked besides
    ],
)
def test_r16_r228_the_last_time_of_a_schedule_is_asked_if_it_is_young(over: int, last: str) -> None:
    noon = MONDAY + 12 * HOUR
    waking = noon + DAY + over
    settings = RunSettings(start=MONDAY, end=MONDAY + 3 * DAY, asleep=((MONDAY + HOUR, waking),))
    found = lived(daily(), somebody(), "entered", "missed", settings=settings)
    told: list[tuple[object, ...]] = [(waking, "t", "missed", noon)]
    told += [(waking, "t", last, None if last == "entered" else noon + DAY)]
    if over < DAY:
        told += [(noon + 2 * DAY, "t", "entered", None)]
    else:
        told += [(waking, "t", "entered", None)]
    assert found == told


def test_r16_r228_each_start_by_itself_and_a_shorter_age() -> None:
    noon = MONDAY + 12 * HOUR
    settings = RunSettings(
        start=MONDAY, end=MONDAY + DAY, asleep=((MONDAY, noon + HOUR),), maximum_age=HOUR
    )
    found = lived(daily("t", "u"), somebody(), settings=settings)
    assert found == [(noon + HOUR, name, "missed", noon) for name in ("t", "u")]
    older = replace(settings, maximum_age=HOUR + 1)
    found = lived(daily("t", "u"), somebody(), "entered", "refused_already", settings=older)
    assert [line[1:3] for line in found] == [("t", "entered"), ("u", "refused_already")]


def test_r228_r2_a_time_slept_through_and_that_of_the_end_are_two_entries() -> None:
    noon = MONDAY + 12 * HOUR
    settings = RunSettings(
        start=MONDAY, end=MONDAY + 2 * DAY, asleep=((MONDAY, noon + DAY),), maximum_age=DAY + 1
    )
    program, dataset = built(((daily(),), somebody(), settings))
    machine = compiled(program, dataset)
    machine.run(0, 1, program.end)
    told = machine.told()
    assert len(lived(daily(), somebody(), "entered", settings=settings)) == 2
    assert len({told[6], *told[6 :: told[0]]} - {0}) >= 2


def test_r17_r228_dates_do_as_schedules() -> None:
    trigger = step("date_trigger", "t", attribute="day", yearly=True)
    drawing = journey("t>f", trigger, F, entry={"mode": "every"})
    first, second = at("2026-03-01T09:00Z"), at("2027-03-01T09:00Z")
    for waking, last in ((second + HOUR, "entered"), (second + DAY, "missed")):
        settings = RunSettings(start=first - DAY, end=second + 2 * DAY,
                               asleep=((first - HOUR, waking),))  # fmt: skip
        found = lived(drawing, somebody(day="2020-03-01"), "entered", "missed", settings=settings)
        told = [(waking, "t", "missed", first)]
        assert found == [*told, (waking, "t", last, None if last == "entered" else second)]


def test_r228_r15_members_of_the_sleep_enter_at_its_end() -> None:
    active = {"id": "active", "title": "Active", "condition": {**VIEWS, "within": "PT100S"}}
    trigger = step("segment_trigger", "t", segment="active", on="left")
    drawing = journey("t>f", trigger, F, segments=[active])
    rows = [event(200, "view"), event(5_000, "other")]
    found = lived(drawing, people(rows), "entered", settings=slept((250, 1_000)))
    assert found == [(1_000, "t", "entered", None)]


def test_r228_r218_time_turns_a_segment_in_the_sleep_where_it_is_another_as_of_then() -> None:
    """At 800 the first of two views is too old, at 900 the other, unless an event comes before."""
    condition = {**VIEWS, "within": "PT700S", "operator": "is", "value": 0}
    quiet = {"id": "quiet", "title": "Quiet", "condition": condition}
    trigger = step("segment_trigger", "t", segment="quiet", on="entered")
    drawing = journey("t>f", trigger, F, segments=[quiet])
    views = [event(100, "view"), event(200, "view")]
    for others, cause in (((), 900), ((850,), 850), ((950,), 900)):
        rows = [*views, *(event(time, "other") for time in others)]
        (row,) = told(drawing, people(rows), "entered", settings=slept((250, 2_000)))
        assert (row[0], row[2]) == (2_000, f"{stable_hash('t', str(cause)):016x}")


def test_r228_r215_what_time_makes_true_in_the_sleep_is_looked_at_as_of_then() -> None:
    """Old enough at 300, the look is too old at the end, but then it is quiet; 270 is in vain."""
    looked = {"kind": "behaviour", "event": "look", "measure": "last", "within": "PT200S",
              "operator": "longer_ago", "value": "PT100S"}  # fmt: skip
    quiet = {**VIEWS, "within": "PT350S", "operator": "is", "value": 0}
    calm: dict[str, object] = {"id": "calm", "condition": {"kind": "any", "of": [looked, quiet]}}
    rows = [event(-80, "view"), event(50, "view"), event(200, "look"), event(210, "add")]
    for timeout, reason in (("PT85S", "timed_out"), ("PT95S", "caught")):
        drawing = journey("t>w.calm>f", on("add"), waiting(calm, timeout=timeout), F)
        (row,) = told(drawing, people(rows), "timed_out", "caught", settings=slept((250, 1_000)))
        assert (row[0], row[4]) == (1_000, reason)


def test_r228_the_start_of_the_run_can_be_slept_through_and_history_is_none() -> None:
    drawing = journey("t>f", on("add"), F)
    rows = [event(50, "add"), event(150, "add")]
    settings = RunSettings(start=100, end=DAY, asleep=((0, 500),))
    assert [line[:3] for line in lived(drawing, people(rows), settings=settings)] == [
        (500, "t", "entered"), (500, "f", "finished")
    ]  # fmt: skip


def test_r228_a_sleep_beyond_the_end_of_the_run_leaves_all_standing() -> None:
    drawing = journey("t>w>f", on("add"), wait("PT200S"), F)
    settings = RunSettings(start=0, end=2_000, asleep=((250, 3_000),))
    assert lived(drawing, people([event(200, "add")]), settings=settings)[2:] == [
        (2_000, "w", "waiting", 400)
    ]


def test_r228_a_clock_that_goes_back_stands_still() -> None:
    drawing = journey("t>w>m>f", on("add"), wait("PT200S"), step("sms", "m"), F)
    rows: list[Event] = [event(200, "add"), event(300, "other")]
    program, dataset = built(((drawing,), people(rows), slept((350, 1_000))))
    machine = compiled(program, dataset)
    block = state.advance(machine, None, 0, 1_001)
    told = machine.told()
    assert told
    for until in (1_001, 1_000, 500, 0, -10):
        again = state.advance(machine, block, 0, until)
        assert machine.told() == []
        again[H_TRACED] = block[H_TRACED]
        assert again.tolist() == block.tolist()


def test_r228_spans_that_are_none_are_refused() -> None:
    assert spans_of([(5, 9), (0, 2), (9, 12)], 1) == ((1, 2), (5, 12))
    assert spans_of([(0, 1)], 1) == ()
    with pytest.raises(ThroughlineError, match="before it begins"):
        spans_of([(5, 5)], 0)
