"""The full name of a variable, taken apart into what is asked for step by step."""

import re
from ast import literal_eval
from typing import TypeAlias

Steps: TypeAlias = tuple[str | int, ...]

STEP = re.compile(
    r"""\.(\w+)|\[(-?\d+)\]|\[('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\]|(\[\.\.\.\])|^(\w+)""",
    re.DOTALL,
)


def steps_of(path: str) -> Steps | None:
    """Return the steps of a full name; None where one is known only while rendering."""
    found: list[str | int] = []
    for name, place, quoted, unknown, first in STEP.findall(path):
        if unknown:
            return None
        found.append(int(place) if place else literal_eval(quoted) if quoted else name or first)
    return tuple(found)


def owners(steps: Steps) -> tuple[str, ...]:
    """Return a variable and all it is part of, as the lineage calls them (R70)."""
    names = [str(steps[0])]
    for step in steps[1:]:
        names.append(names[-1] + (f"[{step}]" if isinstance(step, int) else f".{step}"))
    return tuple(names)
