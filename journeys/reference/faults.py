"""Which problems a step, or the drawing as a whole, can have: read off the code that finds them."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

GAP = "…"
OURS = "journeys."
BEFORE_FIX = 4  # code, words, node and severity come before the fix


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem by its code, with the sentence it is told in; what depends on the case is `…`."""

    code: str
    words: str
    is_warning: bool
    has_fix: bool


def faults(place: type | ModuleType) -> tuple[Fault, ...]:
    """Return every problem that the code of a kind of step, or of a module, can report."""
    places = place.__mro__ if isinstance(place, type) else (place,)
    ours = [each for each in places if _module(each).startswith(OURS)]
    return tuple(fault for each in ours for fault in _in(each))


def _module(place: type | ModuleType) -> str:
    return place.__module__ if isinstance(place, type) else place.__name__


def _in(place: type | ModuleType) -> Iterator[Fault]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(place)))
    functions = [part for part in ast.walk(tree) if isinstance(part, ast.FunctionDef)]
    named = {function.name: function for function in functions}
    for function in functions:
        yield from _of(function, named)


def _of(function: ast.FunctionDef, named: dict[str, ast.FunctionDef]) -> Iterator[Fault]:
    for call in ast.walk(function):
        if not isinstance(call, ast.Call) or ast.unparse(call.func) != "Problem":
            continue
        given = {keyword.arg for keyword in call.keywords}
        code = ast.literal_eval(call.args[0])
        is_warning = "Severity.WARNING" in ast.unparse(call)
        has_fix = "fix" in given or len(call.args) > BEFORE_FIX
        for words in _sentences(call.args[1], function, named):
            yield Fault(code, words, is_warning, has_fix)


def _sentences(
    said: ast.expr, function: ast.FunctionDef, named: dict[str, ast.FunctionDef]
) -> Iterator[str]:
    """Yield the sentences an expression may stand for: itself, a name's, or a function's."""
    if isinstance(said, ast.Constant) and said.value:
        yield str(said.value)
    elif isinstance(said, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else GAP for part in said.values]
        yield "".join(map(str, parts)).replace(GAP + GAP, GAP)
    elif isinstance(said, ast.Name):
        yield from _sentences(_last(said, function), function, named)
    elif isinstance(said, ast.Call) and ast.unparse(said.func) in named:
        called = named[ast.unparse(said.func)]
        for part in ast.walk(called):
            if isinstance(part, ast.Return) and part.value is not None:
                yield from _sentences(part.value, called, named)


def _last(name: ast.Name, function: ast.FunctionDef) -> ast.expr:
    """Return what a name was last made before it is used."""
    made = [
        part
        for part in ast.walk(function)
        if isinstance(part, ast.Assign)
        and ast.unparse(part.targets[0]) == name.id
        and part.lineno < name.lineno
    ]
    return max(made, key=lambda part: part.lineno).value
