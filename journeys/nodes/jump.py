"""Jump: on to another journey."""

from collections.abc import Sequence
from typing import Annotated, ClassVar, Self

from journeys.document.asked import Asked
from journeys.document.node import Called, Card, Examples, Node, Port
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.program.updates import CALL
from journeys.spoken import spoken
from journeys.values import Identifier


class Jump(Node):
    """Leave this journey here, and call another one (R222).

    The other journey decides by its own rules who is let in; what was known here is known there
    as `from`.
    """

    kind: ClassVar[str] = "jump"
    card: ClassVar[Card] = Card("Go to another journey", "End", "route", "finish")
    examples: ClassVar[Examples] = (
        (Reason.JUMPED, ("second_order",)),
        (Reason.TOO_MANY_JUMPS, ()),
    )

    journey: Annotated[Identifier, Asked("Which journey", "It has to run together with this one.")]
    call: Annotated[Identifier, Asked("Called as", "As a start of that journey says it.")]

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a jump whose journey is still to be chosen."""
        del events
        return cls(id=node, journey="another_journey", call="start")

    def ports(self) -> tuple[Port, ...]:
        """Return no way out: the customer goes on elsewhere."""
        return ()

    def summary(self) -> str:
        """Say where customers go on."""
        return f"On to {spoken(self.journey)}, as {spoken(self.call)}"

    @property
    def calls(self) -> tuple[Called, ...]:
        """The call of the other journey."""
        return (Called(self.journey, f"{CALL}{self.call}"),)

    def lower(self, to: Assembler) -> None:
        """Write the call."""
        to.jump(self.journey, f"{CALL}{self.call}")

    def say(self, telling: Telling) -> str:
        """Say where the customer goes on, or that it has to end."""
        if telling.reason is Reason.TOO_MANY_JUMPS:
            return "Goes no further: too many jumps in one instant."
        return f"Leaves for the journey {telling.operands[0]!r}, as {spoken(self.call)}."
