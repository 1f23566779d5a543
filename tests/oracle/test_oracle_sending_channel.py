"""Worked by hand: which channel is the best (R307)."""

from collections.abc import Mapping

from journeys.people.population import Content, Event
from tests.oracle.sent_by_hand import FINISH, comes, sms, told, when
from tests.oracle.worked import branch, journey, on, people, step

START = when("10T00:00")
CHOICE = step(
    "best_channel", "c", channels=[{"channel": each} for each in ("email", "sms", "push")]
)
DRAWN = journey("t>c c.email>f c.sms>f c.push>f c.none>f", on("in"), CHOICE, FINISH)


def chosen(
    *before: str, known: Mapping[str, Content] | None = None, of: tuple[Event, ...] = ()
) -> tuple[object, ...]:
    """Return port and why for who comes at noon, after these events on the days before."""
    rows = [*(comes("08T12:00", name) for name in before), *of, comes("10T12:00")]
    ((*_, port, why),) = told(DRAWN, people(rows, known), "channel_chosen", start=START)
    return port, why


def test_r307_of_channels_that_suit_alike_the_first_is_taken() -> None:
    assert chosen() == ("email", "order")
    assert chosen(known={"address.email": None}) == ("sms", "order")


def test_r307_what_they_prefer_decides_where_it_can_be_used() -> None:
    assert chosen(known={"preferred_channel": "PUSH"}) == ("push", "preference")
    assert chosen(known={"preferred_channel": "post"}) == ("email", "order")
    shut: dict[str, Content] = {
        "preferred_channel": "push",
        "consent.push": False,
        "address.email": "",
    }
    assert chosen(known=shut) == ("sms", "rate")


def test_r307_nobody_can_be_reached_who_is_suppressed_or_without_consent() -> None:
    assert chosen(known={"suppressed": True}) == ("none", "none")
    no = {f"consent.{channel}": False for channel in ("email", "sms", "push")}
    assert chosen(known={"preferred_channel": "sms", **no}) == ("none", "none")


def test_r307_the_highest_rate_wins_clicks_standing_for_opens_of_an_sms() -> None:
    """Nobody else is there, so that the prior is the customer's own: push 1 of 2 is 5,000.

    Push: (10,000 x 1 + 20 x 5,000) / 22; SMS: (10,000 + 20 x 10,000) / 21.
    """
    pushes = ("push_delivered", "push_delivered", "push_opened")
    assert chosen(*pushes) == ("push", "rate")
    assert chosen(*pushes, "sms_delivered", "sms_opened") == ("push", "rate")
    assert chosen(*pushes, "sms_delivered", "sms_clicked") == ("sms", "rate")


def test_r307_opens_in_the_run_count_and_deliveries_in_it_do_not() -> None:
    """E-mail and push: 10,000 for one open, through 20 messages each; then one was sent by push."""
    rows = (comes("10T09:00", "email_opened"), comes("10T10:00", "push_opened"))
    assert chosen(of=rows) == ("email", "order")
    more = (comes("10T09:30", "email_delivered"), *rows)
    assert chosen(of=more) == ("email", "order")


def test_r307_messages_of_the_run_count_at_once() -> None:
    """An e-mail that was sent and not opened speaks against the channel where it was opened once.

    Before: 10,000 / 20 each; after one e-mail: 10,000 / 21.
    """
    mail = step("email", "m")
    drawn = journey("t>m>c c.email>f c.sms>f c.push>f c.none>f", on("in"), mail, CHOICE, FINISH)
    rows = [comes("10T09:00", "email_opened"), comes("10T10:00", "push_opened"), comes("10T12:00")]
    found = told(drawn, people(rows), "channel_chosen", start=START)
    assert found == [("10T12:00", "c", "channel_chosen", "push", "rate")]
    other = journey("t>m>c c.email>f c.push>f", on("in"), sms(), CHOICE, FINISH)
    found = told(other, people(rows), "channel_chosen", start=START)
    assert found == [("10T12:00", "c", "channel_chosen", "email", "order")]


def test_r149_reactions_in_the_app_are_passed_over_in_a_session_like_those_to_push() -> None:
    asked = branch({"kind": "context", "name": "session.duration", "operator": "is", "value": 600})
    drawn = journey("t>b b.yes>f b.else>f", on("in"), asked, FINISH)
    rows = [comes("10T11:50", "look"), comes("10T11:40", "in_app_opened"), comes("10T12:00")]
    assert told(drawn, people(rows), "leaf") == [("10T12:00", "b", "leaf", 0, True, 600)]
