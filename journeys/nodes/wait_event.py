"""Wait until something happens: one of several events or conditions, or the time is over."""

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from journeys.conditions.facts import TAKEN
from journeys.conditions.presence import Presence, implied
from journeys.conditions.sentences import gist, sentence
from journeys.conditions.tree import Condition, Filter
from journeys.conditions.windows import Window
from journeys.document.asked import Asked
from journeys.document.edits.steps import ChangeNode
from journeys.document.node import UNNAMED, WAY_OUT, Card, Caught, Examples, Node, Port
from journeys.document.problems import Problem
from journeys.durations import Duration
from journeys.names import NO_NAMES, Names
from journeys.program.assembler import Assembler, Awaited
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.spoken import spoken
from journeys.values import Identifier, Name, Title, Truth, Value, evolve

TIMEOUT = "timeout"
WEEK = Duration(days=7)
LookBack = Annotated[
    Literal["none", "since_entry", "since_trigger"] | Window, Field(union_mode="left_to_right")
]


KEPT = Asked(
    "Keep it as",
    "Messages can then say what happened, such as order.total.",
    add="Give it a name",
    empty="It is not kept.",
    rare=True,
)
AWAITED = Asked(
    "Until one of these",
    "Whatever comes first decides the way they go.",
    add="Add something else",
    empty="Nothing yet: say what should happen.",
    one="Way",
)
AT_MOST = Asked("At most", add="Set a limit", empty="Without a limit they may wait for ever.")
COUNTS = Asked(
    "What counts",
    words={
        "none": "Only what happens from now on",
        "since_entry": "All since they entered",
        "since_trigger": "All since the event that let them in",
    },
    rare=True,
)


class Catch(Value):
    """One of the things that are waited for: an event, or a condition that comes true (R213).

    An event may be kept in the context under `name`. With `match_key` it has to be about the same
    one, such as the same cart, where the journey has a key.
    """

    id: Identifier
    title: Title = ""
    event: Annotated[Name | None, Asked("They wait until", picks="event")] = None
    where: Filter | None = None
    match_key: Truth = True
    name: Annotated[Identifier | None, KEPT] = None
    condition: Condition | None = None

    @model_validator(mode="after")
    def _event_or_condition(self) -> "Catch":
        if (self.event is None) == (self.condition is None):
            raise ValueError("what is waited for is either an 'event' or a 'condition'")
        if self.event is None and (self.where is not None or self.name is not None):
            raise ValueError("'where' and 'name' are for an event")
        if self.name in TAKEN:
            raise ValueError(f"{self.name!r} has a meaning already: choose another name")
        return self

    def asks(self, name: str) -> bool:
        """Say that only an event is kept under a name, and about the same thing."""
        return name not in ("name", "match_key") or self.condition is None

    def happening(self, names: Names) -> str:
        """Return what is waited for, in words: 'purchase where total is more than 5'."""
        if self.condition is not None:
            return sentence(self.condition, names)
        where = f" where {sentence(self.where)}" if self.where else ""
        return f"{spoken(self.event or '')}{where}"

    def port(self, names: Names) -> Port:
        """Return the way out, called by its title, else by what is waited for."""
        if self.condition is not None:
            brief = gist(self.condition, names)
        else:
            brief = spoken(self.event or "")
        happening = self.happening(names)
        return Port(self.id, self.title or _begun(happening), self.title or _begun(brief))


class WaitEvent(Node):
    """Wait until one of several things happens, and no longer than `timeout` (R213)."""

    kind: ClassVar[str] = "wait_event"
    card: ClassVar[Card] = Card(
        "Wait until something happens",
        "Timing and logic",
        "hourglass",
        "wait",
        says="Wait until something happens, for so long at most; what comes first decides the way.",
    )
    examples: ClassVar[Examples] = (
        *((Reason.WAIT_STARTED, (0,)), (Reason.WAIT_MOVED, (0, 0))),
        *((Reason.CAUGHT, (WAY_OUT, 0, looking)) for looking in (False, True)),
        *((Reason.CAUGHT, (WAY_OUT, None, False)), (Reason.WAIT_KEY_MISSING, (WAY_OUT,))),
        (Reason.TIMED_OUT, ()),
    )

    branches: Annotated[tuple[Catch, ...], Field(max_length=200), AWAITED] = ()
    timeout: Annotated[Duration | None, AT_MOST] = None
    look_back: Annotated[LookBack, COUNTS] = "since_trigger"

    @model_validator(mode="after")
    def _ids_differ(self) -> "WaitEvent":
        names = [each.id for each in self.branches]
        if TIMEOUT in names or len(set(names)) != len(names):
            raise ValueError("every way of a wait has its own id, and none is called 'timeout'")
        return self

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a wait for the first of the events, for a week at most."""
        event = next(iter(events), UNNAMED)
        return cls(id=node, branches=(Catch(id="happened", event=event),), timeout=WEEK)

    @property
    def takes_time(self) -> bool:
        """True, even where what it waits for happened already (R216)."""
        return True

    @property
    def remembers(self) -> bool:
        """True: what was looked at is never looked at again (R23)."""
        return True

    @property
    def longest(self) -> int:
        """Seconds until the time is over, at most (R7)."""
        return self.timeout.at_most if self.timeout is not None else 0

    def ports(self) -> tuple[Port, ...]:
        """Return a way for each thing, and the one for when the time is over."""
        return self.ways(NO_NAMES)

    def ways(self, names: Names) -> tuple[Port, ...]:
        """Return the same, saying what conditions name by its title."""
        span = f" in {self.timeout.words}" if self.longest and self.timeout is not None else ""
        over = Port(TIMEOUT, f"If nothing happens{span}", f"Nothing{span}" if span else "")
        return (*(each.port(names) for each in self.branches), over)

    def summary(self) -> str:
        """Say what is waited for, and how long."""
        return self.line(NO_NAMES)

    def line(self, names: Names) -> str:
        """Say the same, by the titles of what is named."""
        if not self.branches:
            return "Waits for nothing yet"
        if len(self.branches) > 1:
            first = f"Wait for the first of {len(self.branches)} things"
        else:
            first = self._only(self.branches[0].port(names).brief, self.branches[0])
        limit = f", {self.timeout.words} at most" if self.longest and self.timeout else ""
        return f"{first}{limit}"

    def _only(self, brief: str, awaited: Catch) -> str:
        if awaited.title or awaited.condition is None:
            return f"Wait for '{_lowered(brief)}'"
        return f"Wait until {_lowered(brief)}"

    def check(self) -> Iterator[Problem]:
        """Yield problems with a wait that may never end, and with one for nothing."""
        if not self.longest:
            words = "This wait has no limit: those to whom it never happens wait for ever."
            fix = ChangeNode(evolve(self, timeout=WEEK), f"Wait {WEEK.words} at most")
            yield Problem("no_timeout", words, self.id, fix=fix, brief="Has no limit")
        if not self.branches:
            words = "This step waits for nothing: say what should happen."
            yield Problem("empty_wait", words, self.id, brief="Waits for nothing")

    def catches(self) -> tuple[Caught, ...]:
        """Return the events that are kept under a name, each with its way out."""
        return tuple(
            Caught(each.id, each.name, each.event, each.match_key)
            for each in self.branches
            if each.name is not None and each.event is not None
        )

    def tells(self, port: str) -> Presence:
        """Return what a way tells: its condition holds, or its event passed the filter (R214)."""
        caught = next((each for each in self.branches if each.id == port), None)
        if caught is None:
            return {}
        if caught.name is None:
            return implied(caught.condition, holds=True)
        told = implied(caught.where, holds=True)
        of_event = {name.replace("event", caught.name, 1): there for name, there in told.items()}
        return {**of_event, f"{caught.name}.at": True}

    def lower(self, to: Assembler) -> None:
        """Write what is waited for, and for how long."""
        asked = [
            Awaited(each.event, each.where, each.condition, each.match_key, each.name)
            for each in self.branches
        ]
        to.wait_event(asked, self.timeout or Duration(), str(self.look_back))

    def say(self, telling: Telling) -> str:
        """Say how long is waited at most, what happened, or that nothing did."""
        match telling.reason:
            case Reason.WAIT_STARTED:
                is_exact = self.timeout is None or self.timeout.is_exact
                clock = "" if is_exact else f" ({telling.zone})"
                return f"Waits until {telling.clock} at most{clock}."
            case Reason.WAIT_MOVED:
                return f"{telling.moved_by}: now waits until {telling.clock} at most."
            case Reason.CAUGHT:
                return self._say_caught(telling)
            case Reason.WAIT_KEY_MISSING:
                named = self._called(telling)
                return f"'{named}' happened, but does not say which one it is about."
            case _:
                late = "; the journey was paused when the time was up" if telling.is_paused else ""
                return f"Nothing happened in time{late}."

    def _say_caught(self, telling: Telling) -> str:
        named = self._called(telling)
        if telling.operands[1] is None:
            return f"It is so now: {_lowered(named)}."
        if telling.operands[2] is True:
            return f"'{named}' had happened already, at {telling.clock}."
        onward = "; the journey is paused, and goes on at its end" if telling.is_paused else ""
        return f"'{named}' happened{onward}."

    def _called(self, telling: Telling) -> str:
        ways = self.ways(telling.names)
        return next((way.title for way in ways if way.id == telling.operands[0]), "")


def _begun(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _lowered(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
