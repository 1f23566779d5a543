"""What is too old for a message is missing in it (R73, R305)."""

from datetime import UTC, datetime

from journeys.context.expired import without_expired
from journeys.context.past import Plain
from journeys.sending.ages import Age

HOUR = 3_600
EVENT: dict[str, Plain] = {"at": datetime.fromtimestamp(0, UTC), "total": 5, "cart": "one"}
KNOWN: dict[str, Plain] = {"event": EVENT, "customer": {"id": "c"}}


def aged(variable: str, on_expiry: str = "fallback") -> Age:
    """Return that a variable is too old beyond an hour."""
    return Age.model_validate({"variable": variable, "max_age": "PT1H", "on_expiry": on_expiry})


def test_r305_a_variable_goes_with_all_that_is_in_it() -> None:
    assert without_expired(KNOWN, [aged("event")], HOUR + 1) == {"customer": {"id": "c"}}
    assert without_expired(KNOWN, [aged("event.total")], HOUR + 1) == {
        **KNOWN,
        "event": {"at": EVENT["at"], "cart": "one"},
    }
    assert KNOWN["event"] == EVENT


def test_r305_at_its_greatest_age_it_is_still_there() -> None:
    assert without_expired(KNOWN, [aged("event")], HOUR) == KNOWN


def test_r305_what_suppresses_and_what_is_not_there_changes_nothing() -> None:
    assert without_expired(KNOWN, [aged("event", "suppress"), aged("order")], 2 * HOUR) == KNOWN
