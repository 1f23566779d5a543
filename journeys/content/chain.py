"""Variables as they are written in a message: a name, and what is asked of it, step by step."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from jinja2 import nodes

Step: TypeAlias = str | int | nodes.Expr
Key: TypeAlias = tuple[object, ...]

SOME = "[...]"
"""What stands in a path for an entry that is not known before: of a loop, or looked up."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for: a variable; `key` is the same for two names of one value."""

    path: str
    key: Key


Scope: TypeAlias = Mapping[str, Named | None]
"""What the names made in a template stand for; None is a value of its own."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A variable as it is written: its first name, and the steps to the value.

    `path` is its full name. `named` is None where it begins with a value made in the template.
    """

    root: nodes.Name
    steps: tuple[Step, ...]
    path: str
    named: Named | None


def chain_of(node: nodes.Node, scope: Scope) -> Chain | None:
    """Return the variable that an expression is, if it is one."""
    steps: list[Step] = []
    while not isinstance(node, nodes.Name):
        if isinstance(node, nodes.Getattr):
            steps.append(node.attr)
        elif isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Slice):
            steps.append(_step(node.arg))
        else:
            return None
        node = node.node
    steps.reverse()
    named = scope.get(node.name, Named(node.name, (node.name,)))
    path, key = (named.path, named.key) if named else (node.name, ())
    for step in steps:
        path += spelled(step)
        key += (_key(step, scope),)
    return Chain(node, tuple(steps), path, Named(path, key) if named else None)


def spelled(step: Step) -> str:
    """Return a step as it is written in a path."""
    if isinstance(step, nodes.Expr):
        return SOME
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if step.isidentifier() else f"[{step!r}]"


def _step(argument: nodes.Expr) -> Step:
    """Return what is asked for: a constant name or number, else the expression."""
    if isinstance(argument, nodes.Neg) and isinstance(argument.node, nodes.Const):
        inner = argument.node.value
        return -inner if type(inner) is int else argument
    if isinstance(argument, nodes.Const) and type(argument.value) in (str, int):
        constant: str | int = argument.value
        return constant
    return argument


def _key(step: Step, scope: Scope) -> object:
    """Return what tells a step apart: a variable by its own key, anything else by itself."""
    if not isinstance(step, nodes.Expr):
        return step
    chain = chain_of(step, scope)
    return chain.named.key if chain and chain.named else ("at", id(step))
