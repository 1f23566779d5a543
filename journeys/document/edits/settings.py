"""Edits of what holds for the whole journey: its title, priority and rules."""

from collections.abc import Hashable
from dataclasses import dataclass

from journeys.document.edits.edit import refusing
from journeys.document.journey import Journey
from journeys.document.rules import EntryRule, ExitRule, Goal, LoopRule, Segment, Unprompted
from journeys.values import evolve


@dataclass(frozen=True, slots=True)
class RenameJourney:
    """Call the journey something else."""

    title: str

    @property
    def words(self) -> str:
        """What the edit does."""
        return f"Rename the journey to {self.title!r}"

    @property
    def key(self) -> Hashable | None:
        """Letters typed one after the other are undone as one."""
        return "title"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey renamed."""
        with refusing():
            return evolve(journey, title=self.title)


@dataclass(frozen=True, slots=True)
class Describe:
    """Say in other words what the journey does; it changes nothing that happens."""

    description: str

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Say what the journey does"

    @property
    def key(self) -> Hashable | None:
        """Letters typed one after the other are undone as one."""
        return "description"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the words."""
        with refusing():
            return evolve(journey, description=self.description)


@dataclass(frozen=True, slots=True)
class ChangePriority:
    """Let the journey go before or after others; larger goes first (R4)."""

    priority: int

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Change the priority"

    @property
    def key(self) -> Hashable | None:
        """Turning up and down is undone as one."""
        return "priority"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the priority."""
        with refusing():
            return evolve(journey, priority=self.priority)


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """Change who may enter again, and when (R10)."""

    entry: EntryRule

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Change who may enter"

    @property
    def key(self) -> Hashable | None:
        """Changes in a row are undone as one."""
        return "entry"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the rule."""
        return evolve(journey, entry=self.entry)


@dataclass(frozen=True, slots=True)
class ChangeExits:
    """Change what takes customers out early; the order is the order they are asked in (R101)."""

    exits: tuple[ExitRule, ...]

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Change the exit rules"

    @property
    def key(self) -> Hashable | None:
        """Changes in a row are undone as one."""
        return "exits"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the rules."""
        with refusing():
            return evolve(journey, exits=self.exits)


@dataclass(frozen=True, slots=True)
class ChangeGoals:
    """Change what the journey is for; the first goal is the one experiments are judged by."""

    goals: tuple[Goal, ...]

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Change the goals"

    @property
    def key(self) -> Hashable | None:
        """Changes in a row are undone as one."""
        return "goals"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the goals."""
        with refusing():
            return evolve(journey, goals=self.goals)


@dataclass(frozen=True, slots=True)
class ChangeSegments:
    """Change the groups of customers that conditions can ask for (R209)."""

    segments: tuple[Segment, ...]

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Change the segments"

    @property
    def key(self) -> Hashable | None:
        """Changes in a row are undone as one."""
        return "segments"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the segments."""
        with refusing():
            return evolve(journey, segments=self.segments)


@dataclass(frozen=True, slots=True)
class ChangeLoops:
    """Change what keeps a loop from running wild (R26)."""

    loops: LoopRule

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Change the rule for loops"

    @property
    def key(self) -> Hashable | None:
        """Changes in a row are undone as one."""
        return "loops"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the rule."""
        return evolve(journey, loops=self.loops)


@dataclass(frozen=True, slots=True)
class ChangeUnprompted:
    """Change how many reach the goal with no message at all; None draws nobody (R55)."""

    unprompted: Unprompted | None

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Change who reaches the goal unprompted"

    @property
    def key(self) -> Hashable | None:
        """Changes in a row are undone as one."""
        return "unprompted"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the share."""
        return evolve(journey, unprompted=self.unprompted)
