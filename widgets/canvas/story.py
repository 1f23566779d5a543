"""The way one customer took, to be lit up on the canvas."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Ended:
    """Where a customer stopped on the way: at which step, in which words, when, as which number."""

    step: str
    words: str
    when: str
    icon: str
    number: int


@dataclass(frozen=True, slots=True)
class Story:
    """Steps in the order they were come to, and the paths between them as (from, port, to).

    `numbers` are those of the decisions made at each step, `times` says when each path (from, to)
    was taken; `current` is the step of the decision that is looked at, if one is, and `at` its
    number. `unsent` says at which messages nothing was sent, and why.
    """

    steps: tuple[str, ...]
    edges: frozenset[tuple[str, str, str]] = frozenset()
    current: str | None = None
    at: int = 0
    numbers: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}))
    times: Mapping[tuple[str, str], str] = field(default_factory=lambda: MappingProxyType({}))
    ended: Ended | None = None
    unsent: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
