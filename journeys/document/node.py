"""A step of a journey and what every kind of step must be able to say of itself."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Literal, Self, TypeAlias

from pydantic import Field

from journeys.conditions.presence import NOTHING, Presence
from journeys.conditions.tree import ArmTest, EngagementTest, SegmentTest
from journeys.document.problems import Problem
from journeys.names import Names
from journeys.people.population import ColumnType, Content
from journeys.program.answers import Declared
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.program.updates import Update
from journeys.sending.ages import Age
from journeys.values import Identifier, Title, Value, within

UNNAMED = "something_happens"
NAMING = (SegmentTest, EngagementTest, ArmTest)

CHOSEN = "*"
LEAVING: Mapping[Reason, str] = {
    Reason.ENTERED: "next",
    Reason.WAIT_OVER: "next",
    Reason.PROFILE_UPDATED: "next",
    Reason.BRANCH_TAKEN: CHOSEN,
    Reason.ARM_ASSIGNED: CHOSEN,
    Reason.ARM_KEPT: CHOSEN,
    Reason.CAUGHT: CHOSEN,
    Reason.ANSWERED: CHOSEN,
    Reason.TIMED_OUT: "timeout",
    Reason.SENT: "sent",
    Reason.NO_ADDRESS: "not_sent",
    Reason.NO_CONSENT: "not_sent",
    Reason.WORDS_MISSING: "not_sent",
    Reason.FAILED: "failed",
    Reason.GATE_CLOSED: "not_sent",
    Reason.SUPPRESSED: "not_sent",
    Reason.QUIET_DROPPED: CHOSEN,
    Reason.CAPPED: CHOSEN,
    Reason.DEFERRED_TOO_LONG: "not_sent",
    Reason.CONTEXT_TOO_OLD: "not_sent",
    Reason.CHANNEL_CHOSEN: CHOSEN,
}
"""The ports that decisions lead out by; CHOSEN where the first operand says it."""

WAY_OUT = "the way out"
Examples: TypeAlias = tuple[tuple[Reason, tuple[Content, ...]], ...]
"""Reasons with operands; WAY_OUT stands for the id of the first way out."""

Group = Literal["Start", "Messages", "Timing and logic", "Profile and systems", "End"]


@dataclass(frozen=True, slots=True)
class Card:
    """How a kind of step looks in the palette and on the canvas, and in a sentence what it does."""

    title: str
    group: Group
    icon: str
    tint: str
    is_pill: bool = False
    says: str = ""


@dataclass(frozen=True, slots=True)
class Port:
    """A way out of a step; `title` is what the path is called.

    `brief` are fewer words for the same, where there is little room. With `must_lead` it is an
    error where nothing follows.
    """

    id: str
    title: str = ""
    brief: str = ""
    must_lead: bool = False

    @property
    def short(self) -> str:
        """What the path is called on the canvas."""
        return self.brief or self.title


@dataclass(frozen=True, slots=True)
class Caught:
    """An event that leaving by a port brings into the context under a name (R214).

    With `is_keyed` it has to be about the same key as the entry, where the journey has one.
    """

    port: str
    name: str
    event: str
    is_keyed: bool = False


@dataclass(frozen=True, slots=True)
class Called:
    """A call of another journey, with the event that it is (R222)."""

    journey: str
    event: str


@dataclass(frozen=True, slots=True)
class Shared:
    """Something a step declares that other steps may declare too, and then in the same way.

    `what` is a word for people, such as "experiment"; `content` is the same where both agree.
    """

    what: str
    id: str
    content: str


class Node(Value):
    """One step. A kind is a subclass in `journeys/nodes`, one file each, named by `kind`.

    `examples` are the decisions it can make, with made-up particulars, for the page of reference.
    """

    kind: ClassVar[str]
    card: ClassVar[Card]
    is_trigger: ClassVar[bool] = False
    examples: ClassVar[Examples] = ()
    sends: ClassVar[bool] = False
    can_be_opened: ClassVar[bool] = False

    id: Identifier
    title: Title = ""
    extensions: dict[str, Any] = Field(default_factory=dict)

    @abstractmethod
    def ports(self) -> tuple[Port, ...]:
        """Return the ways out, in the order they are drawn from left to right."""

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a step of this kind as it stands when it was just added.

        `events` are the events the data has, the most frequent first, where that is known.
        """
        del events
        return cls(id=node)

    def ways(self, names: Names) -> tuple[Port, ...]:
        """Return the ways out with what is named in their titles called as `names` have it."""
        del names
        return self.ports()

    @property
    def name(self) -> str:
        """What the step is called: its title, else what its kind is called."""
        return self.title or self.card.title

    @property
    def takes_time(self) -> bool:
        """True when a customer always stands here for a while, so that a loop may pass through."""
        return False

    @property
    def may_take_time(self) -> bool:
        """True when time may pass before a customer goes on, so that the world may change."""
        return self.takes_time

    @property
    def remembers(self) -> bool:
        """True when an instance keeps a number for the step, from one visit to the next."""
        return False

    @property
    def longest(self) -> int:
        """Seconds a customer stands here at most (R7)."""
        return 0

    @property
    def updates(self) -> tuple[Update, ...]:
        """The changes of the customer's profile that the step makes, in order (R223)."""
        return ()

    @property
    def named_segment(self) -> str | None:
        """The segment of the journey that the step names in its field `segment`, if it does."""
        return None

    @property
    def deals(self) -> str | None:
        """The experiment whose versions the step deals out, if it does (R51)."""
        return None

    @cached_property
    def is_named(self) -> bool:
        """True where the words of the step say what something else is called."""
        asked = (isinstance(value, NAMING) for value in within(self))
        return self.named_segment is not None or bool(self.calls) or any(asked)

    @property
    def entered_by(self) -> tuple[str, ...]:
        """The events by which customers enter here; none where it is no start, or needs none."""
        return ()

    def declares(self) -> tuple[Declared, ...]:
        """Return what is declared to be answered here, for each port an answer has (R225)."""
        return ()

    @property
    def calls(self) -> tuple[Called, ...]:
        """The calls that coming to the step makes."""
        return ()

    def working(self) -> dict[str, Any]:
        """Return what decides what happens at the step, as JSON-ready objects."""
        return self.plain()

    @property
    def aging(self) -> tuple[Age, ...]:
        """How old variables may be that the step uses (R305)."""
        return ()

    @property
    def needed(self) -> tuple[str, ...]:
        """The variables without which the step does not act, each once, in order (R177)."""
        return ()

    def summary(self) -> str:
        """Return the second line of the card: what the step does, in a few words."""
        return ""

    def line(self, names: Names) -> str:
        """Return the same, where segments, messages and journeys are called as `names` have it."""
        del names
        return self.summary()

    def check(self) -> Iterator[Problem]:
        """Yield what is wrong with the step taken alone."""
        yield from ()

    def shares(self) -> Iterator[Shared]:
        """Yield what the step declares for all places of that name, such as an experiment."""
        yield from ()

    @property
    def adds(self) -> tuple[str, ...]:
        """The names under which something is in the context from here on, such as `order` (R70)."""
        caught = (each.name for each in self.catches())
        answered = (each.name for each in self.declares() if each.name is not None)
        return tuple(dict.fromkeys((*caught, *answered)))

    @property
    def reads(self) -> Mapping[str, frozenset[ColumnType]]:
        """The variables the step itself looks at, with the types it can make something of."""
        return {}

    def catches(self) -> tuple[Caught, ...]:
        """Return the events the step brings into the context, by the ports it is left by."""
        return ()

    def tells(self, port: str) -> Presence:
        """Return which variables are certainly there, or missing, for who leaves by a port (R71).

        What the step adds to the context is there; what it asks about may be either.
        """
        del port
        return NOTHING

    def left_by(self, telling: Telling) -> str | None:
        """Return the port that a decision of this step leads out by; None where they stay."""
        port = LEAVING.get(telling.reason)
        return str(telling.operands[0]) if port == CHOSEN else port

    @abstractmethod
    def lower(self, to: Assembler) -> None:
        """Write the step's operation into a program."""

    @abstractmethod
    def say(self, telling: Telling) -> str:
        """Return one decision of this step, recorded in a trace, as a sentence."""

    def plain(self) -> dict[str, Any]:
        """Return the step as it stands in a file, without its id, which is its key there."""
        said = {name: content for name, content in super().plain().items() if name != "id"}
        return {"kind": self.kind} | said
