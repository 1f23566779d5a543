"""The edit that lets a journey ask, or hold, something else in one place."""

from dataclasses import dataclass

from journeys.document.edits.edit import Alone, refusing
from journeys.document.journey import Journey
from journeys.values import Value, evolve, replaced


@dataclass(frozen=True, slots=True)
class Instead(Alone):
    """Put another value in the place of one of a step or a rule; `said` is what that does."""

    old: Value
    made: Value
    said: str

    @property
    def words(self) -> str:
        """What the edit does."""
        return self.said

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the other value in its steps and rules."""
        parts = ("nodes", "goals", "exits", "segments", "entry")
        with refusing():
            return evolve(
                journey,
                **{name: replaced(getattr(journey, name), self.old, self.made) for name in parts},
            )
