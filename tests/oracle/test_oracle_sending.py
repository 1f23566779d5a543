"""Worked by hand: quiet hours, send windows, and what becomes of a send put off (R300, R303)."""

import pytest

from tests.oracle.sent_by_hand import (
    FINISH,
    becomes,
    comes,
    hours_of,
    rules,
    sends,
    sms,
    told,
)
from tests.oracle.worked import DAY, HOUR, at, event, journey, on, people, wait
from tests.simulation.worked import story

NIGHT = rules("22:00-06:00")
BERLIN, YORK = "Europe/Berlin", "America/New_York"


@pytest.mark.parametrize(
    ("came", "goes"),
    [
        ("10T21:59:59", "10T21:59:59"),
        ("10T22:00", "11T06:00"),
        ("11T00:00", "11T06:00"),
        ("11T05:59:59", "11T06:00"),
        ("11T06:00", "11T06:00"),
    ],
)
def test_r42_quiet_hours_go_over_night_with_their_start_and_without_their_end(
    came: str, goes: str
) -> None:
    found = told(sends(sms()), people([comes(came)]), sending=NIGHT)
    deferred = [] if came == goes else [(came, "m", "deferred", goes, None, 0, None, None)]
    assert found == [*deferred, (goes, "m", "sent", "sms")]


def test_r300_the_day_is_the_one_on_which_hours_begin() -> None:
    monday = rules(hours_of("22:00-06:00", days=["mon"]))
    for came, goes in (
        ("10T03:00", "10T03:00"),
        ("10T23:00", "11T06:00"),
        ("11T03:00", "11T06:00"),
        ("11T23:00", "11T23:00"),
    ):
        found = told(sends(sms()), people([comes(came)]), "sent", sending=monday)
        assert found == [(goes, "m", "sent", "sms")]


def test_r300_hours_are_for_the_channels_named_and_touch_where_they_meet() -> None:
    both = rules(
        hours_of("22:00-06:00", channels=["email"]), hours_of("23:00-07:00"), "07:00-08:30"
    )
    found = told(sends(sms()), people([comes("10T22:30"), comes("10T23:30")]), "sent", sending=both)
    assert found == [("10T22:30", "m", "sent", "sms"), ("11T08:30", "m", "sent", "sms")]


def test_r300_outside_its_send_window_it_is_quiet_for_a_message() -> None:
    office = hours_of("09:00-17:00", days=["mon", "tue"])
    found = told(sends(sms(send_window=office)), people([comes("10T08:00"), comes("11T17:00")]))
    assert found == [
        ("10T08:00", "m", "deferred", "10T09:00", None, 0, None, None),
        ("10T09:00", "m", "sent", "sms"),
        ("11T17:00", "m", "deferred_too_long", "17T09:00", None),
    ]


def test_r303_transactional_messages_are_sent_at_night() -> None:
    message = sms(transactional=True, send_window=hours_of("09:00-10:00"))
    found = told(sends(message), people([comes("10T23:00")]), sending=NIGHT)
    assert found == [("10T23:00", "m", "sent", "sms")]


@pytest.mark.parametrize(
    ("what", "port", "end"), [("drop", "not_sent", "f"), ("other_channel", "other_channel", "o")]
)
def test_r303_what_is_not_put_off_goes_on_at_once(what: str, port: str, end: str) -> None:
    found = told(sends(sms(when_quiet=what)), people([comes("10T23:00")]), sending=NIGHT)
    assert found == [("10T23:00", "m", "quiet_dropped", port)]
    ends = told(sends(sms(when_quiet=what)), people([comes("10T23:00")]), "finished", sending=NIGHT)
    assert ends == [("10T23:00", end, "finished")]


def test_r42_later_waits_begin_when_it_is_sent() -> None:
    drawn = journey("t>m>w>f", on("in"), sms(), wait("PT1H"), FINISH)
    found = told(drawn, people([comes("10T23:00")]), "wait_started", sending=NIGHT)
    assert [line[0] for line in found] == ["11T06:00"]


def test_r303_the_zone_moves_to_the_west_and_the_night_gets_longer() -> None:
    """22:30 in Berlin; at 02:00 there they come to New York, where it is 20:00: it is not quiet.

    It was 16:30 in New York when they were put off: that is not quiet, so they go now.
    """
    who = people([comes("10T20:30")], {"zone": BERLIN}, [becomes("11T00:00", zone=YORK)])
    assert told(sends(sms()), who, sending=NIGHT) == [
        ("10T20:30", "m", "deferred", "11T04:00", None, 0, None, None),
        ("11T00:00", "m", "deferral_moved", "11T04:00", "11T00:00"),
        ("11T00:00", "m", "sent", "sms"),
    ]


def test_r303_a_change_of_zone_counts_from_when_they_were_put_off() -> None:
    """23:00 in New York, put off until 06:00 there; in Berlin it is 05:00, and 06:00 in an hour.

    The change comes half an hour later, at 05:30 in Berlin.
    """
    who = people([comes("11T03:00")], {"zone": YORK}, [becomes("11T03:30", zone=BERLIN)])
    assert told(sends(sms()), who, sending=NIGHT) == [
        ("11T03:00", "m", "deferred", "11T10:00", None, 0, None, None),
        ("11T03:30", "m", "deferral_moved", "11T10:00", "11T04:00"),
        ("11T04:00", "m", "sent", "sms"),
    ]


def test_r303_the_whole_list_is_asked_again_in_the_zone_of_the_release() -> None:
    """Put off at 01:00 UTC until 06:00; then they are in New York, where 01:00 was 21:00."""
    who = people([comes("11T01:00")], {"zone": "UTC"}, [becomes("11T03:00", zone=YORK)])
    assert told(sends(sms()), who, sending=NIGHT) == [
        ("11T01:00", "m", "deferred", "11T06:00", None, 0, None, None),
        ("11T03:00", "m", "deferral_moved", "11T06:00", "11T03:00"),
        # It is 23:00 there by now.
        ("11T03:00", "m", "deferred", "11T10:00", None, 0, None, None),
        ("11T10:00", "m", "sent", "sms"),
    ]


def test_r43_consent_that_is_revoked_while_it_is_put_off_is_asked_again() -> None:
    who = people([comes("10T23:00")], {"consent.sms": True},
                 [becomes("11T03:00", **{"consent.sms": False})])  # fmt: skip
    assert told(sends(sms()), who, sending=NIGHT)[1:] == [("11T06:00", "m", "no_consent", "sms")]


def test_r301_who_is_suppressed_by_then_is_not_sent_to() -> None:
    who = people([comes("10T23:00")], {"suppressed": None}, [becomes("11T03:00", suppressed="yes")])
    assert told(sends(sms()), who, sending=NIGHT)[1:] == [("11T06:00", "m", "suppressed", "sms")]
    never = people([comes("10T12:00")], {"suppressed": False, "consent.sms": False})
    assert told(sends(sms()), never) == [("10T12:00", "m", "no_consent", "sms")]


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ({"exits": [{"id": "bought", "event": "buy"}]}, "exited"),
        ({"goals": [{"id": "bought", "event": "buy", "window": "P9D", "ends": True}]},
         "left_by_goal"),
    ],
)  # fmt: skip
def test_r44_a_purchase_while_it_is_put_off_takes_them_out(
    rule: dict[str, object], reason: str
) -> None:
    who = people([comes("10T23:00"), comes("11T02:00", "buy")])
    assert told(sends(sms(), **rule), who, sending=NIGHT)[1:] == [
        ("11T02:00", "m", reason, "bought")
    ]


def test_r3_a_purchase_at_the_very_release_comes_first() -> None:
    who = people([comes("10T23:00"), comes("11T06:00", "buy")])
    drawn = sends(sms(), exits=[{"id": "bought", "event": "buy"}])
    assert told(drawn, who, sending=NIGHT)[1:] == [("11T06:00", "m", "exited", "bought")]


def test_r303_where_it_is_never_open_there_is_no_release() -> None:
    found = told(
        sends(sms()), people([comes("10T12:00")]), sending=rules("06:00-18:00", "18:00-06:00")
    )
    assert found == [("10T12:00", "m", "deferred_too_long", None, None)]


def test_r7_at_the_end_of_the_run_who_is_put_off_stands_at_the_message() -> None:
    found = told(sends(sms()), people([comes("10T23:00")]), sending=NIGHT, until="11T06:00")
    assert found[1:] == [("11T06:00", "m", "waiting", "11T06:00")]


def test_r303_72_hours_are_not_too_long_and_a_second_more_is() -> None:
    """The window opens on Thursday at noon: from Monday at noon that is three days."""
    window = hours_of("12:00-13:00", days=["thu"])
    who = people([comes("10T11:59:59"), comes("10T12:00")])
    assert told(sends(sms(send_window=window)), who) == [
        ("10T11:59:59", "m", "deferred_too_long", "13T12:00", None),
        ("10T12:00", "m", "deferred", "13T12:00", None, 0, None, None),
        ("13T12:00", "m", "sent", "sms"),
    ]


@pytest.mark.parametrize(
    ("came", "waits"), [(60, 1_800), (1_800, 1_800), (HOUR + 60, HOUR + 1_800)]
)
def test_r303_as_the_clock_is_put_back_what_was_over_is_quiet_again(came: int, waits: int) -> None:
    """In Berlin the hour from 02:00 comes twice on 27 October: it is quiet until 02:30, twice."""
    two = at("2024-10-27T00:00Z")  # by summer time
    who = people([event(two + came, "in")], {"zone": BERLIN})
    found = story(sends(sms()), who, "sent", sending=rules("02:00-02:30"), end=two + DAY)
    assert [line[0] for line in found] == [two + waits]
