"""Event trigger: customers enter when they do something."""

from collections.abc import Sequence
from typing import Annotated, ClassVar, Self

from pydantic import Field

from journeys.conditions.presence import Presence, implied
from journeys.conditions.sentences import sentence
from journeys.conditions.tree import Filter
from journeys.document.node import UNNAMED, Card, Node, Port
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.spoken import spoken
from journeys.values import Name, Whole

SAYINGS = {
    Reason.REFUSED_FILTER: "Does not enter: the event does not pass the filter.",
    Reason.REFUSED_KEY_MISSING: "Does not enter: the event does not say which one it is about.",
    Reason.REFUSED_ALREADY: "Does not enter here: this event already led into the journey.",
    Reason.REFUSED_MAXIMUM: "Does not enter: has already entered {0} times.",
    Reason.REFUSED_MODE: "Does not enter again: entered at {clock}.",
    Reason.REFUSED_ACTIVE: "Does not enter: is in the journey since {clock}.",
    Reason.REFUSED_COOLDOWN: "Does not enter: the pause after the last entry lasts until {clock}.",
    Reason.CONTEXT_UPDATED: "Goes on where they are, with the newer {event}.",
}


class EventTrigger(Node):
    """A customer enters on an event whose properties pass the filter."""

    kind: ClassVar[str] = "event_trigger"
    card: ClassVar[Card] = Card("When something happens", "Start", "zap", "trigger")
    is_trigger: ClassVar[bool] = True

    event: Name
    where: Filter | None = None
    order: Annotated[Whole, Field(ge=0, le=1_000)] = 0

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a trigger on the first of the events, whatever their properties."""
        return cls(id=node, event=next(iter(events), UNNAMED))

    @property
    def name(self) -> str:
        """What the start is called: its title, else what happens."""
        return self.title or self._happening or self.card.title

    @property
    def _happening(self) -> str:
        said = spoken(self.event)
        return "" if self.event == UNNAMED else f"{said[:1].upper()}{said[1:]}"

    def ports(self) -> tuple[Port, ...]:
        """Return the one way on."""
        return (Port("next"),)

    def summary(self) -> str:
        """Say which event, where the title does not, and which filter."""
        where = sentence(self.where) if self.where else ""
        if not self.title:
            return f"{where[:1].upper()}{where[1:]}"
        said = self._happening or spoken(self.event)
        return f"{said}, {where}" if where else said

    def tells(self, port: str) -> Presence:
        """Return what the filter tells of the event's properties."""
        del port
        return implied(self.where, holds=True)

    def lower(self, to: Assembler) -> None:
        """Write the event and its filter."""
        to.trigger(self.event, self.where)

    def say(self, telling: Telling) -> str:
        """Say who enters, and why somebody does not."""
        saying = SAYINGS.get(telling.reason)
        if saying is not None:
            return saying.format(*telling.operands, clock=telling.clock, event=spoken(self.event))
        match telling.reason:
            case Reason.ENTERED:
                key = telling.operands[0]
                return f"Enters on {spoken(self.event)}" + ("." if key is None else f" for {key}.")
            case Reason.LEAF:
                held = "yes" if telling.operands[1] is True else "no"
                return f"{telling.asked}: {held}."
            case _:
                return _say_unprompted(telling)


def _say_unprompted(telling: Telling) -> str:
    if telling.operands[0] is True:
        return f"Is assumed to reach the goal unprompted at {telling.clock}."
    return "Is assumed not to reach the goal unprompted."
