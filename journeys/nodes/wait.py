"""Wait: the customer stands still for a while."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Self

from journeys.document.node import Card, Examples, Node, Port
from journeys.document.problems import Problem
from journeys.durations import Duration
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.telling import OVER_IN_PAUSE, Telling

HOUR = 3_600


class Wait(Node):
    """Wait for a duration: PT24H is 24 hours, P1D the same time on the next day (R20)."""

    kind: ClassVar[str] = "wait"
    card: ClassVar[Card] = Card(
        "Wait",
        "Timing and logic",
        "clock",
        "wait",
        is_pill=True,
        says="Wait for some minutes, hours, days or months.",
    )
    examples: ClassVar[Examples] = (
        (Reason.WAIT_STARTED, (0,)),
        (Reason.WAIT_MOVED, (0, 0)),
        (Reason.WAIT_OVER, ()),
    )

    duration: Duration

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a wait of an hour."""
        del events
        return cls(id=node, duration=Duration(seconds=HOUR))

    @property
    def takes_time(self) -> bool:
        """True unless it is a wait for no time at all."""
        return self.duration.at_most > 0

    @property
    def longest(self) -> int:
        """Seconds it lasts at most (R7)."""
        return self.duration.at_most

    def ports(self) -> tuple[Port, ...]:
        """Return the one way on."""
        return (Port("next"),)

    def summary(self) -> str:
        """Say how long."""
        return f"Wait {self.duration.words}"

    def check(self) -> Iterator[Problem]:
        """Yield a problem for a wait that waits for nothing."""
        if not self.takes_time:
            words = "This wait lasts no time at all."
            yield Problem("empty_wait", words, self.id, brief="Lasts no time at all")

    def lower(self, to: Assembler) -> None:
        """Write the wait."""
        to.wait(self.duration)

    def say(self, telling: Telling) -> str:
        """Say until when, and on whose clock."""
        match telling.reason:
            case Reason.WAIT_STARTED:
                clock = "" if self.duration.is_exact else f" ({telling.zone})"
                return f"Waits {self.duration.words}, until {telling.clock}{clock}."
            case Reason.WAIT_MOVED:
                return f"{telling.moved_by}: now waits until {telling.clock}."
            case _:
                return OVER_IN_PAUSE if telling.is_paused else "The wait is over."
