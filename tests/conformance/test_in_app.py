"""Messages in the app, worked by hand: a channel like push (R309)."""

from journeys.people.population import Population
from journeys.simulation.settings import Mode, RunSettings
from tests.oracle.worked import DAY, HOUR, event, journey, on, people, step
from tests.simulation.living import lived

F = step("finish", "f")
DRAWING = journey("t>m>f", on("add"), step("in_app", "m"), F, entry={"mode": "every"})


def told(rows: Population, mode: Mode = Mode.BACKTEST) -> list[tuple[object, ...]]:
    """Return what the message says."""
    settings = RunSettings(start=0, end=5 * DAY, mode=mode)
    return [row[2:] for row in lived(DRAWING, rows, settings=settings) if row[1] == "m"]


def test_r309_a_message_in_the_app_asks_its_own_consent_and_address() -> None:
    row = event(0, "add")
    assert told(people([row])) == [("sent", "in_app", True, True, 0)]
    assert told(people([row], {"consent.in_app": False})) == [("no_consent", "in_app")]
    both = {"consent.in_app": True, "address.in_app": None, "consent.push": False}
    assert told(people([row], both)) == [("no_address", "in_app")]


def test_r128_and_r309_unsubscribing_takes_its_consent_back() -> None:
    rows = [event(0, "add"), event(HOUR, "in_app_unsubscribed"), event(2 * HOUR, "add")]
    assert told(people(rows, {"consent.push": True})) == [
        ("sent", "in_app", True, True, 0),
        ("no_consent", "in_app"),
    ]


def test_r309_it_is_answered_like_a_push_message() -> None:
    found = told(people([event(0, "add")]), Mode.MIXED)
    assert [row[:2] for row in found][:2] == [("sent", "in_app"), ("response", 0)]
