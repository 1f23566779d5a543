"""The rules of a whole journey: who may enter, what ends it early, what it is for."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from journeys.conditions.tree import Condition, Filter
from journeys.durations import Duration
from journeys.values import Identifier, Name, Title, Truth, Value, Whole

WEEK = Duration(days=7)
HOUR = Duration(seconds=3_600)


class EntryRule(Value):
    """Who may enter again, and when (R10).

    `key` names a property of the entry event, such as `cart_id`: customers may then be in the
    journey once for each of its values. `cooldown` runs from the last admitted entry.
    """

    key: Name | None = None
    mode: Literal["once", "after_exit", "every"] = "every"
    when_active: Literal["ignore", "restart", "update_context"] = "ignore"
    cooldown: Duration | None = None
    maximum: Annotated[Whole, Field(ge=1, le=1_000_000)] | None = None

    def asks(self, name: str) -> bool:
        """Say that nobody is in the journey who waits for the exit."""
        return name != "when_active" or self.mode != "after_exit"

    def along(self, changes: Mapping[str, object]) -> Mapping[str, object]:
        """Return that who waits for the exit does not act while still in."""
        return {"when_active": "ignore"} if changes.get("mode") == "after_exit" else {}

    @model_validator(mode="after")
    def _after_exit_only_ignores(self) -> "EntryRule":
        if self.mode == "after_exit" and self.when_active != "ignore":
            raise ValueError(
                "'after_exit' waits for the exit, so 'when_active' can only be 'ignore'"
            )
        return self


class ExitRule(Value):
    """What takes a customer out at once, from any step: an event, or a condition (R47)."""

    id: Identifier
    title: Title = ""
    event: Name | None = None
    where: Filter | None = None
    match_key: Truth = True
    condition: Condition | None = None

    @model_validator(mode="after")
    def _event_or_condition(self) -> "ExitRule":
        if (self.event is None) == (self.condition is None):
            raise ValueError("an exit rule has either an 'event' or a 'condition'")
        if self.event is None and self.where is not None:
            raise ValueError("'where' filters the event of an exit rule")
        return self

    @property
    def name(self) -> str:
        """What the rule is called."""
        return self.title or self.id


class Goal(Value):
    """What the journey is for, watched for a window after exposure or entry (R53).

    `ends` takes the customer out when it is reached. `carries` names the properties of the entry
    event that a generated goal event repeats, such as the cart it pays for (R55).
    """

    id: Identifier
    title: Title = ""
    event: Name
    where: Filter | None = None
    match_key: Truth = True
    window: Duration = WEEK
    ends: Truth = False
    carries: Annotated[tuple[Name, ...], Field(max_length=20)] = ()

    @model_validator(mode="after")
    def _window_is_exact(self) -> "Goal":
        if self.window.months or self.window.window <= 0:
            raise ValueError(
                "the window of a goal is in days, hours or minutes, and more than nothing"
            )
        return self

    @property
    def name(self) -> str:
        """What the goal is called."""
        return self.title or self.id


class Segment(Value):
    """A condition with a name, about customers rather than instances, to be asked for (R209)."""

    id: Identifier
    title: Title = ""
    condition: Condition

    @property
    def name(self) -> str:
        """What the segment is called."""
        return self.title or self.id


class LoopRule(Value):
    """What keeps a loop from running wild (R26)."""

    maximum_visits: Annotated[Whole, Field(ge=1, le=10_000)] = 100
    minimum_period: Duration = HOUR


class Unprompted(Value):
    """How many reach the goal with no message at all, in generated mode (R55).

    `share` is in basis points of the customers who enter or are held out.
    """

    share: Annotated[Whole, Field(ge=0, le=10_000)]
