"""The step that is being lowered: what is known of where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journeys.program import operations as op


@dataclass(slots=True)
class Place:
    """Where the step being lowered stands: owned by the compiler, filled step by step.

    `dealt` and `caught` say where an instance notes an arm by its experiment, and the event that a
    wait caught by its name; `memory` is where it keeps a number for this very step.
    """

    journey: str
    node: str
    journey_place: int
    ports: Sequence[str]
    targets: Sequence[int]
    has_goal: bool
    key_hashes: int
    dealt: Mapping[str, int] = field(default_factory=dict)
    caught: Mapping[str, int] = field(default_factory=dict)
    memory: int = 0
    has_session: bool = True
    notes: int = 0
    row: list[int] = field(default_factory=lambda: [0] * op.NODE_WIDTH)
