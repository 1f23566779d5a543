"""Worked by hand: caps over all journeys, who comes first, and what waits for room (R43, R304)."""

from journeys.document.journey import Journey
from journeys.sending.rules import SendingRules
from journeys.simulation.settings import Mode
from tests.oracle.sent_by_hand import FINISH, cap, comes, hours_of, rules, sends, sms, told, when
from tests.oracle.worked import Line, journey, on, outcome, people, wait

ONE_A_DAY = rules(caps=(cap("daily", 1, "PT24H"),))


def who_sends(
    drawn: tuple[Journey, ...], who: list[str], *reasons: str, sending: SendingRules
) -> list[Line]:
    """Return (journey, reason, operands ...) of all journeys for the customer who comes then."""
    found = outcome(
        drawn, people([comes(each) for each in who]), end=when("30T00:00"), sending=sending
    )
    return [
        (row.journey, row.reason, *row.operands) for row in found.rows["c"] if row.reason in reasons
    ]


def test_r304_the_next_message_has_room_when_the_first_is_as_old_as_the_window() -> None:
    who = people([comes("10T12:00"), comes("11T11:59:59"), comes("11T12:00")])
    assert told(sends(sms()), who, sending=ONE_A_DAY) == [
        ("10T12:00", "m", "sent", "sms"),
        ("11T11:59:59", "m", "capped", "not_sent", "daily", 1, "j", "10T12:00"),
        ("11T12:00", "m", "sent", "sms"),
    ]


def test_r44_three_journeys_share_a_cap_and_the_most_important_comes_first() -> None:
    drawn = tuple(
        sends(sms(), id=name, priority=rank) for name, rank in (("a", 0), ("b", 5), ("c", 0))
    )
    two = rules(caps=(cap("two", 2, "PT24H"),))
    noon = when("10T12:00")
    assert who_sends(drawn, ["10T12:00"], "sent", "capped", sending=two) == [
        ("b", "sent", "sms", True, True, 0),
        ("a", "sent", "sms", True, True, 1),
        ("c", "capped", "not_sent", "two", 2, "a", noon),
    ]


def test_r44_who_was_put_off_longer_comes_before_who_comes_now() -> None:
    """At noon b sends; a and c are put off in turn, c first; a day later there is room for one."""
    later = sms(when_capped="defer")
    slow = journey("t>w>m>f", on("in"), wait("PT2H"), later, FINISH, id="a")
    drawn = (slow, sends(sms(), id="b"), sends(later, id="c"))
    found = who_sends(drawn, ["10T12:00"], "sent", "deferred", sending=ONE_A_DAY)
    noon, next_noon = when("10T12:00"), when("11T12:00")
    assert found == [
        ("b", "sent", "sms", True, True, 0),
        ("c", "deferred", next_noon, "daily", 1, "b", noon),
        ("a", "deferred", next_noon, "daily", 1, "b", noon),
        ("c", "sent", "sms", True, True, 1),
        ("a", "deferred", when("12T12:00"), "daily", 1, "c", next_noon),
        ("a", "sent", "sms", True, True, 2),
    ]


def test_r44_priority_goes_before_who_was_first() -> None:
    later = sms(when_capped="defer")
    drawn = (
        journey("t>w>m>f", on("in"), wait("PT2H"), later, FINISH, id="a", priority=1),
        sends(sms(), id="b"),
        sends(later, id="c"),
    )
    found = who_sends(drawn, ["10T12:00"], "sent", sending=ONE_A_DAY)
    assert [line[0] for line in found] == ["b", "a", "c"]


def test_r304_of_several_full_caps_the_latest_release_counts() -> None:
    """News are limited to two in three hours, all messages to three in an hour."""
    two = rules(caps=(cap("all", 3, "PT1H"), cap("news", 2, "PT3H", category="news")))
    news = sends(sms(category="news", when_capped="defer"))
    plain = journey("s>n>f", on("x", "s"), sms("n"), FINISH, id="k")
    who = people([comes("10T12:00"), comes("10T12:10"), comes("10T12:20", "x"), comes("10T12:30")])
    assert told((news, plain), who, sending=two) == [
        ("10T12:00", "m", "sent", "sms"),
        ("10T12:10", "m", "sent", "sms"),
        ("10T12:20", "n", "sent", "sms"),
        ("10T12:30", "m", "deferred", "10T15:00", "news", 2, "j", "10T12:10"),
        ("10T15:00", "m", "sent", "sms"),
    ]
    drop = sends(sms(category="news"))
    assert told((drop, plain), who, "capped", sending=two) == [
        ("10T12:30", "m", "capped", "not_sent", "all", 3, "k", "10T12:20")
    ]


def test_r304_channels_categories_and_what_is_transactional_are_told_apart() -> None:
    drawn = (
        sends(sms(category="news")),
        journey("s>n>f", on("x", "s"), sms("n"), FINISH, id="k"),
        journey(
            "u>o>f", on("y", "u"), sms("o", transactional=True, category="news"), FINISH, id="l"
        ),
    )
    one = rules(
        caps=(cap("news", 1, "P7D", category="news"), cap("mail", 0, "P7D", channel="email"))
    )
    names = {"12": "y", "13": "in", "14": "x", "15": "y", "16": "in"}
    who = [comes(f"10T{hour}:00", name) for hour, name in names.items()]
    assert told(drawn, people(who), sending=one) == [
        ("10T12:00", "o", "sent", "sms"),
        ("10T13:00", "m", "sent", "sms"),
        ("10T14:00", "n", "sent", "sms"),
        ("10T15:00", "o", "sent", "sms"),
        ("10T16:00", "m", "capped", "not_sent", "news", 1, "j", "10T13:00"),
    ]


def test_r304_a_cap_of_none_is_always_full() -> None:
    none = rules(caps=(cap("loose", 5, "P7D"), cap("none", 0, "P7D")))
    for what, said in (
        ("drop", ("capped", "not_sent", "none", 0, None, None)),
        ("other_channel", ("capped", "other_channel", "none", 0, None, None)),
        ("defer", ("deferred_too_long", None, "none")),
    ):
        found = told(sends(sms(when_capped=what)), people([comes("10T12:00")]), sending=none)
        assert found == [("10T12:00", "m", *said)]


def test_r304_what_was_recorded_before_the_run_does_not_count_and_failed_ones_do_not() -> None:
    who = people([comes("10T11:00", "sms_delivered"), comes("10T12:00"), comes("10T13:00")])
    failing = sends(sms(responses={"failed": 10_000}))
    start = when("10T11:30")
    found = told(failing, who, "failed", sending=ONE_A_DAY, start=start, mode=Mode.MIXED)
    assert [line[0] for line in found] == ["10T12:00", "10T13:00"]
    assert [line[2] for line in told(sends(sms()), who, sending=ONE_A_DAY, start=start)] == [
        "sent",
        "capped",
    ]


def test_r43_quiet_then_a_cap_then_quiet_again_is_too_long_after_three_days() -> None:
    """Put off over Monday night; then for a day by the cap that the morning's first has filled.

    Its room comes in Tuesday's quiet hours; when they are over, the other cap is full for long.
    """
    two = rules("20:00-10:00", caps=(cap("short", 1, "PT10H"), cap("long", 2, "P4D")))
    later = sends(sms(when_capped="defer"), entry={"mode": "every", "key": "cart"})
    carts = {"21": "one", "22": "two", "23": "three"}
    who = people([comes(f"10T{hour}:00", cart=cart) for hour, cart in carts.items()])
    found = told(later, who, sending=two)
    first, second, third = ("11T10:00", "11T20:00", "12T10:00")
    assert next(line for line in found if line[0] == first) == (first, "m", "sent", "sms")
    tail = [line for line in found if line[2] != "deferred" or line[4] is None]
    assert [(line[0], line[2]) for line in tail] == [
        ("10T21:00", "deferred"),
        ("10T22:00", "deferred"),
        ("10T23:00", "deferred"),
        (first, "sent"),
        (second, "deferred"),
        (second, "deferred"),
        (third, "sent"),
        (third, "deferred_too_long"),
    ]
    assert found[-1] == (third, "m", "deferred_too_long", "15T10:00", "long")


def test_r44_within_one_journey_the_entries_of_one_instant_go_by_their_ids() -> None:
    drawn = sends(sms(when_capped="other_channel"), entry={"key": "cart"})
    who = people([comes("10T12:00", cart="b"), comes("10T12:00", cart="a")])
    found = outcome(drawn, who, sending=ONE_A_DAY).rows["c"]
    sent, capped = (
        next(row.entry for row in found if row.reason == reason) for reason in ("sent", "capped")
    )
    assert str(sent) < str(capped)


def test_r304_a_message_at_night_takes_its_place_when_it_is_sent() -> None:
    """A message that is put off over night takes no room before: another goes first."""
    early = sends(sms(send_window=hours_of("12:00-13:00")))
    other = journey("s>n>f", on("x", "s"), sms("n"), FINISH, id="k")
    who = people([comes("10T09:00"), comes("10T10:00", "x")])
    assert [line[1:3] for line in told((early, other), who, sending=ONE_A_DAY)] == [
        ("m", "deferred"),
        ("n", "sent"),
        ("m", "capped"),
    ]
