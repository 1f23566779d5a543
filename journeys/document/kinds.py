"""The kinds of steps there are, found by looking into the folder they live in."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from journeys.document.node import Node

FOLDER = "journeys.nodes"
ANY_EVENT = "any_event"


@cache
def kinds() -> Mapping[str, type[Node]]:
    """Return every kind of step by its name, in alphabetical order.

    A kind is registered by nothing but its file: adding one touches no other file.
    """
    folder = importlib.import_module(FOLDER)
    found: dict[str, type[Node]] = {}
    for entry in pkgutil.iter_modules(folder.__path__):
        module = importlib.import_module(f"{FOLDER}.{entry.name}")
        found |= {
            made.kind: made
            for made in vars(module).values()
            if isinstance(made, type)
            and issubclass(made, Node)
            and made.__module__ == module.__name__
        }
    return MappingProxyType(dict(sorted(found.items())))


@cache
def event_start() -> type[Node]:
    """Return the kind of start that customers enter by an event that is picked for it."""
    return next(made for made in kinds().values() if _is_by_event(made))


def other_starts() -> tuple[type[Node], ...]:
    """Return the other kinds of starts, such as by the clock."""
    return tuple(made for made in kinds().values() if made.is_trigger and not _is_by_event(made))


def _is_by_event(made: type[Node]) -> bool:
    return made.is_trigger and made.fresh("start", (ANY_EVENT,)).entered_by == (ANY_EVENT,)
