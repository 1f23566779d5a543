"""Event trigger: customers enter when they do something."""

from collections.abc import Sequence
from typing import ClassVar, Self

from journeys.conditions.presence import Presence, implied
from journeys.conditions.sentences import sentence
from journeys.conditions.tree import Filter
from journeys.document.node import UNNAMED, Card
from journeys.document.trigger import Order, Trigger
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.spoken import spoken
from journeys.values import Name

SAYINGS = {
    Reason.REFUSED_FILTER: "Does not enter: the event does not pass the filter.",
    Reason.REFUSED_KEY_MISSING: "Does not enter: the event does not say which one it is about.",
    Reason.REFUSED_ALREADY: "Does not enter here: this event already led into the journey.",
}


class EventTrigger(Trigger):
    """A customer enters on an event whose properties pass the filter."""

    kind: ClassVar[str] = "event_trigger"
    card: ClassVar[Card] = Card(
        "When something happens",
        "Start",
        "zap",
        "trigger",
        says="Customers enter when they do something, such as filling a cart.",
    )

    event: Name
    where: Filter | None = None
    order: Order = 0

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

    @property
    def entered_by(self) -> tuple[str, ...]:
        """The event customers enter by."""
        return (self.event,)

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

    def say_here(self, telling: Telling) -> str:
        """Say what the event does for a customer."""
        match telling.reason:
            case Reason.CONTEXT_UPDATED:
                return f"Goes on where they are, with the newer {spoken(self.event)}."
            case Reason.ENTERED:
                key = telling.operands[0]
                return f"Enters on {spoken(self.event)}" + ("." if key is None else f" for {key}.")
            case _:
                return SAYINGS[telling.reason]
