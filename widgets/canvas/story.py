"""The way one customer took, to be lit up on the canvas."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """Steps in the order they were come to, and the paths between them as (from, port, to).

    `current` is the step of the decision that is looked at, if one is.
    """

    steps: tuple[str, ...]
    edges: frozenset[tuple[str, str, str]] = frozenset()
    current: str | None = None
