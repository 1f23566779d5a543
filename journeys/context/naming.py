"""Which variable stands behind a name as it is written in a message."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeys.content.chain import spelled
from journeys.context.variables import Holds, Variable
from journeys.likeness import apart, is_near
from journeys.program.needs import FROM
from journeys.program.paths import owners, written_steps
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
SOURCE = f"{FROM}.journey.id"
OF_EVERY_LINE = tuple(f"event.{name}" for name in (*NAMES["cart"], *NAMES["product"]))


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
    steps = written_steps(path)
    if steps[0] == FROM:
        return _of_source(path, known)
    plain = owners(steps)[-1]
    whole = WHOLE.get(plain, plain)
    if whole in known and (plain in WHOLE or _leads(steps, whole)):
        return Named(whole)
    owner, entry = steps[:2], steps[2:]
    if owner[0] == "before" and owner != ("before",):
        return _entry(f"{owners(owner)[-1]}[0]", entry or (0,), plain, known)
    if owner == ("cart", "lines") and entry:
        return _entry(LINES, entry, plain, known)
    inside = (name for name in known if name.startswith(f"{whole}."))
    held = next((name for name in inside if _leads(steps, name)), None)
    return Named(held) if held else None


def _leads(steps: Sequence[str | int | None], name: str) -> bool:
    """Say whether steps lead to a variable, or to what holds it.

    Dots make objects in the names of attributes alone (R177).
    """
    if steps[0] == "customer":
        return True
    there = written_steps(written(name))
    return there[: len(steps)] == tuple(steps)


def _of_source(path: str, known: Mapping[str, Variable]) -> Named | None:
    """Return what a name speaks of that was known in the journey they came from (R222).

    What only that journey brings about is not known here, and so may be missing.
    """
    if SOURCE not in known:
        return None
    inner = named(path.partition(".")[2], known) if "." in path else None
    if inner is not None and f"{FROM}.{inner.variable}" in known:
        missing = f"{FROM}.{inner.inner}" if inner.inner else ""
        return Named(f"{FROM}.{inner.variable}", missing, inner.is_passed)
    return Named(SOURCE, path if "." in path else "")


def held(path: str, known: Mapping[str, Variable]) -> Holds | None:
    """Return what a written name holds; None where that is not known.

    A name that holds others, such as `event`, holds all of them, as an event does.
    """
    steps = written_steps(path)
    plain, meant = owners(steps)[-1], named(path, known)
    if meant is None:
        return None
    if plain in known:
        return known[plain].holds
    entry = steps[3:] if steps[0] == "before" else steps[2:]
    is_entry = steps[0] == "before" and len(steps) > 2  # noqa: PLR2004 before, its event, its place
    is_line = steps[:2] == ("cart", "lines")
    if (is_entry or is_line) and entry:
        inside = entry if is_entry else entry[1:]
        asked = owners(("event", *inside))[-1]
        return known[asked].holds if inside and asked in known else None if inside else "event"
    return "list" if steps[0] == "before" and len(steps) == 2 else "event"  # noqa: PLR2004


def nearest(path: str, known: Mapping[str, Variable]) -> tuple[str, ...]:
    """Return the variables that a name may have meant, the nearest first."""
    last = path.rpartition(".")[2].casefold()

    def far(name: str) -> tuple[int, float]:
        whole = difflib.SequenceMatcher(None, path, name).ratio()
        return apart(last, name.rpartition(".")[2].casefold()), -whole

    near = (name for name in known if is_near(last, name.rpartition(".")[2].casefold()))
    return tuple(sorted(near, key=far)[:NEAREST])


def written(name: str) -> str:
    """Return the name of a variable as it is written in a message."""
    first, *parts = name.removesuffix("[0]").split(".")
    if first == FROM and parts:
        return f"{FROM}.{written(name.removeprefix(f'{FROM}.'))}"
    if first == "experiment":
        parts = [".".join(parts[:-1]), parts[-1]]
    elif first != "customer" and parts:
        parts = [".".join(parts)]
    newest = "[0]" if name.endswith("[0]") else ""
    return first + "".join(spelled(part) for part in parts) + newest


def spoken_list(names: Sequence[str]) -> str:
    """Return names as people list them: a, b or c."""
    return " or ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _entry(
    owner: str, steps: Sequence[str | int | None], path: str, known: Mapping[str, Variable]
) -> Named | None:
    """Return what stands inside an entry, which is an event with its properties (R150, R151).

    An entry is sure to be there where a loop is at it, or where it is the newest of a trail.
    """
    place, *inside = steps
    asked = owners(("event", *inside))[-1]
    if owner not in known or isinstance(place, str) or (inside and asked not in known):
        return None
    is_passed = owner == LINES and place is None
    is_there = is_passed or (owner != LINES and place == 0)
    always = ("event", "event.at", *(OF_EVERY_LINE if is_passed else ()))
    return Named(owner, "" if is_there and asked in always else path, is_passed)
