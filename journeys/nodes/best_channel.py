"""Best channel: different customers go on by the channel that suits them best."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, Self, TypeAlias

from pydantic import Field

from journeys.document.asked import Asked
from journeys.document.node import WAY_OUT, Card, Examples, Node, Port
from journeys.document.problems import Problem
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.values import Value

Named: TypeAlias = Literal["email", "sms", "push", "in_app"]
NONE = "none"
TITLES = {"email": "E-mail", "sms": "SMS", "push": "Push notification", "in_app": "In-app message"}
BECAUSE = {
    "preference": "as they prefer it",
    "rate": "which they answer most",
    "order": "which comes first of those they answer alike",
}
CHANNELS = Asked(
    "Channels",
    "Of channels that suit alike, the first is taken.",
    add="Add a channel",
    empty="No channels yet.",
    one="Channel",
)


class Choice(Value):
    """One of the channels there are to choose from."""

    channel: Annotated[Named, Asked("Channel", words=TITLES)]

    @classmethod
    def another(cls) -> Self:
        """Return the first channel there is."""
        return cls(channel="email")


USUAL = (Choice(channel="email"), Choice(channel="push"), Choice(channel="sms"))


class BestChannel(Node):
    """Take the channel a customer prefers, else the one they answer most (R307).

    A channel needs consent and an address; the first of `channels` comes first where two are alike.
    """

    kind: ClassVar[str] = "best_channel"
    card: ClassVar[Card] = Card(
        "Best channel",
        "Timing and logic",
        "route",
        "split",
        says="Each customer goes on by the channel they prefer, or answer most.",
    )
    examples: ClassVar[Examples] = (
        *((Reason.CHANNEL_CHOSEN, (WAY_OUT, why)) for why in ("preference", "rate", "order")),
        (Reason.CHANNEL_CHOSEN, (NONE, NONE)),
    )

    channels: Annotated[tuple[Choice, ...], Field(max_length=10), CHANNELS] = USUAL

    @property
    def names(self) -> tuple[Named, ...]:
        """The channels in their order, each once."""
        return tuple(dict.fromkeys(each.channel for each in self.channels))

    def ports(self) -> tuple[Port, ...]:
        """Return a way for each channel, and one for those who can be reached on none."""
        return (*(Port(name, TITLES[name]) for name in self.names), Port(NONE, "None of them"))

    def summary(self) -> str:
        """Say which channels there are to choose from."""
        return ", ".join(TITLES[name] for name in self.names) or "No channels yet"

    def check(self) -> Iterator[Problem]:
        """Yield a problem where there is nothing to choose from."""
        if not self.channels:
            words = "There is no channel to choose from: name some."
            yield Problem("no_channels", words, self.id, brief="No channels to choose from")
        if len(self.names) < len(self.channels):
            words = "A channel stands there twice."
            yield Problem("channel_twice", words, self.id, brief=words)

    def lower(self, to: Assembler) -> None:
        """Write the channels in their order."""
        to.choose_channel(self.names)

    def say(self, telling: Telling) -> str:
        """Say which channel was taken, and why."""
        port, why = (str(operand) for operand in telling.operands)
        if port == NONE:
            return "Can be reached on none of these channels."
        return f"Goes on by '{TITLES[port]}', {BECAUSE[why]}."
