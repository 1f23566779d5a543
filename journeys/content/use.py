"""Where a message uses a variable or a filter, and how the value is wanted there."""

from dataclasses import dataclass

from jinja2 import nodes

from journeys.content.fault import Place


@dataclass(frozen=True, slots=True)
class Use:
    """A variable at one place of a message.

    With `is_needed` the message fails for customers who lack it; otherwise it has a fallback, is
    only asked for, or stands where a test found it there. `fallback` is its text, if constant.
    `length` is how many letters it takes in the template.
    """

    path: str
    place: Place
    length: int
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
    """How a value is wanted: needed; or with a fallback behind it; or kept, or asked in a test."""

    is_needed: bool = True
    has_fallback: bool = False
    fallback: str | None = None
    is_test: bool = False


NEEDED = Manner()
KEPT = Manner(is_needed=False)
ASKED = Manner(is_needed=False, is_test=True)


def constant(node: nodes.Node) -> str | None:
    """Return the text of a constant; None for anything else."""
    return str(node.value) if isinstance(node, nodes.Const) else None
