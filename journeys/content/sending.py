"""What a message says of when it may be sent, and what becomes of it where it may not."""

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from journeys.conditions.tree import Condition
from journeys.conditions.windows import Window
from journeys.document.asked import Asked
from journeys.document.node import Node, Port
from journeys.document.problems import Problem, Severity
from journeys.program.outgoing import Aged, Rules
from journeys.sending.ages import Age
from journeys.sending.hours import SendWindow
from journeys.values import Identifier, Truth

OTHER_CHANNEL = "other_channel"
WhenQuiet: TypeAlias = Literal["defer", "drop", "other_channel"]
WhenCapped: TypeAlias = Literal["drop", "defer", "other_channel"]

CATEGORY = Asked(
    "Kind of message",
    "Limits can count one kind alone, such as news.",
    add="Name it",
    empty="It is of no kind.",
    rare=True,
)
TRANSACTIONAL = Asked(
    "Transactional", "Quiet hours and limits do not hold it back, and it counts in none.", rare=True
)
WINDOW = Asked("Only at these hours", add="Set hours", empty="At any time of day", rare=True)
DONE = {
    "defer": "Send it later",
    "drop": "Do not send it",
    OTHER_CHANNEL: "Go on by a way of its own",
}
QUIET = Asked("In quiet hours", words=DONE, rare=True)
CAPPED = Asked("When a limit is reached", words=DONE, rare=True)
GATE = Asked(
    "Only if", "Asked right before it is sent.", add="Add a condition", empty="Always", rare=True
)
TRYING = Asked(
    "Keep asking for", add="Set", empty="It is asked once, and else not sent.", rare=True
)
AGES = Asked(
    "Too old to say",
    "What was true when they entered may not be so any more.",
    add="Add something",
    empty="Nothing is too old.",
    one="Something",
    rare=True,
)
BEST = Asked(
    "At their best hour", "When they open most messages, within a day from then.", rare=True
)
HELD_BACK = ("send_window", "when_quiet", "when_capped")


class Sending(Node):
    """A step that sends, as far as it is said when it may (R300 to R306).

    Quiet hours, caps and the send window are not for a `transactional` one.
    """

    category: Annotated[Identifier | None, CATEGORY] = None
    transactional: Annotated[Truth, TRANSACTIONAL] = False
    send_window: Annotated[SendWindow | None, WINDOW] = None
    when_quiet: Annotated[WhenQuiet, QUIET] = "defer"
    when_capped: Annotated[WhenCapped, CAPPED] = "drop"
    gate: Annotated[Condition | None, GATE] = None
    try_for: Annotated[Window | None, TRYING] = None
    ages: Annotated[tuple[Age, ...], Field(max_length=20), AGES] = ()
    best_hour: Annotated[Truth, BEST] = False

    def asks(self, name: str) -> bool:
        """Say that nothing holds back what is transactional, and that only a gate is tried for."""
        if name == "try_for":
            return self.gate is not None
        return name not in HELD_BACK or not self.transactional

    @property
    def aging(self) -> tuple[Age, ...]:
        """How old variables may be that it says."""
        return self.ages

    @property
    def goes_elsewhere(self) -> bool:
        """Whether there is a way for who is not sent to on this channel (R303, R304)."""
        return OTHER_CHANNEL in (self.when_quiet, self.when_capped)

    def other_ports(self) -> tuple[Port, ...]:
        """Return that way, where there is one: it has to lead somewhere (R45)."""
        way = Port(OTHER_CHANNEL, "Another channel", must_lead=True)
        return (way,) if self.goes_elsewhere else ()

    def rules(self) -> Rules:
        """Return what is said of when it may be sent, as a program needs it."""
        return Rules(
            gate=self.gate,
            tries=None if self.try_for is None else self.try_for.window,
            window=self.send_window,
            when_quiet=self.when_quiet,
            when_capped=self.when_capped,
            category=self.category,
            is_free=self.transactional,
            ages=tuple(
                Aged(each.variable, each.owner, each.max_age.window, each.on_expiry == "fallback")
                for each in self.ages
            ),
            has_best_hour=self.best_hour,
        )

    def faults_of_sending(self) -> Iterator[Problem]:
        """Yield what is wrong with what is said of when it may be sent."""
        if self.send_window is not None and self.send_window.is_empty:
            words = "The hours at which it may be sent begin and end at the same time."
            brief = "Hours begin and end at the same time"
            yield Problem("empty_send_window", words, self.id, brief=brief)
        if self.try_for is not None and self.gate is None:
            words = "It keeps asking, but there is no condition to ask."
            brief = "Keeps asking for nothing"
            yield Problem("nothing_to_try", words, self.id, Severity.WARNING, brief=brief)
