"""A message step: the checks it must pass, how people may react, and what it says of itself."""

from typing import Annotated, ClassVar

from pydantic import Field

from journeys.document.node import Node, Port
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.responses import MessageResponses
from journeys.program.telling import Telling
from journeys.values import Value, Whole

Share = Annotated[Whole, Field(ge=0, le=10_000)]

REACTIONS = {0: "open it", 2: "click", 4: "unsubscribe", 5: "reach the goal"}


class DeclaredResponses(Value):
    """Shares in basis points that replace those of the response model for one message (R56).

    `failed` is asked before everything else; `relevance` is in percent, 100 changes nothing.
    """

    opened: Share | None = None
    clicked: Share | None = None
    unsubscribed: Share | None = None
    goal: Share | None = None
    failed: Share = 0
    relevance: Annotated[Whole, Field(ge=0, le=10_000)] = 100


class Message(Node):
    """What all messages share; a channel is a kind of its own."""

    channel: ClassVar[str]
    channel_words: ClassVar[str]
    address_words: ClassVar[str]

    responses: DeclaredResponses = DeclaredResponses()

    @property
    def may_take_time(self) -> bool:
        """True: it may be held, or wait for its first outcome (R41, R44)."""
        return True

    def ports(self) -> tuple[Port, ...]:
        """Return the three ways out of a message (R41)."""
        return (Port("sent", "Sent"), Port("not_sent", "Not sent"), Port("failed", "Failed"))

    def lower(self, to: Assembler) -> None:
        """Write the checks of R40 and the response table."""
        declared = self.responses
        responses = MessageResponses(
            opened=declared.opened,
            clicked=declared.clicked,
            unsubscribed=declared.unsubscribed,
            goal=declared.goal,
            failed=declared.failed,
            relevance=declared.relevance,
        )
        to.send(self.channel, responses)

    def say(self, telling: Telling) -> str:
        """Say what was sent, which check stopped it, or how the customer is assumed to react."""
        operands = telling.operands
        match telling.reason:
            case Reason.NO_ADDRESS:
                return f"Not sent: there is no {self.address_words}."
            case Reason.NO_CONSENT:
                return f"Not sent: there is no consent to {self.channel_words}."
            case Reason.FAILED:
                return "Sending failed, as declared for a share of messages."
            case Reason.SENT:
                return self._say_sent(
                    consent_assumed=operands[1] is True, address_assumed=operands[2] is True
                )
            case _:
                return self._say_response(telling)

    def _say_sent(self, *, consent_assumed: bool, address_assumed: bool) -> str:
        assumed = [
            *(["consent"] if consent_assumed else []),
            *([f"the {self.address_words}"] if address_assumed else []),
        ]
        because = f" ({' and '.join(assumed)} assumed: unknown in the data)" if assumed else ""
        title = self.card.title
        kind = title if title.isupper() else title.lower()
        return f"Sent the {kind} {self.name!r}{because}."

    def _say_response(self, telling: Telling) -> str:
        slot, says_yes = int(telling.operands[0] or 0), telling.operands[1] is True
        what = REACTIONS.get(slot, "react")
        if not says_yes:
            return f"Is assumed not to {what}."
        return f"Is assumed to {what} at {telling.clock}."


__all__ = ["DeclaredResponses", "Message"]
