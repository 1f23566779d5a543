"""Worked by hand: a condition asked right before a message goes out, and asked again (R302)."""

from collections.abc import Mapping
from typing import Any

import pytest

from journeys.document.node import Node
from journeys.simulation.settings import Pause, Policy
from tests.oracle.sent_by_hand import (
    FINISH,
    QUIET,
    becomes,
    cap,
    comes,
    rules,
    sends,
    sms,
    told,
    when,
)
from tests.oracle.worked import journey, on, outcome, people, step, wait

VIP = {"kind": "attribute", "name": "vip", "operator": "is", "value": True}
BUSY = {"kind": "behaviour", "event": "x", "within": "PT1H", "operator": "at_least", "value": 1}
CALM = {"kind": "not", "of": BUSY}
DEAR = {"kind": "entry", "name": "total", "operator": "at_least", "value": 50}
NIGHT = rules("22:00-06:00")


def gated(condition: Mapping[str, object], try_for: str | None = "PT2H", **more: object) -> Node:
    """Return a message with a gate."""
    return step("sms", "m", gate=condition, try_for=try_for, **more)


def test_r302_a_gate_is_asked_aloud_before_all_but_exit_rules() -> None:
    both = {"kind": "all", "of": [BUSY, VIP]}
    who = people([comes("10T12:00")], {"vip": False, "address.sms": None})
    assert told(sends(gated(both, None)), who, "leaf", *QUIET) == [
        ("10T12:00", "m", "leaf", 0, False, 0),
        ("10T12:00", "m", "gate_closed"),
    ]
    out = sends(gated(VIP), exits=[{"id": "poor", "condition": {"kind": "not", "of": VIP}}])
    assert told(out, who, "leaf", *QUIET) == [("10T12:00", "m", "exited", "poor")]


def test_r302_an_open_gate_lets_the_list_go_on() -> None:
    who = people([comes("10T12:00")], {"vip": True, "address.sms": None})
    assert told(sends(gated(VIP)), who, "leaf", *QUIET) == [
        ("10T12:00", "m", "leaf", 0, True, True),
        ("10T12:00", "m", "no_address", "sms"),
    ]


def test_r302_it_becomes_true_by_an_event_and_is_sent_at_that_instant() -> None:
    who = people([comes("10T12:00"), comes("10T12:30", "y"), comes("10T13:00", "x")])
    assert told(sends(gated(BUSY)), who, "leaf", *QUIET) == [
        ("10T12:00", "m", "leaf", 0, False, 0),
        ("10T12:00", "m", "gate_waiting", "10T14:00"),
        ("10T13:00", "m", "leaf", 0, True, 1),
        ("10T13:00", "m", "sent", "sms"),
    ]


def test_r302_it_becomes_true_by_a_change_of_the_profile() -> None:
    who = people([comes("10T12:00")], {"vip": False}, [becomes("10T12:10", vip=True)])
    assert told(sends(gated(VIP)), who)[1:] == [("10T12:10", "m", "sent", "sms")]


def test_r302_it_becomes_true_by_time_alone() -> None:
    who = people([comes("10T11:30", "x"), comes("10T12:00")])
    assert told(sends(gated(CALM)), who) == [
        ("10T12:00", "m", "gate_waiting", "10T14:00"),
        ("10T12:30", "m", "sent", "sms"),
    ]


def test_r302_it_never_becomes_true_and_is_not_sent_when_the_time_is_over() -> None:
    who = people([comes("10T12:00")], {"vip": False}, [becomes("10T14:00:01", vip=True)])
    assert told(sends(gated(VIP)), who) == [
        ("10T12:00", "m", "gate_waiting", "10T14:00"),
        ("10T14:00", "m", "gate_closed"),
    ]
    # What comes at that very instant comes before it: R3.
    who = people([comes("10T12:00")], {"vip": False}, [becomes("10T14:00", vip=True)])
    assert told(sends(gated(VIP)), who)[1:] == [("10T14:00", "m", "sent", "sms")]


def test_r215_a_gate_that_ages_true_as_its_time_is_over_is_asked_first_and_then_closed_or_not() -> (
    None
):
    quiet = people([comes("10T11:59", "x"), comes("10T12:00"), comes("10T12:59", "x")])
    assert told(sends(gated(CALM, "PT1H59M")), quiet)[1:] == [("10T13:59", "m", "sent", "sms")]


def test_r302_an_update_of_the_context_has_it_asked_at_once() -> None:
    drawn = sends(gated(DEAR), entry={"when_active": "update_context"})
    who = people([comes("10T12:00", total=10), comes("10T12:20", total=60)])
    assert told(drawn, who)[1:] == [("10T12:20", "m", "sent", "sms")]


def test_r302_while_it_is_put_off_the_gate_is_not_asked_and_then_it_is() -> None:
    """True at 22:30 and put off, false again at the release: by then its time is over."""
    turns = {"10T22:30": True, "10T23:00": False, "11T00:00": True, "11T05:00": False}
    changes = [becomes(time, vip=vip) for time, vip in turns.items()]
    who = people([comes("10T21:30")], {"vip": False}, changes)
    assert told(sends(gated(VIP)), who, sending=NIGHT) == [
        ("10T21:30", "m", "gate_waiting", "10T23:30"),
        ("10T22:30", "m", "deferred", "11T06:00", None, 0, None, None),
        ("11T06:00", "m", "gate_closed"),
    ]
    # With more time it waits on, until the instant that was set first.
    assert told(sends(gated(VIP, "PT12H")), who, sending=NIGHT) == [
        ("10T21:30", "m", "gate_waiting", "11T09:30"),
        ("10T22:30", "m", "deferred", "11T06:00", None, 0, None, None),
        ("11T06:00", "m", "gate_waiting", "11T09:30"),
        ("11T09:30", "m", "gate_closed"),
    ]


def test_r302_each_visit_has_its_own_time() -> None:
    drawn = journey("t>m m.sent>f m.not_sent>w w>m", on("in"), gated(VIP), wait("PT1H"), FINISH)
    who = people([comes("10T12:00")], {"vip": False}, [becomes("10T16:00", vip=True)])
    assert told(drawn, who) == [
        ("10T12:00", "m", "gate_waiting", "10T14:00"),
        ("10T14:00", "m", "gate_closed"),
        ("10T15:00", "m", "gate_waiting", "10T17:00"),
        ("10T16:00", "m", "sent", "sms"),
    ]


def test_r44_who_was_at_the_gate_first_is_first_in_the_round() -> None:
    elsewhere: dict[str, Any] = {"when_capped": "other_channel"}
    other = journey("t>m>f m.other_channel>f", on("x"), sms(**elsewhere), FINISH, id="a")
    drawn = (sends(gated(BUSY, **elsewhere), id="z"), other)
    one = rules(caps=(cap("one", 1, "PT24H"),))
    who = people([comes("10T12:00"), comes("10T13:00", "x")])
    found = outcome(drawn, who, sending=one, end=when("11T00:00")).rows["c"]
    said = [(row.journey, row.reason) for row in found if row.reason in ("sent", "capped")]
    assert said == [("z", "sent"), ("a", "capped")]


@pytest.mark.parametrize("policy", [Policy.CATCH_UP, Policy.EXTEND])
def test_r308_in_a_pause_a_gate_is_not_asked_and_nothing_moves(policy: Policy) -> None:
    pause = (Pause("j", when("10T13:00"), when("10T15:00"), policy),)
    who = people([comes("10T12:00")], {"vip": False}, [becomes("10T13:30", vip=True)])
    assert told(sends(gated(VIP)), who, pauses=pause)[1:] == [("10T15:00", "m", "sent", "sms")]
    never = people([comes("10T12:00")], {"vip": False})
    assert told(sends(gated(VIP)), never, pauses=pause)[1:] == [("10T15:00", "m", "gate_closed")]
    assert told(sends(gated(VIP, "PT5H")), never, pauses=pause) == [
        ("10T12:00", "m", "gate_waiting", "10T17:00"),
        ("10T17:00", "m", "gate_closed"),
    ]


@pytest.mark.parametrize("policy", [Policy.CATCH_UP, Policy.EXTEND])
def test_r308_a_release_in_a_pause_comes_at_its_end(policy: Policy) -> None:
    who = people([comes("10T23:00")])
    pause = (Pause("j", when("11T05:00"), when("11T07:00"), policy),)
    assert told(sends(sms()), who, sending=NIGHT, pauses=pause)[1:] == [
        ("11T07:00", "m", "sent", "sms")
    ]
    later = (Pause("j", when("11T03:00"), when("11T05:00"), policy),)
    assert told(sends(sms()), who, sending=NIGHT, pauses=later)[1:] == [
        ("11T06:00", "m", "sent", "sms")
    ]


def test_r228_a_release_that_was_slept_over_is_asked_on_waking() -> None:
    who = people([comes("10T23:00")])
    asleep = ((when("11T05:00"), when("11T23:00")),)
    assert told(sends(sms()), who, sending=NIGHT, asleep=asleep)[1:] == [
        ("11T23:00", "m", "deferred", "12T06:00", None, 0, None, None),
        ("12T06:00", "m", "sent", "sms"),
    ]
