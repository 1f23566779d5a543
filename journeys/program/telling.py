"""One decision of the engine, decoded, ready to be said as a sentence by the step that made it."""

from dataclasses import dataclass

from journeys.names import NO_NAMES, Names
from journeys.people.population import Content
from journeys.program.reasons import Reason

OVER_IN_PAUSE = "Goes on: the wait was over while the journey was paused."


@dataclass(frozen=True, slots=True)
class Telling:
    """What was decided at `time` (epoch seconds) and the operands that were looked at.

    `asked` is the comparison in words where the reason is LEAF; `zone` names the zone whose
    clock a wait follows and where the zone comes from; `clock` and `day` show the instant that is
    told of, else that of the decision, and its day of the week. `handled` counts the events of the
    customer that had been handled by then, the one that is being handled included; `row` is the
    place of the event among them that was caught, or -1. `elsewhere` is what the other journey is
    called: the one a jump leads to, or the one that who enters comes from; `leaf` is the place of
    the comparison among those of the program where the reason is LEAF, or -1; `names` say what
    is called how in the journey. `is_paused` is true where a pause of the journey
    keeps somebody from going on, or kept them (R226).
    """

    time: int
    journey: str
    entry: str | None
    node: str | None
    reason: Reason
    operands: tuple[Content, ...]
    asked: str = ""
    zone: str = ""
    clock: str = ""
    day: str = ""
    handled: int = 0
    row: int = -1
    elsewhere: str = ""
    leaf: int = -1
    names: Names = NO_NAMES
    is_paused: bool = False

    @property
    def moved_by(self) -> str:
        """What made a wait end at another time."""
        return "The journey was paused" if self.is_paused else "The customer's zone changed"
