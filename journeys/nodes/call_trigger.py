"""Call trigger: customers enter when another system, or another journey, says so."""

from collections.abc import Sequence
from typing import Annotated, ClassVar, Self

from journeys.conditions.presence import Presence, implied
from journeys.conditions.sentences import sentence
from journeys.conditions.tree import Filter
from journeys.document.asked import Asked
from journeys.document.node import Card
from journeys.document.trigger import Order, Trigger
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.program.updates import CALL
from journeys.spoken import spoken
from journeys.values import Identifier

START = "start"
SAYINGS = {
    Reason.REFUSED_FILTER: "Does not enter: what came with them does not fit the filter.",
    Reason.REFUSED_KEY_MISSING: (
        "Does not enter: nothing says which one it is about, such as a cart."
    ),
    Reason.REFUSED_ALREADY: "Does not enter here: another start let them in at this moment.",
    Reason.CONTEXT_UPDATED: "Goes on where they are, with what has come with them now.",
}
CALLED = Asked(
    "Name of this start",
    "Other journeys and systems send customers here by this name.",
    picks="call",
)


class CallTrigger(Trigger):
    """A customer enters when another system or journey calls, and what it says passes the filter.

    What the call says stands where the entry event stands elsewhere (R221).
    """

    kind: ClassVar[str] = "call_trigger"
    card: ClassVar[Card] = Card(
        "From a journey or system",
        "Start",
        "plug-zap",
        "trigger",
        says="Customers enter when another journey or system sends them here.",
    )

    call: Annotated[Identifier, CALLED]
    where: Filter | None = None
    order: Order = 0

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a trigger on the first call the data has, whatever its payload."""
        known = (event.removeprefix(CALL) for event in events if event.startswith(CALL))
        return cls(id=node, call=next(known, START))

    @property
    def event(self) -> str:
        """The event a call is (R221)."""
        return f"{CALL}{self.call}"

    @property
    def entered_by(self) -> tuple[str, ...]:
        """The event customers enter by."""
        return (self.event,)

    def summary(self) -> str:
        """Say by which name, and which filter."""
        said = f"Sent here as '{spoken(self.call)}'"
        return f"{said}, {sentence(self.where)}" if self.where else said

    def tells(self, port: str) -> Presence:
        """Return what the filter tells of the payload."""
        del port
        return implied(self.where, holds=True)

    def lower(self, to: Assembler) -> None:
        """Write the call and its filter."""
        to.trigger(self.event, self.where)

    def say_here(self, telling: Telling) -> str:
        """Say what the call does for a customer."""
        if telling.reason is Reason.ENTERED:
            key = telling.operands[0]
            about = "." if key is None else f" for {key}."
            if telling.elsewhere:
                return f"Enters, coming from the journey {telling.elsewhere!r}{about}"
            return f"Enters: another system sends them here as {spoken(self.call)!r}{about}"
        return SAYINGS[telling.reason]
