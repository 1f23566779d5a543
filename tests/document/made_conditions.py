"""Conditions made up from a seed: every form, every operator, odd texts and odd numbers."""

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import get_args

from journeys.conditions.behaviours import MOST_DECIMALS, OF_ONE, Measure, operators
from journeys.conditions.chance import OF_ARM
from journeys.conditions.comparison import (
    LISTS,
    ORDERED,
    PATTERNS,
    PRESENCE,
    RELATIVE,
    TEXTUAL,
    TIMED,
    Operator,
)
from journeys.conditions.tree import (
    AllOf,
    AllOfFilter,
    AnyOf,
    AnyOfFilter,
    ArmTest,
    AttributeTest,
    BehaviourTest,
    Condition,
    ContextTest,
    EngagementTest,
    EntryTest,
    Filter,
    ListTest,
    Not,
    NotFilter,
    PropertyTest,
    SampleTest,
    SegmentTest,
    SequenceTest,
)
from journeys.durations import Duration

DEEPEST = 3
WORDS = (
    "cart", "Größe 42", "Ελλάδα", "日本語", "naïve", "e\u0301", "🛒 basket", "", "null", "0",
    "true", "two\nlines", "tab\there", "a/b", '"quoted"', "back\\slash", "\u2028", "\x00", "\x7f",
    "\ufeff", "\ue000", "\U0010ffff", "İstanbul",
)  # fmt: skip
INSTANTS = ("2024-06-01T09:00:00Z", "1969-12-31T23:59:59+05:30", "2030-02-28T00:00:00-11:00")

Compared = dict[str, object]


def made_text(draw: Random) -> str:
    """Return a text, sometimes of several words."""
    return " ".join(draw.choice(WORDS) for _ in range(draw.choice((1, 1, 2, 5))))


def made_name(draw: Random) -> str:
    """Return a text that can be a name: it is not empty."""
    return f"{draw.choice(('event', 'tier', 'ä', '価格', 'a b'))}{made_text(draw)}"[:200]


def made_number(draw: Random) -> Decimal:
    """Return a decimal of at most 15 digits: whole, with a fraction, tiny or large."""
    return draw.choice(
        (
            Decimal(draw.randint(-3, 3)),
            Decimal(draw.randint(-(2**43), 2**43)),
            Decimal(draw.randint(-(10**14), 10**14)).scaleb(-draw.randint(2, 14)),
            Decimal(draw.randint(1, 9)).scaleb(-draw.randint(5, 300)),
            Decimal("0.1"),
            Decimal("-0"),
        )
    )


def made_duration(draw: Random) -> Duration:
    """Return any duration."""
    parts = (
        draw.choice((0, 0, 1, 14)),
        draw.choice((0, 1, 30)),
        draw.choice((0, 1, 3_661, 86_400)),
    )
    return Duration(*parts)


def made_window(draw: Random) -> Duration:
    """Return a duration that can look back: longer than nothing, and without months."""
    return Duration(days=draw.randint(0, 90), seconds=draw.randint(1, 100_000))


def made_condition(draw: Random, depth: int = 0) -> Condition:
    """Return a condition tree."""
    if depth < DEEPEST and draw.random() < 0.4:
        parts = tuple(made_condition(draw, depth + 1) for _ in range(draw.randint(0, 3)))
        return draw.choice(
            (AllOf(of=parts), AnyOf(of=parts), Not(of=made_condition(draw, depth + 1)))
        )
    made: tuple[Callable[[], Condition], ...] = (
        lambda: AttributeTest.model_validate({"name": made_name(draw), **_compared(draw)}),
        lambda: EntryTest.model_validate({"name": made_name(draw), **_compared(draw)}),
        lambda: ContextTest.model_validate({"name": _context(draw), **_compared(draw)}),
        lambda: _behaviour(draw),
        lambda: _behaviour(draw),
        lambda: _sequence(draw),
        lambda: _engagement(draw),
        lambda: _arm(draw),
        lambda: SampleTest(name=_identifier(draw), share=draw.randint(0, 10_000)),
        lambda: SegmentTest(segment=_identifier(draw)),
        lambda: ListTest(list=_identifier(draw)),
    )
    return draw.choice(made)()


def made_filter(draw: Random, depth: int = 0) -> Filter:
    """Return a filter of an event."""
    if depth < DEEPEST and draw.random() < 0.4:
        parts = tuple(made_filter(draw, depth + 1) for _ in range(draw.randint(0, 3)))
        return draw.choice(
            (
                AllOfFilter(of=parts),
                AnyOfFilter(of=parts),
                NotFilter(of=made_filter(draw, depth + 1)),
            )
        )
    return PropertyTest.model_validate({"name": made_name(draw), **_compared(draw)})


def _behaviour(draw: Random) -> BehaviourTest:
    measure = draw.choice(get_args(Measure))
    has_property = measure != "count" and (measure not in OF_ONE or draw.random() < 0.5)
    operator = draw.choice(sorted(operators(measure, has_property=has_property)))
    compared = _compared(draw, operator)
    if measure not in OF_ONE and operator not in PRESENCE:
        number = made_number(draw)
        compared = {"value": round(number, MOST_DECIMALS) if measure == "average" else number}
    return BehaviourTest.model_validate(
        {
            **_happening(draw),
            **_looking(draw),
            "measure": measure,
            "of": made_name(draw) if has_property else None,
            **compared,
            "operator": operator,
        }
    )


def _happening(draw: Random) -> dict[str, object]:
    where = draw.choice((None, made_filter(draw, DEEPEST - 1)))
    return {"event": made_name(draw), "where": where}


def _looking(draw: Random) -> dict[str, object]:
    ways: tuple[dict[str, object], ...] = ({}, {"within": made_window(draw)}, {"since": "entry"})
    return draw.choice(ways)


def _sequence(draw: Random) -> SequenceTest:
    return SequenceTest.model_validate(
        {
            "first": _happening(draw),
            "then": _happening(draw),
            "but_not": draw.choice((True, False)),
            "gap": draw.choice((None, made_window(draw))),
            "same": draw.choice((None, made_name(draw))),
            **_looking(draw),
        }
    )


def _engagement(draw: Random) -> EngagementTest:
    compared = _compared(draw, draw.choice(sorted(TIMED | PRESENCE)))
    did = draw.choice(("sent", "opened", "clicked"))
    said = {"step": _identifier(draw), "did": did, **compared, "exactly": False}
    return EngagementTest.model_validate(said)


def _arm(draw: Random) -> ArmTest:
    operator = draw.choice(sorted(OF_ARM))
    value: object = made_text(draw)
    if operator in LISTS:
        value = tuple(made_text(draw) for _ in range(draw.randint(1, 4)))
    said = {"operator": operator, "value": None if operator in PRESENCE else value}
    return ArmTest.model_validate({"experiment": _identifier(draw), **said})


def _context(draw: Random) -> str:
    caught = f"{draw.choice(('paid', 'came-back'))}.{made_name(draw)}"
    trail = f"before.{made_name(draw)}[{draw.randint(0, 9)}].{made_name(draw)}"
    return draw.choice(("session.source", "session.pages", "cart.value", trail, caught))


def _identifier(draw: Random) -> str:
    return draw.choice(("a", "Step_2", "x" * 64, "long-name"))


def _compared(draw: Random, operator: Operator | None = None) -> Compared:
    operator = operator or draw.choice(list(Operator))
    value = _held_against(draw, operator)
    values = value if isinstance(value, tuple) else (value,)
    has_text = any(isinstance(item, str) for item in values) and operator not in PATTERNS
    exactly = has_text and draw.choice((True, False))
    return {"operator": operator, "value": value, "exactly": exactly}


def _held_against(draw: Random, operator: Operator) -> object:  # noqa: PLR0911 a line a sort
    if operator in PRESENCE:
        return None
    if operator in LISTS:
        return tuple(_scalar(draw) for _ in range(draw.randint(1, 4)))
    if operator in PATTERNS:
        return draw.choice(("", "^a.*z$", "(?i)caf\u00e9|tea", r"\d{2,4}"))
    if operator in TEXTUAL:
        return made_text(draw)
    if operator in ORDERED:
        return made_number(draw)
    if operator in RELATIVE:
        return str(made_window(draw))
    return draw.choice(INSTANTS) if operator in TIMED else _scalar(draw)


def _scalar(draw: Random) -> object:
    return draw.choice((True, False, made_text(draw), made_number(draw)))
