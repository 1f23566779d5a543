"""Several edits that are done and undone as one."""

from dataclasses import dataclass

from journeys.document.edits.edit import Alone, Edit
from journeys.document.journey import Journey


@dataclass(frozen=True, slots=True)
class Together(Alone):
    """Edits one after the other, under one name in the list of what was done."""

    edits: tuple[Edit, ...]
    said: str

    @property
    def words(self) -> str:
        """What they do together."""
        return self.said

    def apply(self, journey: Journey) -> Journey:
        """Return the journey after the last of them; raises EditRefusedError."""
        for edit in self.edits:
            journey = edit.apply(journey)
        return journey
