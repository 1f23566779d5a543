"""Edits that mend words which ask for what not everyone has.

Their words are read below a problem that names the variable, and in a room as narrow as a panel.
"""

from dataclasses import dataclass

from journeys.conditions.comparison import Operator
from journeys.conditions.tree import AttributeTest, EntryTest
from journeys.content.fallback import with_fallback
from journeys.content.message import SENT_PORT, Message
from journeys.document.edits.edit import Alone, refusing
from journeys.document.edits.paste import fresh
from journeys.document.edits.waits import lowered
from journeys.document.journey import Edge, Journey, Position
from journeys.errors import EditRefusedError
from journeys.nodes.branch import ELSE, Branch, Path
from journeys.values import NAME_LENGTH, evolve


@dataclass(frozen=True, slots=True)
class WriteFallback(Alone):
    """Give a variable a fallback in every part of a message that needs it."""

    node: str
    path: str

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Add a fallback"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the fallbacks; raises EditRefusedError where there is no room."""
        message = journey.node(self.node)
        changed: dict[str, str] = {}
        for part, reading in message.readings if isinstance(message, Message) else ():
            if self.path in reading.needed:
                text = with_fallback(part.source, part.sort, self.path)
                if text is None:
                    raise EditRefusedError(
                        f"There is no simple place for a fallback of {self.path} in the "
                        f"{part.spoken} of {message.name!r}.",
                        'Write |default("...") behind it by hand.',
                    )
                changed[part.name] = text
        return journey.with_node(self.node, lambda node: evolve(node, **changed))


@dataclass(frozen=True, slots=True)
class LeaveOut(Alone):
    """Declare that a message is not for those who lack a variable (R72): suppress."""

    node: str
    path: str

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Do not send to them"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the message kept from them, as it is already for want of it."""
        message = journey.node(self.node)
        if not isinstance(message, Message) or message.is_only_for_those_with(self.path):
            return journey
        names = (*message.only_with, self.path)
        with refusing():
            return journey.with_node(self.node, lambda node: evolve(node, only_with=names))


@dataclass(frozen=True, slots=True)
class AskFirst(Alone):
    """Ask before a message who has a variable of the entry event or the customer.

    Who lacks it goes on to what follows the message.
    """

    node: str
    variable: str

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Lead them past it"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the condition; what stands below makes room for it."""
        message = journey.node(self.node)
        onward = journey.target(self.node, SENT_PORT)
        if onward is None:
            raise EditRefusedError(
                f"Nothing follows {message.name!r} yet.", "Lead it somewhere first."
            )
        asking = self._asking(journey)
        into = tuple(
            evolve(edge, target=asking.id) if edge.target == self.node else edge
            for edge in journey.edges
        )
        out = {asking.branches[0].id: self.node, ELSE: onward}
        ways = (Edge(source=asking.id, port=port, target=step) for port, step in out.items())
        return evolve(
            journey,
            nodes=(*journey.nodes, asking),
            edges=(*into, *ways),
            layout=self._layout(journey, asking.id),
        )

    def _asking(self, journey: Journey) -> Branch:
        owner, _, name = self.variable.partition(".")
        test = AttributeTest if owner == "customer" else EntryTest
        condition = test(name=name, operator=Operator.PRESENT)
        path = Path(id="known", title="Known", condition=condition)
        id_ = fresh(("is_known",), set(journey.by_id))["is_known"]
        return Branch(id=id_, title=f"Is {self.variable} known?"[:NAME_LENGTH], branches=(path,))

    def _layout(self, journey: Journey, asking: str) -> tuple[Position, ...]:
        if self.node not in journey.positions:
            return journey.layout
        x, y = journey.positions[self.node]
        return (*lowered(journey.layout, y), Position(node=asking, x=x, y=y))
