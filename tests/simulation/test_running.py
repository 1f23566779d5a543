"""Of many rows the engine counts up as they come: it answers as looking through them does."""

import random
from collections.abc import Mapping
from decimal import Decimal

import pytest

from journeys.people.population import Event
from tests.oracle.worked import DAY, HOUR, event, people, story, wait
from tests.simulation.asking import asking, told

ASKED = 12
ROWS = 260


def lived(seed: int) -> list[Event]:
    """Return many events, several of one instant, some without an amount, and questions."""
    chance, now, rows = random.Random(seed), 0, []
    for _ in range(ROWS):
        now += chance.choice((0, 0, 60, HOUR, 5 * HOUR))
        amount = chance.choice((None, Decimal(chance.randint(-900, 900)) / 4))
        kind = chance.choice(("buy", "buy", "buy", "look"))
        rows.append(event(now, kind, amount=amount, shop=chance.choice(("a", "b", None))))
    entered = sorted(chance.sample(range(80, ROWS), ASKED))
    questions = [event(rows[place].time, "in", number=str(place)) for place in entered]
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
    "measure", ["count", "sum", "average", "minimum", "maximum", "first", "last"]
)
def test_r25_r153_r200_of_many_rows_each_measure_is_what_looking_at_each_gives(
    measure: str, span: dict[str, object]
) -> None:
    lives, waits = people(lived(len(measure))), [wait("P9D")] if "since" in span else []
    for where in ({}, ONLY_A):
        drawn = asking(measured(measure, **span, **where), *waits, entry={"key": "number"})
        wanted = story(drawn, lives, "leaf")
        found = [(*row[5][1:],) for row in told(drawn, lives, "leaf")]
        assert found == [line[4:] for line in wanted]
        assert len(found) == ASKED


def test_r200_a_look_at_days_that_empty_goes_back_over_many_rows() -> None:
    rows = [event(HOUR * at, "buy", amount=Decimal(at)) for at in range(200)]
    rows.append(event(190 * HOUR + 10 * DAY, "in"))
    for span, truth, actual in (("P10D", True, 9), ("P11D", True, 33), ("PT1H", False, 0)):
        condition = measured("count", within=span)
        (row,) = told(asking(condition), people(rows), "leaf")
        assert (row[5][1], row[5][2]) == (truth, actual)
