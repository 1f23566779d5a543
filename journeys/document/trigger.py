"""A step that customers enter by, and what all such kinds say alike."""

from abc import abstractmethod
from typing import Annotated, ClassVar

from pydantic import Field

from journeys.document.node import Node, Port
from journeys.durations import Duration
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.values import Whole

Order = Annotated[Whole, Field(ge=0, le=1_000)]

SAYINGS = {
    Reason.REFUSED_MAXIMUM: "Does not enter: has already entered {0} times.",
    Reason.REFUSED_MODE: "Does not enter again: entered at {clock}.",
    Reason.REFUSED_ACTIVE: "Does not enter: is in the journey since {clock}.",
    Reason.REFUSED_PAUSED: "Does not enter: the journey is paused until {clock}.",
    Reason.REFUSED_TOO_OLD: "Does not enter: it had happened {age} before it became known.",
    Reason.REFUSED_MISSED: "Does not enter: nothing ran when this was due, at {clock}.",
    Reason.REFUSED_COOLDOWN: "Does not enter: the pause after the last entry lasts until {clock}.",
}


class Trigger(Node):
    """Customers enter the journey here; triggers of lower `order` are asked first (R115)."""

    is_trigger: ClassVar[bool] = True

    def ports(self) -> tuple[Port, ...]:
        """Return the one way on."""
        return (Port("next"),)

    @abstractmethod
    def say_here(self, telling: Telling) -> str:
        """Say what only this kind knows: who enters, whom it refuses for what brought them."""

    def say(self, telling: Telling) -> str:
        """Say who enters, and why somebody does not."""
        saying = SAYINGS.get(telling.reason)
        if saying is not None:
            return saying.format(*telling.operands, clock=telling.clock, age=_age(telling))
        match telling.reason:
            case Reason.LEAF:
                held = "yes" if telling.operands[1] is True else "no"
                return f"{telling.asked}: {held}."
            case Reason.UNPROMPTED if telling.operands[0] is True:
                return f"Is assumed to reach the goal unprompted at {telling.clock}."
            case Reason.UNPROMPTED:
                return "Is assumed not to reach the goal unprompted."
            case _:
                return self.say_here(telling)


class TimedTrigger(Trigger):
    """Customers enter at an instant, with no event (R217)."""

    def say_here(self, telling: Telling) -> str:
        """Say who enters, and whom this start refuses."""
        match telling.reason:
            case Reason.ENTERED:
                return f"Enters: {self.because(telling)}."
            case Reason.REFUSED_FILTER:
                named = self.named_segment
                if named is None:
                    return "Does not enter: is not among them."
                return (
                    f"Does not enter: is not in the segment {telling.names.segment(named).quoted}."
                )
            case Reason.REFUSED_KEY_MISSING:
                return "Does not enter: nothing says which one it is about, such as a cart."
            case _:
                return "Does not enter here: another start let them in at this moment."

    @abstractmethod
    def because(self, telling: Telling) -> str:
        """Return why it is now that customers enter: 'it is their birthday'."""


def _age(telling: Telling) -> str:
    """Return how old what would have let somebody in was, in words."""
    if telling.reason is not Reason.REFUSED_TOO_OLD:
        return ""
    return Duration.of(int(telling.operands[0] or 0)).words
