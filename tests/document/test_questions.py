"""What a condition may ask, how it is said in a sentence, and what is refused on reading."""

import pytest
from pydantic import TypeAdapter, ValidationError

from journeys.conditions.sentences import gist, sentence
from journeys.conditions.tree import Condition

READ: TypeAdapter[Condition] = TypeAdapter(Condition)

BOUGHT = {"kind": "behaviour", "event": "buy", "operator": "at_least", "value": 2}
VALUE = BOUGHT | {"of": "value"}
LOOKED = {"kind": "sequence", "first": {"event": "look"}, "then": {"event": "buy"}}
OPENED = {"kind": "engagement", "step": "letter", "did": "opened"}
ARM = {"kind": "arm", "experiment": "trial"}
CONTEXT = {"kind": "context", "operator": "is_present"}
MUG = {"kind": "property", "name": "item", "value": "mug"}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (VALUE | {"measure": "sum"}, "value of buy adds up to at least 2"),
        (VALUE | {"measure": "average"}, "average value of buy is at least 2"),
        (VALUE | {"measure": "minimum", "within": "P1D"},
         "lowest value of buy in the last day is at least 2"),
        (VALUE | {"measure": "maximum"}, "highest value of buy is at least 2"),
        (VALUE | {"measure": "distinct", "since": "entry"},
         "number of different value of buy since they entered is at least 2"),
        (BOUGHT | {"measure": "first", "operator": "is_missing", "value": None},
         "first buy is missing"),
        (BOUGHT | {"measure": "last", "of": "item", "operator": "ends_with", "value": "mug"},
         "last item of buy ends with 'mug'"),
        (LOOKED, "look, then buy"),
        (LOOKED | {"but_not": True, "gap": "PT1H", "same": "item", "within": "P7D"},
         "look, but no buy with the same item within 1 hour, in the last 7 days"),
        (LOOKED | {"first": {"event": "look", "where": MUG}}, "look where item is 'mug', then buy"),
        (OPENED, "opened 'letter'"),
        (OPENED | {"did": "sent", "operator": "is_missing"}, "did not get 'letter'"),
        (OPENED | {"did": "clicked", "operator": "within_last", "value": "P1D"},
         "clicking in 'letter' is within the last 1 day"),
        (ARM | {"value": "a"}, "version in the test 'trial' is 'a'"),
        ({"kind": "sample", "name": "autumn", "share": 1_250},
         "in the random 12.5% called 'autumn'"),
        ({"kind": "segment", "segment": "gold"}, "in the segment 'gold'"),
        ({"kind": "list", "list": "vip"}, "on the list 'vip'"),
        (CONTEXT | {"name": "session.source"}, "the source of their visit is known"),
        (CONTEXT | {"name": "before.add_to_cart[0].at"},
         "the time of the last add to cart before is known"),
        (CONTEXT | {"name": "before.buy[2].item"}, "item of the third last buy before is known"),
        (CONTEXT | {"name": "paid.amount"}, "amount of paid is known"),
        ({"kind": "attribute", "name": "page", "operator": "matches", "value": "^/a"},
         "page matches the pattern '^/a'"),
    ],
)  # fmt: skip
def test_a_question_is_a_sentence(asked: dict[str, object], said: str) -> None:
    made = READ.validate_python(asked)
    assert sentence(made) == gist(made) == said
    assert READ.validate_python(made.plain()) == made


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (VALUE, "has no 'of'"),
        (BOUGHT | {"measure": "average"}, "names its property in 'of'"),
        (BOUGHT | {"measure": "distinct"}, "names its property in 'of'"),
        (VALUE | {"measure": "average", "value": 0.000_000_000_1}, "at most 9 decimals"),
        (VALUE | {"measure": "maximum", "value": "x"}, "needs a number"),
        (VALUE | {"measure": "sum", "operator": "is_missing", "value": None}, "does not fit"),
        (VALUE | {"measure": "distinct", "operator": "is_present", "value": None}, "does not fit"),
        (VALUE | {"measure": "minimum", "operator": "is", "value": True}, "against a number"),
        (BOUGHT | {"measure": "first"}, "does not fit the measure 'first'"),
        (BOUGHT | {"within": "P1D", "since": "entry"}, "one only"),
        (LOOKED | {"within": "P1D", "since": "entry"}, "one only"),
        (LOOKED | {"gap": "P1M"}, "a window is in days"),
        (LOOKED | {"gap": "PT0S"}, "longer than nothing"),
        (OPENED | {"operator": "is", "value": "x"}, "does not fit the time of a message"),
        (ARM | {"value": 1}, "an arm is named by its id"),
        (ARM | {"operator": "contains", "value": "a"}, "does not fit an arm"),
        (ARM | {"value": "a", "exactly": True}, "always compare exactly"),
        ({"kind": "sample", "name": "two words", "share": 1}, "pattern"),
        ({"kind": "sample", "name": "s", "share": 10_001}, "less than or equal to 10000"),
        (CONTEXT | {"name": "session.sauce"}, "the context has session.started"),
        (CONTEXT | {"name": "cart.lines"}, "the context has cart.id"),
        (CONTEXT | {"name": "before.buy.item"}, "is written"),
        (CONTEXT | {"name": "customer.tier"}, "begins with session"),
        (CONTEXT | {"name": "paid"}, "begins with session"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(asked: dict[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        READ.validate_python(asked)
