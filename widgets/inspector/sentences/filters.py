"""The filters of the events that a sentence speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeys.conditions.sequences import Happening
from journeys.conditions.tree import BehaviourTest, Leaf, SequenceTest, Tree
from journeys.spoken import spoken
from widgets.inspector.amending import amended
from widgets.inspector.speech import translate


@dataclass(frozen=True, slots=True)
class Filtered:
    """An event of a sentence, its filter, the words that begin it, and those that add one."""

    event: str
    tree: Tree | None
    words: str
    add: str


def filtered(leaf: Leaf) -> dict[str, Filtered]:
    """Return the events of a sentence that can be filtered, by where they stand in it."""
    if isinstance(leaf, BehaviourTest):
        where, some = translate("Inspector", "where"), translate("Inspector", "Only some of them")
        return {"where": Filtered(leaf.event, leaf.where, where, some)}
    if not isinstance(leaf, SequenceTest):
        return {}
    parts = {"first": leaf.first, "then": leaf.then}
    words, add = translate("Inspector", "%s where"), translate("Inspector", "Only some: %s")
    return {
        name: Filtered(part.event, part.where, words % spoken(part.event), add % spoken(part.event))
        for name, part in parts.items()
    }


def with_filters(leaf: Leaf, trees: Mapping[str, Tree | None]) -> Leaf:
    """Return a leaf with other filters."""
    if isinstance(leaf, SequenceTest):
        parts = {"first": leaf.first, "then": leaf.then}
        made = {
            name: Happening.model_validate({"event": parts[name].event, "where": tree})
            for name, tree in trees.items()
        }
        return amended(leaf, made)
    return amended(leaf, trees) if trees else leaf
