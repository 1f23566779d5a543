"""Which variable stands behind a name as it is written in a message."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeys.content.chain import SOME, spelled
from journeys.context.variables import Variable
from journeys.program.roles import NAMES

NEAREST = 3
WHOLE = {
    "event": "event.at",
    "session": "session.started",
    "cart": "cart.id",
    "customer": "customer.id",
    "journey": "journey.id",
}
LINES = "cart.lines"
OF_EVERY_EVENT = "at"
OF_EVERY_LINE = (*NAMES["cart"], *NAMES["product"])
QUOTED = re.compile(r"\[(['\"])(.*?)\1\]")
ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Named:
    """A variable; with `inner` a value inside it that may be missing though the variable is there.

    With `is_passed` it is of an entry that a loop is at, so that the variable is there.
    """

    variable: str
    inner: str = ""
    is_passed: bool = False


def named(path: str, known: Mapping[str, Variable]) -> Named | None:
    """Return the variable that a written name speaks of; None for one nothing provides.

    A name that holds others, such as `customer.consent`, stands for the first of them.
    """
    plain = QUOTED.sub(lambda found: f".{found[2]}", path)
    whole = WHOLE.get(plain, plain)
    if whole in known:
        return Named(whole)
    if whole.startswith("before."):
        return _trail(whole, known)
    if whole.startswith(f"{LINES}["):
        return _entry(LINES, whole.removeprefix(LINES), known)
    held = next((name for name in known if name.startswith(f"{whole}.")), None)
    return Named(held) if held else None


def nearest(path: str, known: Mapping[str, Variable]) -> tuple[str, ...]:
    """Return the variables that a name may have meant, the nearest first."""
    last = path.rpartition(".")[2].casefold()

    def likeness(name: str) -> tuple[float, float]:
        other = name.rpartition(".")[2].casefold()
        by_last = difflib.SequenceMatcher(None, last, other).ratio()
        return by_last, difflib.SequenceMatcher(None, path, name).ratio()

    found = {name: likeness(name) for name in known}
    near = [name for name, (by_last, _) in found.items() if by_last >= ALIKE]
    return tuple(sorted(near, key=lambda name: found[name], reverse=True)[:NEAREST])


def written(name: str) -> str:
    """Return the name of a variable as it is written in a message."""
    first, *parts = name.removesuffix("[0]").split(".")
    if first == "experiment":
        parts = [".".join(parts[:-1]), parts[-1]]
    elif first == "before":
        parts = [".".join(parts)]
    newest = "[0]" if name.endswith("[0]") else ""
    return first + "".join(spelled(part) for part in parts) + newest


def spoken_list(names: Sequence[str]) -> str:
    """Return names as people list them: a, b or c."""
    return " or ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _trail(path: str, known: Mapping[str, Variable]) -> Named | None:
    """Return the trail of an event; any but the newest entry need not be there."""
    event, bracket, rest = path.partition("[")
    newest = f"{event}[0]"
    if newest not in known:
        return None
    if not bracket:
        return Named(newest)
    found = _entry(newest, f"[{rest}", known)
    is_newest = rest.startswith("0]")
    return Named(newest, found.inner or path) if found and not is_newest else found


def _entry(owner: str, rest: str, known: Mapping[str, Variable]) -> Named | None:
    """Return what stands inside an entry, which is an event with its properties (R150, R151)."""
    _, _, inside = rest.partition("]")
    inner = inside.removeprefix(".")
    if owner not in known or (inner and f"event.{inner}" not in known):
        return None
    is_line, is_passed = owner == LINES, rest.startswith(SOME)
    always = {"", OF_EVERY_EVENT, *(OF_EVERY_LINE if is_line else ())}
    is_certain = inner in always and is_passed >= is_line
    return Named(owner, "" if is_certain else f"{owner}{rest}", is_line and is_passed)
