"""Cases worked by hand from the rules: triggers, zones, exits, credit, draws and windows."""

from collections.abc import Mapping
from hashlib import sha256

import pytest
from pydantic import ValidationError

from journeys.conditions.tree import BehaviourTest
from journeys.document.journey import Journey
from journeys.document.rules import Goal
from journeys.people.population import Change, Content, Event, Population
from journeys.simulation.settings import Mode, RunSettings, ZoneRule
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
    split,
    step,
    wait,
)
from tests.simulation.comparing import Said, built, compiled, expected, plain, stories

FINISH = step("finish", "f")
MAIL = step("email", "m")
BEFORE_SUMMER = at("2024-03-30T12:00:00+01:00")


def told(
    journeys: Journey | tuple[Journey, ...],
    population: Population,
    *reasons: str,
    settings: RunSettings | None = None,
) -> list[Said]:
    """Return what is decided about c, of these reasons; engine and oracle must agree on all."""
    some = (journeys,) if isinstance(journeys, Journey) else journeys
    world = (some, population, settings or RunSettings())
    program, dataset = built(world)
    found = expected(world)
    assert stories(program, dataset, plain(program, dataset)) == found
    assert stories(program, dataset, compiled(program, dataset)) == found
    return [row for row in found["c"] if row[4] in reasons]


def brief(rows: list[Said]) -> list[tuple[object, ...]]:
    """Return (instant, step, reason, operands...) of rows."""
    return [(time, node, reason, *operands) for time, _, _, node, reason, operands in rows]


def asks(name: str, value: Content) -> dict[str, object]:
    """Return the condition that an attribute has a value."""
    return {"kind": "attribute", "name": name, "value": value}


def test_r11_r115_of_several_triggers_the_first_in_order_and_then_by_id_lets_in() -> None:
    some = [on("add", name, order=order) for name, order in (("a", 1), ("c", 0), ("b", 0))]
    drawn = journey("a>f b>f c>f", *some, FINISH)
    rows = told(drawn, people([event(5, "add")]), "entered", "refused_already")
    assert brief(rows) == [
        (5, "b", "entered", None),
        (5, "c", "refused_already"),
        (5, "a", "refused_already"),
    ]


@pytest.mark.parametrize(
    ("known", "hours"),
    [
        ({"zone": "Europe/Berlin", "country": "JP"}, 23),
        ({"zone": "Mars/Base", "country": "DE"}, 23),
        ({"zone": "Mars/Base", "country": "JP"}, 24),
        ({"country": "XX"}, 24),
    ],
)
def test_r21_r137_the_zone_is_the_profiles_else_the_rules_else_the_workspaces(
    known: Mapping[str, Content], hours: int
) -> None:
    rule = ZoneRule("country", (("DE", "Europe/Berlin"), ("JP", "Asia/Tokyo")))
    drawn = journey("t>w>f", on("add"), wait("P1D"), FINISH)
    population = people([event(BEFORE_SUMMER, "add")], known)
    rows = told(drawn, population, "wait_started", settings=RunSettings(zone_rule=rule))
    assert brief(rows) == [(BEFORE_SUMMER, "w", "wait_started", BEFORE_SUMMER + hours * HOUR)]


@pytest.mark.parametrize(("duration", "moves"), [("P1D", 1), ("PT24H", 0)])
def test_r21_a_new_zone_moves_calendar_waits_and_no_others(duration: str, moves: int) -> None:
    drawn = journey("t>w>f", on("add"), wait(duration), FINISH)
    moved = [change(BEFORE_SUMMER + HOUR, zone="Europe/Berlin")]
    population = people([event(BEFORE_SUMMER, "add")], {"zone": "UTC"}, moved)
    assert len(told(drawn, population, "wait_moved")) == moves


def test_r47_exit_rules_act_at_every_event_and_change_and_cancel_timers() -> None:
    rules = (
        {"id": "paid", "event": "buy"},
        {"id": "gold", "condition": asks("tier", "gold")},
    )
    drawn = journey("t>w>f", on("add"), wait("PT1H"), FINISH, exits=rules)
    bought = people([event(0, "add"), event(9, "buy")], {"tier": "tin"})
    rows = told(drawn, bought, "exited", "wait_over")
    assert brief(rows) == [(9, "w", "exited", "paid")]
    carried = Event("c", 9, "look", {}, carries={"tier": "gold"})
    for population in (
        people([event(0, "add"), carried], {"tier": "tin"}),
        people([event(0, "add")], {"tier": "tin"}, [change(9, tier="gold")]),
    ):
        rows = told(drawn, population, "exited", "wait_over")
        assert brief(rows) == [(9, "w", "exited", "gold")]


def test_r106_credit_goes_to_the_last_message_sent_whenever_that_was() -> None:
    goal = Goal.model_validate({"id": "paid", "event": "buy", "window": "P1D"})
    early = journey("t>m>w>x x.a>f x.b>f", on("add"), MAIL, wait("P9D"), split(), FINISH)
    drawn = Journey.model_validate({**dict(early), "goals": (goal,)})
    population = people([event(0, "add"), event(9 * DAY + 5, "buy")])
    rows = told(drawn, population, "goal_reached")
    assert brief(rows) == [(9 * DAY + 5, "f", "goal_reached", "paid", "m")]
    failing = step("email", "m", responses={"failed": 10_000})
    drawn = journey("t>m>f", on("add"), failing, FINISH, goals=(goal,))
    population = people([event(0, "add"), event(5, "buy")])
    rows = told(drawn, population, "goal_reached", settings=RunSettings(mode=Mode.MIXED))
    assert brief(rows) == [(5, "f", "goal_reached", "paid", None)]


def test_r110_recorded_goal_events_of_any_journey_are_dropped_when_generated() -> None:
    big = {"kind": "property", "name": "size", "value": "big"}
    goal = {"id": "paid", "event": "buy", "where": big}
    drawn = (
        journey("t>f", on("buy"), FINISH),
        journey("t>f", on("add"), FINISH, id="k", goals=(goal,)),
    )
    population = people([event(1, "buy", size="big"), event(2, "buy", size="small")])
    for mode, instants in ((Mode.MIXED, [1, 2]), (Mode.GENERATED, [2])):
        rows = told(drawn, population, "entered", settings=RunSettings(mode=mode))
        assert [row[0] for row in rows] == instants


def test_r111_engagement_goes_by_the_last_word_of_its_name() -> None:
    names = ["opened", "email_opened", "web_push_clicked", "reopened", "opened_email"]
    some = [on(name, f"t{place}") for place, name in enumerate(names)]
    paths = " ".join(f"t{place}>f" for place in range(len(names)))
    population = people([event(place, name) for place, name in enumerate(names)])
    drawn = journey(paths, *some, FINISH)
    for mode, instants in ((Mode.BACKTEST, [0, 1, 2, 3, 4]), (Mode.MIXED, [3, 4])):
        rows = told(drawn, population, "entered", settings=RunSettings(mode=mode))
        assert [row[0] for row in rows] == instants


def test_r102_r113_generated_events_of_one_instant_go_by_their_source_and_bear_its_id() -> None:
    sending = [journey("t>m>f", on("add"), MAIL, FINISH, id=name) for name in ("i", "h")]
    drawn = (*sending, journey("t>f", on("email_opened"), FINISH, id="k"))
    settings = RunSettings(mode=Mode.MIXED, responses=reacting(opened=CERTAIN))
    population = people([event(5, "add"), event(999, "look")])
    rows = told(drawn, population, "entered", settings=settings)
    assert [(time, name) for time, name, *_ in rows] == [(5, "h"), (5, "i"), (65, "k"), (65, "k")]
    entries = {name: entry for _, name, entry, *_ in rows}
    digits = [
        sha256("\x1f".join((name, str(entries[name]), "m", "1", "0")).encode()).hexdigest()[:16]
        for name in ("h", "i")
    ]
    found = [sha256(f"t\x1f{digit}".encode()).hexdigest()[:16] for digit in digits]
    assert [entry for _, name, entry, *_ in rows if name == "k"] == found


def test_r54_r114_a_draw_at_a_trigger_has_the_visit_1() -> None:
    rules = {"goals": ({"id": "paid", "event": "buy"},), "unprompted": {"share": 5_000}}
    drawn = journey("t>f", on("add"), FINISH, **rules)
    settings = RunSettings(mode=Mode.GENERATED, seed=7)
    (row,) = told(drawn, people([event(5, "add")]), "unprompted", settings=settings)
    state = finaliser(7)
    for part in (first_bits("c"), first_bits("j\x1ft"), int(str(row[2]), 16), 1, 0):
        state = finaliser(state ^ part)
    assert row[5][1] == state >> 32


def first_bits(text: str) -> int:
    """Return the first 64 bits of the sha256 of a text."""
    return int(sha256(text.encode()).hexdigest()[:16], 16)


def finaliser(bits: int) -> int:
    """Return splitmix64's finaliser."""
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        bits = (bits ^ bits >> shift) * factor & (2**64 - 1)
    return bits ^ bits >> 31


def test_r118_windows_are_in_exact_days_and_months_are_refused() -> None:
    within = {"kind": "behaviour", "event": "buy", "operator": "at_least", "value": 1}
    assert BehaviourTest.model_validate({**within, "within": "P30D"}).within is not None
    for refused in ("P1M", "P1Y", "PT0S"):
        with pytest.raises(ValidationError):
            BehaviourTest.model_validate({**within, "within": refused})
        with pytest.raises(ValidationError):
            Goal.model_validate({"id": "paid", "event": "buy", "window": refused})
    drawn = journey("t>b b.yes>f", on("add"), branch({**within, "within": "P1D"}), FINISH)
    for ago, port in ((DAY - 1, "yes"), (DAY, "else")):
        population = people(
            [event(BEFORE_SUMMER + DAY - ago, "buy"), event(BEFORE_SUMMER + DAY, "add")],
            {"zone": "Europe/Berlin"},
        )
        assert brief(told(drawn, population, "branch_taken"))[0][3] == port


def test_r135_a_cooldown_follows_the_clock_on_the_wall_and_ends_at_its_end() -> None:
    drawn = journey("t>f", on("add"), FINISH, entry={"cooldown": "P1D"})
    over = BEFORE_SUMMER + 23 * HOUR
    some = [event(time, "add") for time in (BEFORE_SUMMER, over - 1, over)]
    rows = told(drawn, people(some, {"zone": "Europe/Berlin"}), "entered", "refused_cooldown")
    assert brief(rows) == [
        (BEFORE_SUMMER, "t", "entered", None),
        (over - 1, "t", "refused_cooldown", BEFORE_SUMMER, over),
        (over, "t", "entered", None),
    ]


def test_r136_changes_of_one_instant_are_handled_together_and_may_take_away() -> None:
    torn = {"kind": "all", "of": (asks("tier", "gold"), asks("place", "old"))}
    gone = {"kind": "attribute", "name": "place", "operator": "is_missing"}
    rules = ({"id": "torn", "condition": torn}, {"id": "gone", "condition": gone})
    drawn = journey("t>w>f", on("add"), wait("PT1H"), FINISH, exits=rules)
    changes = [
        Change("c", 5, {"tier": "gold"}),
        Change("c", 5, {"place": "new"}),
        Change("c", 9, {"place": None}),
    ]
    population = people([event(0, "add")], {"tier": "tin", "place": "old"}, changes)
    assert brief(told(drawn, population, "exited")) == [(9, "w", "exited", "gone")]
