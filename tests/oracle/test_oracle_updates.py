"""Worked by hand: steps that change what is known of a customer, and lists (R38, R223, R224)."""

from decimal import Decimal

import pytest

from journeys.document.node import Node
from journeys.people.population import Event
from tests.oracle.worked import HOUR, branch, change, event, journey, on, people, step, wait
from tests.simulation.worked import story

T = 1_718_000_000
MOST = 2**43
TOLD = "profile_updated"


def update(*changes: dict[str, object], name: str = "u") -> Node:
    """Return a step that updates the profile."""
    return step("update_profile", name, changes=changes)


def test_r223_changes_hold_one_after_the_other_and_each_is_told() -> None:
    changes = update(
        {"attribute": "tier", "do": "set", "value": "gold"},
        {"attribute": "points", "do": "add", "value": 2},
        {"attribute": "points", "do": "add", "value": 3},
        {"attribute": "was", "do": "copy", "from_attribute": "points"},
        {"attribute": "bought", "do": "copy", "entry": "sku"},
        {"attribute": "came", "do": "now"},
        {"attribute": "tier", "do": "clear"},
    )
    drawn = journey("t>u>f", on("in"), changes, step("finish", "f"))
    assert story(drawn, people([event(T, "in", sku="x")], {"tier": "tin"}), TOLD) == [
        (T, "u", TOLD, "tier", "gold"),
        (T, "u", TOLD, "points", 2),
        (T, "u", TOLD, "points", 5),
        (T, "u", TOLD, "was", 5),
        (T, "u", TOLD, "bought", "x"),
        (T, "u", TOLD, "came", T),
        (T, "u", TOLD, "tier", None),
    ]


def test_r223_what_is_no_number_stays_and_a_missing_source_leaves_nothing() -> None:
    changes = update(
        {"attribute": "tier", "do": "add", "value": 1},
        {"attribute": "tier", "do": "copy", "entry": "sku"},
    )
    drawn = journey("t>u", on("in"), changes)
    rows = [event(T, "in", sku=None)]
    assert story(drawn, people(rows, {"tier": "tin"}), TOLD) == [
        (T, "u", TOLD, "tier", "tin"),
        (T, "u", TOLD, "tier", None),
    ]


@pytest.mark.parametrize(
    ("before", "more", "after"), [(MOST - 1, 1, MOST), (MOST, 1, MOST), (-MOST, -1, -MOST)]
)
def test_r223_a_sum_beyond_the_limit_leaves_the_attribute_as_it_is(
    before: int, more: int, after: int
) -> None:
    drawn = journey("t>u", on("in"), update({"attribute": "points", "do": "add", "value": more}))
    found = story(drawn, people([event(T, "in")], {"points": before}), TOLD)
    assert found == [(T, "u", TOLD, "points", after)]


def test_r223_a_copy_beyond_the_limit_leaves_the_attribute_as_it_is() -> None:
    changes = update({"attribute": "balance", "do": "copy", "entry": "pages"})
    drawn = journey("t>u", on("in"), changes)
    rows = [event(T, "in", pages=MOST // 10_000), event(T + 1, "in", pages=MOST // 10_000 + 1)]
    assert story(drawn, people(rows, {"balance": Decimal("1.5")}), TOLD) == [
        (T, "u", TOLD, "balance", MOST // 10_000),
        (T + 1, "u", TOLD, "balance", MOST // 10_000),
    ]


def test_r38_a_change_holds_at_once_for_later_steps() -> None:
    asked = branch({"kind": "attribute", "name": "vip", "operator": "is", "value": True})
    changes = update({"attribute": "vip", "do": "set", "value": True})
    drawn = journey("t>u>b", on("in"), changes, asked)
    assert story(drawn, people([event(T, "in")]), "branch_taken") == [
        (T, "b", "branch_taken", "yes")
    ]


def test_r38_exits_and_waits_are_asked_when_all_who_moved_have_run() -> None:
    vip = {"kind": "attribute", "name": "vip", "operator": "is", "value": True}
    catching = step("wait_event", "e", timeout="PT6H", branches=({"id": "vip", "condition": vip},))
    first = journey(
        "t>u>w", on("in"), update({"attribute": "vip", "do": "set", "value": True}), wait("PT1H")
    ).model_copy(update={"id": "a"})
    second = journey("t>e e.vip>f", on("in"), catching, step("finish", "f"))
    third = journey("t>w", on("in"), wait("PT6H"), exits=({"id": "out", "condition": vip},))
    third = third.model_copy(update={"id": "k"})
    told = story((first, second, third), people([event(T, "in")], {"vip": False}))
    assert told == [
        *((T, "t", "entered", None),) * 3,
        (T, "u", TOLD, "vip", True),
        (T, "w", "wait_started", T + HOUR),
        (T, "e", "wait_started", T + 6 * HOUR),
        (T, "e", "caught", "vip", None, False),
        (T, "f", "finished"),
        (T, "w", "wait_started", T + 6 * HOUR),
        (T, "w", "exited", "out"),
        (T + HOUR, "w", "wait_over"),
        (T + HOUR, "w", "path_ended", "next"),
    ]


def test_r223_a_new_zone_moves_the_ends_of_waits() -> None:
    changes = update({"attribute": "zone", "do": "set", "value": "America/New_York"})
    drawn = journey("t>w", on("in"), step("wait_time", "w", time="12:00"))
    other = journey("t>u", on("go"), changes).model_copy(update={"id": "other"})
    rows = [event(T, "in"), event(T + 60, "go")]
    noon = T + 3_600 * 5 + 46 * 60 + 40  # T is 06:13:20 by the workspace's clock, UTC.
    told = story((drawn, other), people(rows), "wait_started", "wait_moved", "wait_over")
    assert told == [
        (T, "w", "wait_started", noon),
        (T + 60, "w", "wait_moved", noon, noon + 4 * HOUR),
        (noon + 4 * HOUR, "w", "wait_over"),
    ]


def test_r37_consent_the_data_do_not_have_is_unknown_until_a_step_changes_it() -> None:
    changes = update({"attribute": "consent.sms", "do": "clear"})
    drawn = journey("t>m>u>m2", on("in"), step("sms", "m"), changes, step("sms", "m2"))
    told = story(drawn, people([event(T, "in")]), "sent", "no_consent")
    assert [line[1:3] for line in told] == [("m", "sent"), ("m2", "no_consent")]


def test_r224_lists_are_attributes_that_say_yes_and_no() -> None:
    put = step("list_step", "u", list="vips")
    taken = step("list_step", "v", list="vips", do="remove")
    drawn = journey("t>u>v", on("in"), put, taken)
    assert story(drawn, people([event(T, "in")]), TOLD) == [
        (T, "u", TOLD, "list.vips", True),
        (T, "v", TOLD, "list.vips", False),
    ]


def test_r223_a_change_from_a_file_at_that_second_comes_first() -> None:
    drawn = journey(
        "t>w>u", on("in"), wait("PT1H"), update({"attribute": "n", "do": "add", "value": 1})
    )
    rows: list[Event] = [event(T, "in")]
    told = story(drawn, people(rows, {"n": 1}, [change(T + HOUR, n=5)]), TOLD)
    assert told == [(T + HOUR, "u", TOLD, "n", 6)]


def test_r223_a_thousand_updates_are_made_at_an_instant_and_the_next_leaves() -> None:
    put = [step("list_step", f"u{place}", list="vips") for place in range(40)]
    names = ">".join(node.id for node in put)
    drawn = journey(f"t>{names}>f", on("in"), *put, step("finish", "f"))
    told = story(drawn, people([event(time, "in") for time in (*(T,) * 26, T + 1)]))
    assert [line[2] for line in told if line[0] == T].count(TOLD) == 1_000
    ends = [line for line in told if line[2] in ("finished", "too_many_updates")]
    assert ends == [
        *((T, "f", "finished"),) * 25,
        (T, "u0", "too_many_updates"),
        (T + 1, "f", "finished"),
    ]
