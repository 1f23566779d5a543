"""How many customers came by, as the canvas shows it on its cards and paths."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from journeys.document.diff import works_alike
from journeys.document.journey import Journey


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of one run: who entered, who reached each step, and who left it by each port.

    `through` is by (step, port). `waiting` counts those who stand at a step at the end.
    `sentences` say what a step did, such as "1,204 sent, 46% opened"; they stand on its card.
    `journey` is the one that ran, `told` says in sentences what ran and on whom.
    """

    entered: int = 0
    reached: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    through: Mapping[tuple[str, str], int] = field(default_factory=lambda: MappingProxyType({}))
    waiting: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    sentences: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    journey: Journey | None = None
    told: tuple[str, ...] = ()

    def holds_for(self, journey: Journey) -> bool:
        """Return whether a journey works as the one that ran."""
        return self.journey is not None and works_alike(self.journey, journey)
