"""Cases worked by hand from the rules: arms, messages, reactions and results."""

from hashlib import sha256

from journeys.people.population import Content, Customer, Event, Population
from journeys.people.response import ONE, Response
from journeys.simulation.settings import Mode
from tests.oracle.draws import delay, draw, mix, share_point, text_hash, threshold
from tests.oracle.rows import UnitResult
from tests.oracle.worked import (
    CERTAIN,
    DAY,
    HOUR,
    at,
    event,
    journey,
    lines,
    on,
    outcome,
    people,
    reacting,
    split,
    step,
    wait,
)
from tests.simulation.worked import story

FINISH = step("finish", "f")
MAIL = step("email", "m")
GOALS = ({"id": "g", "event": "buy", "window": "PT1H", "carries": ("amount",)},)


def test_r54_mix_is_the_finaliser_of_splitmix64() -> None:
    # The first outputs of splitmix64 seeded with 0, whose increment is this constant.
    assert mix(0x9E3779B97F4A7C15) == 0xE220A8397B1DCDAF
    assert mix(2 * 0x9E3779B97F4A7C15 % 2**64) == 0x6E789E6AA1B965F4
    assert draw(7, 3) == mix(mix(7) ^ 3) >> 32


def test_r50_where_a_unit_falls_is_a_hash_of_salt_and_unit_alone() -> None:
    salt, unit = (int.from_bytes(sha256(text).digest()[:8], "big") for text in (b"s", b"u"))
    assert share_point("s", "u") == (mix(salt ^ mix(unit)) >> 32) * 10_000 >> 32


def test_r2_a_hash_is_of_the_parts_joined() -> None:
    assert f"{text_hash('a', 'b'):016x}" == sha256(b"a\x1fb").hexdigest()[:16]


def test_r56_r134_a_delay_lies_between_the_points_of_its_table_and_is_at_least_a_second() -> None:
    table = tuple(range(0, 650, 10))
    assert [delay(table, drawn) for drawn in (0, 2**25, 2**26, 2**32 - 1)] == [1, 5, 10, 639]


def test_r50_and_r119_arms_come_in_the_frequencies_declared_the_holdout_last() -> None:
    arms = ({"id": "z", "weight": 7_000}, {"id": "a", "weight": 1_000})
    node = split(arms=arms, holdout=2_000, salt="salt")
    drawing = journey("t>x", on("add"), node)
    names = [f"u{number}" for number in range(1_000)]
    many = Population(
        {}, {}, tuple(map(Customer, names)), tuple(Event(name, 0, "add") for name in names)
    )
    found = outcome(drawing, many)
    for name in names:
        point = share_point("salt", name)
        arm = "z" if point < 7_000 else "a" if point < 8_000 else "holdout"
        told = [(row.reason, *row.operands) for row in found.rows[name]][1:]
        assert told == [("arm_assigned", arm, point), ("exposed", arm), ("path_ended", arm)]
    shares = [sum(found.units["trial", name].arm == arm for name in names) for arm in "za"]
    assert abs(shares[0] - 700) < 50
    assert abs(shares[1] - 100) < 33


def test_r51_and_r52_an_arm_is_kept_in_other_journeys_and_exposed_once() -> None:
    first = journey("t>x", on("add"), split(), id="j1")
    second = journey(
        "t>x", on("add"), split(arms=({"id": "c", "weight": 10_000},), fallback="c"), id="j2"
    )
    told = story((first, second), people([event(0, "add"), event(1, "add")]), "arm_kept", "exposed")
    arm = told[0][3]
    assert told == [
        (0, "x", "exposed", arm),
        (0, "x", "arm_kept", "c"),
        (1, "x", "arm_kept", arm),
        (1, "x", "arm_kept", "c"),
    ]


def test_r127_and_r130_units_are_households_and_keys() -> None:
    def units(unit: str, attributes: dict[str, Content], **rules: object) -> set[tuple[str, str]]:
        drawing = journey("t>x", on("add"), split(unit=unit), **rules)
        return set(outcome(drawing, people([event(0, "add", n=12)], attributes)).units)

    assert units("household", {"household": "h"}) == {("trial", "h")}
    assert units("household", {}) == {("trial", "c")}
    assert units("key", {}) == {("trial", "c")}
    assert units("key", {}, entry={"key": "n"}) == {("trial", "12")}


def test_r126_a_unit_converts_after_its_exposure_and_is_censored_by_the_end() -> None:
    drawing = journey("t>x x.a>f x.b>f", on("add"), split(), FINISH, goals=GOALS)
    for bought, end, converted, censored in (
        (0, HOUR + 1, False, False),
        (HOUR, HOUR + 1, True, False),
        (HOUR + 1, HOUR + 2, False, False),
        (5, HOUR, True, True),
    ):
        found = outcome(drawing, people([event(0, "add"), event(bought, "buy")]), end=end)
        (result,) = found.units.values()
        assert result == UnitResult(result.arm, 0, converted=converted, censored=censored)


def test_r37_and_r40_what_the_data_does_not_have_is_assumed_and_what_is_empty_is_no() -> None:
    drawing = journey("t>m>f", on("add"), MAIL, FINISH)
    one = [event(0, "add")]
    cases: tuple[tuple[dict[str, Content], tuple[object, ...]], ...] = (
        ({}, (0, "m", "sent", "email", True, True, 0)),
        ({"consent.email": True}, (0, "m", "sent", "email", False, True, 0)),
        ({"consent.email": None, "address.email": ""}, (0, "m", "no_address", "email")),
        ({"consent.email": None}, (0, "m", "no_consent", "email")),
        ({"consent.email": False, "address.email": "x"}, (0, "m", "no_consent", "email")),
    )
    for attributes, expected in cases:
        told = story(drawing, people(one, attributes))
        # Nothing at 'not sent': goes on where 'sent' leads (R123).
        assert told[1:] == [expected, (0, "f", "finished")]
    open_end = journey("t>m", on("add"), MAIL)
    told = story(open_end, people(one, {"consent.email": False}), "path_ended")
    assert told == [(0, "m", "path_ended", "not_sent")]


def test_r40_exit_rules_in_condition_form_are_asked_before_sending() -> None:
    asks = {"kind": "behaviour", "event": "add", "operator": "at_least", "value": 1}
    exits = ({"id": "seen", "condition": asks},)
    told = story(journey("t>m", on("add"), MAIL, exits=exits), people([event(0, "add")]))
    assert told == [(0, "t", "entered", None), (0, "m", "exited", "seen")]


def test_r128_unsubscribing_takes_consent_back_even_where_it_was_unknown() -> None:
    drawing = journey("t>m", on("add"), MAIL)
    told = story(drawing, people([event(0, "email_unsubscribed"), event(1, "add")]), "no_consent")
    assert told == [(1, "m", "no_consent", "email")]


def test_r107_messages_of_all_journeys_tire_for_exactly_a_week() -> None:
    two = tuple(journey("t>m>f", on("add"), MAIL, FINISH, id=name) for name in ("j1", "j2"))
    told = story(two, people([event(0, "add"), event(7 * DAY, "add")]), "sent")
    assert [line[-1] for line in told] == [0, 1, 0, 1]


def test_r44_messages_of_one_instant_go_out_before_anybody_moves_on() -> None:
    two = tuple(
        journey("t>m>f", on("add"), MAIL, FINISH, id=name, priority=priority)
        for name, priority in (("j1", 0), ("j2", 1))
    )
    found = outcome(two, people([event(0, "add")])).rows["c"]
    assert [(row.journey, row.reason) for row in found[2:]] == [
        *(("j2", "sent"), ("j1", "sent")),
        *(("j2", "finished"), ("j1", "finished")),
    ]


def test_r55_and_r56_reactions_become_events_for_all() -> None:
    drawing = journey(
        "t>m>w>f", on("add"), MAIL, wait("PT1H"), FINISH, goals=GOALS, entry={"key": "cart"}
    )
    other = journey("t>f", on("email_clicked", "t"), FINISH, id="k")
    one = people([event(0, "add", cart="1", amount=5), event(9, "email_opened")])
    reacts = reacting(CERTAIN, CERTAIN, Response(0), CERTAIN)
    told = story((drawing, other), one, mode=Mode.MIXED, responses=reacts)
    number, place = text_hash("c"), text_hash("j", "m")
    entry = int(outcome(drawing, one).rows["c"][0].entry or "", 16)
    bits = [draw(0, number, place, entry, 1, slot) for slot in range(7)]
    assert told[1:] == [
        (0, "m", "sent", "email", True, True, 0),
        (0, "m", "response", 0, True, bits[0], 2**32 - 1, 60),
        (0, "m", "response", 2, True, bits[2], 2**32 - 1, 120),
        (0, "m", "response", 4, False, bits[4], 0, None),
        (0, "m", "response", 5, True, bits[5], 2**32 - 1, 180),
        (0, "w", "wait_started", HOUR),
        (120, "t", "entered", None),
        (120, "f", "finished"),
        (180, "w", "goal_reached", "g", "m"),
        (HOUR, "w", "wait_over"),
        (HOUR, "f", "finished"),
    ]


def test_r56_a_text_message_is_clicked_with_no_opening() -> None:
    drawing = journey("t>m", on("add"), step("sms", "m"))
    reacts = reacting(CERTAIN, CERTAIN, CERTAIN)
    told = story(drawing, people([event(0, "add")]), "response", mode=Mode.MIXED, responses=reacts)
    assert [(line[3], line[-1]) for line in told] == [(2, 60), (4, 0)]


def test_r121_factors_are_multiplied_in_their_order() -> None:
    opened = Response(
        5_000,
        hours=tuple(ONE * (hour == 20) for hour in range(24)),
        fatigue=(ONE // 2, ONE, ONE, ONE),
        ages=((1, 3 * ONE), (2, ONE // 3), (-1, 7)),
    )
    declared = {"responses": {"opened": 10_000, "relevance": 33}}
    late = journey("t>w>m", on("add"), wait("PT1M"), step("push", "m", **declared))
    # 19:59 in New York: a minute later the hour is 20, and one whole minute has passed.
    start = at("2024-01-02T00:59Z")
    told = story(
        late,
        people([event(start, "add")], {"zone": "America/New_York"}),
        "response",
        mode=Mode.MIXED,
        responses=reacting(opened),
    )
    limit = threshold(10_000)
    for factor in (ONE, ONE // 2, ONE // 3, 33 * ONE // 100):
        limit = min(2**32 - 1, limit * factor >> 16)
    assert told[0][6] == limit


def test_r55_modes_drop_what_they_would_draw() -> None:
    drawing = journey(
        "t>w t2>w t3>w", on("buy"), on("email_opened", "t2"), on("add", "t3"), wait("PT1H"),
        goals=GOALS, entry={"when_active": "restart"},
    )  # fmt: skip
    rows = [event(0, "buy", amount=5), event(5, "email_opened"), event(10, "buy")]
    rows.append(event(15, "add"))
    for mode, entered in (
        (Mode.BACKTEST, [5, 10, 15]),
        (Mode.MIXED, [10, 15]),
        (Mode.GENERATED, [15]),
    ):
        told = story(drawing, people(rows), "entered", mode=mode, start=1)
        assert [line[0] for line in told] == entered


def test_r112_an_unprompted_goal_carries_the_key_and_what_it_lists() -> None:
    where = {"kind": "property", "name": "amount", "value": 5}
    watched = journey(
        "t>w", on("add"), wait("PT1H"), goals=({**GOALS[0], "where": where, "ends": True},),
        entry={"key": "cart"}, unprompted={"share": 10_000},
    )  # fmt: skip
    one = people([event(0, "add", cart="1", amount=5)])
    found = outcome(watched, one, mode=Mode.GENERATED, responses=reacting(delay=60))
    assert [line[2:] for line in lines(found)[1:]] == [
        ("unprompted", True, lines(found)[1][4], 2**32, 60),
        ("wait_started", HOUR),
        ("goal_reached", "g", None),
        ("left_by_goal", "g"),
    ]
    assert lines(outcome(watched, one, mode=Mode.MIXED), "unprompted") == []
