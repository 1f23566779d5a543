"""What a world has shown of all that worlds could show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from journeys.conditions.behaviours import OF_ONE
from journeys.conditions.tree import (
    BehaviourTest,
    EngagementTest,
    Filter,
    Leaf,
    SegmentTest,
    SequenceTest,
    leaves,
)
from journeys.content.message import Message
from journeys.document.journey import Journey
from journeys.document.node import CHOSEN, LEAVING, Node
from journeys.nodes.branch import Branch
from journeys.nodes.schedule_trigger import ScheduleTrigger
from journeys.values import Value, within
from tests.oracle.coverage import ASIDE, Item, all_items, choice, way
from tests.oracle.made_words import World
from tests.oracle.rows import Row

WAYS = {reason.word: port for reason, port in LEAVING.items()}
DATES = {"date_past": "past", "date_missing": "missing"}


def covered(world: World, rows: Iterable[Row]) -> set[Item]:
    """Return what happened in a world to all of its customers together."""
    drawings, _, settings = world
    by_id = {drawing.id: drawing for drawing in drawings}
    found: set[Item] = {("mode", settings.mode.value)}
    come: dict[str, set[str]] = {}
    asked = {drawing.id: questions_of(drawing) for drawing in drawings}
    for row in rows:
        found.add(("reason", row.reason))
        if row.reason == "entered":
            come.setdefault(row.journey, set())
        node = by_id[row.journey].by_id.get(row.node or "")
        if node is None:
            continue
        come.setdefault(row.journey, set()).add(node.id)
        found |= {("reason at", node.kind, row.reason), ("step", node.kind)}
        found |= {("way out", node.kind, way(node, port)) for port in left_by(node, row)}
        if row.reason == "leaf":
            number, held, *_ = row.operands
            found |= set(answered(asked[row.journey][node.id][int(str(number))], held is True))
    for name, steps in come.items():
        found |= set(drawn(by_id[name], steps))
    return found


def left_by(node: Node, row: Row) -> Iterator[str]:
    """Yield the way out that a decision led by, if it did."""
    if row.reason in DATES:
        port = {"continue": "next", "branch": DATES[row.reason], "exit": ""}
        chosen = port[getattr(node, f"if_{DATES[row.reason]}")]
    else:
        chosen = WAYS.get(row.reason, "")
    if chosen:
        yield str(row.operands[0]) if chosen == CHOSEN else chosen


def questions_of(drawing: Journey) -> Mapping[str, Sequence[Leaf]]:
    """Return the questions of each step that says what it asks, in their order."""
    return {node.id: [*asked_at(node)] for node in drawing.nodes}


def asked_at(node: Node) -> Iterator[Leaf]:
    """Yield what a step asks aloud."""
    if isinstance(node, Branch):
        for path in node.branches:
            yield from leaves(path.condition)
    if isinstance(node, Message) and node.gate is not None:
        yield from leaves(node.gate)
    if isinstance(node, ScheduleTrigger) and node.segment is not None:
        yield SegmentTest(segment=node.segment)
    where: Filter | None = getattr(node, "where", None)
    if where is not None:
        yield from leaves(where)


def answered(leaf: Leaf, held: bool) -> Iterator[Item]:  # noqa: FBT001 an answer
    """Yield what a question that was answered shows."""
    said = "true" if held else "false"
    if isinstance(leaf, SequenceTest):
        yield "question", "sequence", "not followed" if leaf.but_not else "followed", said
    elif (operator := getattr(leaf, "operator", None)) is not None:
        yield "question", leaf.kind, operator.value, said
    else:
        yield "question", leaf.kind, said
    if isinstance(leaf, BehaviourTest):
        has_property = leaf.measure in OF_ONE and leaf.of is not None
        measure = f"{leaf.measure} of a property" if has_property else leaf.measure
        yield "question", "measure", measure, said
    if isinstance(leaf, EngagementTest):
        yield "question", "did", leaf.did, said


def drawn(drawing: Journey, steps: set[str]) -> Iterator[Item]:
    """Yield what stands in a journey and its steps, of those that somebody came to."""
    yield from fields_of(drawing)
    rules: tuple[object, ...] = (drawing.entry, drawing.exits, drawing.goals, drawing.segments)
    come_to = tuple(drawing.by_id[step] for step in steps)
    for content in (*rules, drawing.loops, drawing.unprompted, come_to):
        for value in within(content):
            yield from fields_of(value)


def fields_of(value: Value) -> Iterator[Item]:
    """Yield what was chosen in each field of a value."""
    made = type(value)
    for name in made.model_fields:
        if name not in ASIDE:
            yield "field", made.__name__, name, choice(made, name, getattr(value, name))


def share(found: set[Item]) -> float:
    """Return how much of everything was shown, 1 being all."""
    known = all_items()
    return len(found & known) / len(known)


def table(found: set[Item]) -> Iterator[str]:
    """Yield lines that say how much of each group was shown, and what was not."""
    known = all_items()
    for group in sorted({item[0] for item in known}):
        some = {item for item in known if item[0] == group}
        yield f"{group:9} {len(some & found):4} of {len(some):4}"
    yield f"{'together':9} {len(known & found):4} of {len(known):4}: {share(found):.1%}"
    yield from (f"not shown: {', '.join(item)}" for item in sorted(known - found))
