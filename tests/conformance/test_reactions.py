"""Cases worked by hand from the rules: units, reactions, failures and what is watched."""

from decimal import Decimal

import pytest

from journeys.people.response import Response
from journeys.simulation.settings import Mode
from tests.oracle.draws import share_point
from tests.oracle.worked import (
    CERTAIN,
    DAY,
    HOUR,
    branch,
    change,
    event,
    journey,
    on,
    people,
    reacting,
    split,
    step,
    wait,
)
from tests.simulation.worked import story

FINISH = step("finish", "f")
GOALS = ({"id": "g", "event": "buy", "window": "PT1H"},)


def test_r103_a_reaction_at_once_is_handled_before_the_next_message() -> None:
    first, again = step("sms", "m"), step("sms", "m2")
    drawing = journey("t>m>m2", on("add"), first, again, FINISH)
    reacts = reacting(CERTAIN, Response(0), CERTAIN, delay=0)
    told = story(drawing, people([event(0, "add")]), mode=Mode.MIXED, responses=reacts)
    assert [line[1:3] for line in told if line[2] in {"sent", "no_consent"}] == [
        ("m", "sent"),
        ("m2", "no_consent"),
    ]


def test_r108_who_meets_no_experiment_is_not_watched() -> None:
    asks = {"kind": "entry", "name": "n", "value": 1}
    drawing = journey("t>b b.yes>x", on("add"), branch(asks), split(), goals=GOALS)
    for number, reached in ((1, 1), (2, 0)):
        told = story(drawing, people([event(0, "add", n=number), event(5, "buy")]), "goal_reached")
        assert len(told) == reached


def test_r123_r41_a_failure_is_drawn_first_and_counts_for_nothing() -> None:
    failing = step("email", "m", responses={"failed": 10_000})
    for paths, end in (("t>m>f m.failed>g", "g"), ("t>m>f", "f")):
        drawing = journey(paths, on("add"), failing, FINISH, step("finish", "g"))
        told = story(drawing, people([event(0, "add")]), mode=Mode.MIXED)
        assert [line[1:3] for line in told[1:]] == [("m", "failed"), (end, "finished")]
        assert told[1][5] == 2**32
        told = story(drawing, people([event(0, "add")]), "failed", "sent")
        assert [line[2] for line in told] == ["sent"]


@pytest.mark.parametrize(("number", "text"), [(12, "12"), (Decimal("12.5"), "12.5")])
def test_r130_a_number_as_the_key_is_a_unit_by_its_shortest_text(
    number: int | Decimal, text: str
) -> None:
    drawing = journey("t>x x.a>f x.b>f", on("add"), split(unit="key"), FINISH, entry={"key": "n"})
    told = story(drawing, people([event(0, "add", n=number)]), "entered", "arm_assigned")
    point = share_point("trial", text)
    assert told == [
        (0, "t", "entered", number),
        (0, "x", "arm_assigned", "a" if point < 5_000 else "b", point),
    ]


def test_r130_by_key_in_a_journey_without_one_the_unit_is_the_customer() -> None:
    drawing = journey("t>x x.a>f x.b>f", on("add"), split(unit="key"), FINISH)
    told = story(drawing, people([event(0, "add", n=12)]), "arm_assigned")
    point = share_point("trial", "c")
    assert told == [(0, "x", "arm_assigned", "a" if point < 5_000 else "b", point)]


def test_r123_with_nothing_at_not_sent_it_goes_on_where_sent_leads() -> None:
    asks = step("sms", "m", text="{{ event.colour }}")
    drawing = journey("t>m>f", on("add"), asks, FINISH)
    assert story(drawing, people([event(0, "add", colour=None)]))[1:] == [
        (0, "m", "words_missing", "event.colour"),
        (0, "f", "finished"),
    ]


def test_r103_change_event_reaction_and_timer_of_one_instant_come_in_this_order() -> None:
    """At 60 the file says gold, they look, the mail is opened, and the wait is over."""
    gold = {"kind": "attribute", "name": "tier", "value": "gold"}
    exits = ({"id": "x", "condition": gold},)
    drawing = journey("t>m>w>f", on("add"), step("email", "m"), wait("PT1M"), FINISH)
    leaves = journey("t>f", on("look"), FINISH, id="k")
    hears = journey("t>f", on("email_opened"), FINISH, id="l")
    rich = journey("t>w>f", on("add"), wait("P1D"), FINISH, id="i", exits=exits)
    one = people([event(0, "add"), event(60, "look")], {"tier": "tin"}, [change(60, tier="gold")])
    told = story(
        (drawing, leaves, hears, rich),
        one,
        *("exited", "entered", "wait_over"),
        mode=Mode.MIXED,
        responses=reacting(CERTAIN),
        end=DAY,
    )
    assert [line for line in told if line[0] == 60] == [
        (60, "w", "exited", "x"),
        (60, "t", "entered", None),
        (60, "t", "entered", None),
        (60, "w", "wait_over"),
    ]


def test_r108_the_watch_starts_at_the_exposure_and_lasts_its_window() -> None:
    drawing = journey("t>w>x x.a>f x.b>f", on("add"), wait("PT1H"), split(), FINISH, goals=GOALS)
    for bought, reached in ((HOUR - 1, 0), (HOUR + 1, 1), (2 * HOUR, 1), (2 * HOUR + 1, 0)):
        rows = people([event(0, "add"), event(bought, "buy"), event(DAY, "look")])
        told = story(drawing, rows, "goal_reached")
        assert [line[0] for line in told] == [bought] * reached
