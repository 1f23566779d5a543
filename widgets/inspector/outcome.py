"""What the last test run says of a step, as the panel shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from journeys.simulation.funnel import Stage


@dataclass(frozen=True, slots=True)
class Figure:
    """How many went one way: in words, as a number, and out of how many.

    `out` is what to ask for to see them (a way out, or a reason); None where they cannot be shown.
    """

    words: str
    count: int
    whole: int = 0
    out: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Figures that belong together, beneath a heading."""

    heading: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run says of each step by its id; `ground` says what ran, on whom.

    `stages` are how far people got in the whole journey.
    """

    ground: str = ""
    steps: Mapping[str, tuple[Section, ...]] = field(default_factory=lambda: MappingProxyType({}))
    stages: tuple[Stage, ...] = ()
