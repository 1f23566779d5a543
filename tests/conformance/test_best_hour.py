"""The best hour to send at, worked by hand (R48, R306)."""

from journeys.document.journey import Journey
from journeys.people.population import Content, Customer, Event, Population
from journeys.sending.hours import QuietHours
from journeys.sending.rules import SendingRules
from journeys.simulation.settings import RunSettings
from tests.oracle.worked import DAY, HOUR, event, held, journey, on, step
from tests.simulation.living import lived

F = step("finish", "f")
START = 10 * DAY
NOW = START + 14 * HOUR + 30 * 60


def mailing(**fields: object) -> Journey:
    """Return a journey of one message at the best hour."""
    return journey("t>m>f", on("add"), step("sms", "m", best_hour=True, **fields), F)


def told(
    own: tuple[int, ...],
    others: tuple[int, ...] = (),
    zone: str = "UTC",
    now: int = NOW,
    rules: SendingRules | None = None,
    **fields: object,
) -> list[tuple[Content, ...]]:
    """Return what a message says to who opened some before, as another one did."""
    rows = [Event("c", START - DAY + time, "email_opened", {}) for time in own]
    rows += [Event("d", START - 2 * DAY + time, "opened", {}) for time in others]
    rows.append(event(now, "add"))
    known = ({"zone": zone}, {"zone": "UTC"})
    customers = tuple(Customer(name, at) for name, at in zip("cd", known, strict=True))
    population = Population({}, held(known), customers, tuple(rows), ())
    settings = RunSettings(start=START, end=START + 5 * DAY, sending=rules or SendingRules())
    found = lived(mailing(**fields), population, settings=settings)
    return [row for row in found if row[2] not in ("entered", "finished")]


SENT = ("sms", True, True, 0)


def test_r48_and_r306_the_hour_of_most_opens_is_waited_for() -> None:
    release = START + 18 * HOUR
    assert told((18 * HOUR, 18 * HOUR + 59, 9 * HOUR)) == [
        (NOW, "m", "best_hour", 18, release),
        (release, "m", "sent", *SENT),
    ]
    assert told((9 * HOUR,))[0] == (NOW, "m", "best_hour", 9, START + DAY + 9 * HOUR)


def test_r306_if_the_hour_is_now_it_goes_out_now_and_so_it_does_without_any() -> None:
    for own in ((14 * HOUR,), ()):
        assert told(own) == [(NOW, "m", "best_hour", 14, NOW), (NOW, "m", "sent", *SENT)]


def test_r306_of_equals_the_earliest_from_now() -> None:
    assert told((18 * HOUR, 9 * HOUR))[0][3] == 18
    assert told((13 * HOUR, 9 * HOUR))[0][3] == 9


def test_r306_what_others_open_counts_a_little() -> None:
    assert told((), (20 * HOUR, 20 * HOUR, 9 * HOUR))[0][3] == 20
    assert told((9 * HOUR,), (20 * HOUR,) * 3)[0][3] == 20
    assert told((9 * HOUR,) * 6, (20 * HOUR,) * 3)[0][3] == 9


def test_r306_hours_are_those_of_the_customers_zone() -> None:
    assert told((18 * HOUR,), zone="Asia/Tokyo")[0] == (NOW, "m", "best_hour", 3, START + 18 * HOUR)


def test_r306_quiet_hours_are_left_out() -> None:
    night = QuietHours.model_validate({"start": "17:00", "end": "19:00"})
    rules = SendingRules(quiet_hours=(night,))
    assert told((18 * HOUR, 18 * HOUR, 9 * HOUR), rules=rules)[0][3] == 9
    assert told((18 * HOUR, 18 * HOUR, 9 * HOUR), rules=rules, transactional=True)[0][3] == 18


def test_r306_an_hour_is_chosen_once_in_a_visit() -> None:
    night = QuietHours.model_validate({"start": "10:00", "end": "00:00"})
    now = START + 9 * HOUR
    gate = {"kind": "behaviour", "event": "add", "operator": "at_least", "value": 1}
    found = told((11 * HOUR,), now=now, gate=gate, rules=SendingRules(quiet_hours=(night,)))
    assert [row[2] for row in found] == ["leaf", "best_hour", "sent"]
    assert [row[2] for row in told((18 * HOUR,))] == ["best_hour", "sent"]
