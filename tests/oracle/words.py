"""What the words of a message need, and what of it is missing (R172, R176, R177)."""

import re
from ast import literal_eval
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from journeys.content.message import Message
from journeys.content.reading import Sort, read
from tests.oracle.context import context
from tests.oracle.fate import Fate
from tests.oracle.happening import Facts, There
from tests.oracle.instance import Instance

IN_ORDER: Mapping[str, Sort] = {
    "subject": Sort.LINE,
    "heading": Sort.LINE,
    "html": Sort.HTML,
    "text": Sort.TEXT,
}
ALWAYS = ("journey", "now")
PATH = re.compile(r"""\.?(?P<name>\w+)|\[(?P<value>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^\]]+)\]""")

Step = object


def first_missing(
    fate: Fate, instance: Instance, message: Message, expired: Sequence[str] = ()
) -> str | None:
    """Return the first variable that a message needs and that is not there, or is too old."""
    wanted = tuple(needs(message))
    there = context(fate, instance) if wanted else {}
    gone = [parsed(path) for path in expired]
    return next((path for path in wanted if is_gone(path, gone) or not is_there(path, there)), None)


def is_gone(path: str, gone: Sequence[tuple[Step, ...]]) -> bool:
    """Return whether a variable is one that is too old, or lies inside one (R305)."""
    return any(parsed(path)[: len(each)] == each for each in gone)


def needs(message: Message) -> Iterator[str]:
    """Yield what a message asks for, part by part in the order of the words; then what it names."""
    for part, sort in IN_ORDER.items():
        yield from needed(getattr(message, part, ""), sort)
    yield from message.only_with


@lru_cache(maxsize=10_000)
def needed(source: str, sort: Sort) -> tuple[str, ...]:
    """Return what a text asks for; what is known only while rendering is not asked for."""
    return tuple(path for path in read(source, sort).needed if ... not in parsed(path))


def is_there(path: str, there: Facts) -> bool:
    """Return whether a variable is there."""
    steps = parsed(path)
    return steps[0] in ALWAYS or found(there, steps) is not None


@lru_cache(maxsize=10_000)
def parsed(path: str) -> tuple[Step, ...]:
    """Return the steps of a full name: names, places in a list, and ... for any of its places."""
    steps: list[Step] = [
        step["name"] if step["value"] is None else literal_eval(step["value"])
        for step in PATH.finditer(path)
    ]
    return tuple(steps)


def found(value: There, steps: Sequence[Step]) -> There:
    """Return what steps lead to: names to parts of an object, numbers to entries of a list."""
    for step in steps:
        if isinstance(value, Mapping) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step] if -len(value) <= step < len(value) else None
        else:
            return None
    return value
