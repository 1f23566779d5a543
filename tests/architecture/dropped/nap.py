"""Nap: a kind of step that only a test drops into the folder of kinds."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from journeys.document.node import Card, Node, Port
from journeys.document.problems import Problem
from journeys.durations import Duration
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.values import Truth, Whole

HOUR = 3_600


class Nap(Node):
    """Sleep for some hours, twice as long where it is deep."""

    kind: ClassVar[str] = "nap"
    card: ClassVar[Card] = Card("Nap", "Timing and logic", "clock", "wait", is_pill=True)

    hours: Annotated[Whole, Field(ge=0, le=48)] = 2
    deep: Truth = False

    @property
    def takes_time(self) -> bool:
        """True where it lasts at all."""
        return self.hours > 0

    @property
    def longest(self) -> int:
        """Seconds it lasts (R7)."""
        return self.hours * HOUR * (2 if self.deep else 1)

    def ports(self) -> tuple[Port, ...]:
        """Return the one way on."""
        return (Port("rested", "Rested"),)

    def summary(self) -> str:
        """Say how long."""
        return f"Naps {self.hours} hours"

    def check(self) -> Iterator[Problem]:
        """Yield a problem for a nap of no time."""
        if not self.takes_time:
            yield Problem("no_nap", "Nobody naps for no time.", self.id, brief="Lasts no time")

    def lower(self, to: Assembler) -> None:
        """Write it as a wait."""
        to.wait(Duration(seconds=self.longest))

    def say(self, telling: Telling) -> str:
        """Say that it begins, and that it is over."""
        return "Falls asleep." if telling.reason is Reason.WAIT_STARTED else "Wakes up."
