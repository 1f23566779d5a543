"""Compiles and renders templates; runs in a process of its own, never in the window's."""

from collections.abc import Mapping
from types import TracebackType

from jinja2 import Template as Compiled
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.delivery.cleaning import cleaned
from app.delivery.lowering import lowered
from app.delivery.message import Reason, Sort
from app.delivery.missing import Missing, MissingError
from app.delivery.work import Work
from journeys.content.fault import Place, Places
from journeys.content.filters.asking import TooMuchError, UnfitError
from journeys.content.reading import Tree, grown
from journeys.values import Json

FILE = "<message>"
TOO_LARGE = "Make the message simpler, or go through less."


class _RefusedError(Exception):
    """A message cannot be rendered; holds what is told of it."""

    def __init__(self, reason: Reason, words: str, attempt: str, place: Place | None) -> None:
        super().__init__(words)
        self.told: dict[str, Json] = {
            "reason": str(reason),
            "words": words,
            "attempt": attempt,
            "line": place.line if place else 0,
            "column": place.column if place else 0,
        }


class _Ready:
    """One part of a message, compiled."""

    def __init__(self, name: str, sort: Sort, tree: Tree, compiled: Compiled) -> None:
        self.name = name
        self.sort = sort
        self.places = Places(tree.source)
        self.compiled = compiled


class Engine:
    """Owns the compiled templates of one process, and renders them."""

    def __init__(self) -> None:
        self._work = Work()
        self._environments = {
            sort: _environment(self._work, escapes=sort is Sort.HTML) for sort in Sort
        }
        self._templates: dict[int, list[_Ready] | dict[str, Json]] = {}

    def forget(self) -> None:
        """Forget all templates."""
        self._templates.clear()

    def learn(self, key: int, parts: list[list[str]]) -> None:
        """Compile a template, given as (name, sort, source) of its parts, under a number."""
        ready: list[_Ready] = []
        for name, sort, source in parts:
            try:
                ready.append(self._compiled(name, Sort(sort), source))
            except _RefusedError as refused:
                self._templates[key] = refused.told | {"part": name}
                return
        self._templates[key] = ready

    def _compiled(self, name: str, sort: Sort, source: str) -> _Ready:
        tree = grown(source, sort)
        for fault in tree.reading.faults:
            raise _RefusedError(Reason.REFUSED, fault.words, fault.attempt, fault.place)
        environment = self._environments[sort]
        try:
            root = lowered(tree)
            root.set_environment(environment)
            code = environment.compile(root, FILE, FILE)
        except (SyntaxError, RecursionError) as error:
            words = "Too many parts stand inside each other."
            raise _RefusedError(Reason.REFUSED, words, TOO_LARGE, None) from error
        return _Ready(name, sort, tree, Compiled.from_code(environment, code, {}))

    def render(self, key: int, context: Mapping[str, object], zone: str) -> dict[str, Json]:
        """Render a template for one customer; what cannot be is told by reason, in words."""
        ready = self._templates[key]
        if isinstance(ready, dict):
            return ready
        work = self._work
        parts: list[Json] = []
        changes: list[Json] = []
        work.begin(zone)
        for part in ready:
            work.refuel()
            try:
                words = self._rendered(part, context)
            except _RefusedError as refused:
                return refused.told | {"part": part.name}
            words, changed = cleaned(words, part.sort)
            parts.append([part.name, words])
            changes += [f"{part.name}: {change}" for change in changed]
        return {
            "parts": parts,
            "used": [[path, _told(value)] for path, value in work.used.items()],
            "fallbacks": [[path, words] for path, words in work.fallbacks.items()],
            "blanks": [*work.blanks],
            "changes": changes,
        }

    def _rendered(self, part: _Ready, context: Mapping[str, object]) -> str:
        compiled = part.compiled
        try:
            return "".join(compiled.root_render_func(compiled.new_context(context, shared=True)))  # type: ignore[arg-type] # it is only read
        except MissingError as error:
            words = f"{error.path} is missing."
            attempt = "Give it a fallback: |default('words'), or ask for it with {% if %}."
            refused = _RefusedError(
                Reason.MISSING, words, attempt, _place(part, error.__traceback__)
            )
            refused.told["path"] = error.path
            raise refused from error
        except UnfitError as error:
            place = _place(part, error.__traceback__)
            raise _RefusedError(Reason.UNFIT, str(error), "Look at this value.", place) from error
        except TooMuchError as error:
            place = _place(part, error.__traceback__)
            raise _RefusedError(Reason.TOO_MUCH, str(error), TOO_LARGE, place) from error
        except (TypeError, ValueError, ArithmeticError, LookupError) as error:
            place = _place(part, error.__traceback__)
            words = "A value here is not what is needed."
            raise _RefusedError(Reason.UNFIT, words, "Look at this value.", place) from error
        except RecursionError as error:
            words = "Too many parts stand inside each other."
            raise _RefusedError(Reason.TOO_MUCH, words, TOO_LARGE, None) from error


def _environment(work: Work, *, escapes: bool) -> ImmutableSandboxedEnvironment:
    """Return an environment in which nothing is known but what `work` offers."""
    environment = ImmutableSandboxedEnvironment(
        autoescape=escapes,
        undefined=Missing,
        optimized=False,
        loader=None,
        keep_trailing_newline=True,
        cache_size=0,
    )
    environment.globals.clear()
    environment.filters.clear()
    environment.filters.update(work.filters)
    environment.tests.clear()
    environment.tests.update(work.tests)
    return environment


def _place(part: _Ready, trace: TracebackType | None) -> Place | None:
    """Return where in the template something went wrong."""
    offset = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILE:
            offset = part.compiled.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return None if offset is None else part.places.at(offset)


def _told(value: object) -> Json:
    """Return a value as it is reported: lists and objects as how much they hold."""
    if isinstance(value, (list, dict)):
        return f"{len(value)} entries"
    return value[:200] if isinstance(value, str) else value  # type: ignore[return-value] # plain
