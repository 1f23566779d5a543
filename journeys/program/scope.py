"""What the conditions of one journey may speak of, beside the data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeys.conditions.tree import Condition


@dataclass(frozen=True, slots=True)
class Noted:
    """A message step: its number in the program, its channel, and where instances note of it."""

    node: int
    channel: str
    place: int


@dataclass(frozen=True, slots=True)
class Scope:
    """What surrounds the conditions of a journey.

    `units` holds the kind of unit each experiment of the run deals arms to, `hashes` the places of
    the hashes of units, by kind. `messages` holds the message steps that are asked about, `caught`
    where instances note the events that waits caught and what was answered, by name. The names
    under which waits catch are in `waited`.
    """

    journey: str = ""
    segments: Mapping[str, Condition] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)
    hashes: Mapping[int, int] = field(default_factory=dict)
    messages: Mapping[str, Noted] = field(default_factory=dict)
    caught: Mapping[str, int] = field(default_factory=dict)
    waited: frozenset[str] = frozenset()
