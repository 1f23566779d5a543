"""What is written is read again to the same journey and the same bytes."""

import json
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from journeys.conditions.tree import AttributeTest
from journeys.document.canonical import canonical, fingerprint, number
from journeys.document.edits.canvas import Move, Place
from journeys.document.edits.steps import Rename
from journeys.document.format import content_id, dumps, loads
from journeys.document.journey import Journey, Position
from journeys.document.kinds import kinds
from journeys.document.node import Node
from journeys.nodes.branch import Branch
from journeys.nodes.branch import Path as Way
from journeys.values import Json, evolve
from tests.document.generation import MAKERS, made_journey, made_node

GOLDEN = Path("tests") / "golden" / "journey-1.json"
GOLDEN_ID = "5b204e5606902194f2121779e2fd74e4cf7aa73aee47f50ce619c6daeaa3e49c"


def test_a_thousand_journeys_come_back_as_the_same_values_and_the_same_bytes() -> None:
    for seed in range(1_000):
        journey = made_journey(seed)
        written = dumps(journey)
        read = loads(written)
        assert read == journey, seed
        assert dumps(read) == written, seed
        assert content_id(read) == content_id(journey), seed


def test_a_file_is_plain_json_with_sorted_names_two_spaces_and_a_final_newline() -> None:
    for seed in range(50):
        text = dumps(made_journey(seed)).decode()
        again = json.dumps(json.loads(text), indent=2, sort_keys=True, ensure_ascii=False)
        assert text == f"{again}\n", seed


def test_the_order_in_which_a_journey_was_drawn_does_not_show() -> None:
    journey = made_journey(7, steps=20)
    shuffled = {name: list(getattr(journey, name)) for name in ("nodes", "edges", "layout")}
    for items in shuffled.values():
        Random(1).shuffle(items)
    assert dumps(evolve(journey, **shuffled)) == dumps(journey)


def test_the_content_id_stays_when_steps_and_notes_move_and_changes_with_anything_else() -> None:
    journey = next(made for made in map(made_journey, range(99)) if made.nodes and made.notes)
    node, note = journey.nodes[0].id, journey.notes[0].id
    moved = Move((Place(node, 1, 2),), (Place(note, 3, 4),)).apply(journey)
    assert dumps(moved) != dumps(journey)
    assert content_id(moved) == content_id(journey)
    assert content_id(Rename(node, "another name").apply(journey)) != content_id(journey)


def test_the_golden_file_of_format_1_is_read_and_written_the_same(root: Path) -> None:
    written = (root / GOLDEN).read_bytes()
    journey = loads(written)
    assert dumps(journey) == written
    assert content_id(journey) == GOLDEN_ID
    assert {node.kind for node in journey.nodes} >= {
        "branch", "email", "event_trigger", "experiment", "finish", "push", "sms", "wait"
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["0.1", "-0.1", "1e-300", "8796093022208", "8796093022207.5", "0.000001", "5e-324", "-0"],
)
def test_a_number_in_a_condition_is_kept_digit_by_digit(text: str) -> None:
    test = AttributeTest.model_validate({"name": "x", "value": Decimal(text)})
    step = Branch(id="b", branches=(Way(id="p", condition=test),))
    read = loads(dumps(Journey(id="j", nodes=(step,)))).node("b")
    assert isinstance(read, Branch)
    condition = read.branches[0].condition
    assert isinstance(condition, AttributeTest)
    assert condition.value == Decimal(text)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.0, "0"), (-0.0, "0"), (5e-324, "5e-324"), (-5e-324, "-5e-324"), (1.5, "1.5"),
        (1.7976931348623157e308, "1.7976931348623157e+308"), (1e23, "1e+23"), (1e21, "1e+21"),
        (9007199254740992.0, "9007199254740992"), (1e20, "100000000000000000000"),
        (295147905179352830000.0, "295147905179352830000"), (0.000001, "0.000001"),
        (9.999999999999997e22, "9.999999999999997e+22"), (333333333.3333332, "333333333.3333332"),
        (9.999999999999997e-7, "9.999999999999997e-7"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_rfc_8785_lists_them(value: float, written: str) -> None:
    assert number(value) == written


def test_names_are_ordered_by_utf_16_as_rfc_8785_orders_them() -> None:
    order = "\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"
    names: dict[str, Json] = {name: place for place, name in enumerate(order, start=1)}
    assert canonical(names) == (
        '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\U0001f600":5,"\ufb33":3}'
    )
    assert len(fingerprint(names)) == 64


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_of_step_says_what_it_is_and_comes_back_from_a_file(kind: str) -> None:
    made = kinds()[kind]
    assert kind in MAKERS, "tests/document/generation.py makes up every kind"
    assert made.__doc__
    assert made.__doc__ != Node.__doc__
    assert made.card.title
    assert made.card.icon
    for overridden in ("ports", "say", "lower"):
        assert getattr(made, overridden) is not getattr(Node, overridden)
    for seed in range(20):
        node = made_node(Random(seed), "a_step", kind)
        ports = [port.id for port in node.ports()]
        assert len(set(ports)) == len(ports)
        assert list(node.check()) == list(node.check())
        journey = Journey(id="j", nodes=(node,), layout=(Position(node="a_step", x=1, y=2),))
        assert loads(dumps(journey)).nodes == (node,)


def test_the_generator_makes_no_kind_that_is_gone() -> None:
    assert set(MAKERS) == set(kinds())
