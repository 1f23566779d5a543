"""Gates of messages, worked by hand (R45, R302, R308)."""

from journeys.document.journey import Journey
from journeys.people.population import Content, Population
from journeys.sending.hours import QuietHours
from journeys.sending.rules import SendingRules
from journeys.simulation.settings import Pause, Policy, RunSettings
from tests.oracle.worked import DAY, HOUR, change, event, journey, on, people, step
from tests.simulation.living import lived

F, G = step("finish", "f"), step("finish", "g")
GOLD = {"kind": "attribute", "name": "tier", "value": "gold"}
LOOKED = {
    "kind": "behaviour", "event": "look", "within": "PT2H", "operator": "at_least", "value": 1,
}  # fmt: skip
QUIETER = {"kind": "not", "of": LOOKED}


def mailing(gate: object = GOLD, try_for: str | None = "P1D", **rules: object) -> Journey:
    """Return a journey of one message with a gate."""
    tried = {} if try_for is None else {"try_for": try_for}
    ways = "t>m>f m.not_sent>g"
    return journey(ways, on("add"), step("sms", "m", gate=gate, **tried), F, G, **rules)


def told(
    drawing: Journey | tuple[Journey, ...],
    rows: Population,
    pauses: tuple[Pause, ...] = (),
    asleep: tuple[tuple[int, int], ...] = (),
    sending: SendingRules | None = None,
) -> list[tuple[Content, ...]]:
    """Return what the message says."""
    settings = RunSettings(
        start=0, end=5 * DAY, pauses=pauses, asleep=asleep, sending=sending or SendingRules()
    )
    found = lived(drawing, rows, settings=settings)
    return [row for row in found if row[2] not in ("entered", "finished")]


SENT = ("sms", True, True, 0)
OPEN, SHUT = ("leaf", 0, True, "gold"), ("leaf", 0, False, "blue")


def test_r302_a_gate_is_asked_once_where_nothing_else_is_said() -> None:
    rows = people([event(0, "add")], {"tier": "gold"})
    assert told(mailing(try_for=None), rows) == [(0, "m", *OPEN), (0, "m", "sent", *SENT)]
    rows = people([event(0, "add")], {"tier": "blue"}, [change(HOUR, tier="gold")])
    assert told(mailing(try_for=None), rows) == [(0, "m", *SHUT), (0, "m", "gate_closed")]


def test_r45_and_r302_a_change_opens_the_gate_and_the_whole_list_is_asked() -> None:
    rows = people([event(0, "add")], {"tier": "blue"}, [change(HOUR, tier="gold")])
    assert told(mailing(), rows) == [
        (0, "m", *SHUT),
        (0, "m", "gate_waiting", DAY),
        (HOUR, "m", *OPEN),
        (HOUR, "m", "sent", *SENT),
    ]
    both = people(
        [event(0, "add")],
        {"tier": "blue", "consent.sms": True},
        [change(HOUR, tier="gold", **{"consent.sms": False})],
    )
    assert told(mailing(), both)[-1] == (HOUR, "m", "no_consent", "sms")


def test_r302_an_event_opens_the_gate() -> None:
    rows = people([event(0, "add"), event(HOUR, "look")])
    assert [(row[0], row[2]) for row in told(mailing(LOOKED), rows)] == [
        (0, "leaf"),
        (0, "gate_waiting"),
        (HOUR, "leaf"),
        (HOUR, "sent"),
    ]


def test_r302_and_r215_time_alone_opens_the_gate_at_exactly_that_instant() -> None:
    rows = people([event(0, "look"), event(HOUR, "add")])
    found = told(mailing(QUIETER), rows)
    assert [(row[0], row[2]) for row in found] == [
        (HOUR, "leaf"),
        (HOUR, "gate_waiting"),
        (2 * HOUR, "leaf"),
        (2 * HOUR, "sent"),
    ]


def test_r302_when_the_time_is_over_it_is_not_sent() -> None:
    for shift, wanted in ((0, "sent"), (1, "gate_closed")):
        rows = people([event(0, "add")], {"tier": "blue"}, [change(DAY + shift, tier="gold")])
        found = told(mailing(), rows)
        assert (found[-1][0], found[-1][2]) == (DAY, wanted if shift else "sent")


def test_r302_an_exit_while_it_waits_ends_it() -> None:
    rows = people([event(0, "add"), event(HOUR, "buy"), event(2 * HOUR, "look")])
    drawing = mailing(LOOKED, exits=[{"id": "gone", "event": "buy"}])
    assert told(drawing, rows)[-1] == (HOUR, "m", "exited", "gone")


def test_r302_another_entry_event_has_the_gate_asked_at_once() -> None:
    gate = {"kind": "entry", "name": "size", "operator": "at_least", "value": 2}
    drawing = mailing(gate, entry={"mode": "every", "when_active": "update_context"})
    rows = people([event(0, "add", size=1), event(HOUR, "add", size=2)])
    assert [(row[0], row[2]) for row in told(drawing, rows)] == [
        (0, "leaf"),
        (0, "gate_waiting"),
        (HOUR, "context_updated"),
        (HOUR, "leaf"),
        (HOUR, "sent"),
    ]


def test_r302_while_it_is_held_back_the_gate_is_not_asked_and_then_it_may_be_too_late() -> None:
    night = QuietHours.model_validate({"start": "01:00", "end": "08:00"})
    rules = SendingRules(quiet_hours=(night,))
    rows = people(
        [event(0, "add")],
        {"tier": "blue"},
        [change(HOUR, tier="gold"), change(2 * HOUR, tier="blue"), change(9 * HOUR, tier="gold")],
    )
    found = told(mailing(try_for="PT9H"), rows, sending=rules)
    assert [(row[0], row[2]) for row in found if row[2] != "leaf"] == [
        (0, "gate_waiting"),
        (HOUR, "deferred"),
        (8 * HOUR, "gate_waiting"),
        (9 * HOUR, "sent"),
    ]
    found = told(mailing(try_for="PT8H"), rows, sending=rules)
    assert [(row[0], row[2]) for row in found if row[2] != "leaf"][-1] == (8 * HOUR, "gate_closed")


def test_r308_a_gate_is_not_asked_in_a_pause_but_at_its_end() -> None:
    rows = people([event(0, "add")], {"tier": "blue"}, [change(3 * HOUR, tier="gold")])
    for policy in Policy:
        pause = Pause("j", 2 * HOUR, 5 * HOUR, policy)
        found = told(mailing(), rows, pauses=(pause,))
        assert [(row[0], row[2]) for row in found][2:] == [(5 * HOUR, "leaf"), (5 * HOUR, "sent")]


def test_r308_the_end_of_trying_is_put_off_to_the_end_of_a_pause() -> None:
    shut = people([event(0, "add")], {"tier": "blue"})
    opened = people([event(0, "add")], {"tier": "blue"}, [change(4 * HOUR, tier="gold")])
    pause = Pause("j", 2 * HOUR, 5 * HOUR, Policy.EXTEND)
    drawing = mailing(try_for="PT3H")
    assert told(drawing, shut, pauses=(pause,))[-1] == (5 * HOUR, "m", "gate_closed")
    assert told(drawing, opened, pauses=(pause,))[-1] == (5 * HOUR, "m", "sent", *SENT)
