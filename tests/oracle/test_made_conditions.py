"""What holds of made-up conditions: every kind is asked, and is often true and often false."""

from collections import Counter
from collections.abc import Iterator

from journeys.conditions.comparison import Operator
from journeys.conditions.tree import BehaviourTest, EngagementTest, Leaf, SequenceTest, leaves
from journeys.nodes.branch import Branch
from tests.oracle.made_asking import asking_world
from tests.oracle.made_behaviours import MEASURES
from tests.oracle.made_words import World
from tests.oracle.run import run

ASKED = frozenset(
    {
        *("attribute", "entry", "context", "sample", "arm", "segment", "list"),
        *("followed", "followed not", "sent", "opened", "clicked"),
        *MEASURES,
    }
)
WORLDS = 100


def called(leaf: Leaf) -> str:
    """Return what sort of question it is."""
    match leaf:
        case BehaviourTest():
            has_property = leaf.measure in ("first", "last") and leaf.of is not None
            return f"{leaf.measure} of" if has_property else leaf.measure
        case SequenceTest():
            return "followed not" if leaf.but_not else "followed"
        case EngagementTest():
            return leaf.did
        case _:
            return leaf.kind


def answered(made: World) -> Iterator[tuple[Leaf, bool, bool]]:
    """Yield each question a branch asked, whether it held, and whether a value was known."""
    asked = {
        (drawing.id, node.id): [leaf for path in node.branches for leaf in leaves(path.condition)]
        for drawing in made[0]
        for node in drawing.nodes
        if isinstance(node, Branch)
    }
    for rows in run(*made).rows.values():
        for row in rows:
            place = (row.journey, str(row.node))
            if row.reason == "leaf" and place in asked:
                number, held, actual = row.operands
                yield asked[place][int(str(number))], held is True, actual is not None


def test_a_world_of_questions_is_the_same_for_the_same_seed() -> None:
    assert [asking_world(seed) for seed in range(5)] == [asking_world(seed) for seed in range(5)]


def test_every_kind_of_question_is_often_true_and_often_false() -> None:
    found, operators = Counter[tuple[str, bool]](), Counter[tuple[str, bool]]()
    known = Counter[str]()
    for seed in range(WORLDS):
        for leaf, held, is_known in answered(asking_world(seed)):
            found[called(leaf), held] += 1
            known[called(leaf)] += is_known
            operators[getattr(leaf, "operator", ""), held] += 1
    assert {name for name, _ in found} == ASKED
    assert min(found[name, held] for name in ASKED for held in (True, False)) >= 30
    assert min(known[name] for name in ASKED) >= 30
    assert min(operators[name, held] for name in Operator for held in (True, False)) >= 3
