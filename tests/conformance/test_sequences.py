"""One thing after another, worked by hand, in both forms of the engine."""

import random

import pytest

from journeys.people.population import Event
from tests.oracle.worked import DAY, HOUR, event
from tests.simulation.asking import Answer, answers

NOW = 100 * DAY


def sequence(**more: object) -> dict[str, object]:
    """Return whether a purchase came after a look."""
    return {"kind": "sequence", "first": {"event": "look"}, "then": {"event": "buy"}} | more


def asked(rows: list[Event], **more: object) -> Answer:
    """Return the answer at NOW."""
    (found,) = answers(sequence(**more), rows, at=NOW)
    return found


def ago(hours: int, name: str, **more: str | None) -> Event:
    """Return an event so many hours before now."""
    return event(NOW - hours * HOUR, name, **more)


def test_r207_a_pair_comes_in_order_and_its_value_is_the_latest_second() -> None:
    assert asked([ago(5, "buy"), ago(4, "look")]) == (False, None)
    rows = [ago(9, "look"), ago(5, "buy"), ago(4, "buy"), ago(3, "look")]
    assert asked(rows) == (True, NOW - 4 * HOUR)


@pytest.mark.parametrize(("gap", "pairs"), [("PT1H", True), ("PT59M59S", False)])
def test_r207_the_very_end_of_the_gap_belongs_to_it(gap: str, *, pairs: bool) -> None:
    rows = [ago(9, "look"), ago(8, "buy")]
    assert asked(rows, gap=gap) == (pairs, NOW - 8 * HOUR if pairs else None)
    assert asked(rows, gap=gap, but_not=True) == (not pairs, None if pairs else NOW - 9 * HOUR)


def test_r207_rows_of_one_instant_go_by_their_handling_and_no_row_follows_itself() -> None:
    assert asked([ago(1, "look"), ago(1, "buy")])[0]
    assert not asked([ago(1, "buy"), ago(1, "look")])[0]
    twice = sequence(first={"event": "buy"}, gap="PT1H")
    assert answers(twice, [ago(3, "buy")], at=NOW) == [(False, None)]
    assert answers(twice, [ago(3, "buy"), ago(2, "buy")], at=NOW) == [(True, NOW - 2 * HOUR)]


def test_r207_both_are_about_the_same_known_thing_as_it_stands() -> None:
    rows = [ago(9, "look", item="mug"), ago(8, "buy", item="Mug"), ago(7, "buy", item=None)]
    assert asked(rows, same="item") == (False, None)
    rows = [*rows, ago(6, "look", item=None), ago(5, "buy", item="mug")]
    assert asked(rows, same="item") == (True, NOW - 5 * HOUR)
    assert asked(rows, same="item", gap="PT3H") == (False, None)


def test_r207_but_not_waits_until_the_gap_is_over() -> None:
    looked = [ago(2, "look")]
    assert asked(looked, but_not=True) == (True, NOW - 2 * HOUR), "without a gap it is over at once"
    assert asked(looked, but_not=True, gap="PT2H")[0], "over now"
    assert not asked(looked, but_not=True, gap="PT2H1S")[0]
    answered = [*looked, ago(1, "buy")]
    assert not asked(answered, but_not=True)[0]
    assert asked(answered, but_not=True, gap="PT30M") == (True, NOW - 2 * HOUR)


def test_r207_but_not_speaks_of_the_latest_that_nothing_followed() -> None:
    rows = [
        ago(9, "look", item="mug"),
        ago(8, "look", item="tea"),
        ago(7, "look", item=None),
        ago(6, "look", item="pot"),
        ago(5, "buy", item="pot"),
        ago(4, "buy", item="tea"),
    ]
    assert asked(rows, but_not=True, same="item") == (True, NOW - 7 * HOUR), "missing pairs never"
    assert asked(rows, but_not=True, same="item", gap="PT1H") == (True, NOW - 7 * HOUR)
    assert asked(rows[:2] + rows[3:], but_not=True, same="item") == (True, NOW - 9 * HOUR)


def test_r207_r25_both_must_be_looked_at() -> None:
    rows = [ago(24, "look"), ago(2, "buy")]
    assert not asked(rows, within="P1D")[0]
    assert asked(rows, within="PT24H1S")[0]
    assert asked([ago(24, "look")], but_not=True, within="P1D") == (False, None)
    entered = sequence(since="entry")
    assert answers(entered, rows, at=NOW) == [(False, None)]


def test_r207_filters_choose_the_rows() -> None:
    rows = [ago(9, "look", item="mug"), ago(8, "buy", item="tea")]
    for item, truth in (("mug", True), ("tea", False)):
        where = {"kind": "property", "name": "item", "value": item}
        assert asked(rows, first={"event": "look", "where": where})[0] is truth
        assert asked(rows, then={"event": "buy", "where": where})[0] is not truth


def pairs(rows: list[Event], *, gap: int, same: bool, but_not: bool) -> int | None:
    """Return the value of a sequence by trying every pair."""
    found = [
        (one, other)
        for place, one in enumerate(rows)
        for other in rows[place + 1 :]
        if one.name == "look"
        and other.name == "buy"
        and other.time - one.time <= gap
        and (not same or one.properties["item"] == other.properties["item"] is not None)
    ]
    if not but_not:
        return max((other.time for _, other in found), default=None)
    answered = [id(one) for one, _ in found]
    lonely = (
        row.time
        for row in rows
        if row.name == "look" and id(row) not in answered and row.time + gap <= NOW
    )
    return max(lonely, default=None)


@pytest.mark.parametrize("same", [False, True])
@pytest.mark.parametrize("but_not", [False, True])
def test_r207_made_up_lives_are_told_as_trying_every_pair_tells(
    *, same: bool, but_not: bool
) -> None:
    chance = random.Random(7)
    for _ in range(40):
        size = chance.randint(0, 25)
        times = sorted(NOW - chance.randint(0, 30) for _ in range(size))
        items = ("mug", "tea", None)
        rows = [
            event(time, chance.choice(("look", "buy")), item=chance.choice(items)) for time in times
        ]
        gap = chance.randint(1, 12)
        value = pairs(rows, gap=gap, same=same, but_not=but_not)
        more = {"gap": f"PT{gap}S", "but_not": but_not, **({"same": "item"} if same else {})}
        assert asked([event(0, "x", item="a"), *rows], **more) == (value is not None, value)
