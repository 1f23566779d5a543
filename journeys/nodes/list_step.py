"""List: customers are put on a list, or taken off it."""

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal, Self

from journeys.conditions.presence import Presence
from journeys.document.asked import Asked
from journeys.document.node import Card, Examples, Node, Port
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.program.updates import Update, told
from journeys.spoken import spoken
from journeys.values import Identifier

DOES = {"add": "Put them on the list", "remove": "Take them off the list"}


class ListStep(Node):
    """Add the customer to a list, or take them off it (R224)."""

    kind: ClassVar[str] = "list_step"
    card: ClassVar[Card] = Card(
        "Add to a list",
        "Profile and systems",
        "list-plus",
        "update",
        says="Put customers on a list, or take them off it.",
    )
    examples: ClassVar[Examples] = tuple(
        (Reason.PROFILE_UPDATED, ("list.vips", is_on)) for is_on in (True, False)
    )

    list: Annotated[Identifier, Asked("The list", picks="list")]
    do: Annotated[Literal["add", "remove"], Asked("What to do", words=DOES)] = "add"

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a step that adds to a list named after itself."""
        del events
        return cls(id=node, list=node)

    def ports(self) -> tuple[Port, ...]:
        """Return the one way on."""
        return (Port("next"),)

    def summary(self) -> str:
        """Say which list, and which way."""
        does = "Add to" if self.do == "add" else "Take off"
        return f"{does} the list '{spoken(self.list)}'"

    @property
    def updates(self) -> tuple[Update, ...]:
        """The change of the list's attribute (R210)."""
        return (Update(f"list.{self.list}", "set", self.do == "add"),)

    def tells(self, port: str) -> Presence:
        """Return that it is known whether they are on the list."""
        del port
        return told(self.updates)

    def lower(self, to: Assembler) -> None:
        """Write the change."""
        to.update(self.updates)

    def say(self, telling: Telling) -> str:
        """Say what became of it."""
        if telling.operands[1] is True:
            return f"Is now on the list {spoken(self.list)!r}."
        return f"Is not on the list {spoken(self.list)!r} any more."
