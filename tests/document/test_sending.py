"""What is wrong with what a message says of when it may be sent (R45, R300, R305)."""

import pytest
from pydantic import ValidationError

from journeys.document.checks import problems
from journeys.document.format import dumps, loads
from journeys.document.journey import Journey
from journeys.document.problems import Severity
from journeys.sending.rules import SendingRules, faults, said
from tests.oracle.worked import journey, on, step

F = step("finish", "f")


def mailing(**fields: object) -> Journey:
    """Return a journey of one message, with a wait that keeps an order before it."""
    branch = {"id": "bought", "event": "purchase", "name": "order"}
    waits = step("wait_event", "w", branches=(branch,), timeout="P1D")
    ways = "t>w w.bought>m w.timeout>m m.sent>f"
    return journey(ways, on("add"), waits, step("sms", "m", **fields), F)


def codes(drawing: Journey) -> dict[str, Severity]:
    """Return the problems of a journey by their codes."""
    return {problem.code: problem.severity for problem in problems(drawing)}


def test_r45_the_other_channel_leads_somewhere() -> None:
    for policy in ("when_quiet", "when_capped"):
        drawing = mailing(**{policy: "other_channel"})
        assert codes(drawing) == {"way_leads_nowhere": Severity.ERROR}
        assert [port.id for port in drawing.node("m").ports()][-1] == "other_channel"
    assert codes(mailing()) == {}


def test_r300_a_window_that_begins_and_ends_at_once_is_an_error() -> None:
    hours = {"start": "09:00", "end": "09:00"}
    assert codes(mailing(send_window=hours)) == {"empty_send_window": Severity.ERROR}


def test_r302_who_keeps_asking_asks_something() -> None:
    assert codes(mailing(try_for="P1D")) == {"nothing_to_try": Severity.WARNING}


def test_r305_only_the_entry_event_and_what_was_caught_have_an_age() -> None:
    for variable, wanted in (("event.total", ()), ("order", ()), ("customer.tier", ("no_age",))):
        ages = ({"variable": variable, "max_age": "PT1H"},)
        assert tuple(codes(mailing(ages=ages))) == wanted


def test_r305_what_goes_out_without_something_needs_a_fallback() -> None:
    ages = ({"variable": "event", "max_age": "PT1H", "on_expiry": "fallback"},)
    assert codes(mailing(ages=ages, text="{{ event.total }}")) == {
        "needs_what_ages": Severity.WARNING
    }
    assert codes(mailing(ages=ages, text="{{ event.total|default('much') }}")) == {}


def test_a_message_says_it_in_the_file_and_nothing_where_it_is_usual() -> None:
    said = {
        "category": "news",
        "transactional": True,
        "send_window": {"start": "09:00", "end": "18:00", "days": ("mon", "tue")},
        "when_quiet": "drop",
        "when_capped": "defer",
        "gate": {"kind": "attribute", "name": "tier", "value": "gold"},
        "try_for": "P1D",
        "ages": ({"variable": "event", "max_age": "PT1H"},),
        "best_hour": True,
    }
    drawing = mailing(**said)
    assert loads(dumps(drawing)) == drawing
    assert set(said) <= set(drawing.node("m").plain())
    assert not set(said) & set(mailing().node("m").plain())


def test_r300_rules_of_a_workspace_say_what_is_wrong_with_them() -> None:
    cap = {"id": "one", "count": 0, "within": "P1D"}
    hours = {"start": "22:00", "end": "22:00"}
    wrong = SendingRules.model_validate({"quiet_hours": [hours], "caps": [cap, cap]})
    assert [what for what, _ in faults(wrong)] == [
        "Quiet hours begin and end at 22:00.",
        "Two limits are called 'one'.",
    ]
    with pytest.raises(ValidationError):
        SendingRules.model_validate({"caps": [{**cap, "count": -1}]})
    with pytest.raises(ValidationError):
        SendingRules.model_validate({"caps": [{**cap, "channel": "fax"}]})


def test_r300_rules_of_a_workspace_are_said_in_words() -> None:
    night = {"start": "22:00", "end": "08:00", "days": ("sat", "sun"), "channels": ("sms", "push")}
    caps = (
        {"id": "news_a_week", "category": "news", "count": 2, "within": "P7D"},
        {"id": "sms", "title": "Texts", "channel": "sms", "count": 1, "within": "P1D"},
    )
    rules = SendingRules.model_validate({"quiet_hours": [night], "caps": caps})
    assert [*said(rules)] == [
        "It is quiet from 22:00 to 08:00 on Saturday or Sunday, for SMS and push, by their clock.",
        "Nobody gets more than 2 messages of the kind 'news' in 7 days (news a week).",
        "Nobody gets more than 1 message by SMS in 1 day (Texts).",
    ]
