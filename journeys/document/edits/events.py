"""The edit that lets a journey speak of another event."""

from dataclasses import dataclass

from journeys.conditions.tree import ContextTest
from journeys.document.edits.edit import Alone, refusing
from journeys.document.journey import Journey
from journeys.spoken import spoken
from journeys.values import Value, evolve


@dataclass(frozen=True, slots=True)
class RenameEvent(Alone):
    """Speak of another event wherever a journey speaks of one."""

    event: str
    instead: str

    @property
    def words(self) -> str:
        """What the edit does."""
        return f"Use \u201c{spoken(self.instead)}\u201d"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the other event in its steps, goals, exit rules and segments."""
        with refusing():
            return evolve(
                journey,
                nodes=self._changed(journey.nodes),
                goals=self._changed(journey.goals),
                exits=self._changed(journey.exits),
                segments=self._changed(journey.segments),
            )

    def _changed(self, content: object) -> object:
        """Return a content in which everything that names the event names the other."""
        if isinstance(content, tuple):
            parts = tuple(self._changed(part) for part in content)
            is_same = all(part is old for part, old in zip(parts, content, strict=True))
            return content if is_same else parts
        if not isinstance(content, Value):
            return content
        fields = {name: getattr(content, name) for name in type(content).model_fields}
        changes = {name: self._changed(inner) for name, inner in fields.items()}
        changes = {name: inner for name, inner in changes.items() if inner is not fields[name]}
        if fields.get("event") == self.event:
            changes["event"] = self.instead
        if isinstance(content, ContextTest) and content.event == self.event:
            changes["name"] = content.name.replace(self.event, self.instead, 1)
        return evolve(content, **changes) if changes else content
