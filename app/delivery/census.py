"""What the messages of a run say to everyone: how many different ones, and what is amiss with them.

With each stands for whom it is so: how many messages and customers, and the first of these.
"""

from dataclasses import dataclass

from app.delivery.message import Failed
from app.delivery.worded import plain_fault
from journeys.values import Json


@dataclass(frozen=True, slots=True)
class Behind:
    """How many messages to how many customers; `first` are the ids of the first of these."""

    messages: int = 0
    customers: int = 0
    first: tuple[str, ...] = ()

    def plain(self) -> dict[str, Json]:
        """Return it as JSON-ready objects."""
        return {
            "messages": self.messages,
            "customers": self.customers,
            "first": list(self.first),
        }


@dataclass(frozen=True, slots=True)
class Output:
    """Words that some customers got, part by part, all alike."""

    parts: tuple[tuple[str, str], ...]
    behind: Behind

    def plain(self) -> dict[str, Json]:
        """Return it as JSON-ready objects."""
        return {"parts": dict(self.parts), **self.behind.plain()}


@dataclass(frozen=True, slots=True)
class Fault:
    """Why words could not be made, as it was met first, at one place for one reason."""

    failed: Failed
    behind: Behind

    def plain(self) -> dict[str, Json]:
        """Return it as JSON-ready objects."""
        return {**plain_fault(self.failed), **self.behind.plain()}


@dataclass(frozen=True, slots=True)
class Named:
    """A variable, or a change made to the words, with those it concerns."""

    name: str
    behind: Behind


@dataclass(frozen=True, slots=True)
class Said:
    """What one message step says to everyone.

    Of `distinct` different outputs those that most got stand in `outputs`. `fallbacks` and `blanks`
    are by variable, `changes` in words; `lacking` are the variables for want of which some were not
    sent (R177). A step without words has sent and nothing else.
    """

    journey: str
    step: str
    sent: Behind
    distinct: int = 0
    outputs: tuple[Output, ...] = ()
    fallbacks: tuple[Named, ...] = ()
    blanks: tuple[Named, ...] = ()
    changes: tuple[Named, ...] = ()
    faults: tuple[Fault, ...] = ()
    lacking: tuple[Named, ...] = ()

    def plain(self) -> dict[str, Json]:
        """Return it as JSON-ready objects."""
        return {
            "journey": self.journey,
            "step": self.step,
            "sent": self.sent.plain(),
            "distinct": self.distinct,
            "outputs": [output.plain() for output in self.outputs],
            "fallbacks": _plain(self.fallbacks),
            "blanks": _plain(self.blanks),
            "changes": _plain(self.changes),
            "faults": [fault.plain() for fault in self.faults],
            "lacking": _plain(self.lacking),
        }


@dataclass(frozen=True, slots=True)
class Census:
    """What every message step of a run says, in the order of the journeys and their steps.

    `weakness` says what protects less on this system than on others; usually nothing.
    """

    steps: tuple[Said, ...]
    weakness: str = ""

    @property
    def faults(self) -> int:
        """How many messages have words that could not be made."""
        return sum(fault.behind.messages for said in self.steps for fault in said.faults)

    def plain(self) -> dict[str, Json]:
        """Return it as JSON-ready objects."""
        return {"messages": [said.plain() for said in self.steps]}


def _plain(some: tuple[Named, ...]) -> dict[str, Json]:
    return {each.name: each.behind.plain() for each in some}
