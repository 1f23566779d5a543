"""What a test in a message tells about which variables are there (R31, R71)."""

from jinja2 import nodes

from journeys.content.chain import Key, Scope, chain_of

Facts = frozenset[Key]
"""Variables that are certainly there."""

NOTHING: Facts = frozenset()
MISSING_TESTS = frozenset(("undefined", "none"))


def implied(node: nodes.Node, scope: Scope, *, holds: bool) -> Facts:
    """Return which variables are certainly there where a test holds, or where it fails.

    A comparison with a missing value is false (R31), so one that holds has all its values.
    """
    if isinstance(node, nodes.Not):
        return implied(node.node, scope, holds=not holds)
    if isinstance(node, (nodes.And, nodes.Or)):
        left = implied(node.left, scope, holds=holds)
        right = implied(node.right, scope, holds=holds)
        return left | right if isinstance(node, nodes.And) is holds else left & right
    if isinstance(node, nodes.Test) and node.name in MISSING_TESTS:
        return NOTHING if holds else _inside(node.node, scope)
    if not holds:
        return NOTHING
    if isinstance(node, nodes.Compare):
        operands = (node.expr, *(operand.expr for operand in node.ops))
        return NOTHING.union(*(_inside(operand, scope) for operand in operands))
    return _inside(node.node if isinstance(node, nodes.Test) else node, scope)


def _inside(node: nodes.Node, scope: Scope) -> Facts:
    """Return which variables a value is made from without a fallback: missing ones go through."""
    chain = chain_of(node, scope)
    if chain:
        return with_owners(chain.named.key) if chain.named else NOTHING
    if isinstance(node, nodes.Filter) and node.name not in ("default", "d") and node.node:
        return _inside(node.node, scope)
    if isinstance(node, nodes.BinExpr) and not isinstance(node, (nodes.And, nodes.Or)):
        return _inside(node.left, scope) | _inside(node.right, scope)
    return NOTHING


def with_owners(key: Key) -> Facts:
    """Return a variable with all it is part of: what is there, is there in something."""
    return frozenset(key[:length] for length in range(1, len(key) + 1))
