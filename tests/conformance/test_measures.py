"""What is measured of behaviour, worked by hand, in both forms of the engine."""

import random
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest

from journeys.people.population import Content, Event
from tests.oracle.worked import DAY, HOUR, event
from tests.simulation.asking import Answer, answers

NOW = 100 * DAY


def measured(
    measure: str, operator: str, value: object = None, **more: object
) -> dict[str, object]:
    """Return what is asked of purchases."""
    asked = {"kind": "behaviour", "event": "buy", "measure": measure, "operator": operator}
    return asked | ({} if value is None else {"value": value}) | more


def bought(*amounts: Content, **more: Content) -> list[Event]:
    """Return a purchase a day before now, then one more each hour."""
    return [
        event(NOW - DAY + HOUR * place, "buy", amount=amount, **more)
        for place, amount in enumerate(amounts)
    ]


PRICES = bought(Decimal("12.5"), Decimal(-3), None, Decimal("0.0001"))


@pytest.mark.parametrize(
    ("measure", "actual"),
    [
        ("sum", Decimal("9.5001")),
        ("minimum", Decimal(-3)),
        ("maximum", Decimal("12.5")),
        ("average", Decimal("3.1667")),
        ("distinct", 3),
    ],
)
def test_r200_measures_pass_over_rows_that_lack_the_property(measure: str, actual: Content) -> None:
    asked = measured(measure, "at_least", 0, of="amount")
    truth = Decimal(actual or 0) >= 0
    assert answers(asked, PRICES, at=NOW) == [(truth, actual)]
    others = [event(1, "look", amount=Decimal(1)), event(2, "buy", amount=None)]
    lacking = answers(asked, others, at=NOW)
    nothing = {"sum": Decimal(0), "distinct": 0}.get(measure)
    assert [value for _, value in lacking] == [nothing]


@pytest.mark.parametrize("measure", ["average", "minimum", "maximum", "first", "last"])
def test_r200_r31_of_nothing_they_are_missing(measure: str) -> None:
    rows = [event(1, "look", amount=Decimal(2))]
    assert answers(measured(measure, "is_missing", of="amount"), rows, at=NOW) == [(True, None)]
    assert answers(measured(measure, "is_present", of="amount"), rows, at=NOW) == [(False, None)]
    never = measured(measure, "is_not", 5, of="amount")
    assert answers(never, rows, at=NOW) == [(False, None)]


def test_r200_first_and_last_are_the_oldest_and_the_newest_of_one_instant_by_handling() -> None:
    rows = [
        event(NOW - 3 * DAY, "buy", item="tea"),
        event(NOW - DAY, "buy", item="mug"),
        event(NOW - DAY, "buy", item=None),
    ]
    assert asked_of(rows, "first") == [(True, NOW - 3 * DAY)]
    assert asked_of(rows, "last") == [(True, NOW - DAY)]
    assert asked_of(rows, "first", of="item") == [(True, "tea")]
    assert asked_of(rows, "last", of="item") == [(False, None)], "that very row lacks it"
    assert asked_of(rows, "first", of="item", within="P2D") == [(True, "mug")]
    only_tea = {"kind": "property", "name": "item", "value": "tea"}
    assert asked_of(rows, "last", of="item", where=only_tea) == [(True, "tea")]


def asked_of(rows: list[Event], measure: str, **more: object) -> list[Answer]:
    return answers(measured(measure, "is_present", **more), rows, at=NOW)


def test_r200_different_values_are_counted_as_they_stand() -> None:
    rows = bought("Tea", "tea", "Tea", None, "mug")
    asked = measured("distinct", "at_least", 3, of="amount")
    assert answers(asked, rows, at=NOW) == [(True, 3)]
    gifts = bought(*(place != 1 for place in range(3)))
    assert answers(measured("distinct", "is", 2, of="amount"), gifts, at=NOW) == [(True, 2)]


def test_r200_r153_only_rows_since_the_entry_are_looked_at() -> None:
    asked = measured("maximum", "is_present", of="amount", since="entry")
    assert answers(asked, PRICES, at=NOW) == [(False, None)]


def test_r200_many_values_are_told_apart_whenever_it_is_asked() -> None:
    """The table of values met forgets them between two askings, and grows with the rows."""
    chance = random.Random(5)
    values = [chance.randint(0, 400) for _ in range(900)]
    rows = [event(NOW + place, "buy", amount=value) for place, value in enumerate(values)]
    entries = [event(NOW + place, "in") for place in range(0, 900, 90)]
    mixed = sorted([*rows, *entries], key=lambda row: row.time)
    asked = measured("distinct", "at_least", 0, of="amount")
    expected = [len({*values[: place + 1]}) for place in range(0, 900, 90)]
    assert [value for _, value in answers(asked, mixed)] == expected


@pytest.mark.parametrize("scale", [0, 4])
def test_r201_an_average_is_held_exactly_and_shown_with_four_decimals(scale: int) -> None:
    chance = random.Random(scale)
    for _ in range(12):
        numbers: Sequence[Decimal | int] = [
            chance.randint(-9, 9) if scale == 0 else Decimal(chance.randint(-90, 90)) / 10_000
            for _ in range(chance.randint(1, 7))
        ]
        exact = Fraction(sum(map(Fraction, numbers))) / len(numbers)
        floor = Decimal(int((exact * 10_000).__floor__())) / 10_000
        near = Decimal(int((exact * 10**9).__floor__())) / 10**9
        for number in (near, near + Decimal("0.000000001"), floor):
            held = {
                "is": exact == Fraction(number),
                "is_not": exact != Fraction(number),
                "less": exact < Fraction(number),
                "at_most": exact <= Fraction(number),
                "greater": exact > Fraction(number),
                "at_least": exact >= Fraction(number),
            }
            for operator, truth in held.items():
                asked = measured("average", operator, number, of="amount")
                assert answers(asked, bought(*numbers), at=NOW) == [(truth, floor)], operator


def test_r201_an_average_is_held_against_numbers_of_any_size() -> None:
    rows = bought(Decimal(1), Decimal(2))
    for operator, truth in (("less", True), ("greater", False), ("is", False), ("is_not", True)):
        asked = measured("average", operator, 2**43, of="amount")
        assert answers(asked, rows, at=NOW) == [(truth, Decimal("1.5"))]
