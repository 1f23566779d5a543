"""What is done with the values of a message: each must be of a kind that it can be done with."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from jinja2 import nodes

from journeys.content.chain import Chain
from journeys.content.fault import Place, Places
from journeys.content.wanting import MAKES, UNARY, Fit, Kind, fit, fits_text

ALIKE = frozenset(("eq", "ne"))
ORDERED = frozenset(("lt", "lteq", "gt", "gteq"))
SAME = frozenset(("reverse", "default", "d"))
SIGNS = (nodes.Neg, nodes.Pos)
SUMS = (nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod)
Kinds: TypeAlias = Callable[[str], Kind | None]
"""Says of what kind a variable is; None where that is not known."""

MOST = 8  # kinds one value may have, by its fallbacks and choices


@dataclass(frozen=True, slots=True)
class Atom:
    """What a value can be: a variable by its path, something of a kind, or a text as written."""

    path: str = ""
    kind: Kind | None = None
    text: str | None = None

    def of(self, kinds: Kinds) -> Kind | None:
        """Return the kind, where it is known."""
        return kinds(self.path) if self.path else self.kind


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that is done: `what` names a filter or an operator, `atoms` what it is done with.

    `place` is where the value begins.
    """

    what: str
    atoms: tuple[Atom, ...]
    place: Place

    def fit(self, kinds: Kinds) -> Fit:
        """Return how the values fit, by the kinds of variables."""
        found = fit(self.what, [atom.of(kinds) for atom in self.atoms])
        text = self.atoms[0].text
        if found is Fit.DOUBTFUL and text is not None and len(self.atoms) == 1:
            return Fit.FINE if fits_text(self.what, text) else Fit.NEVER
        return found


def demands(root: nodes.Template, chains: Mapping[int, Chain], source: str) -> tuple[Demand, ...]:
    """Return all that is done with values of a message, each once at its place."""
    found = dict.fromkeys(_Asking(chains, source).of(root))
    return tuple(sorted(found, key=lambda demand: demand.place))


class _Asking:
    """Goes through a tree; `chains` holds the variables by the id of their node."""

    def __init__(self, chains: Mapping[int, Chain], source: str) -> None:
        self._chains = chains
        self._places = Places(source)

    def of(self, node: nodes.Node) -> Iterator[Demand]:
        """Yield what is done in a part of the tree."""
        for what, values in DONE.get(type(node), _nothing)(node):
            yield from self._with(what, *values)
        if id(node) not in self._chains:
            for child in node.iter_child_nodes():
                yield from self.of(child)

    def _with(self, what: str, *values: nodes.Node) -> Iterator[Demand]:
        begins = self._places.at(self._beginning(values[0]))
        for atoms in itertools.product(*(self._atoms(value)[:MOST] for value in values)):
            if any(atom != UNKNOWN for atom in atoms):
                yield Demand(what, atoms, begins)

    def _beginning(self, node: nodes.Node) -> int:
        """Return the offset of what is written first of a value."""
        chain = self._chains.get(id(node))
        if chain:
            return chain.root.lineno
        for name in ("node", "left", "expr", "expr1"):
            inner = getattr(node, name, None)
            if isinstance(inner, nodes.Expr):
                return self._beginning(inner)
        return node.lineno

    def _atoms(self, node: nodes.Node) -> tuple[Atom, ...]:
        """Return what a value can be."""
        chain = self._chains.get(id(node))
        if chain:
            return (Atom(chain.path) if chain.named else UNKNOWN,)
        if isinstance(node, nodes.Const):
            return (_constant(node.value),)
        kind = MADE.get(type(node))
        if isinstance(node, nodes.Filter):
            kind = MAKES.get(node.name)
        return (Atom(kind=kind),) if kind else self._either(*_choices(node)) or (UNKNOWN,)

    def _either(self, *values: nodes.Node) -> tuple[Atom, ...]:
        return tuple(dict.fromkeys(atom for value in values for atom in self._atoms(value)))


UNKNOWN = Atom()
MADE: Mapping[type[nodes.Node], Kind] = {
    **dict.fromkeys((nodes.List, nodes.Tuple), "list"),
    **dict.fromkeys((nodes.Compare, nodes.Not, nodes.Test), "yes or no"),
    **dict.fromkeys((*SUMS, *SIGNS), "number"),
    nodes.Concat: "text",
}
"""What an expression makes, whatever it is made from."""


def _constant(value: object) -> Atom:
    match value:
        case bool():
            return Atom(kind="yes or no")
        case str():
            return Atom(kind="text", text=value)
        case int() | float():
            return Atom(kind="number")
    return UNKNOWN


def _choices(node: nodes.Node) -> tuple[nodes.Node, ...]:
    """Return the values of which an expression is one."""
    match node:
        case nodes.Filter() if node.name in SAME and node.node is not None:
            return (node.node, *(node.args[:1] if node.name != "reverse" else ()))
        case nodes.CondExpr() if node.expr2 is not None:
            return (node.expr1, node.expr2)
        case nodes.Or():
            return (node.left, node.right)
    return ()


Done: TypeAlias = Iterator[tuple[str, tuple[nodes.Node, ...]]]


def _nothing(_: nodes.Node) -> Done:
    yield from ()


def _shown(node: nodes.Output) -> Done:
    for part in node.nodes:
        if not isinstance(part, nodes.TemplateData):
            yield "show", (part,)


def _looped(node: nodes.For) -> Done:
    yield "loop", (node.iter,)


def _filtered(node: nodes.Filter) -> Done:
    if node.node is not None and node.name in UNARY:
        yield node.name, (node.node,)


def _compared(node: nodes.Compare) -> Done:
    left = node.expr
    for pair in node.ops:
        what = "alike" if pair.op in ALIKE else "order" if pair.op in ORDERED else "in"
        yield what, (pair.expr,) if what == "in" else (left, pair.expr)
        left = pair.expr


def _calculated(node: nodes.BinExpr) -> Done:
    yield "add" if isinstance(node, nodes.Add) else "calculate", (node.left, node.right)


def _joined(node: nodes.Concat) -> Done:
    for part in node.nodes:
        yield "join to text", (part,)


def _signed(node: nodes.UnaryExpr) -> Done:
    yield "sign", (node.node,)


DONE: Mapping[type[nodes.Node], Callable[..., Done]] = {
    nodes.Output: _shown,
    nodes.For: _looped,
    nodes.Filter: _filtered,
    nodes.Compare: _compared,
    nodes.Concat: _joined,
    **dict.fromkeys((*SUMS, nodes.Add), _calculated),
    **dict.fromkeys(SIGNS, _signed),
}
"""What is done in a part of the tree, and with which values."""

__all__ = ["Atom", "Demand", "Fit", "Kind", "Kinds", "demands"]
