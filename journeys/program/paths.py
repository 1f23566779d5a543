"""The full name of a variable, taken apart into what is asked for step by step.

It is read as a message writes it, before["big sale"][0], and as the lineage calls it,
before.big sale[0].
"""

import re
from ast import literal_eval
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Steps: TypeAlias = tuple[str | int, ...]

STEP = re.compile(
    r"""\.([^.\[]+)|\[(-?\d+)\]|\[('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\]|(\[\.\.\.\])|^(\w+)""",
    re.DOTALL,
)


def steps_of(path: str) -> Steps | None:
    """Return the steps of a full name; None where one is known only while rendering."""
    steps = written_steps(path)
    known = tuple(step for step in steps if step is not None)
    return known if len(known) == len(steps) else None


def written_steps(path: str) -> tuple[str | int | None, ...]:
    """Return the steps of a full name; None stands for one that is known only while rendering."""
    found: list[str | int | None] = []
    for name, place, quoted, unknown, first in STEP.findall(path):
        if unknown:
            found.append(None)
        else:
            found.append(int(place) if place else literal_eval(quoted) if quoted else name or first)
    return tuple(found)


def is_with(names: Iterable[str], path: str) -> bool:
    """Return whether a variable is there with one of these: it is that one, or holds it."""
    steps = steps_of(path)
    declared = (steps_of(name) or () for name in names)
    return steps is not None and any(name[: len(steps)] == steps for name in declared)


def owners(steps: Sequence[str | int | None]) -> tuple[str, ...]:
    """Return a variable and all it is part of, as the lineage calls them (R70)."""
    names = [str(steps[0])]
    for step in steps[1:]:
        part = f".{step}" if isinstance(step, str) else f"[{'...' if step is None else step}]"
        names.append(names[-1] + part)
    return tuple(names)
