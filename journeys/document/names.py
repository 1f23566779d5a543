"""What steps call what they only know by an id: segments, and other journeys."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from journeys.spoken import spoken

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Names:
    """The titles of segments and of other journeys, by id; where there is none, the id is said."""

    segments: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    journeys: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    def segment(self, id_: str) -> str:
        """Return what a segment is called."""
        return self.segments.get(id_) or spoken(id_)

    def journey(self, id_: str) -> str:
        """Return what another journey is called."""
        return self.journeys.get(id_) or spoken(id_)


NO_NAMES = Names()
