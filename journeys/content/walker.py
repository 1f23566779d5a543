"""Goes through the words of a message and notes what is used, and what cannot be used."""

import math
import re
from collections.abc import Callable, Iterable, Mapping

from jinja2 import nodes

from journeys.content.chain import SOME, Chain, Named, Scope, chain_of
from journeys.content.fault import Fault, Places
from journeys.content.filters.table import FILTERS
from journeys.content.limits import LARGEST_NUMBER
from journeys.content.presence import NOTHING, Facts, implied, with_owners
from journeys.content.rules import BARRED, FUNCTIONS, LOOP, REFUSED, TESTS, fits, suggestion, unfit
from journeys.content.size import too_large
from journeys.content.use import ASKED, KEPT, NEEDED, Manner, Use, Used, constant

DEFAULTS = ("default", "d")
SAME_ENTRIES = ("sort", "reverse", "unique", "default", "d")
WRITTEN = re.compile(r"\w+(?:\s*\.\s*\w+|\s*\[[^\[\]]*\])*")


class Walker:
    """Walks through one tree; what was found stands in its lists.

    `chains` holds the variables by the id of their node, `behind` the ids of each `or` whose right
    side is a fallback.
    """

    def __init__(self, source: str) -> None:
        self.uses: list[Use] = []
        self.filters: list[Used] = []
        self.faults: list[Fault] = []
        self.chains: dict[int, Chain] = {}
        self.behind: set[int] = set()
        self._source = source
        self._places = Places(source)
        self._scope: dict[str, Named | None] = {}
        self._loops = 0
        self._statements: Mapping[type[nodes.Node], Callable[..., None]] = {
            nodes.Output: self._output,
            nodes.If: self._if,
            nodes.For: self._for,
            nodes.Assign: self._assign,
            nodes.With: self._with,
            nodes.Scope: lambda node, facts: self._body(node.body, facts),
        }
        self._values: Mapping[type[nodes.Node], Callable[..., None]] = {
            nodes.Filter: self._filter,
            nodes.CondExpr: self._choice,
            nodes.Or: self._or,
            nodes.And: self._and,
            nodes.Call: self._call,
            nodes.Const: self._constant,
        }

    def walk(self, root: nodes.Template) -> bool:
        """Note everything in a tree; return False where it is too much to go through."""
        large = too_large(root)
        if large:
            self._fault(large.code, large.node, large.words, "Make it simpler.")
            return False
        self._body(root.body, NOTHING)
        return True

    def _fault(self, code: str, node: nodes.Node, words: str, attempt: str) -> None:
        self.faults.append(Fault(code, words, self._places.at(node.lineno or 0), attempt))

    def _body(self, body: Iterable[nodes.Node], facts: Facts) -> None:
        for node in body:
            self._statements.get(type(node), self._refused)(node, facts)

    def _refused(self, node: nodes.Node, _facts: Facts) -> None:
        kind = type(node).__name__
        words, attempt = REFUSED.get(type(node), (f"{kind} cannot be used here.", ""))
        self._fault("refused", node, words, attempt)

    def _output(self, node: nodes.Output, facts: Facts) -> None:
        for part in node.nodes:
            if not isinstance(part, nodes.TemplateData):
                self._value(part, facts, NEEDED)

    def _if(self, node: nodes.If, facts: Facts) -> None:
        ends = []
        before = dict(self._scope)
        for branch in (node, *node.elif_):
            self._value(branch.test, facts, ASKED)
            self._scope = dict(before)
            self._body(branch.body, facts | implied(branch.test, before, holds=True))
            ends.append(self._scope)
            self._scope = dict(before)
            facts |= implied(branch.test, before, holds=False)
        self._body(node.else_, facts)
        ends.append(self._scope)
        shared = set.intersection(*(set(end) for end in ends))
        self._scope = {
            name: ends[0][name] if all(end[name] == ends[0][name] for end in ends) else None
            for name in shared
        }

    def _for(self, node: nodes.For, facts: Facts) -> None:
        if node.recursive:
            self._fault("refused", node, "A loop cannot call itself.", "Use a loop in a loop.")
        self._value(node.iter, facts, NEEDED)
        outside = dict(self._scope)
        self._bind(node.target, self._entry(node))
        inside = facts | self._present(node.iter, outside)
        if node.test:
            self._value(node.test, inside, ASKED)
            inside |= implied(node.test, self._scope, holds=True)
        self._scope["loop"] = None
        self._loops += 1
        self._body(node.body, inside)
        self._loops -= 1
        self._scope = outside
        self._body(node.else_, facts)
        self._scope = outside

    def _present(self, node: nodes.Node, scope: Scope) -> Facts:
        chain = chain_of(node, scope)
        return with_owners(chain.named.key) if chain and chain.named else NOTHING

    def _entry(self, node: nodes.For) -> Named | None:
        """Return what an entry of what a loop goes through is, where that is a variable."""
        source: nodes.Node | None = node.iter
        while isinstance(source, nodes.Filter) and source.name in SAME_ENTRIES:
            source = source.node
        chain = chain_of(source, self._scope) if source else None
        if chain is None or chain.named is None or chain.root.name == "loop":
            return None
        return Named(chain.path + SOME, (("loop", node.lineno),))

    def _assign(self, node: nodes.Assign, facts: Facts) -> None:
        self._value(node.node, facts, KEPT)  # what is missing stays so until it is shown
        chain = chain_of(node.node, self._scope)
        self._bind(node.target, chain.named if chain else None)

    def _with(self, node: nodes.With, facts: Facts) -> None:
        outside = dict(self._scope)
        for value in node.values:
            self._value(value, facts, KEPT)
        chains = [chain_of(value, outside) for value in node.values]
        for target, chain in zip(node.targets, chains, strict=True):
            self._bind(target, chain.named if chain else None)
        self._body(node.body, facts)
        self._scope = outside

    def _bind(self, target: nodes.Node, named: Named | None) -> None:
        if isinstance(target, nodes.Tuple):
            for part in target.items:
                self._bind(part, None)
        elif not isinstance(target, nodes.Name):
            self._refused(target, NOTHING)
        elif target.name in ("loop", "self"):
            self._fault("refused", target, f"{target.name!r} is a name of its own.", "Take another")
        else:
            self._fits(target.name, target)
            self._scope[target.name] = named

    def _fits(self, name: str, node: nodes.Node) -> None:
        if why := unfit(name):
            self._fault("name", node, *why)

    def _value(self, node: nodes.Node, facts: Facts, manner: Manner) -> None:
        chain = chain_of(node, self._scope)
        if chain:
            self._chain(node, chain, facts, manner)
        else:
            self._values.get(type(node), self._plain)(node, facts, manner)

    def _plain(self, node: nodes.Node, facts: Facts, manner: Manner) -> None:
        if type(node) in REFUSED or not isinstance(node, PLAIN):
            self._refused(node, facts)
            return
        if isinstance(node, nodes.Test) and node.name not in TESTS:
            words = f"There is no test {node.name[:40]!r}."
            self._fault("test", node, words, suggestion(node.name, TESTS))
        if isinstance(node, nodes.Getattr):
            self._fits(node.attr, node)
        inner = ASKED if isinstance(node, QUESTIONS) else manner
        if isinstance(node, (nodes.List, nodes.Tuple)):
            inner = NEEDED
        for child in node.iter_child_nodes():
            self._value(child, facts, inner)

    def _or(self, node: nodes.Or, facts: Facts, manner: Manner) -> None:
        if not manner.is_test:
            self.behind.add(id(node))
        behind = Manner(is_needed=False, has_fallback=True, fallback=constant(node.right))
        self._value(node.left, facts, ASKED if manner.is_test else behind)
        right = facts | implied(node.left, self._scope, holds=False)
        self._value(node.right, right, manner)

    def _and(self, node: nodes.And, facts: Facts, manner: Manner) -> None:
        self._value(node.left, facts, manner)  # where it is missing, it is all there is
        self._value(node.right, facts | implied(node.left, self._scope, holds=True), manner)

    def _chain(self, node: nodes.Node, chain: Chain, facts: Facts, manner: Manner) -> None:
        self.chains[id(node)] = chain
        self._fits(chain.root.name, chain.root)
        for step in chain.steps:
            if isinstance(step, str):
                self._fits(step, chain.root)
            elif isinstance(step, nodes.Expr):
                self._value(step, facts, manner)
        if chain.root.name == "loop" and self._loops:
            self._loop(chain)
        elif chain.root.name == "self":
            self._fault("name", node, "'self' means nothing in a message.", "Take another name.")
        elif chain.named:
            is_needed = manner.is_needed and chain.named.key not in facts
            place = self._places.at(chain.root.lineno)
            written = WRITTEN.match(self._source, place.offset)
            length = len(written[0]) if written else len(chain.root.name)
            has = manner.has_fallback
            self.uses.append(Use(chain.path, place, length, is_needed, has, manner.fallback))

    def _loop(self, chain: Chain) -> None:
        steps = chain.steps
        if len(steps) != 1 or steps[0] not in LOOP:
            names = ", ".join(f"loop.{name}" for name in LOOP)
            self._fault("name", chain.root, "A loop does not know this.", f"There are: {names}.")

    def _filter(self, node: nodes.Filter, facts: Facts, manner: Manner) -> None:
        self.filters.append(Used(node.name, self._places.at(node.lineno)))
        if node.name not in FILTERS:
            known = tuple(FILTERS)
            words = f"There is no filter {node.name[:40]!r}."
            why = BARRED.get(node.name, (words, suggestion(node.name, known)))
            self._fault("filter", node, *why)
        elif not fits(FILTERS[node.name], node):
            takes = ", ".join(FILTERS[node.name].takes) or "nothing"
            self._fault("filter", node, f"{node.name!r} cannot take this.", f"It takes: {takes}.")
        inner = manner
        if node.name in DEFAULTS:
            text = constant(node.args[0]) if node.args else ""
            inner = Manner(is_needed=False, has_fallback=True, fallback=text)
        if node.node:
            self._value(node.node, facts, inner)
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self._value(argument, facts, manner)

    def _choice(self, node: nodes.CondExpr, facts: Facts, manner: Manner) -> None:
        self._value(node.test, facts, ASKED)
        chosen = facts | implied(node.test, self._scope, holds=True)
        self._value(node.expr1, chosen, manner)
        if node.expr2 is None:
            self._fault("refused", node, "An 'if' in a value needs an else.", "Add: else 'words'.")
            return
        self._value(node.expr2, facts | implied(node.test, self._scope, holds=False), manner)

    def _call(self, node: nodes.Call, facts: Facts, _manner: Manner) -> None:
        chain = chain_of(node.node, self._scope)
        is_cycle = chain and self._loops and (chain.root.name, chain.steps) == ("loop", ("cycle",))
        is_function = chain and not chain.steps and chain.root.name in FUNCTIONS
        if not is_cycle and not is_function:
            name = node.node.attr if isinstance(node.node, nodes.Getattr) else ""
            attempt = f"Write |{name} after the value." if name in FILTERS else ""
            words = "Nothing can be called here, except range(...) and loop.cycle(...)."
            self._fault("call", node, words, attempt)
            return
        if node.kwargs or node.dyn_args or node.dyn_kwargs:
            self._fault("call", node, "Only plain values can be given here.", "")
        for argument in node.args:
            self._value(argument, facts, NEEDED)

    def _constant(self, node: nodes.Const, _facts: Facts, _manner: Manner) -> None:
        value = node.value
        if isinstance(value, (int, float)) and not (
            math.isfinite(value) and abs(value) <= LARGEST_NUMBER
        ):
            self._fault("number", node, "This number is too large.", "Use a smaller one.")


QUESTIONS = (nodes.Compare, nodes.Test, nodes.Not)
PLAIN = (
    *(nodes.Compare, nodes.Operand, nodes.Test, nodes.Not, nodes.BinExpr, nodes.UnaryExpr),
    *(nodes.Concat, nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair, nodes.Keyword),
    *(nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.TemplateData),
)
