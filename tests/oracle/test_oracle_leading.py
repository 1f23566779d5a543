"""Worked by hand: calls, jumps into other journeys, other systems (R18, R221, R222, R225)."""

from collections.abc import Mapping

import pytest

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.nodes.webhook import Webhook
from journeys.simulation.settings import Mode
from tests.oracle.draws import draw, text_hash
from tests.oracle.worked import HOUR, branch, event, journey, on, outcome, people, step, wait
from tests.simulation.worked import story

T = 1_718_000_000
FINISH = step("finish", "f")


def called(call: str = "go", name: str = "t", **fields: object) -> Node:
    """Return a start by a call."""
    return step("call_trigger", name, call=call, **fields)


def to(journey: str, call: str = "go", name: str = "n") -> Node:
    """Return a jump."""
    return step("jump", name, journey=journey, call=call)


def named(name: str, drawn: Journey) -> Journey:
    """Return a journey under another name."""
    return drawn.model_copy(update={"id": name})


def shop(*answers: Mapping[str, object], name: str | None = None) -> Node:
    """Return a question to another system."""
    return Webhook.model_validate({"id": "h", "endpoint": "shop", "name": name, "answers": answers})


def test_r221_a_call_is_an_event() -> None:
    where = {"kind": "property", "name": "sku", "operator": "is", "value": "x"}
    drawn = journey("t>f", called(where=where), FINISH)
    rows = people(
        [event(T, "go", sku="x"), event(T, "call.go", sku="y"), event(T, "call.go", sku="x")]
    )
    assert story(drawn, rows, "entered", "refused_filter") == [
        (T, "t", "refused_filter"),
        (T, "t", "entered", None),
    ]


def test_r222_a_jump_ends_here_and_calls_there_with_the_entry_event() -> None:
    first = journey("t>n", on("in"), to("there"))
    there = named("there", journey("t>f", called(), FINISH, entry={"key": "sku"}))
    rows = outcome((first, there), people([event(T, "in", sku="x")])).rows["c"]
    assert [(row.journey, row.node, row.reason, *row.operands) for row in rows] == [
        ("j", "t", "entered", None),
        ("j", "n", "jumped", "there"),
        ("there", "t", "entered", "x"),
        ("there", "f", "finished"),
    ]
    called_as = text_hash(str(rows[0].entry), "n", "1")
    assert rows[2].entry == f"{text_hash('t', f'{called_as:016x}'):016x}"


def test_r222_the_call_comes_when_all_have_run_and_a_changed_profile_before_it() -> None:
    yes = {"kind": "attribute", "name": "vip", "operator": "is", "value": True}
    changes = step(
        "update_profile", "u", changes=({"attribute": "vip", "do": "set", "value": True},)
    )
    first = named("a", journey("t>n", on("in"), to("there")))
    second = named("b", journey("t>u>f", on("in"), changes, FINISH))
    third = named(
        "c", journey("t>w", on("in"), wait("PT1H"), exits=({"id": "o", "condition": yes},))
    )
    there = named("there", journey("t>f", called(), FINISH))
    told = story((first, second, third, there), people([event(T, "in")]))
    assert [line[1:3] for line in told if line[2] != "entered"] == [
        ("n", "jumped"),
        ("u", "profile_updated"),
        ("f", "finished"),
        ("w", "wait_started"),
        ("w", "exited"),
        ("f", "finished"),
    ]


def test_r222_calls_come_in_the_order_in_which_they_were_made() -> None:
    first = named("a", journey("t>n", on("in"), to("c", "one")))
    second = named("b", journey("t>n", on("in"), to("d", "two")))
    third = named("c", journey("t>n", called("one"), to("e", "three")))
    others = [
        named(name, journey("t>f", called(call), FINISH))
        for name, call in (("d", "two"), ("e", "three"))
    ]
    rows = outcome((first, second, third, *others), people([event(T, "in")])).rows["c"]
    assert [row.journey for row in rows if row.reason == "entered"] == ["a", "b", "c", "d", "e"]


def test_r222_what_a_call_changes_is_handled_before_the_next_call() -> None:
    yes = {"kind": "attribute", "name": "vip", "operator": "is", "value": True}
    changes = step(
        "update_profile", "u", changes=({"attribute": "vip", "do": "set", "value": True},)
    )
    first = named("a", journey("t>n", on("in"), to("c", "one")))
    second = named("b", journey("t>n", on("in"), to("d", "two")))
    third = named("c", journey("t>u>f", called("one"), changes, FINISH))
    fourth = named("d", journey("t>f", called("two"), FINISH))
    fifth = named(
        "e", journey("t>w", on("in"), wait("PT1H"), exits=({"id": "o", "condition": yes},))
    )
    told = story((first, second, third, fourth, fifth), people([event(T, "in")]))
    assert [line[1:3] for line in told[-5:]] == [
        ("u", "profile_updated"),
        ("f", "finished"),
        ("w", "exited"),
        ("t", "entered"),
        ("f", "finished"),
    ]


def test_r222_as_an_event_it_is_seen_by_all_journeys() -> None:
    first = journey("t>n", on("in"), to("there"))
    there = named("there", journey("t>f", called(), FINISH))
    other = named("other", journey("t>f", called(), FINISH))
    waiting = step("wait_event", "e", timeout="PT6H", branches=({"id": "go", "event": "call.go"},))
    fourth = named("k", journey("t>e e.go>f", on("in"), waiting, FINISH))
    told = story((first, there, other, fourth), people([event(T, "in")]))
    assert [line[1:3] for line in told if line[2] in ("caught", "entered")] == [
        ("t", "entered"),
        ("t", "entered"),
        ("e", "caught"),
        ("t", "entered"),
        ("t", "entered"),
    ]


def test_r222_the_twenty_first_jump_of_an_instant_is_not_made() -> None:
    past = step("wait_date", "w", date="2001-01-01", if_past="continue")
    drawn = journey("s>w t>w>n", on("in", "s"), called(), past, to("j"), entry={"mode": "every"})
    rows = people([event(T, "in"), event(T + 1, "in")])
    told = story(drawn, rows, "jumped", "too_many_jumps", end=T + 2)
    for instant in (T, T + 1):
        lines = [line[2] for line in told if line[0] == instant]
        assert lines == ["jumped"] * 20 + ["too_many_jumps"]


def test_r222_what_was_known_where_they_came_from_is_from() -> None:
    texts = ("{{ from.event.sku }}", "{{ from.before.view[0].at }}", "{{ from.from.event.at }}")
    steps = [step("sms", f"m{place}", text=text) for place, text in enumerate(texts)]
    there = named("there", journey("t>m0>m1>m2", called(), *steps))
    rows = people([event(T, "view"), event(T + HOUR, "in", sku="x")])
    told = story((journey("t>n", on("in"), to("there")), there), rows, "sent", "words_missing")
    assert [line[2] for line in told] == ["sent", "sent", "words_missing"]


@pytest.mark.parametrize(
    ("shares", "found"),
    [((3_000, 4_000), "b"), ((4_000, 4_000), "a"), ((0,), "a"), ((), "failed"), ((1,), "a")],
)
def test_r225_in_a_backtest_the_likeliest_is_answered(shares: tuple[int, ...], found: str) -> None:
    answers = [{"id": "ab"[place], "share": share} for place, share in enumerate(shares)]
    told = story(journey("t>h", on("in"), shop(*answers)), people([event(T, "in")]), "answered")
    assert told == [(T, "h", "answered", found, None)]


@pytest.mark.parametrize("mode", [Mode.MIXED, Mode.GENERATED])
def test_r225_else_slot_0_draws_among_the_shares_and_what_is_missing_is_failed(mode: Mode) -> None:
    drawn = journey("t>h", on("in"), shop({"id": "a", "share": 3_000}, {"id": "b", "share": 3_000}))
    ports = set()
    for second in range(40):
        rows = outcome(drawn, people([event(T + second, "in")]), mode=mode).rows["c"]
        place = text_hash("j", "h")
        bits = draw(0, text_hash("c"), place, int(str(rows[0].entry), 16), 1, 0)
        point = bits * 10_000 >> 32
        port = "a" if point < 3_000 else "b" if point < 6_000 else "failed"
        assert rows[1].operands == (port, bits)
        ports.add(port)
    assert ports == {"a", "b", "failed"}


def test_r225_what_was_answered_is_known_under_the_name_and_takes_no_time() -> None:
    answer = {"id": "a", "share": 10_000, "values": {"left": 3}}
    texts = ("{{ stock.left }}", "{{ stock.price }}", "{{ stock.at }}")
    steps = [step("sms", f"m{place}", text=text) for place, text in enumerate(texts)]
    drawn = journey("t>h h.a>m0>m1>m2", on("in"), shop(answer, name="stock"), *steps)
    told = story(drawn, people([event(T, "in")]), "answered", "sent", "words_missing")
    assert [line[:3] for line in told] == [
        (T, "h", "answered"),
        (T, "m0", "sent"),
        (T, "m1", "words_missing"),
        (T, "m2", "words_missing"),
    ]


def test_r222_a_condition_of_the_target_sees_the_properties_of_the_entry() -> None:
    is_x = branch({"kind": "entry", "name": "sku", "operator": "is", "value": "x"})
    there = named("there", journey("t>b", called(), is_x))
    rows = people([event(T, "in", sku="x")])
    told = story((journey("t>n", on("in"), to("there")), there), rows, "branch_taken")
    assert told == [(T, "b", "branch_taken", "yes")]


@pytest.mark.parametrize(
    ("name", "fields", "found"),
    [
        ("stock.left", {"operator": "is", "value": 3}, "yes"),
        ("stock.left", {"operator": "greater", "value": 3}, "else"),
        ("stock.place", {"operator": "is", "value": "berlin"}, "yes"),
        ("stock.price", {"operator": "is_missing"}, "yes"),
        ("stock.at", {"operator": "is_missing"}, "yes"),
    ],
)
def test_r208_a_condition_asks_for_what_another_system_answered(
    name: str, fields: Mapping[str, object], found: str
) -> None:
    answer = {"id": "a", "share": 10_000, "values": {"left": 3, "place": "Berlin"}}
    asked = branch({"kind": "context", "name": name, **fields})
    drawn = journey("t>h h.a>b", on("in"), shop(answer, name="stock"), asked)
    told = story(drawn, people([event(T, "in")]), "branch_taken")
    assert told == [(T, "b", "branch_taken", found)]


def test_r208_before_another_system_answers_there_is_nothing_to_ask_for() -> None:
    missing = branch({"kind": "context", "name": "stock.left", "operator": "is_missing"})
    drawn = journey("t>b b.yes>h", on("in"), missing, shop(name="stock"))
    told = story(drawn, people([event(T, "in")]), "branch_taken", "answered")
    assert [line[2:4] for line in told] == [("branch_taken", "yes"), ("answered", "failed")]
