"""Where a message uses a variable or a filter, and what becomes of it where the value is missing."""

from dataclasses import dataclass

from jinja2 import nodes

from journeys.content.fault import Place


@dataclass(frozen=True, slots=True)
class Use:
    """A variable at one place of a message.

    With `is_needed` the message fails for customers who lack it; otherwise it has a fallback, is
    only asked for, or stands where a test found it there. `fallback` is its text, if constant.
    """

    path: str
    place: Place
    is_needed: bool
    has_fallback: bool = False
    fallback: str | None = None


@dataclass(frozen=True, slots=True)
class Used:
    """A filter at one place of a message."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Manner:
    """How a value is wanted: needed; or with a fallback behind it; or only asked for."""

    is_needed: bool = True
    has_fallback: bool = False
    fallback: str | None = None


NEEDED = Manner()
ASKED = Manner(is_needed=False)


def constant(node: nodes.Node) -> str | None:
    """Return the text of a constant; None for anything else."""
    return str(node.value) if isinstance(node, nodes.Const) else None
