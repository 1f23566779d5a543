"""A condition reads as a sentence, whatever it asks, and a word of it that cannot be is red."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from journeys.conditions.tree import Leaf
from journeys.document.journey import Journey
from journeys.document.rules import Segment
from journeys.nodes.branch import Path
from journeys.nodes.email import Email
from journeys.nodes.experiment import Arm, Experiment
from journeys.people.population import ColumnType
from tests.widgets.inspector.conftest import CHOICES
from tests.widgets.inspector.journeys_to_edit import GOLD
from widgets.inspector.choices import Choices
from widgets.inspector.own import Own
from widgets.inspector.sentences.flavour import as_leaf, bare
from widgets.inspector.sentences.saying import remark, words_of

Asked = Mapping[str, object]

BOUGHT: Asked = {"kind": "behaviour", "event": "purchase"}
OF_VALUE: Asked = {**BOUGHT, "of": "value", "operator": "at_least", "value": 20}
KNOWN: Asked = {"kind": "attribute", "name": "signed_up"}
OPENED: Asked = {"kind": "engagement", "step": "email", "did": "opened"}
SEQUENCE: Asked = {
    "kind": "sequence",
    "first": {"event": "add_to_cart"},
    "then": {"event": "purchase"},
}
SEGMENT: Asked = {"kind": "segment", "segment": "gold"}
ARM: Asked = {"kind": "arm", "experiment": "test", "value": "a"}

SAID: tuple[tuple[Asked, str], ...] = (
    ({**BOUGHT, "operator": "at_least", "value": 3, "within": "P30D"},
     "purchase happened at least 3 times in the last 30 days"),
    ({**BOUGHT, "operator": "is_not", "value": 2},
     "purchase happened not exactly 2 times at any time"),
    ({**OF_VALUE, "measure": "sum"}, "purchase at any time has a total value that is at least 20"),
    ({**OF_VALUE, "measure": "average", "within": "P30D"},
     "purchase in the last 30 days has an average value that is at least 20"),
    ({**OF_VALUE, "measure": "distinct", "of": "platform", "since": "entry", "value": 2},
     "purchase since they entered came with at least 2 different platform"),
    ({**BOUGHT, "measure": "last", "operator": "longer_ago", "value": "P60D"},
     "purchase at any time last happened longer ago than 60 days"),
    ({**BOUGHT, "measure": "first", "operator": "after", "value": "2026-01-15T09:00:00Z"},
     "purchase at any time first happened after Thu, 15 Jan 2026, 09:00 UTC"),
    ({**BOUGHT, "measure": "last", "operator": "is_missing", "within": "P7D"},
     "purchase in the last 7 days last happened never"),
    (SEQUENCE, "add to cart at any time and then purchase of anything at any time after"),
    ({**SEQUENCE, "but_not": True, "gap": "P1D", "same": "platform", "within": "P30D"},
     "add to cart in the last 30 days but then no purchase with the same platform within 1 day"),
    ({**KNOWN, "operator": "before", "value": "2026-02-01T00:00:00+01:00"},
     "the customer's signed up is before Sun, 1 Feb 2026, 00:00 UTC+01:00"),
    ({"kind": "entry", "name": "cart_id", "value": "c1"}, "the entry's cart id is c1"),
    ({"kind": "context", "name": "before.add_to_cart[0].cart_id", "value": "c1"},
     "cart id of the last add to cart before that is c1"),
    (OPENED, "they opened Hello at any time"),
    ({**OPENED, "did": "sent", "operator": "is_missing"}, "they never got Hello"),
    (ARM, "their version in Which one is One"),
    (SEGMENT, "they are in the segment Gold ones"),
    ({"kind": "not", "of": SEGMENT}, "they are not in the segment Gold ones"),
    ({"kind": "not", "of": ARM}, "it is not true that their version in Which one is One"),
    ({"kind": "list", "list": "vips"}, "they are on the list vips"),
    ({"kind": "sample", "name": "early", "share": 1_250},
     "they are in a random 12.5% called early"),
)  # fmt: skip
WRONG: tuple[tuple[Asked, str], ...] = (
    ({**OF_VALUE, "event": "add_to_cart", "measure": "sum"}, "of"),
    ({**SEQUENCE, "same": "value"}, "same"),
    ({**KNOWN, "operator": "at_least", "value": 30}, "operator"),
    ({"kind": "attribute", "name": "member", "value": "yes"}, "value"),
    ({**ARM, "value": "c"}, "value"),
    ({"kind": "context", "name": "parcel.weight", "operator": "at_least", "value": 2}, "name"),
    ({"kind": "context", "name": "before.purchase[3].cart_id", "value": "c1"}, "name"),
    ({"kind": "attribute", "name": "teir", "value": "gold"}, "name"),
)


def choices() -> Choices:
    """Return what a journey with a message and a test has to pick from."""
    arms = (Arm(id="a", title="One", weight=5_000), Arm(id="b", weight=5_000))
    test = Experiment(id="deal", title="Which one", experiment="test", arms=arms)
    gold = Segment(id="gold", title="Gold ones", condition=GOLD)
    steps = (test, Email(id="email", title="Hello"))
    journey = Journey(id="any", nodes=steps, segments=(gold,))
    attributes = {**CHOICES.attributes, "signed_up": ColumnType.INSTANT}
    return replace(CHOICES, attributes=attributes, own=Own(lambda: journey))


def asked(question: Asked) -> tuple[Leaf, int]:
    """Return the leaf of a question, and how often it was turned."""
    path = Path.model_validate({"id": "yes", "condition": question})
    inside, turned = bare(path.condition)
    return as_leaf(inside), turned


@pytest.mark.parametrize(("question", "said"), SAID, ids=[said for _, said in SAID])
def test_a_question_reads_as_a_sentence(question: Asked, said: str) -> None:
    leaf, turned = asked(question)
    words = words_of(leaf, choices(), turned)
    assert " ".join(word.text for word in words) == said
    assert {word.key for word in words if word.look == "lost"} == set()


@pytest.mark.parametrize(("question", "key"), WRONG, ids=[key for _, key in WRONG])
def test_the_word_that_cannot_be_is_red(question: Asked, key: str) -> None:
    leaf, _ = asked(question)
    assert [word.key for word in words_of(leaf, choices()) if word.look == "lost"] == [key]


def test_a_list_that_nobody_is_on_is_told_of() -> None:
    leaf, _ = asked({"kind": "list", "list": "vips"})
    assert remark(leaf, choices()) == "Nobody is on this list in the data yet."
    known = replace(choices(), attributes={"list.vips": ColumnType.TRUTH})
    assert remark(leaf, known) == ""
