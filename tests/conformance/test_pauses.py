"""Pauses of a run, worked by hand: who is refused, what is put off, what is caught (R49, R226)."""

from collections.abc import Mapping

import pytest

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.people.population import Content, Population
from journeys.simulation.settings import Pause, Policy, RunSettings
from tests.oracle.worked import DAY, HOUR, at, change, event, journey, on, people, step, wait
from tests.simulation.living import lived

FINISH = step("finish", "f")
FROM, TO = 10 * HOUR, 20 * HOUR
LENGTH = TO - FROM


def paused(
    journeys: Journey | tuple[Journey, ...],
    population: Population,
    *reasons: str,
    policy: Policy = Policy.CATCH_UP,
    pauses: tuple[Pause, ...] = (),
    end: int = 5 * DAY,
) -> list[tuple[Content, ...]]:
    """Return what is decided while the journey j is paused from 10:00 to 20:00."""
    known = pauses or (Pause("j", FROM, TO, policy),)
    return lived(journeys, population, *reasons, settings=RunSettings(end=end, pauses=known))


def since(told: list[tuple[Content, ...]], instant: int) -> list[tuple[Content, ...]]:
    """Return what was decided from an instant on."""
    return [row for row in told if isinstance(row[0], int) and row[0] >= instant]


def waiting(duration: str = "PT5H", **rules: object) -> Journey:
    """Return a journey that waits once."""
    return journey("t>w>f", on("add"), wait(duration), FINISH, **rules)


def awaiting(*branches: Mapping[str, object], timeout: str = "P3D", **rules: object) -> Journey:
    """Return a journey that waits for something, each branch leading to a finish of its name."""
    waits = step("wait_event", "w", branches=branches, timeout=timeout, look_back="none")
    ends = [step("finish", str(each["id"])) for each in branches]
    ways = " ".join(f"w.{each.id}>{each.id}" for each in ends)
    return journey(f"t>w {ways} w.timeout>f", on("add"), waits, *ends, FINISH, **rules)


BUYS = {"id": "buys", "event": "buy"}
GOLD = {"kind": "attribute", "name": "tier", "value": "gold"}
IS_GOLD = {"id": "gold", "condition": GOLD}


def update(name: str = "u") -> Node:
    """Return a step that makes gold of a customer."""
    puts = ({"attribute": "tier", "do": "set", "value": "gold"},)
    return step("update_profile", name, changes=puts)


def test_r226_nobody_enters_in_a_pause_and_the_end_is_no_part_of_it() -> None:
    rows = [event(at, "add") for at in (FROM - 1, FROM, TO - 1, TO)]
    once = journey("t>f", on("add"), FINISH)
    assert paused(once, people(rows), "entered", "refused_paused") == [
        (FROM - 1, "t", "entered", None),
        (FROM, "t", "refused_paused", TO),
        (TO - 1, "t", "refused_paused", TO),
        (TO, "t", "entered", None),
    ]


def test_r226_r10_key_and_filter_are_asked_before_and_the_mode_after() -> None:
    where = {"kind": "property", "name": "size", "operator": "at_least", "value": 2}
    some = journey(
        "t>f", on("add", where=where), FINISH, entry={"key": "cart", "mode": "once"}
    )  # fmt: skip
    rows = [
        event(0, "add", cart="a", size=2),
        event(FROM, "add", cart="a", size=1),
        event(FROM, "add", cart=None, size=2),
        event(FROM, "add", cart="a", size=2),
    ]
    assert [
        row[2] for row in paused(some, people(rows)) if row[0] == FROM and row[2] != "leaf"
    ] == [
        *("refused_filter", "refused_key_missing", "refused_paused"),
    ]


def test_r49_r226_put_off_timers_are_caught_up_with_in_the_order_they_were_due() -> None:
    key = {"entry": {"key": "cart"}}
    rows = [event(HOUR * at, "add", cart=str(at)) for at in (9, 7, 8)]
    told = paused(waiting("PT3H", **key), people(sorted(rows, key=lambda row: row.time)))
    starts = [row[0] for row in told if row[2] == "wait_started"]
    assert starts == [7 * HOUR, 8 * HOUR, 9 * HOUR]
    assert [row for row in told if row[2] in ("wait_over", "finished")] == [
        (TO, name, reason)
        for _ in range(3)
        for name, reason in (("w", "wait_over"), ("f", "finished"))
    ]


def test_r226_of_two_journeys_those_put_off_longest_come_first_and_then_what_is_due_now() -> None:
    some = (
        journey("t>w>f", on("add"), wait("PT15H"), FINISH, priority=3),
        journey("t2>w2>f2", on("add", "t2"), wait("PT12H", "w2"), step("finish", "f2"), id="k"),
        journey(
            "t3>w3>f3", on("add", "t3"), wait("PT20H", "w3"), step("finish", "f3"), id="a",
            priority=9,
        ),
    )  # fmt: skip
    pauses = tuple(Pause(name, FROM, TO, Policy.CATCH_UP) for name in ("j", "k"))
    told = paused(some, people([event(0, "add")]), "wait_over", pauses=pauses)
    assert told == [(TO, name, "wait_over") for name in ("w2", "w", "w3")]


def test_r49_r226_extending_moves_every_wait_once_and_no_hold() -> None:
    rows = [event(0, "add", cart="a"), event(9 * HOUR, "add", cart="b")]
    some = waiting("PT15H", entry={"key": "cart"})
    told = paused(some, people(rows), "wait_moved", "wait_over", policy=Policy.EXTEND)
    assert told == [
        (TO, "w", "wait_moved", 15 * HOUR, 25 * HOUR),
        (TO, "w", "wait_moved", 24 * HOUR, 34 * HOUR),
        (25 * HOUR, "w", "wait_over"),
        (34 * HOUR, "w", "wait_over"),
    ]


def test_r226_who_is_held_goes_on_at_the_end_of_the_pause() -> None:
    loop = {"minimum_period": "PT12H"}
    some = journey("t>w>w", on("add"), wait("PT1H"), loops=loop)
    told = paused(some, people([event(0, "add")]), policy=Policy.EXTEND, end=2 * DAY)
    assert since(told, HOUR)[:4] == [
        (HOUR, "w", "wait_over"),
        (HOUR, "w", "held", 12 * HOUR),
        (TO, "w", "wait_started", TO + HOUR),
        (TO + HOUR, "w", "wait_over"),
    ]


@pytest.mark.parametrize("policy", list(Policy))
def test_r49_r226_what_is_caught_in_a_pause_goes_on_at_its_end(policy: Policy) -> None:
    caught = awaiting(BUYS, IS_GOLD, timeout="PT12H")
    rows = [event(0, "add"), event(11 * HOUR, "buy"), event(13 * HOUR, "buy")]
    assert paused(caught, people(rows, {"tier": "tin"}), policy=policy)[1:] == [
        (0, "w", "wait_started", 12 * HOUR),
        (11 * HOUR, "w", "caught", "buys", 11 * HOUR, False),
        (TO, "buys", "finished"),
    ]


def test_r226_a_time_out_in_the_pause_is_put_off_and_an_event_may_still_be_caught() -> None:
    some = awaiting(BUYS, timeout="PT12H")
    assert paused(some, people([event(0, "add")]), "timed_out") == [(TO, "w", "timed_out")]
    late = [event(0, "add"), event(TO, "buy")]
    assert paused(some, people(late), "caught", "timed_out", "finished") == [
        (TO, "w", "caught", "buys", TO, False),
        (TO, "buys", "finished"),
    ]


def test_r226_conditions_are_asked_once_at_the_end_of_the_pause() -> None:
    some = awaiting(IS_GOLD)
    changes = [change(12 * HOUR, tier="gold")]
    told = paused(some, people([event(0, "add"), event(13 * HOUR, "x")], {}, changes))
    assert told[2:] == [(TO, "w", "caught", "gold", None, False), (TO, "gold", "finished")]
    changes += [change(14 * HOUR, tier="tin")]
    assert paused(some, people([event(0, "add")], {}, changes), "caught") == []


def test_r226_time_alone_lets_nobody_go_on_in_a_pause() -> None:
    quiet = {"kind": "behaviour", "event": "look", "operator": "at_most", "value": 0,
             "within": "PT12H"}  # fmt: skip
    some = awaiting({"id": "quiet", "condition": quiet})
    rows = [event(0, "look"), event(1, "add")]
    assert paused(some, people(rows), "caught") == [(TO, "w", "caught", "quiet", None, False)]
    rows += [event(9 * HOUR, "look")]
    told = paused(some, people(rows), "caught", policy=Policy.EXTEND)
    assert told == [(21 * HOUR, "w", "caught", "quiet", None, False)]


def test_r47_r226_exits_and_goals_act_in_a_pause() -> None:
    exits = ({"id": "x", "event": "stop"}, {"id": "c", "condition": GOLD})
    goals = ({"id": "g", "event": "pay", "ends": False}, {"id": "h", "event": "win", "ends": True})
    some = waiting("P1D", exits=exits, goals=goals, entry={"key": "cart"})
    rows = [event(0, "add", cart="a"), event(1, "add", cart="b")]
    more = [event(11 * HOUR, "pay", cart="a"), event(12 * HOUR, "stop", cart="a"),
            event(13 * HOUR, "win", cart="b")]  # fmt: skip
    told = paused(some, people(rows + more, {"tier": "tin"}))
    assert [row[:4] for row in since(told, FROM)] == [
        (11 * HOUR, "w", "goal_reached", "g"),
        (12 * HOUR, "w", "exited", "x"),
        (13 * HOUR, "w", "goal_reached", "h"),
        (13 * HOUR, "w", "left_by_goal", "h"),
    ]
    gold = paused(some, people(rows[:1], {}, [change(15 * HOUR, tier="gold")]), "exited")
    assert gold == [(15 * HOUR, "w", "exited", "c")]


def test_r226_a_wait_that_was_caught_can_still_be_left_by_a_rule() -> None:
    some = awaiting(BUYS, exits=({"id": "x", "event": "stop"},))
    rows = [event(0, "add"), event(11 * HOUR, "buy"), event(12 * HOUR, "stop")]
    assert paused(some, people(rows), "caught", "exited", "finished") == [
        (11 * HOUR, "w", "caught", "buys", 11 * HOUR, False),
        (12 * HOUR, "w", "exited", "x"),
    ]


def test_r226_a_zone_counts_on_what_pauses_added() -> None:
    start = at("2024-03-01T12:00:00+00:00")
    pause = Pause("j", start + HOUR, start + 3 * HOUR)
    some = waiting("P1D")
    moves = [change(start + 4 * HOUR, zone="Europe/Berlin")]
    told = paused(some, people([event(start, "add")], {}, moves), "wait_moved", "wait_over",
                  pauses=(pause,), end=start + 3 * DAY)  # fmt: skip
    # The calendar day is as long in both zones, so that only the pause has moved the end.
    assert told == [
        (start + 3 * HOUR, "w", "wait_moved", start + DAY, start + DAY + 2 * HOUR),
        (start + DAY + 2 * HOUR, "w", "wait_over"),
    ]
    summer = at("2024-03-30T12:00:00+00:00")
    pause = Pause("j", summer + HOUR, summer + 3 * HOUR)
    for when, asked in ((2, True), (4, False)):
        moves = [change(summer + when * HOUR, zone="Europe/Berlin")]
        told = paused(some, people([event(summer, "add")], {}, moves), "wait_moved", "wait_over",
                      pauses=(pause,), end=summer + 3 * DAY)  # fmt: skip
        by_zone = summer + DAY - HOUR
        over = by_zone + 2 * HOUR
        first = summer + DAY
        assert told == [
            (summer + 2 * HOUR, "w", "wait_moved", first, by_zone)
            if asked
            else (summer + 3 * HOUR, "w", "wait_moved", first, first + 2 * HOUR),
            (summer + 3 * HOUR, "w", "wait_moved", by_zone, over)
            if asked
            else (summer + 4 * HOUR, "w", "wait_moved", first + 2 * HOUR, over),
            (over, "w", "wait_over"),
        ]


def test_r226_at_the_end_of_the_run_what_is_put_off_waits_for_the_end_of_the_pause() -> None:
    rows = [event(0, "add", cart="a"), event(1, "add", cart="b"), event(9 * HOUR, "add", cart="c")]
    some = awaiting({**BUYS, "match_key": True}, timeout="PT6H", entry={"key": "cart"})
    bought = [event(12 * HOUR, "buy", cart="c")]
    told = paused(some, people(rows + bought), "waiting", end=13 * HOUR,
                  pauses=(Pause("j", 5 * HOUR, TO),))  # fmt: skip
    assert told == [(13 * HOUR, "w", "waiting", TO)] * 2
    pauses = (Pause("j", 4 * HOUR, TO),)
    told = paused(some, people(rows[:1]), "waiting", end=5 * HOUR, pauses=pauses)
    assert told == [(5 * HOUR, "w", "waiting", 6 * HOUR)], "it is not put off yet"


def test_r13_r226_the_context_is_not_updated_in_a_pause() -> None:
    some = waiting("P1D", entry={"when_active": "update_context"})
    rows = [event(0, "add"), event(5, "add"), event(FROM + 5, "add")]
    assert paused(some, people(rows), "context_updated", "refused_paused") == [
        (5, "t", "context_updated", 0),
        (FROM + 5, "t", "refused_paused", TO),
    ]


def test_r222_r226_a_jump_into_a_paused_journey_is_refused() -> None:
    first = journey("t>g", on("add"), step("jump", "g", journey="j", call="go"), id="a")
    target = journey("c>f", step("call_trigger", "c", call="go"), FINISH)
    told = paused((first, target), people([event(11 * HOUR, "add")]))
    assert told == [
        (11 * HOUR, "t", "entered", None),
        (11 * HOUR, "g", "jumped", "j"),
        (11 * HOUR, "c", "refused_paused", TO),
    ]


def test_r219_r226_a_schedule_in_a_pause_is_refused_and_is_over_then() -> None:
    daily = step("schedule_trigger", "t", start="1970-01-01T12:00", repeat="FREQ=DAILY",
                 zone="workspace")  # fmt: skip
    told = paused(journey("t>f", daily, FINISH), people([event(0, "x")]), "entered",
                  "refused_paused", end=2 * DAY)  # fmt: skip
    assert told == [(12 * HOUR, "t", "refused_paused", TO), (DAY + 12 * HOUR, "t", "entered", None)]


def test_r218_r226_who_joins_a_segment_in_a_pause_is_refused_and_does_not_join_again() -> None:
    joins = step("segment_trigger", "t", segment="gold")
    some = journey("t>f", joins, FINISH, segments=({"id": "gold", "condition": GOLD},))
    told = paused(some, people([event(0, "x")], {}, [change(12 * HOUR, tier="gold")]))
    assert told == [(12 * HOUR, "t", "refused_paused", TO)]


def test_r226_other_journeys_go_on_and_change_the_profile_meanwhile() -> None:
    makes = journey("t>u>f", on("pay"), update(), FINISH, id="a")
    some = awaiting(IS_GOLD)
    told = paused((makes, some), people([event(0, "add"), event(12 * HOUR, "pay")]))
    assert [row[:3] for row in told[2:]] == [
        (12 * HOUR, "t", "entered"),
        (12 * HOUR, "u", "profile_updated"),
        (12 * HOUR, "f", "finished"),
        (TO, "w", "caught"),
        (TO, "gold", "finished"),
    ]
