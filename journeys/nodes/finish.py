"""Finish: the end of a path."""

from typing import ClassVar

from journeys.document.node import Card, Examples, Node, Port
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.telling import Telling


class Finish(Node):
    """The customer leaves the journey here, as planned."""

    kind: ClassVar[str] = "finish"
    card: ClassVar[Card] = Card(
        "Finish",
        "End",
        "flag",
        "finish",
        is_pill=True,
        says="The customer leaves the journey here, as planned.",
    )
    examples: ClassVar[Examples] = ((Reason.FINISHED, ()),)

    def ports(self) -> tuple[Port, ...]:
        """Return no way out: this is the end."""
        return ()

    def lower(self, to: Assembler) -> None:
        """Write the end."""
        to.finish()

    def say(self, telling: Telling) -> str:
        """Say that the journey is over."""
        del telling
        return f"Reaches the end: {self.name}."
