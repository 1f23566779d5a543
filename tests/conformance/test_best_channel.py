"""The best channel, worked by hand (R48, R307)."""

from collections.abc import Mapping

from journeys.document.journey import Journey
from journeys.people.population import Content, Customer, Event, Population
from journeys.simulation.settings import RunSettings
from tests.oracle.worked import DAY, HOUR, event, held, journey, on, step
from tests.simulation.living import lived

F = step("finish", "f")
START = 10 * DAY


def choosing(*channels: str) -> Journey:
    """Return a journey that chooses a channel at each event, and sends an SMS at another."""
    some = channels or ("email", "sms", "push")
    ways = " ".join(f"b.{name}>f" for name in (*some, "none"))
    best = step("best_channel", "b", channels=tuple({"channel": name} for name in some))
    return journey(
        f"t>b {ways} o>m>f", on("add"), on("text", "o"), best, step("sms", "m"), F,
        entry={"mode": "every"},
    )  # fmt: skip


def told(
    *names: str,
    others: tuple[str, ...] = (),
    drawing: Journey | None = None,
    later: tuple[str, ...] = ("add",),
    known: Mapping[str, Content] | None = None,
) -> list[Content]:
    """Return what is chosen last, and why, for who did some things before, as another one did."""
    attributes = known or {}
    rows = [Event("c", HOUR + at, name, {}) for at, name in enumerate(names)]
    rows += [Event("d", HOUR + at, name, {}) for at, name in enumerate(others)]
    rows += [event(START + at * HOUR, name) for at, name in enumerate(later)]
    customers = (Customer("c", attributes), Customer("d", {}))
    population = Population({}, held([attributes]), customers, tuple(rows), ())
    settings = RunSettings(start=START, end=START + DAY)
    found = lived(drawing or choosing(), population, "channel_chosen", settings=settings)
    return list(found[-1][3:])


def test_r48_and_r307_the_preference_decides_where_it_can_be_used() -> None:
    assert told(known={"preferred_channel": "push"}) == ["push", "preference"]
    assert told(known={"preferred_channel": "PUSH"}) == ["push", "preference"]
    kept: dict[str, Content] = {"address.push": None, "address.sms": "1", "address.email": "a"}
    assert told(known={"preferred_channel": "push", **kept}) == ["email", "order"]
    assert told(known={"preferred_channel": "fax"}) == ["email", "order"]


def test_r307_the_highest_rate_of_those_that_can_be_used() -> None:
    push = ("push_delivered", "push_opened")
    assert told(*push) == ["push", "rate"]
    assert told(
        *push, known={"consent.push": False, "consent.sms": True, "consent.email": True}
    ) == [
        "email",
        "order",
    ]
    assert told("sms_delivered", "sms_clicked", *push, "push_delivered") == ["sms", "rate"]


def test_r307_messages_that_nobody_answered_make_a_channel_less_good() -> None:
    own = ("email_delivered", "email_opened", "push_opened")
    assert told(*own, others=("push_delivered",)) == ["push", "rate"]


def test_r307_what_others_answer_counts_like_twenty_messages() -> None:
    others = ("sms_delivered", "sms_delivered", "sms_clicked")
    assert told(others=others) == ["sms", "rate"]
    assert told("email_opened", others=others) == ["sms", "rate"]
    assert told(*["email_opened"] * 11, others=others) == ["email", "rate"]


def test_r307_messages_of_the_run_count_and_recorded_ones_after_its_start_do_not() -> None:
    before = ("sms_clicked", "email_opened")
    assert told(*before) == ["email", "order"]
    assert told(*before, later=("email_delivered", "add")) == ["email", "order"]
    drawing = choosing("sms", "email")
    assert told(*before, drawing=drawing) == ["sms", "order"]
    assert told(*before, drawing=drawing, later=("text", "add")) == ["email", "rate"]


def test_r307_who_can_be_reached_on_none_goes_on_by_none() -> None:
    no: dict[str, Content] = {f"consent.{name}": False for name in ("email", "sms", "push")}
    assert told(known=no) == ["none", "none"]
    assert told(known={"suppressed": True, "preferred_channel": "push"}) == ["none", "none"]


def test_r307_one_alone_needs_no_order() -> None:
    assert told(drawing=choosing("push")) == ["push", "rate"]
