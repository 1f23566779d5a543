"""How much a template holds, and how deep; what is too much is refused."""

from dataclasses import dataclass

from jinja2 import nodes

from journeys.content.limits import DEEPEST_BLOCKS, DEEPEST_LOOPS, DEEPEST_PARTS, MOST_PARTS

BLOCKS = (nodes.If, nodes.For, nodes.With)


@dataclass(frozen=True, slots=True)
class Large:
    """What is too large, in words, and the part of the tree where it becomes so."""

    code: str
    words: str
    node: nodes.Node


def too_large(root: nodes.Template) -> Large | None:
    """Return what is too much in a tree; None where all of it can be gone through."""
    todo: list[tuple[nodes.Node, int, int, int]] = [(root, 0, 0, 0)]
    seen = 0
    while todo:
        node, parts, blocks, loops = todo.pop()
        seen += 1
        if seen > MOST_PARTS:
            return Large("too_long", f"The text has more than {MOST_PARTS:,} parts.", node)
        blocks += isinstance(node, BLOCKS)
        loops += isinstance(node, nodes.For)
        if parts > DEEPEST_PARTS or blocks > DEEPEST_BLOCKS or loops > DEEPEST_LOOPS:
            words = "Too many parts, blocks or loops stand inside each other."
            return Large("too_deep", words, node)
        todo += [(child, parts + 1, blocks, loops) for child in node.iter_child_nodes()]
    return None
