"""Turns the tree of a template into one that can do nothing but what `work` offers."""

from collections.abc import Iterable

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from journeys.content.chain import SOME, Chain, spelled
from journeys.content.reading import Tree

LOOP = "loop"
FIRST = ("node", "left", "expr", "expr1")


def lowered(tree: Tree) -> nodes.Template:
    """Return the tree with every look-up, operator, loop and output as a call of `work`."""
    Lowering(tree).visit(tree.root)
    return tree.root


class Lowering(NodeTransformer):
    """Rewrites a tree in place; what stands in it was checked before."""

    def __init__(self, tree: Tree) -> None:
        self._chains = tree.chains
        self._behind = tree.behind
        self._links = tree.links

    def visit(self, node: nodes.Node, *given: object, **named: object) -> nodes.Node:
        """Rewrite a variable as a whole, anything else by its kind."""
        chain = self._chains.get(id(node))
        if chain:
            return self._reached(node, chain)
        visited: nodes.Node = super().visit(node, *given, **named)
        return visited

    def visit_Output(self, node: nodes.Output) -> nodes.Node:
        """Show each value under its name."""
        node.nodes = [
            part if isinstance(part, nodes.TemplateData) else self._shown(part)
            for part in node.nodes
        ]
        return node

    def _shown(self, part: nodes.Expr) -> nodes.Expr:
        path, begins = self._path(part), self._beginning(part)
        is_link = id(part) in self._links
        shown = self._visited(part)
        if is_link:
            shown = call("link", begins, [shown])
        return call("show", begins, [shown, const(path)])

    def _beginning(self, node: nodes.Node) -> nodes.Node:
        """Return the part of a value that is written first."""
        chain = self._chains.get(id(node))
        if chain:
            return chain.root
        inner = next((getattr(node, name, None) for name in FIRST if hasattr(node, name)), None)
        return self._beginning(inner) if isinstance(inner, nodes.Expr) else node

    def visit_For(self, node: nodes.For) -> nodes.Node:
        """Pay for a loop where it begins."""
        rounds = weight([*node.body, *([node.test] if node.test else [])])
        begins = self._beginning(node.iter)
        self.generic_visit(node)
        entries = call("go through", begins, [node.iter, const(rounds)])  # type: ignore[list-item] # what is gone through is an expression
        node.iter = entries
        return node

    def visit_Or(self, node: nodes.Or) -> nodes.Node:
        """Note where the right side stands in for a variable."""
        path = self._path(node.left) if id(node) in self._behind else ""
        self.generic_visit(node)
        if path:
            node.right = call("stood in", node.right, [node.right, const(path)])
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:
        """Tell a fallback what it is for."""
        path = self._path(node.node) if node.name in ("default", "d") and node.node else None
        self.generic_visit(node)
        if path is not None:
            node.kwargs.append(nodes.Keyword("path", const(path), lineno=node.lineno))  # type: ignore[arg-type] # Jinja's parser puts keywords there
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        """Call what may be called: a range, or the turn of a loop."""
        arguments = [self._visited(argument) for argument in node.args]
        if isinstance(node.node, nodes.Name):
            return call("range", node, arguments)
        return call("cycle", node, [name(LOOP, node), *arguments])

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:
        """Compare by our own rules."""
        self.generic_visit(node)
        rest = [part for pair in node.ops for part in (const(pair.op), pair.expr)]
        return call("compare", node, [node.expr, *rest])

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        """Make one text of several."""
        self.generic_visit(node)
        return call("glue", node, node.nodes)

    def visit_List(self, node: nodes.List) -> nodes.Node:
        """Take nothing into a list that is missing."""
        self.generic_visit(node)
        node.items = [call("there", item, [item]) for item in node.items]
        return node

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:
        """Read a tuple as a list; what a loop gives names to stays as it is."""
        self.generic_visit(node)
        if node.ctx != "load":
            return node
        return nodes.List([call("there", item, [item]) for item in node.items], lineno=node.lineno)

    def visit_Neg(self, node: nodes.Neg) -> nodes.Node:
        """Turn a sign."""
        self.generic_visit(node)
        return call("negate", node, [node.node, const("neg")])

    def visit_Pos(self, node: nodes.Pos) -> nodes.Node:
        """Leave a sign."""
        self.generic_visit(node)
        return call("negate", node, [node.node, const("pos")])

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:
        """Look something up in a value that is no variable."""
        self.generic_visit(node)
        return call("reach", node, [node.node, const((node.attr,)), const(node.attr), const(0)])

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        """Look something up, or take a part."""
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            ends = (node.arg.start, node.arg.stop, node.arg.step)
            return call("cut", node, [node.node, *(end or const(None) for end in ends)])
        return call("reach by", node, [node.node, const("an entry"), const(0), node.arg])

    def _visited(self, node: nodes.Expr) -> nodes.Expr:
        visited = self.visit(node)
        if not isinstance(visited, nodes.Expr):
            raise TypeError(f"an expression became {type(visited).__name__}")
        return visited

    def _reached(self, node: nodes.Node, chain: Chain) -> nodes.Node:
        root = name(chain.root.name, node)
        if chain.root.name == LOOP and chain.named is None:
            return call("of loop", node, [root, const(chain.steps[0])])
        written = "".join(spelled(step) for step in chain.steps)
        base = chain.path.removesuffix(written)
        keep = const(int(chain.named is not None and SOME not in base))
        if not any(isinstance(step, nodes.Expr) for step in chain.steps):
            return call("reach", node, [root, const(chain.steps), const(chain.path), keep])
        steps = [
            self._visited(step) if isinstance(step, nodes.Expr) else const(step)
            for step in chain.steps
        ]
        return call("reach by", node, [root, const(base), keep, *steps])

    def _path(self, node: nodes.Node) -> str:
        """Return the name of the variable that a value is made from, if from one alone."""
        while isinstance(node, nodes.Filter) and node.node:
            node = node.node
        chain = self._chains.get(id(node))
        return chain.path if chain else ""

    for operator in ("Add", "Sub", "Mul", "Div", "FloorDiv", "Mod"):

        def _calculated(self, node: nodes.BinExpr) -> nodes.Node:
            self.generic_visit(node)
            sign = type(node).__name__.lower()
            return call("calculate", node, [node.left, const(sign), node.right])

        locals()[f"visit_{operator}"] = _calculated


def const(value: object) -> nodes.Const:
    """Return a constant."""
    return nodes.Const(value)


def name(word: str, near: nodes.Node) -> nodes.Name:
    """Return a name that is read."""
    return nodes.Name(word, "load", lineno=near.lineno)


def call(what: str, near: nodes.Node, arguments: list[nodes.Expr]) -> nodes.Filter:
    """Return the call of something `work` offers."""
    first, *rest = arguments or [const(None)]
    return nodes.Filter(first, what, rest, [], None, None, lineno=near.lineno)


def weight(body: Iterable[nodes.Node]) -> int:
    """Return what one round of a loop costs: its parts and letters, loops inside it apart."""
    total = 1
    todo = [*body]
    while todo:
        node = todo.pop()
        total += 1
        if isinstance(node, nodes.TemplateData):
            total += len(node.data)
        if isinstance(node, nodes.For):
            todo += [node.iter, *node.else_]
        else:
            todo += node.iter_child_nodes()
    return total
