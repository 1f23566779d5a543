"""Cases worked by hand from the rules: order, entries, goals and exits."""

from hashlib import sha256

import pytest

from journeys.document.journey import Journey
from tests.oracle.worked import (
    DAY,
    HOUR,
    change,
    event,
    journey,
    on,
    outcome,
    people,
    step,
    wait,
)
from tests.simulation.worked import story

FINISH = step("finish", "f")
PAID = {"id": "paid", "event": "buy"}


def patient(**rules: object) -> Journey:
    """Return a journey of one wait of an hour."""
    return journey("t>w>f", on("add"), wait("PT1H"), FINISH, **rules)


def test_r2_an_entry_id_is_a_hash_of_trigger_and_event() -> None:
    found = outcome(patient(), people([event(5, "add", cart="ä"), event(5, "add", cart="ä")]))
    row = 'c\x1fadd\x1f5\x1f{"cart":"ä"}\x1f0'
    digits = sha256(row.encode()).hexdigest()[:16]
    entry = sha256(f"t\x1f{digits}".encode()).hexdigest()[:16]
    assert {row.entry for row in found.rows["c"]} == {entry, None}


def test_r3_an_event_at_the_end_of_a_wait_beats_it() -> None:
    out = patient(exits=(PAID,))
    told = story(out, people([event(0, "add"), event(HOUR, "buy")]), "exited", "wait_over")
    assert told == [(HOUR, "w", "exited", "paid")]
    told = story(out, people([event(0, "add"), event(HOUR + 1, "buy")]), "exited", "wait_over")
    assert told == [(HOUR, "w", "wait_over")]


def test_r3_a_change_from_a_file_comes_before_the_events_of_its_instant() -> None:
    asks = {"kind": "attribute", "name": "tier", "value": "gold"}
    gold = {"id": "gold", "condition": asks}
    events = [event(0, "add"), event(9, "add")]
    changed = people(events, {"tier": "tin"}, [change(9, tier="gold")])
    told = story(patient(exits=(gold,)), changed, "exited", "entered", "refused_active")
    assert told == [
        (0, "t", "entered", None),
        (9, "w", "exited", "gold"),
        (9, "t", "entered", None),
    ]


def test_r4_journeys_act_by_priority_and_then_by_id() -> None:
    some = tuple(
        journey("t>f", on("add", "t"), FINISH, id=name, priority=priority)
        for name, priority in (("b", 0), ("c", 7), ("a", 0))
    )
    found = outcome(some, people([event(0, "add")]))
    order = [(row.journey, row.reason) for row in found.rows["c"]]
    # Entries of all journeys first, and then all that moved runs.
    assert order == [
        *(("c", "entered"), ("a", "entered"), ("b", "entered")),
        *(("c", "finished"), ("a", "finished"), ("b", "finished")),
    ]


def test_r4_goals_come_before_exits_and_an_event_does_neither_to_whom_it_lets_in() -> None:
    both = journey(
        "t>w>f", on("buy"), wait("PT1H"), FINISH, exits=(PAID,), goals=({**PAID, "ends": True},),
        entry={"when_active": "ignore"},
    )  # fmt: skip
    assert story(both, people([event(0, "buy"), event(5, "buy")])) == [
        (0, "t", "entered", None),
        (0, "w", "wait_started", HOUR),
        (5, "w", "goal_reached", "paid", None),
        (5, "w", "left_by_goal", "paid"),
        (5, "t", "entered", None),
        (5, "w", "wait_started", HOUR + 5),
        (HOUR + 5, "w", "wait_over"),
        (HOUR + 5, "f", "finished"),
    ]


def test_r5_and_r129_later_triggers_are_asked_their_filter_and_refused() -> None:
    web = {"kind": "property", "name": "platform", "value": "web"}
    app = {**web, "value": "app"}
    triggers = (on("add", "t2"), on("add", "t3", where=app), on("add", "t1", where=web))
    told = story(
        journey("t1>f t2>f t3>f", *triggers, FINISH), people([event(0, "add", platform="Web")])
    )
    assert told == [
        (0, "t1", "leaf", 0, True, "Web"),
        (0, "t1", "entered", None),
        (0, "t2", "refused_already"),
        (0, "t3", "leaf", 0, False, "Web"),
        (0, "t3", "refused_filter"),
        (0, "f", "finished"),
    ]


CARTS = {"entry": {"key": "cart", "mode": "once", "maximum": 2, "cooldown": "PT1H"}}


def test_r10_the_first_refusal_wins() -> None:
    web = {"kind": "property", "name": "platform", "value": "web"}
    strict = journey("t>w>f", on("add", where=web), wait("PT10M"), FINISH, **CARTS)
    events = [
        event(0, "add", platform="web", cart="1"),
        event(1, "add", platform="app"),
        event(2, "add", platform="web"),
        event(3, "add", platform="web", cart="1"),
        event(4, "add", platform="web", cart="2"),
        event(5, "add", platform="web", cart="1"),
    ]
    told = [line for line in story(strict, people(events)) if line[1] == "t" and line[2] != "leaf"]
    assert told == [
        (0, "t", "entered", "1"),
        (1, "t", "refused_filter"),
        (2, "t", "refused_key_missing"),
        (3, "t", "refused_mode", 0),
        (4, "t", "entered", "2"),
        (5, "t", "refused_maximum", 2),
    ]


def test_r10_active_comes_before_cooldown_which_runs_from_the_entry() -> None:
    rule = {"cooldown": "PT2H"}
    events = [event(time, "add") for time in (0, HOUR - 1, HOUR, 2 * HOUR - 1, 2 * HOUR)]
    told = story(patient(entry=rule), people(events))
    assert [line for line in told if line[1] == "t"] == [
        (0, "t", "entered", None),
        (HOUR - 1, "t", "refused_active", 0),
        # At the very end of the wait the event comes first, and finds the instance active (R3).
        (HOUR, "t", "refused_active", 0),
        (2 * HOUR - 1, "t", "refused_cooldown", 0, 2 * HOUR),
        (2 * HOUR, "t", "entered", None),
    ]


def test_r10_a_restart_that_is_refused_leaves_the_old_one_alone() -> None:
    again = patient(entry={"when_active": "restart", "cooldown": "PT10M"})
    told = story(again, people([event(time, "add") for time in (0, 599, 600)]))
    assert told == [
        (0, "t", "entered", None),
        (0, "w", "wait_started", HOUR),
        (599, "t", "refused_cooldown", 0, 600),
        (600, "w", "restarted"),
        (600, "t", "entered", None),
        (600, "w", "wait_started", HOUR + 600),
        (HOUR + 600, "w", "wait_over"),
        (HOUR + 600, "f", "finished"),
    ]


@pytest.mark.parametrize(
    ("mode", "second", "third"),
    [
        ("every", "refused_active", "entered"),
        ("after_exit", "refused_mode", "entered"),
        ("once", "refused_mode", "refused_mode"),
    ],
)
def test_r116_each_mode_refuses_by_its_own_reason(mode: str, second: str, third: str) -> None:
    events = [event(time, "add") for time in (0, 60, HOUR + 1)]
    told = story(patient(entry={"mode": mode}), people(events))
    assert [line[2] for line in told if line[1] == "t"] == ["entered", second, third]


def test_r12_one_event_takes_out_and_lets_in_again() -> None:
    out = patient(exits=({"id": "again", "event": "add"},))
    told = story(out, people([event(0, "add"), event(9, "add")]), "exited", "entered")
    assert told == [
        (0, "t", "entered", None),
        (9, "w", "exited", "again"),
        (9, "t", "entered", None),
    ]


def test_r13_an_update_replaces_the_entry_event_and_moves_no_timer() -> None:
    asks = {"kind": "entry", "name": "amount", "operator": "at_least", "value": 50}
    branch = step("branch", "b", branches=({"id": "yes", "condition": asks},))
    rule = {"when_active": "update_context", "maximum": 1}
    newer = journey("t>w>b b.yes>f", on("add"), wait("PT1H"), branch, FINISH, entry=rule)
    told = story(newer, people([event(0, "add", amount=10), event(60, "add", amount=90)]))
    assert told[2:] == [
        (60, "t", "context_updated", 0),
        (HOUR, "w", "wait_over"),
        (HOUR, "b", "leaf", 0, True, 90),
        (HOUR, "b", "branch_taken", "yes"),
        (HOUR, "f", "finished"),
    ]


def test_r14_and_r132_a_key_must_match_and_a_missing_one_is_told() -> None:
    keyed = patient(entry={"key": "cart"}, exits=(PAID,), goals=({"id": "g", "event": "buy"},))
    events = [event(0, "add", cart="1"), event(1, "buy", cart="2"), event(2, "buy")]
    told = story(keyed, people([*events, event(3, "buy", cart="1")]))
    assert told[2:] == [
        (2, "w", "goal_key_missing", "g"),
        (2, "w", "exit_key_missing", "paid"),
        (3, "w", "goal_reached", "g", None),
        (3, "w", "exited", "paid"),
    ]


def test_r53_a_goal_is_watched_after_the_end_within_its_window() -> None:
    goals = ({"id": "late", "event": "buy", "window": "P1D"},)
    short = journey("t>m>f", on("add"), step("email", "m"), FINISH, goals=goals)
    for time, reached in ((DAY, True), (DAY + 1, False)):
        told = story(short, people([event(0, "add"), event(time, "buy")]), "goal_reached")
        assert told == ([(DAY, "f", "goal_reached", "late", "m")] if reached else [])


def test_r53_a_goal_is_reached_once_an_instance() -> None:
    goals = ({"id": "g", "event": "buy"},)
    events = [event(0, "add"), event(1, "buy"), event(2, "buy")]
    told = story(patient(goals=goals), people(events), "goal_reached")
    assert told == [(1, "w", "goal_reached", "g", None)]


def test_r101_all_goals_are_reached_before_the_first_that_ends_is_named() -> None:
    goals = tuple(
        {"id": name, "event": "buy", "ends": ends}
        for name, ends in (("g1", False), ("g2", True), ("g3", True))
    )
    told = story(patient(goals=goals), people([event(0, "add"), event(1, "buy")]))
    assert told[2:] == [
        *((1, "w", "goal_reached", name, None) for name in ("g1", "g2", "g3")),
        (1, "w", "left_by_goal", "g2"),
    ]


def test_r122_a_way_out_that_leads_nowhere_ends_the_instance() -> None:
    told = story(journey("t>w", on("add"), wait("PT1H")), people([event(0, "add")]))
    assert told[-1] == (HOUR, "w", "path_ended", "next")


def test_r131_the_last_event_is_part_of_the_run_and_the_longest_wait_too() -> None:
    found = outcome(patient(), people([event(100, "view"), event(200, "add")]))
    assert (found.start, found.end) == (100, 201 + HOUR)
    assert found.rows["c"][-1].reason == "finished"
    empty = outcome(patient(), people([]))
    assert (empty.start, empty.end, empty.rows["c"]) == (0, 0, ())
    capped = journey("t>w", on("add"), wait("P1Y"))
    assert outcome(capped, people([event(0, "add")])).end == 1 + 90 * DAY


def test_r7_whoever_stands_at_the_end_is_waiting() -> None:
    told = story(patient(), people([event(0, "add"), event(50, "add")]), end=50)
    assert told == [
        (0, "t", "entered", None),
        (0, "w", "wait_started", HOUR),
        (50, "w", "waiting", HOUR),
    ]
