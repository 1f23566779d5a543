"""What a template can do while it is rendered, each thing bounded: look up, show, go through.

A template is compiled into calls of these alone, so nothing of Python can be reached from it, and
everything it makes is paid for from one supply of fuel: the limit is the same on every machine.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from jinja2 import pass_context

from app.delivery.link import link
from app.delivery.missing import Missing, MissingError, there
from app.delivery.operators import Operators
from app.delivery.questions import TESTS
from journeys.content.chain import SOME, spelled
from journeys.content.filters.asking import (
    TooMuchError,
    UnfitError,
    kind,
    listed,
    not_too_long,
    shown,
    text,
    whole,
)
from journeys.content.filters.table import FILTERS, Filter, is_blank
from journeys.content.limits import FUEL, LARGEST_NUMBER, LONGEST_LIST
from journeys.content.rules import LOOP

F = TypeVar("F", bound=Callable[..., object])

LONGEST_SHOWN = 200


class Work:
    """What one rendering has used so far, and everything its template can ask for."""

    def __init__(self) -> None:
        self.zone = "UTC"
        self.begin("UTC")
        operators = Operators(self.burn)
        own: dict[str, Callable[..., object]] = {
            "reach by": self.reach_by,
            "go through": self.go_through,
            "of loop": self.of_loop,
            "cycle": self.cycle,
            "range": self.range,
            "compare": operators.compare,
            "calculate": operators.calculate,
            "glue": self.glue,
            "negate": operators.negate,
            "cut": operators.cut,
            "stood in": self.stood_in,
            "there": there,
            "link": link,
        }
        self.filters = {name: _with_context(each) for name, each in own.items()}
        self.filters |= {name: self._bounded(each) for name, each in FILTERS.items()}
        self.filters |= {"default": self.default, "d": self.default}
        self.filters |= {"reach": self.reach, "show": self.show}
        self.tests = {name: _with_context(each) for name, each in TESTS.items()}

    def begin(self, zone: str) -> None:
        """Begin a message for a customer of this zone."""
        self.zone = zone
        self.refuel()
        self.used: dict[str, object] = {}
        self.fallbacks: dict[str, str] = {}
        self.blanks: dict[str, None] = {}

    def refuel(self) -> None:
        """Begin a part of a message, with all the fuel it may have."""
        self.left = FUEL

    def burn(self, units: int) -> None:
        """Use up fuel; raises TooMuchError when there is none left."""
        self.left -= units
        if self.left < 0:
            raise TooMuchError("The message takes too many steps, or makes too much text.")

    @pass_context
    def reach(  # with Jinja's context itself: this is called for every variable
        self, _context: object, value: object, steps: tuple[str | int, ...], path: str, keep: int
    ) -> object:
        """Look a variable up, step by step; what is not there is missing under its full name."""
        for step in steps:
            value = value.get(step) if type(value) is dict else _step(value, step)
        if value is None or type(value) is Missing:
            return Missing(path)
        if keep:
            self.used[path] = value
        return value

    def reach_by(self, value: object, path: str, keep: int, *steps: object) -> object:
        """Look a variable up by steps that are values themselves."""
        for step in steps:
            if type(step) is Missing:
                return step
            value = _step(value, step)
            path += spelled(step) if isinstance(step, (str, int)) else SOME
        if value is None or type(value) is Missing:
            return Missing(path)
        if keep:
            self.used[path] = value
        return value

    @pass_context
    def show(self, _context: object, value: object, path: str) -> str:
        """Return how a value reads in the message; a missing one fails it."""
        if type(value) is str:
            words = value
        elif type(value) is Missing:
            raise MissingError(value.path)
        else:
            words = shown(value)
        self.left -= len(words) + 1
        if self.left < 0:
            self.burn(0)
        if not words or words.isspace():
            self.blanks[path or "a value"] = None
        return words

    def go_through(self, value: object, weight: int) -> list[object]:
        """Return what a loop goes through, paid for at once: `weight` is what one round costs."""
        if type(value) is Missing:
            raise MissingError(value.path)
        entries = [*value] if isinstance(value, dict) else listed(value)
        self.burn(len(entries) * weight + 1)
        return entries

    def of_loop(self, loop: object, name: str) -> object:
        """Return what a loop knows of its round."""
        return getattr(loop, name) if name in LOOP and name != "cycle" else Missing(name)

    def cycle(self, loop: Any, *values: object) -> object:  # noqa: ANN401 # Jinja's own loop
        """Return one of some values, in turn."""
        if not values:
            raise UnfitError("A cycle needs something to choose from.")
        return values[loop.index0 % len(values)]

    def range(self, *bounds: object) -> list[int]:
        """Count from a number up to another, as a list."""
        if not 1 <= len(bounds) <= 3:  # noqa: PLR2004 # start, stop, step
            raise UnfitError("A range has an end, or a start, an end and a step.")
        made = range(*(whole(there(each), -LARGEST_NUMBER, LARGEST_NUMBER) for each in bounds))
        if len(made) > LONGEST_LIST:
            raise TooMuchError(f"A range has more than {LONGEST_LIST:,} entries.")
        self.burn(len(made))
        return [*made]

    def glue(self, *values: object) -> object:
        """Make one text of several values."""
        for value in values:
            if type(value) is Missing:
                return value
        return self._made(*(text(value) for value in values))

    def _made(self, *parts: str) -> str:
        letters = sum(map(len, parts))
        not_too_long(letters)
        self.burn(letters)
        return "".join(parts)

    def stood_in(self, value: object, path: str) -> object:
        """Note that a fallback is used."""
        if type(value) is not Missing:
            self.fallbacks[path] = _short(value)
        return value

    @pass_context
    def default(
        self, _context: object, value: object, fallback: object = "", path: str = ""
    ) -> object:
        """Let the fallback stand in for what is missing, or blank, and note it."""
        if isinstance(value, str):
            self.burn(len(value))
        if type(value) is not Missing and not is_blank(value):
            return value
        name = path or (value.path if isinstance(value, Missing) else "a value")
        if type(fallback) is not Missing:
            self.fallbacks[name] = _short(fallback)
        return fallback

    def _bounded(self, own: Filter) -> Callable[..., object]:
        """Return a filter that lets missing values through, and pays for what it makes."""
        function, asks_zone = own.function, own.asks_zone

        @pass_context
        def bounded_filter(
            _context: object, value: object, *given: object, **named: object
        ) -> object:
            if type(value) is Missing:
                return value
            if given or named:
                for each in (*given, *named.values()):
                    there(each)
            if asks_zone:
                named["zone"] = self.zone
            made = function(value, *given, **named)
            if made is None:
                return Missing(f"the {own.name} of nothing")
            self.burn(_size(value) + _size(made))
            return made

        return bounded_filter


def _with_context(function: F) -> F:
    """Return a function for Jinja that it can never call while it compiles."""

    def called(_context: object, *given: object, **named: object) -> object:
        return function(*given, **named)

    return pass_context(called)  # type: ignore[return-value] # the same but for Jinja's context


def _step(value: object, step: object) -> object:
    """Return what is found in a value under a name or a number; None where there is nothing."""
    if type(value) is dict:
        return value.get(step) if isinstance(step, (str, int, float)) else None
    if type(value) is list and type(step) is int and -len(value) <= step < len(value):
        found: object = value[step]
        return found
    return None


def _size(value: object) -> int:
    return len(value) + 1 if isinstance(value, (str, list)) else 1


def _short(value: object) -> str:
    return shown(value)[:LONGEST_SHOWN] if isinstance(value, (str, int, float)) else kind(value)
