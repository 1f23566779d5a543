"""Of many rows the engine keeps tables as they come: it answers as looking through them does."""

import random
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from journeys.people.population import Event
from tests.oracle.worked import DAY, HOUR, event, people, wait
from tests.simulation.asking import asking, told

ASKED = 12
ROWS = 260


def lived(seed: int, latest: int = 0) -> list[Event]:
    """Return many events, several of one instant, some without an amount, and questions.

    Some of them come late, by so many seconds at most.
    """
    chance, now, rows = random.Random(seed), 0, []
    for _ in range(ROWS):
        now += chance.choice((0, 0, 60, HOUR, 5 * HOUR))
        amount = chance.choice((None, Decimal(chance.randint(-900, 900)) / 4))
        kind = chance.choice(("buy", "buy", "buy", "look"))
        rows.append(event(now, kind, amount=amount, shop=chance.choice(("a", "b", None))))
    entered = sorted(chance.sample(range(80, ROWS), ASKED))
    questions = [event(rows[place].time, "in", number=str(place)) for place in entered]
    rows = [
        replace(row, arrival=row.time + chance.randint(1, latest))
        if latest and chance.random() < 0.1
        else row
        for row in rows
    ]
    return sorted([*rows, *questions], key=lambda row: row.time)


def measured(measure: str, **more: object) -> dict[str, object]:
    """Return a comparison that asks for a measure of what was bought."""
    of: Mapping[str, object] = {} if measure == "count" else {"of": "amount"}
    asks = {"kind": "behaviour", "event": "buy", "measure": measure, **of}
    return {**asks, "operator": "at_least", "value": 1, **more}


ONLY_A = {"where": {"kind": "property", "name": "shop", "value": "a"}}
SPANS: tuple[dict[str, object], ...] = (
    {},
    {"within": "P14D"},
    {"within": "PT5H"},
    {"since": "entry"},
)


@pytest.mark.parametrize("span", SPANS, ids=str)
@pytest.mark.parametrize(
    "measure", ["count", "sum", "average", "minimum", "maximum", "distinct", "first", "last"]
)
def test_r25_r153_r200_of_many_rows_each_measure_is_what_looking_at_each_gives(
    measure: str, span: dict[str, object]
) -> None:
    for where, latest in (({}, 0), (ONLY_A, 0), (ONLY_A, 2 * DAY)):
        assert asked(measured(measure, **span, **where), len(measure), latest)


def asked(condition: dict[str, object], seed: int, latest: int) -> bool:
    """Ask something again and again; the engine, in both forms, and the oracle must agree."""
    waits = [wait("P9D")] if "since" in condition else []
    drawn = asking(condition, *waits, entry={"key": "number"})
    return len(told(drawn, people(lived(seed, latest)), "leaf")) == ASKED


@pytest.mark.parametrize("span", SPANS, ids=str)
@pytest.mark.parametrize("way", [{}, {"but_not": True}], ids=str)
def test_r207_of_many_rows_a_sequence_is_what_looking_at_each_gives(
    span: dict[str, object], way: dict[str, object]
) -> None:
    ways: tuple[dict[str, object], ...] = ({}, {"gap": "PT5H"}, {"gap": "PT2H", "same": "shop"})
    for at, more in enumerate(ways):
        for latest in (0, 2 * DAY):
            happens = {"first": {"event": "buy", **ONLY_A} if at == 1 else {"event": "buy"},
                       "then": {"event": "look"}}  # fmt: skip
            drawn = {"kind": "sequence", **happens, **way, **more, **span}
            assert asked(drawn, at, latest)


def test_r200_a_look_at_days_that_empty_goes_back_over_many_rows() -> None:
    rows = [event(HOUR * at, "buy", amount=Decimal(at)) for at in range(200)]
    rows.append(event(190 * HOUR + 10 * DAY, "in"))
    for span, truth, actual in (("P10D", True, 9), ("P11D", True, 33), ("PT1H", False, 0)):
        condition = measured("count", within=span)
        (row,) = told(asking(condition), people(rows), "leaf")
        assert (row[5][1], row[5][2]) == (truth, actual)
