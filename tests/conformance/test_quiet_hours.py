"""Quiet hours and send windows, worked by hand (R42, R300, R301, R303)."""

import pytest

from journeys.document.journey import Journey
from journeys.errors import ThroughlineError
from journeys.people.population import Content, Population
from journeys.sending.caps import Cap
from journeys.sending.hours import QuietHours
from journeys.sending.rules import SendingRules
from journeys.simulation.settings import Pause, Policy, RunSettings
from tests.oracle.worked import DAY, HOUR, at, change, event, journey, on, people, step
from tests.simulation.living import lived

F, G = step("finish", "f"), step("finish", "g")
MONDAY = at("2024-06-03T00:00Z")
NIGHT = {"start": "22:00", "end": "08:00"}


def quiet(**hours: object) -> SendingRules:
    """Return the rules with some quiet hours, at night where nothing else is said."""
    return SendingRules(quiet_hours=(QuietHours.model_validate(NIGHT | hours),))


def mailing(kind: str = "sms", **fields: object) -> Journey:
    """Return a journey of one message."""
    return journey("t>m>f m.not_sent>g", on("add"), step(kind, "m", **fields), F, G)


def told(
    drawing: Journey | tuple[Journey, ...],
    rows: Population,
    rules: SendingRules | None = None,
    pauses: tuple[Pause, ...] = (),
    asleep: tuple[tuple[int, int], ...] = (),
) -> list[tuple[Content, ...]]:
    """Return what is decided from the message on, of a run of some days."""
    settings = RunSettings(
        start=MONDAY,
        end=MONDAY + 12 * DAY,
        sending=rules or quiet(),
        pauses=pauses,
        asleep=asleep,
    )
    found = lived(drawing, rows, settings=settings)
    return [row for row in found if row[2] not in ("entered", "finished")]


def added(hour: int, **attributes: Content) -> Population:
    """Return a customer who adds something some hours after Monday began."""
    return people([event(MONDAY + hour * HOUR, "add")], attributes)


SENT = ("sms", True, True, 0)
DEFERRED = (None, 0, None, None)


def test_r42_and_r303_what_is_quiet_is_sent_at_the_end_of_the_night() -> None:
    for hour, release in ((22, 32), (31, 32), (24, 32)):
        assert told(mailing(), added(hour)) == [
            (MONDAY + hour * HOUR, "m", "deferred", MONDAY + release * HOUR, *DEFERRED),
            (MONDAY + release * HOUR, "m", "sent", *SENT),
        ]
    for hour in (8, 21):
        assert told(mailing(), added(hour)) == [(MONDAY + hour * HOUR, "m", "sent", *SENT)]


def test_r303_quiet_hours_drop_or_go_another_way() -> None:
    now = MONDAY + 23 * HOUR
    assert told(mailing(when_quiet="drop"), added(23)) == [(now, "m", "quiet_dropped", "not_sent")]
    other = step("sms", "m", when_quiet="other_channel")
    two = journey("t>m>f m.other_channel>n n.sent>f", on("add"), other, step("push", "n"), F)
    assert told(two, added(23), quiet(channels=("sms",))) == [
        (now, "m", "quiet_dropped", "other_channel"),
        (now, "n", "sent", "push", True, True, 0),
    ]


def test_r300_hours_begin_on_the_days_they_name_and_are_for_the_channels_they_name() -> None:
    monday = quiet(days=("mon",))
    assert [row[2] for row in told(mailing(), added(23), monday)] == ["deferred", "sent"]
    assert [row[2] for row in told(mailing(), added(25), monday)] == ["deferred", "sent"]
    assert [row[2] for row in told(mailing(), added(47), monday)] == ["sent"]
    assert [row[2] for row in told(mailing(), added(1), monday)] == ["sent"]
    email = quiet(channels=("email",))
    assert [row[2] for row in told(mailing(), added(23), email)] == ["sent"]
    assert [row[2] for row in told(mailing("email"), added(23), email)] == ["deferred", "sent"]


def test_r303_what_is_transactional_is_never_quiet() -> None:
    drawing = mailing(transactional=True, send_window={"start": "09:00", "end": "10:00"})
    assert [row[2] for row in told(drawing, added(23))] == ["sent"]


def test_r300_outside_of_its_window_it_is_quiet_for_a_message() -> None:
    drawing = mailing(send_window={"start": "09:00", "end": "10:00", "days": ("tue",)})
    now, release = MONDAY + 10 * HOUR, MONDAY + 33 * HOUR
    assert told(drawing, added(10), SendingRules()) == [
        (now, "m", "deferred", release, *DEFERRED),
        (release, "m", "sent", *SENT),
    ]
    assert [row[2] for row in told(drawing, added(33), SendingRules())] == ["sent"]


def test_r303_beyond_three_days_it_is_not_sent() -> None:
    drawing = mailing(send_window={"start": "09:00", "end": "10:00", "days": ("thu",)})
    latest = MONDAY + 3 * DAY + 9 * HOUR
    assert told(drawing, added(9), SendingRules())[0][2:4] == ("deferred", latest)
    assert told(drawing, added(8), SendingRules()) == [
        (MONDAY + 8 * HOUR, "m", "deferred_too_long", latest, None)
    ]
    whole = SendingRules(
        quiet_hours=tuple(
            QuietHours.model_validate({"start": start, "end": end})
            for start, end in (("00:00", "12:00"), ("12:00", "00:00"))
        )
    )
    now = MONDAY + 8 * HOUR
    assert told(mailing(), added(8), whole) == [(now, "m", "deferred_too_long", None, None)]


def test_r303_another_zone_moves_the_release() -> None:
    rows = people(
        [event(MONDAY + 23 * HOUR, "add")],
        {"zone": "UTC"},
        [change(MONDAY + 25 * HOUR, zone="Asia/Tokyo"), change(MONDAY + 26 * HOUR, zone="UTC")],
    )
    now, first = MONDAY + 23 * HOUR, MONDAY + 32 * HOUR
    assert told(mailing(), rows) == [
        (now, "m", "deferred", first, *DEFERRED),
        (MONDAY + 25 * HOUR, "m", "deferral_moved", first, MONDAY + 25 * HOUR),
        (MONDAY + 25 * HOUR, "m", "sent", *SENT),
    ]


def test_r303_the_night_ends_by_the_clock_also_where_the_clock_changes() -> None:
    begin = at("2024-03-30T23:00Z")
    rows = people([event(begin, "add")], {"zone": "Europe/Zurich"})
    found = lived(mailing(), rows, "deferred", settings=RunSettings(sending=quiet()))
    assert [row[3] for row in found] == [at("2024-03-31T06:00Z")]


def test_r301_the_checks_have_an_order_and_all_are_asked_again_at_the_release() -> None:
    gone = people(
        [event(MONDAY + 23 * HOUR, "add")],
        {"consent.sms": True},
        [change(MONDAY + 24 * HOUR, **{"consent.sms": False})],
    )
    assert told(mailing(), gone)[1:] == [(MONDAY + 32 * HOUR, "m", "no_consent", "sms")]
    both = added(23, **{"consent.sms": False, "suppressed": True})
    assert [row[2] for row in told(mailing(), both)] == ["no_consent"]
    now = MONDAY + 23 * HOUR
    assert told(mailing(), added(23, suppressed=True)) == [(now, "m", "suppressed", "sms")]
    for value in (None, False):
        held = people([event(now, "add")], {"suppressed": value, "other": True})
        assert [row[2] for row in told(mailing(), held)] == ["deferred", "sent"]


def test_r308_a_release_in_a_pause_is_put_off_to_its_end() -> None:
    for policy in Policy:
        pause = Pause("j", MONDAY + 30 * HOUR, MONDAY + 40 * HOUR, policy)
        found = told(mailing(), added(23), pauses=(pause,))
        assert found[-1][:3] == (MONDAY + 40 * HOUR, "m", "sent")
    found = told(mailing(), added(23), asleep=((MONDAY + 30 * HOUR, MONDAY + 35 * HOUR),))
    assert found[-1][:3] == (MONDAY + 35 * HOUR, "m", "sent")


def test_r44_and_r303_who_was_tried_first_is_checked_first() -> None:
    second = mailing()
    first = journey("t>m>f", on("early"), step("sms", "m"), F, id="k")
    rows = people([event(MONDAY + 22 * HOUR, "early"), event(MONDAY + 23 * HOUR, "add")])
    rules = SendingRules(
        quiet_hours=quiet().quiet_hours,
        caps=(Cap.model_validate({"id": "one", "count": 1, "within": "P1D"}),),
    )
    found = told((second, first), rows, rules)
    assert [row[2] for row in found] == ["deferred", "deferred", "sent", "capped"]
    assert found[-1][3:] == ("not_sent", "one", 1, "k", MONDAY + 32 * HOUR)


def test_r7_and_r303_who_is_held_back_at_the_end_is_told() -> None:
    assert told(mailing(), added(11 * 24 + 23))[-1][2:] == ("waiting", MONDAY + 12 * DAY + 8 * HOUR)


def test_r300_hours_that_say_nothing_and_two_caps_of_one_name_are_errors() -> None:
    empty = quiet(end="22:00")
    cap = Cap.model_validate({"id": "one", "count": 1, "within": "P1D"})
    for rules in (empty, SendingRules(caps=(cap, cap))):
        with pytest.raises(ThroughlineError):
            told(mailing(), added(9), rules)
    with pytest.raises(ValueError, match="channels"):
        quiet(channels=("fax",))
