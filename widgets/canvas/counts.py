"""How many customers came by, as the canvas shows it on its cards and paths."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of one run: who entered, who reached each step, and who left it by each port.

    `through` is by (step, port). `waiting` counts those who stand at a step at the end.
    `sentences` say what a step did, such as "1,204 sent, 46% opened"; they stand on its card.
    """

    entered: int = 0
    reached: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    through: Mapping[tuple[str, str], int] = field(default_factory=lambda: MappingProxyType({}))
    waiting: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    sentences: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
