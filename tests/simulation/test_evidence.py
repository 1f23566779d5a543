"""What stands behind a question that was asked: the actual value, in words, and the events."""

from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from journeys.people.population import Event
from journeys.simulation.evidence import Evidence, Witness
from journeys.simulation.settings import RunSettings
from journeys.simulation.trace import trace
from tests.oracle.worked import DAY, event, people
from tests.simulation.asking import asking
from tests.simulation.comparing import built

ROWS = (
    event(0, "buy", amount=Decimal("2.5"), item="tea"),
    event(DAY, "buy", amount=Decimal(4), item="mug"),
    event(2 * DAY, "in"),
)


def behind(condition: dict[str, object], rows: tuple[Event, ...] = ROWS) -> Evidence:
    """Return what stands behind the first comparison."""
    program, dataset = built(((asking(condition),), people(rows), RunSettings()))
    told = [each for each in trace(program, dataset, 0) if each.asked]
    return Witness(program, dataset, 0, ZoneInfo("UTC")).evidence(told[0])


def bought(measure: str, **more: object) -> dict[str, object]:
    """Return what is asked of purchases."""
    asked = {"kind": "behaviour", "event": "buy", "measure": measure, "operator": "at_least"}
    return {**asked, "value": 1, **more}


@pytest.mark.parametrize(
    ("condition", "words", "chips"),
    [
        (bought("count"), "2 found", 2),
        (bought("distinct", of="item"), "2 found", 2),
        (bought("average", of="amount"), "it is 3.2500", 2),
        (bought("first", operator="is_present", value=None), "it is 1 Jan 1970, 00:00", 1),
        (bought("last", of="item", operator="is_present", value=None), "it is 'mug'", 1),
        ({"kind": "sequence", "first": {"event": "buy"}, "then": {"event": "in"}},
         "it is 3 Jan 1970, 00:00", 0),
        ({"kind": "sequence", "first": {"event": "in"}, "then": {"event": "buy"}}, "never", 0),
        ({"kind": "engagement", "step": "m", "did": "sent"}, "never", 0),
        ({"kind": "list", "list": "vip"}, "it is no", 0),
        ({"kind": "context", "name": "before.buy[1].item", "value": "tea"}, "it is 'tea'", 0),
    ],
)  # fmt: skip
def test_the_actual_value_is_told_in_words_r124(
    condition: dict[str, object], words: str, chips: int
) -> None:
    found = behind(condition)
    assert found.words == (words,)
    assert len(found.chips) == chips


def test_a_draw_is_told_with_the_share_it_was_held_against_r204() -> None:
    (words,) = behind({"kind": "sample", "name": "autumn", "share": 1_250}).words
    assert words.startswith("the draw is 0.")
    assert words.endswith("; below 0.12 is in")
