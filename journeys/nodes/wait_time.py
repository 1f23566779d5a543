"""Wait until a time of day, on some days of the week."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from journeys.clocks import MORNING, TimeOfDay, Weekdays, spoken_days
from journeys.document.asked import Asked
from journeys.document.node import Card, Examples, Node, Port
from journeys.document.problems import Problem
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.telling import OVER_IN_PAUSE, Telling

EIGHT_DAYS = 8 * 86_400


class WaitTime(Node):
    """Wait until the customer's clock shows a time, or is in a window, on one of some days (R212).

    With `until` it is the window [time, until), over night where it ends earlier than it begins.
    """

    kind: ClassVar[str] = "wait_time"
    card: ClassVar[Card] = Card(
        "Wait until a time of day",
        "Timing and logic",
        "sunrise",
        "wait",
        is_pill=True,
        says="Wait until a time of day, such as nine in the morning on a workday.",
    )
    examples: ClassVar[Examples] = (
        (Reason.WAIT_STARTED, (0,)),
        (Reason.WAIT_MOVED, (0, 0)),
        (Reason.WAIT_OVER, ()),
    )

    time: Annotated[TimeOfDay, Asked("At", "By the customer\u2019s own clock.")] = MORNING
    until: Annotated[
        TimeOfDay | None, Asked("Or any time until", add="Set", empty="At this time only")
    ] = None
    weekdays: Annotated[Weekdays, Asked("On these days")] = ()

    @property
    def takes_time(self) -> bool:
        """True, whatever the time is on coming here (R216)."""
        return True

    @property
    def longest(self) -> int:
        """Seconds it lasts at most: counted as eight days (R212)."""
        return EIGHT_DAYS

    def ports(self) -> tuple[Port, ...]:
        """Return the one way on."""
        return (Port("next"),)

    def summary(self) -> str:
        """Say until when."""
        return f"Wait {self.phrase}"

    @property
    def phrase(self) -> str:
        """What is waited for: 'until 09:00 on Monday', 'until it is between 22:00 and 06:00'."""
        days = spoken_days(self.weekdays)
        on = f", {days}" if " to " in days else f" on {days}" if days else ""
        if self.until is None:
            return f"until {self.time}{on}"
        return f"until it is between {self.time} and {self.until}{on}"

    def check(self) -> Iterator[Problem]:
        """Yield a problem for a window that begins and ends at once."""
        if self.time == self.until:
            words = "The window begins and ends at the same time."
            yield Problem("empty_window", words, self.id, brief="Begins and ends at the same time")

    def lower(self, to: Assembler) -> None:
        """Write the wait."""
        to.wait_time(self.time, self.until, self.weekdays)

    def say(self, telling: Telling) -> str:
        """Say until when, and on whose clock."""
        match telling.reason:
            case Reason.WAIT_STARTED:
                return f"Waits {self.phrase}: {telling.clock} ({telling.zone})."
            case Reason.WAIT_MOVED:
                return f"{telling.moved_by}: now waits until {telling.clock}."
            case _:
                return OVER_IN_PAUSE if telling.is_paused else "The wait is over."
