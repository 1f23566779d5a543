"""Cases worked by hand from R200 and R201: what a behaviour measures, and averages."""

from decimal import Decimal

import pytest

from tests.oracle.worked import HOUR, branch, event, journey, on, people, wait
from tests.simulation.worked import answers, story

BUYS = [
    event(0, "buy", amount=7, size="M"),
    event(0, "view", amount=100, size="XL"),
    event(60, "buy", amount=2, size="s"),
    event(60, "buy", amount=None, size="S"),
    event(90, "buy", amount=4, size=None),
    event(90, "buy", amount=4, size="S"),
    event(HOUR, "in", amount=1_000, size="in"),
]


def asked(measure: str, operator: str = "is_present", **fields: object) -> dict[str, object]:
    """Return a question about what was bought."""
    return {
        "kind": "behaviour",
        "event": "buy",
        "measure": measure,
        "operator": operator,
        **fields,
    }


@pytest.mark.parametrize(
    ("measure", "of", "operator", "value", "actual"),
    [
        ("count", None, "is", 5, 5),
        ("sum", "amount", "is", 17, 17),
        ("average", "amount", "is", 4.25, Decimal("4.25")),
        ("minimum", "amount", "is", 2, 2),
        ("maximum", "amount", "is", 7, 7),
        ("distinct", "amount", "is", 3, 3),
        ("distinct", "size", "is", 3, 3),  # M, s and S: as they stand
        ("first", None, "before", "1970-01-01T00:00:01Z", 0),
        ("last", None, "after", "1970-01-01T00:01:29Z", 90),
        ("first", "size", "is", "m", "M"),
        ("first", "amount", "at_least", 7, 7),
        ("last", "size", "is", "S", "S"),
        ("last", "amount", "less", 5, 4),
    ],
)
def test_r200_each_measure_is_over_the_rows_of_its_event(
    measure: str, of: str | None, operator: str, value: object, actual: object
) -> None:
    assert answers(asked(measure, operator, of=of, value=value), BUYS) == [(True, actual)]


@pytest.mark.parametrize(
    ("measure", "of", "actual"),
    [
        ("average", "amount", None),
        ("minimum", "amount", None),
        ("maximum", "amount", None),
        ("first", None, None),
        ("last", None, None),
        ("first", "size", None),
        ("last", "size", None),
    ],
)
def test_r200_and_r31_of_nothing_these_are_missing(
    measure: str, of: str | None, actual: object
) -> None:
    rows = [event(0, "view", amount=1, size="S"), event(1, "in")]
    assert answers(asked(measure, "is_missing", of=of), rows) == [(True, actual)]
    assert answers(asked(measure, "is_present", of=of), rows) == [(False, actual)]


@pytest.mark.parametrize(
    ("measure", "of"), [("count", None), ("sum", "size"), ("distinct", "size")]
)
def test_r200_and_r31_of_nothing_these_are_nought(measure: str, of: str | None) -> None:
    rows = [event(0, "view", size=3), event(0, "buy", price=3), event(1, "in")]
    nothing = {"where": {"kind": "property", "name": "price", "operator": "is_missing"}}
    assert answers(asked(measure, "is", of=of, value=0, **nothing), rows) == [(True, 0)]


def test_r200_rows_without_the_property_are_passed_over_but_not_by_first_and_last() -> None:
    rows = [event(0, "buy", size=None), event(1, "buy", size="M"), event(2, "buy"), event(3, "in")]
    assert answers(asked("distinct", "is", of="size", value=1), rows) == [(True, 1)]
    assert answers(asked("first", "is_missing", of="size"), rows) == [(True, None)]
    assert answers(asked("last", "is_missing", of="size"), rows) == [(True, None)]
    # The instant of a row is there, whatever the row lacks.
    assert answers(asked("last"), rows) == [(True, 2)]


def test_r200_of_one_instant_the_first_and_last_are_those_handled_first_and_last() -> None:
    rows = [event(5, "buy", size=size) for size in ("b", "a", "c")] + [event(5, "in")]
    assert answers(asked("first", of="size"), rows) == [(True, "b")]
    assert answers(asked("last", of="size"), rows) == [(True, "c")]


@pytest.mark.parametrize(
    ("measure", "inside"),
    [("minimum", 2), ("maximum", 4), ("average", Decimal(3)), ("first", 2), ("last", 4)],
)
def test_r200_and_r25_only_the_window_is_looked_at(measure: str, inside: object) -> None:
    rows = [
        event(0, "buy", amount=1_000),
        event(1, "buy", amount=2),
        event(HOUR, "buy", amount=4),
        event(HOUR, "in"),  # what happened at 0 is exactly an hour old
    ]
    assert answers(asked(measure, of="amount", within="PT1H"), rows) == [(True, inside)]


@pytest.mark.parametrize(
    ("measure", "after"),
    [("minimum", 3), ("maximum", 9), ("average", Decimal(6)), ("distinct", 2), ("first", 9)],
)
def test_r200_and_r153_since_entering_is_after_the_entry_event(measure: str, after: object) -> None:
    more = {"operator": "at_least", "value": 0} if measure == "distinct" else {}
    asks = {**asked(measure, of="amount", since="entry"), **more}
    rows = [
        event(0, "buy", amount=1),
        event(0, "in", amount=50),
        event(0, "buy", amount=9),
        event(HOUR, "buy", amount=3),
        event(HOUR + 1, "buy", amount=100),
    ]
    drawing = journey("t>w>b", on("in"), wait("PT1H"), branch(asks))
    assert story(drawing, people(rows), "leaf") == [(HOUR, "b", "leaf", 0, True, after)]


@pytest.mark.parametrize(
    ("amounts", "operator", "value", "held", "shown"),
    [
        ((1, 1, 0), "is", 0.666666667, False, "0.6666"),
        ((1, 1, 0), "less", 0.666666667, True, "0.6666"),
        ((1, 1, 0), "greater", 0.666666666, True, "0.6666"),
        ((1, 1, 0), "is_not", 0.6666, True, "0.6666"),
        ((-1, -1, 0), "greater", -0.666666667, True, "-0.6667"),
        ((-1, -1, 0), "at_most", -0.666666666, True, "-0.6667"),
        ((1, 2), "is", 1.5, True, "1.5"),
        ((1, 2), "at_least", 1.5, True, "1.5"),
        ((1, 2), "greater", 1.5, False, "1.5"),
        ((0,), "at_most", 0, True, "0"),
        ((2**43, 2**43 - 1), "less", 2**43, True, "8796093022207.5"),
        ((2**43, 2**43), "is", 2**43, True, "8796093022208"),
    ],
)
def test_r201_an_average_is_compared_exactly_and_shown_cut_downwards(
    amounts: tuple[int, ...],
    operator: str,
    value: float,
    held: bool,  # noqa: FBT001 an expected answer
    shown: str,
) -> None:
    rows = [event(0, "buy", amount=amount) for amount in amounts] + [event(1, "in")]
    asks = asked("average", operator, of="amount", value=value)
    assert answers(asks, rows) == [(held, Decimal(shown))]


def test_r201_and_r125_the_scale_of_the_column_does_not_matter() -> None:
    rows = [event(0, "buy", amount=Decimal(text)) for text in ("0.0001", "0.0002", "0.0002")]
    rows.append(event(1, "in"))
    assert answers(asked("average", "less", of="amount", value=0.000166667), rows) == [
        (True, Decimal("0.0001"))
    ]
    assert answers(asked("average", "greater", of="amount", value=0.000166666), rows) == [
        (True, Decimal("0.0001"))
    ]
