"""Hours of the day on some days: when it is quiet, and when a message may be sent (R300)."""

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field

from journeys.asked import Asked
from journeys.clocks import MORNING, TimeOfDay, Weekdays, spoken_days
from journeys.values import Value

Channel: TypeAlias = Literal["email", "sms", "push", "in_app", "ads"]

DAY = 86_400
WEEK = 7 * DAY


class Hours(Value):
    """The hours [start, end) on the customer's clock, over night where the end is earlier.

    `days` are those on which they begin; without any it is every day.
    """

    days: Annotated[Weekdays, Asked("On these days")] = ()
    start: Annotated[TimeOfDay, Asked("From", "By the customer\u2019s own clock.")]
    end: Annotated[TimeOfDay, Asked("Until")]

    @property
    def is_empty(self) -> bool:
        """Whether they begin and end at once, which says nothing."""
        return self.start == self.end

    @property
    def phrase(self) -> str:
        """The hours in words: 'from 22:00 to 08:00, Monday to Friday'."""
        days = spoken_days(self.days)
        on = f", {days}" if " to " in days else f" on {days}" if days else ""
        return f"from {self.start} to {self.end}{on}"


class SendWindow(Hours):
    """When a message may be sent; all other times are quiet for it."""

    @classmethod
    def another(cls) -> Self:
        """Return the hours of the day, from nine to eight."""
        return cls(start=MORNING, end=TimeOfDay(20 * 3_600))


class QuietHours(Hours):
    """When nothing is sent on some channels, on all where none is named."""

    channels: Annotated[tuple[Channel, ...], Field(max_length=5), Asked("For")] = ()
