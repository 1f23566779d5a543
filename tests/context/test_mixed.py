"""Amounts of several currencies are neither added up nor held against each other."""

import pytest

from journeys.context.unsafe import found_beside
from journeys.errors import InvalidJourneyError
from journeys.simulation.currencies import refuse_mixed, with_currencies
from journeys.simulation.encoding import encode
from tests.oracle.worked import event, people
from tests.simulation.asking import asking

ROWS = (
    event(0, "in", amount=1, currency="EUR"),
    event(1, "buy", amount=2, currency="EUR"),
    event(2, "buy", amount=3, currency="USD"),
    event(3, "give", amount=4, currency="EUR"),
    event(4, "give", amount=5, currency="eur"),
    event(5, "give", amount=6, currency=None),
)
WORDS = with_currencies(encode(people(ROWS)))


def behaviour(measure: str, name: str = "buy", **more: object) -> dict[str, object]:
    """Return what is asked of amounts."""
    of = {} if measure == "count" else {"of": "amount"}
    asked = {"kind": "behaviour", "event": name, "measure": measure, "operator": "at_least"}
    return {**asked, "value": 1, **of, **more}


def one(operator: str, value: object) -> dict[str, object]:
    """Return a filter of the currency."""
    return {"kind": "property", "name": "currency", "operator": operator, "value": value}


def named(condition: dict[str, object]) -> list[tuple[str, str | None]]:
    """Return (code, step) of what is wrong beside the data, and that a run says the same."""
    drawn = asking(condition)
    found = [each for each in found_beside(WORDS, drawn) if each.code == "mixed_currencies"]
    if found:
        with pytest.raises(InvalidJourneyError, match="several currencies"):
            refuse_mixed((drawn,), WORDS)
    else:
        refuse_mixed((drawn,), WORDS)
    return [(each.code, each.node) for each in found]


def test_r202_an_event_has_several_currencies_whatever_their_capitals() -> None:
    assert WORDS.mixed == {"buy"}
    assert with_currencies(encode(people([event(0, "in", currency=3)]))).mixed == frozenset()
    assert with_currencies(encode(people([event(0, "in")]))).mixed == frozenset()


@pytest.mark.parametrize("measure", ["sum", "average", "minimum", "maximum"])
def test_r202_amounts_are_reckoned_with_in_one_currency(measure: str) -> None:
    assert named(behaviour(measure)) == [("mixed_currencies", "b")]
    assert named(behaviour(measure, "give")) == []
    euros = {"kind": "all", "of": (one("is", "EUR"), one("is_present", None))}
    for where in (one("is", "EUR"), one("one_of", ["EUR"]), euros):
        assert named(behaviour(measure, where=where)) == []
    for where in (one("one_of", ["EUR", "USD"]), one("is_not", "EUR"), one("contains", "E")):
        assert named(behaviour(measure, where=where)) == [("mixed_currencies", "b")]


@pytest.mark.parametrize("measure", ["count", "distinct"])
def test_r202_what_is_only_counted_may_be_mixed(measure: str) -> None:
    assert named(behaviour(measure)) == []


def test_r202_a_segment_is_named_where_it_is_mended() -> None:
    segments = ({"id": "s", "title": "Rich", "condition": behaviour("sum")},)
    drawn = asking(behaviour("count"), segments=segments)
    (found,) = [each for each in found_beside(WORDS, drawn) if each.code == "mixed_currencies"]
    assert (found.node, found.rule) == (None, "segments")
    assert found.words.startswith("The segment 'Rich' reckons with amounts of 'buy'")
