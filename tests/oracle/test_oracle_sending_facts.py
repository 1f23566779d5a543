"""Worked by hand: facts that are too old to say, and the hour people open at (R305, R306)."""

import pytest

from journeys.people.population import Event, Population
from tests.oracle.best import hours_from, learned
from tests.oracle.happening import recorded
from tests.oracle.sent_by_hand import (
    FINISH,
    QUIET,
    becomes,
    comes,
    hours_of,
    rules,
    sends,
    sms,
    told,
    when,
)
from tests.oracle.worked import at, journey, on, people, step, wait

NIGHT = rules("22:00-06:00")
YORK = "America/New_York"


def old(variable: str, max_age: str = "PT1H", on_expiry: str = "suppress") -> dict[str, str]:
    """Return what a variable may be, at most."""
    return {"variable": variable, "max_age": max_age, "on_expiry": on_expiry}


def test_r305_it_is_too_old_beyond_its_age_and_not_at_it() -> None:
    who = people([comes("10T12:00")])
    for lasts, said in (("PT1H", ("sent", "sms")), ("PT1H1S", ("context_too_old", "event", 3_601))):
        drawn = journey("t>w>m>f", on("in"), wait(lasts), sms(ages=[old("event")]), FINISH)
        assert told(drawn, who)[0][2:] == said


def test_r73_ages_are_those_of_the_release_and_come_after_caps_and_quiet_hours() -> None:
    who = people([comes("10T23:00", total=5)])
    found = told(sends(sms(ages=[old("event.total")])), who, sending=NIGHT)
    assert found == [
        ("10T23:00", "m", "deferred", "11T06:00", None, 0, None, None),
        ("11T06:00", "m", "context_too_old", "event.total", 7 * 3_600),
    ]


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("{{ event.total }}", "event.total"),
        ("{{ event.total | default(0) }}", None),
        ("{{ event.other }}", None),
        ("{{ event.at }}", None),
    ],
)
def test_r305_with_fallback_it_is_missing_for_this_message(words: str, missing: str | None) -> None:
    who = people([comes("10T12:00", total=5, other="a")])
    message = sms(ages=[old("event.total", on_expiry="fallback")], text=words)
    drawn = journey("t>w>m>f", on("in"), wait("PT2H"), message, FINISH)
    assert [line[2:] for line in told(drawn, who)] == [
        ("context_expired", "event.total", 7_200),
        ("sent", "sms") if missing is None else ("words_missing", missing),
    ]


@pytest.mark.parametrize("words", ["{{ event.at | date }}", "{{ order.at | date }}"])
def test_r305_when_it_was_is_missing_too(words: str) -> None:
    catching = step("wait_event", "w", branches=[{"id": "p", "event": "buy", "name": "order"}],
                    timeout="P2D")  # fmt: skip
    ages = [old(name, on_expiry="fallback") for name in ("event", "order")]
    drawn = journey(
        "t>w w.p>v v>m m>f",
        on("in"),
        catching,
        wait("PT2H", "v"),
        sms(ages=ages, text=words),
        FINISH,
    )
    who = people([comes("10T12:00"), comes("10T20:00", "buy")])
    assert [line[2:] for line in told(drawn, who)] == [
        ("context_expired", "event", 36_000),
        ("context_expired", "order", 7_200),
        ("words_missing", words[3:11]),
    ]


def test_r305_what_lies_inside_is_missing_too_and_the_order_is_the_declared_one() -> None:
    who = people([comes("10T12:00", total=5)])
    ages = [old("event", on_expiry="fallback"), old("event.total")]
    for some, said in (
        (ages, ["context_expired", "context_too_old"]),
        (ages[::-1], ["context_too_old"]),
        (ages[:1], ["context_expired", "words_missing"]),
    ):
        message = sms(ages=some, text="{{ event.total }}")
        drawn = journey("t>w>m>f", on("in"), wait("PT2H"), message, FINISH)
        assert [line[2] for line in told(drawn, who)] == said


def test_r305_what_a_wait_caught_is_as_old_as_the_event() -> None:
    catching = step("wait_event", "w", branches=[{"id": "p", "event": "buy", "name": "order"}],
                    timeout="P2D")  # fmt: skip
    drawn = journey(
        "t>w w.p>v v>m m>f",
        on("in"),
        catching,
        wait("PT2H", "v"),
        sms(ages=[old("order.total", "PT2H"), old("order", "PT90M")]),
        FINISH,
    )
    who = people([comes("10T12:00"), comes("10T20:00", "buy")])
    assert told(drawn, who) == [("10T22:00", "m", "context_too_old", "order", 7_200)]


def test_r305_an_update_of_the_context_makes_it_new() -> None:
    drawn = journey(
        "t>w>m>f", on("in"), wait("PT2H"), sms(ages=[old("event", "PT90M")]), FINISH,
        entry={"when_active": "update_context"},
    )  # fmt: skip
    who = people([comes("10T12:00"), comes("10T13:00")])
    assert told(drawn, who) == [("10T14:00", "m", "sent", "sms")]


def opens(*times: str) -> list[Event]:
    """Return opens of messages at days and times."""
    return [comes(each, "email_opened") for each in times]


def test_r306_it_is_put_off_to_the_hour_of_most_opens_and_of_equals_to_the_earliest() -> None:
    """Twice at 20 and twice at 09, once at 13: from noon on 20 comes first."""
    rows = opens("09T09:10", "09T20:10", "08T09:59", "08T20:00", "07T13:00")
    who = people([*rows, comes("10T12:00")])
    assert told(sends(sms(best_hour=True)), who) == [
        ("10T12:00", "m", "best_hour", 20, "10T20:00"),
        ("10T20:00", "m", "sent", "sms"),
    ]


def test_r306_the_hour_it_is_counts_at_once() -> None:
    who = people([*opens("09T12:59"), comes("10T12:30")])
    assert told(sends(sms(best_hour=True)), who) == [
        ("10T12:30", "m", "best_hour", 12, "10T12:30"),
        ("10T12:30", "m", "sent", "sms"),
    ]
    # Nobody ever opened anything: all hours are equal, and now is the earliest.
    assert told(sends(sms(best_hour=True)), people([comes("10T12:30")]))[0] == (
        "10T12:30", "m", "best_hour", 12, "10T12:30",
    )  # fmt: skip


def test_r306_the_hour_before_this_one_is_tomorrow_and_hours_are_local() -> None:
    """At 11:10 UTC it was 07:10 in New York; it is 08:00 there when they come."""
    who = people([*opens("09T11:10"), comes("10T12:00")], {"zone": YORK})
    assert told(sends(sms(best_hour=True)), who)[0][2:] == ("best_hour", 7, "11T11:00")


def test_r306_quiet_hours_are_left_out_and_where_none_is_left_nothing_is_put_off() -> None:
    rows = [*opens("09T23:10", "09T23:20", "09T20:10"), comes("10T12:00")]
    assert told(sends(sms(best_hour=True)), people(rows), sending=NIGHT)[0][2:] == (
        "best_hour", 20, "10T20:00",
    )  # fmt: skip
    free = sends(sms(best_hour=True, transactional=True))
    assert told(free, people(rows), sending=NIGHT)[0][2:] == ("best_hour", 23, "10T23:00")
    short = sends(sms(best_hour=True, send_window=hours_of("13:10-13:50")))
    assert told(short, people(rows)) == [
        ("10T12:00", "m", "deferred", "10T13:10", None, 0, None, None),
        ("10T13:10", "m", "sent", "sms"),
    ]


def test_r306_the_hour_is_chosen_once_in_a_visit_and_the_list_is_asked_again() -> None:
    rows = [*opens("09T20:10"), comes("10T12:00"), comes("10T19:00", "email_opened"),
            comes("10T19:10", "email_opened")]  # fmt: skip
    who = people(rows, {"consent.sms": True}, [becomes("10T19:30", **{"consent.sms": False})])
    assert told(sends(sms(best_hour=True)), who) == [
        ("10T12:00", "m", "best_hour", 20, "10T20:00"),
        ("10T20:00", "m", "no_consent", "sms"),
    ]


def test_r306_the_audience_before_the_run_weighs_as_five_in_ten_thousand() -> None:
    """All of three opens before the run were at 15; one own open, in the run, weighs more."""
    rows = [*opens("08T15:10", "07T15:00", "06T15:59"), comes("10T12:00")]
    crowd: Population = people(rows)
    start = when("10T00:00")
    asked = told(sends(sms(best_hour=True)), crowd, start=start)
    assert asked[0][2:] == ("best_hour", 15, "10T15:00")
    known = learned([("UTC", recorded(crowd.events[:3])), (YORK, recorded(crowd.events[:1]))])
    assert known.hours == {15: 7_500, 11: 2_500}


def test_r306_hours_begin_where_the_clock_has_them() -> None:
    """In New York 02:00 is missing on 10 March 2024: that hour begins as 03:00 does."""
    found = dict(hours_from(at("2024-03-09T17:30Z"), YORK))
    assert found[12] == at("2024-03-09T17:30Z")
    assert found[2] == found[3] == at("2024-03-10T07:00Z")
    assert found[11] == at("2024-03-10T15:00Z")


def test_r301_no_reason_is_told_of_what_is_not_asked() -> None:
    assert told(sends(sms()), people([comes("10T12:00")]), *QUIET) == [
        ("10T12:00", "m", "sent", "sms")
    ]
