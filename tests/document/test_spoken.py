"""Names of the data are shown as people say them, and never two of them alike."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.conditions.comparison import Operator
from journeys.conditions.sentences import sentence
from journeys.conditions.tree import BehaviourTest, PropertyTest
from journeys.durations import Duration
from journeys.nodes.event_trigger import EventTrigger
from journeys.spoken import spoken, told_apart
from widgets.wording import step_words


def test_an_event_is_called_what_people_call_it() -> None:
    assert spoken("add_to_cart") == "add to cart"
    assert spoken("check-out") == "check out"
    assert spoken("__") == "__"
    assert EventTrigger(id="a", title="Buyers", event="add_to_cart").summary() == "Add to cart"


def test_a_start_without_a_title_is_called_by_what_happens() -> None:
    bare = EventTrigger(id="a", event="add_to_cart")
    assert (bare.name, step_words(bare), bare.summary()) == ("Add to cart", "Add to cart", "")
    where = PropertyTest(name="platform", operator=Operator.IS, value="mobile")
    asks = EventTrigger(id="a", event="add_to_cart", where=where)
    assert (asks.name, asks.summary()) == ("Add to cart", "Platform is 'mobile'")
    titled = EventTrigger(id="a", title="Buyers", event="add_to_cart", where=where)
    assert (titled.name, titled.summary()) == ("Buyers", "Add to cart, platform is 'mobile'")
    assert EventTrigger.fresh("a").name == "When something happens"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"value": 1, "within": Duration(days=1)}, "check out at least once in the last day"),
        ({"value": 3, "operator": Operator.IS}, "check out exactly 3 times"),
        ({"value": 2, "operator": Operator.LESS}, "check out less than 2 times"),
        (
            {"value": 50, "measure": "sum", "of": "price"},
            "price of check out adds up to at least 50",
        ),
        (
            {"value": "P7D", "measure": "last", "operator": Operator.WITHIN_LAST},
            "last check out is within the last 7 days",
        ),
    ],
)
def test_what_somebody_did_is_asked_in_a_sentence(asked: dict[str, Any], said: str) -> None:
    how = {"event": "check_out", "operator": Operator.AT_LEAST} | asked
    assert sentence(BehaviourTest.model_validate(how)) == said


@given(st.sets(st.text(alphabet="ab_- ", max_size=4), max_size=8))
def test_no_two_names_are_called_the_same(names: set[str]) -> None:
    said = told_apart(names)
    assert set(said) == names
    assert len({said[name] for name in names if name.strip("_- ")}) == len(
        [name for name in names if name.strip("_- ")]
    )
