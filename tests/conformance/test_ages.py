"""Ages of what a message says, worked by hand (R45, R73, R305)."""

from journeys.document.journey import Journey
from journeys.people.population import Content, Population
from journeys.sending.hours import QuietHours
from journeys.sending.rules import SendingRules
from journeys.simulation.settings import RunSettings
from tests.oracle.worked import DAY, HOUR, event, journey, on, people, step, wait
from tests.simulation.living import lived

F, G = step("finish", "f"), step("finish", "g")
SENT = ("sms", True, True, 0)


def age(variable: str = "event", most: str = "PT1H", on_expiry: str = "suppress") -> object:
    """Return that a variable is too old beyond an hour, where nothing else is said."""
    return {"variable": variable, "max_age": most, "on_expiry": on_expiry}


def late(*ages: object, text: str = "", delay: str = "PT1H") -> Journey:
    """Return a journey of one message after a wait."""
    words = step("sms", "m", text=text, ages=ages)
    return journey("t>w>m>f m.not_sent>g", on("add"), wait(delay), words, F, G)


def told(
    drawing: Journey, rows: Population, rules: SendingRules | None = None
) -> list[tuple[Content, ...]]:
    """Return what the message says."""
    settings = RunSettings(start=0, end=5 * DAY, sending=rules or SendingRules())
    return [row for row in lived(drawing, rows, settings=settings) if row[1] == "m"]


def added() -> Population:
    """Return a customer who adds something."""
    return people([event(0, "add", total=5)])


def test_r45_and_r305_what_is_too_old_is_not_sent() -> None:
    assert told(late(age()), added()) == [(HOUR, "m", "sent", *SENT)]
    found = told(late(age(), delay="PT1H1S"), added())
    assert found == [(HOUR + 1, "m", "context_too_old", "event", HOUR + 1)]


def test_r305_quiet_hours_make_it_older() -> None:
    night = QuietHours.model_validate({"start": "00:00", "end": "08:00"})
    found = told(late(age()), added(), SendingRules(quiet_hours=(night,)))
    assert [row[2] for row in found] == ["deferred", "context_too_old"]
    assert found[-1][3:] == ("event", 8 * HOUR)


def test_r305_with_a_fallback_the_message_goes_without_it() -> None:
    words = "{{ event.total|default('all of it') }}"
    found = told(late(age("event.total", on_expiry="fallback"), text=words, delay="PT2H"), added())
    assert found == [
        (2 * HOUR, "m", "context_expired", "event.total", 2 * HOUR),
        (2 * HOUR, "m", "sent", *SENT),
    ]


def test_r305_what_is_within_it_is_missing_before_sending() -> None:
    for words in ("{{ event.total }}", "{{ event.at }}"):
        drawing = late(age(on_expiry="fallback"), text=words, delay="PT2H")
        name = words.strip("{ }")
        assert told(drawing, added())[1:] == [(2 * HOUR, "m", "words_missing", name)]
    other = late(age("event.total", on_expiry="fallback"), text="{{ event.at }}", delay="PT2H")
    assert told(other, added())[-1][2] == "sent"


def test_r305_ages_are_asked_in_their_order() -> None:
    first, second = age("event.total", on_expiry="fallback"), age("event", "PT90M")
    found = told(late(first, second, age(), delay="PT2H"), added())
    assert [row[2:] for row in found] == [
        ("context_expired", "event.total", 2 * HOUR),
        ("context_too_old", "event", 2 * HOUR),
    ]


def test_r73_and_r305_what_a_wait_caught_has_an_age_of_its_own() -> None:
    caught = step(
        "wait_event",
        "e",
        branches=({"id": "bought", "event": "purchase", "name": "order"},),
        timeout="P1D",
    )
    words = step("sms", "m", ages=(age("order", "PT1H"),))
    drawing = journey(
        "t>e.bought>w>m>f e.timeout>m m.not_sent>g", on("add"), caught, wait("PT2H"), words, F, G
    )
    rows = people([event(0, "add"), event(HOUR, "purchase")])
    assert told(drawing, rows) == [(3 * HOUR, "m", "context_too_old", "order", 2 * HOUR)]
    assert told(drawing, people([event(0, "add")])) == [(DAY, "m", "sent", *SENT)]
