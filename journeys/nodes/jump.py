"""Jump: on to another journey."""

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Self

from journeys.document.asked import Asked
from journeys.document.node import Called, Card, Examples, Node, Port
from journeys.document.problems import Problem
from journeys.names import NO_NAMES, Names
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.program.updates import CALL
from journeys.spoken import spoken
from journeys.values import Identifier

UNCHOSEN = "another_journey"
WHERE = Asked("Where they go on", "It lets them in by its own rules.", picks="journey")


class Jump(Node):
    """Leave this journey here, and call another one (R222).

    The other journey decides by its own rules who is let in; what was known here is known there
    as `from`.
    """

    kind: ClassVar[str] = "jump"
    card: ClassVar[Card] = Card(
        "Go to another journey",
        "End",
        "route",
        "finish",
        says="The customer leaves this journey here, and goes on in another one.",
    )
    examples: ClassVar[Examples] = (
        (Reason.JUMPED, ("second_order",)),
        (Reason.TOO_MANY_JUMPS, ()),
    )

    journey: Annotated[Identifier, WHERE]
    call: Annotated[Identifier, Asked("By which of its starts", picks="call")]

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a jump whose journey is still to be chosen."""
        del events
        return cls(id=node, journey=UNCHOSEN, call="start")

    def ports(self) -> tuple[Port, ...]:
        """Return no way out: the customer goes on elsewhere."""
        return ()

    def summary(self) -> str:
        """Say where customers go on."""
        return self.line(NO_NAMES)

    def line(self, names: Names) -> str:
        """Say in which journey customers go on, by its title."""
        if self.journey == UNCHOSEN:
            return "Go on in a journey still to be chosen"
        return f"Go on in {names.journey(self.journey).quoted}"

    def check(self) -> Iterator[Problem]:
        """Yield a problem where it is not said which journey."""
        if self.journey == UNCHOSEN:
            words = "This step does not say yet where customers go on: choose a journey."
            yield Problem("no_target", words, self.id, brief="Has no journey yet")

    @property
    def calls(self) -> tuple[Called, ...]:
        """The call of the other journey, once it is chosen."""
        if self.journey == UNCHOSEN:
            return ()
        return (Called(self.journey, f"{CALL}{self.call}"),)

    def lower(self, to: Assembler) -> None:
        """Write the call."""
        to.jump(self.journey, f"{CALL}{self.call}")

    def say(self, telling: Telling) -> str:
        """Say where the customer goes on, or that it has to end."""
        if telling.reason is Reason.TOO_MANY_JUMPS:
            return "Goes no further: has gone from journey to journey too often at one moment."
        there = telling.elsewhere or spoken(str(telling.operands[0]))
        return f"Goes on in the journey {there!r}."
