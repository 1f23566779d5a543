"""Cases worked by hand from the rules: conditions that time alone makes true (R24, R215)."""

from collections.abc import Mapping

import pytest

from journeys.document.journey import Journey
from journeys.people.population import ColumnType, Event, Held, Population
from tests.conformance.test_wait_event import waiting
from tests.oracle.worked import DAY, HOUR, at, change, event, journey, on, people, step, wait
from tests.simulation.worked import story

F, G = step("finish", "f"), step("finish", "g")
START = at("2024-06-03T12:00Z")
QUIET = {"kind": "behaviour", "event": "view", "within": "PT1H", "operator": "is", "value": 0}
LONG_AGO = {
    "kind": "behaviour", "event": "view", "measure": "last", "operator": "longer_ago",
    "value": "PT2H",
}  # fmt: skip


def looking(*times: int) -> list[Event]:
    """Return an entry and views at some seconds after it, one at the same second before it."""
    views = [event(START + time, "view") for time in times]
    entry = event(START, "add")
    return [*(row for row in views if row.time <= START), entry, *views[times.count(0) :]]


def leaving(condition: Mapping[str, object]) -> Journey:
    """Return a journey in which everybody waits a day, unless a condition takes them out."""
    rules = [{"id": "quiet", "condition": condition}]
    return journey("t>v>f", on("add"), wait("P1D", "v"), F, exits=rules)


def calm(condition: Mapping[str, object]) -> Journey:
    """Return a journey that waits for a condition, a day at most."""
    branch: dict[str, object] = {"id": "calm", "condition": condition}
    return journey("t>w.calm>f w.timeout>g", on("add"), waiting(branch), F, G)


def test_r24_r215_a_window_that_empties_lets_them_go_on_at_that_very_second() -> None:
    """The view leaves (now - 1 h, now] when it is exactly an hour old (R25)."""
    rows = [event(START - 60, "view"), event(START, "add"), event(START + HOUR, "view")]
    assert story(calm(QUIET), people(rows), "caught") == [
        (START + HOUR - 60, "w", "caught", "calm", None, False)
    ]


def test_r215_each_new_event_moves_the_instant() -> None:
    found = story(calm(QUIET), people(looking(0, 1800, 3600)), "caught")
    assert found == [(START + 2 * HOUR, "w", "caught", "calm", None, False)]


def test_r24_r215_so_long_ago_and_not_within() -> None:
    rows = people(looking(600))
    assert story(calm(LONG_AGO), rows, "caught") == [
        (START + 600 + 2 * HOUR, "w", "caught", "calm", None, False)
    ]
    recent = {**LONG_AGO, "operator": "within_last"}
    assert story(calm({"kind": "not", "of": recent}), people([event(START, "view")])) == []


def test_r24_r215_an_exit_rule_acts_where_time_alone_makes_it_true() -> None:
    rows = [event(START - 60, "view"), event(START, "add")]
    assert story(leaving(QUIET), people(rows), "exited", "wait_over") == [
        (START + HOUR - 60, "v", "exited", "quiet")
    ]


def test_r215_an_exit_rule_that_was_true_already_does_not_act_by_time() -> None:
    """It is true as they enter, and nobody is exited by what they enter on; then nothing turns."""
    found = story(leaving(QUIET), people([event(START, "add")]), "exited", "wait_over")
    assert found == [(START + DAY, "v", "wait_over")]


def test_r215_nothing_is_re_checked_where_an_event_is_handled() -> None:
    """They enter at the very second at which the view ages out: no re-check, no exit."""
    rows = [event(START - HOUR, "view"), event(START, "add")]
    assert story(leaving(QUIET), people(rows), "exited") == []


def test_r4_r215_re_checks_come_before_waits_of_the_same_instant() -> None:
    """The wait is over when the view ages out: the exit rule acts first."""
    drawing = journey(
        "t>v>f", on("add"), wait("PT1H", "v"), F, exits=[{"id": "quiet", "condition": QUIET}]
    )
    rows = [event(START, "view"), event(START, "add")]
    assert story(drawing, people(rows), "exited", "wait_over") == [
        (START + HOUR, "v", "exited", "quiet")
    ]


def test_r4_r215_exit_rules_before_the_wait_and_one_instance_after_the_other() -> None:
    """Two carts wait for the same silence; one journey also leaves by it."""
    branch: dict[str, object] = {"id": "calm", "condition": QUIET}
    exits = [{"id": "quiet", "condition": QUIET}]
    both = journey("t>w.calm>f", on("add"), waiting(branch), F, id="b", exits=exits)
    one = journey("t>w.calm>f", on("add"), waiting(branch), F, id="a")
    rows = [event(START, "view"), event(START, "add")]
    found = story((one, both), people(rows))
    assert [line[1:4] for line in found if line[0] == START + HOUR] == [
        ("w", "caught", "calm"),
        ("f", "finished"),
        ("w", "exited", "quiet"),
    ]


def test_r24_r215_a_date_in_the_profile_comes_near_and_goes_by() -> None:
    """Within the last hour: from the instant on, for an hour; then it is longer ago."""
    soon = START + 2 * HOUR
    for operator, wanted in (("within_last", soon), ("longer_ago", soon + HOUR)):
        asked = {"kind": "attribute", "name": "renews", "operator": operator, "value": "PT1H"}
        made = people([event(START, "add")], {"renews": soon})
        held = {"renews": Held(ColumnType.INSTANT)}
        one = Population(made.columns, held, made.customers, made.events, made.changes)
        assert story(calm(asked), one, "caught") == [(wanted, "w", "caught", "calm", None, False)]


def test_r24_r215_a_filter_with_time_in_it_is_re_checked_as_well() -> None:
    where = {"kind": "property", "name": "due", "operator": "longer_ago", "value": "PT1H"}
    asked = {
        "kind": "behaviour", "event": "add", "where": where, "operator": "at_least", "value": 1,
    }  # fmt: skip
    made = people([event(START, "add", due=START + HOUR)])
    columns = {"due": Held(ColumnType.INSTANT)}
    one = Population(columns, {}, made.customers, made.events, made.changes)
    assert story(calm(asked), one, "caught") == [
        (START + 2 * HOUR, "w", "caught", "calm", None, False)
    ]


def test_r215_what_a_profile_change_makes_true_is_caught_by_it() -> None:
    gold = {"kind": "attribute", "name": "tier", "value": "gold"}
    asked = {"kind": "all", "of": (gold, QUIET)}
    rows = people(looking(0), {"tier": "none"}, [change(START + 2 * HOUR, tier="gold")])
    assert story(calm(asked), rows, "caught") == [
        (START + 2 * HOUR, "w", "caught", "calm", None, False)
    ]


def test_r215_a_re_check_that_finds_nothing_says_nothing() -> None:
    """The window empties, but the other half is false."""
    asked = {"kind": "all", "of": (QUIET, {"kind": "attribute", "name": "tier", "value": "gold"})}
    found = story(calm(asked), people(looking(0), {"tier": "none"}))
    assert [line[2] for line in found] == ["entered", "wait_started", "timed_out", "finished"]


@pytest.mark.parametrize("gap", [0, 1])
def test_r3_r215_an_event_at_the_very_instant_comes_first(gap: int) -> None:
    """A view at the second at which the last one ages out keeps the window full."""
    found = story(calm(QUIET), people(looking(0, HOUR + gap)), "caught")
    wanted = START + HOUR if gap else START + 2 * HOUR
    assert found == [(wanted, "w", "caught", "calm", None, False)]
