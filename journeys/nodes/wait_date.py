"""Wait until a date: a fixed one, one of the customer's, or one of what they did to enter."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, ClassVar, Literal, Self

from pydantic import StringConstraints, model_validator

from journeys.clocks import MORNING, TimeOfDay
from journeys.dates import LONGEST_TEXT, WrittenDate
from journeys.document.asked import Asked
from journeys.document.node import Card, Examples, Node, Port
from journeys.document.problems import Problem
from journeys.durations import Duration
from journeys.people.population import ColumnType
from journeys.program.assembler import Assembler
from journeys.program.dates import DATES, DateWait
from journeys.program.reasons import Reason
from journeys.program.telling import OVER_IN_PAUSE, Telling
from journeys.spoken import spoken
from journeys.values import Name, Truth

LONGEST = 90 * 86_400
DOES = {
    "continue": "They go on at once",
    "exit": "They leave the journey",
    "branch": "They take a path of their own",
}
NEXT, PAST, MISSING = "next", "past", "missing"

Otherwise = Literal["continue", "exit", "branch"]
DateText = Annotated[str, StringConstraints(strict=True, max_length=LONGEST_TEXT)]


class WaitDate(Node):
    """Wait until a date, or some time after it or before (R211).

    The date is `date` itself, the customer's `attribute`, or the property `entry` of the event
    they entered by; one without a time is at `time`. A date that is over, or is none, leads on,
    out of the journey, or to a way of its own.
    """

    kind: ClassVar[str] = "wait_date"
    card: ClassVar[Card] = Card(
        "Wait until a date",
        "Timing and logic",
        "calendar",
        "wait",
        says="Wait until a date, or some time before or after it.",
    )
    examples: ClassVar[Examples] = (
        *((Reason.WAIT_STARTED, (0,)), (Reason.WAIT_MOVED, (0, 0)), (Reason.WAIT_OVER, ())),
        *((Reason.DATE_PAST, (0,)), (Reason.DATE_MISSING, ()), (Reason.STOPPED, ())),
    )

    date: Annotated[DateText | None, Asked("Until which date")] = None
    attribute: Name | None = None
    entry: Name | None = None
    time: Annotated[TimeOfDay, Asked("Time of day", "Where the date has no time of its own.")] = (
        MORNING
    )
    offset: Annotated[Duration | None, Asked("On it, before or after")] = None
    before: Truth = False
    if_past: Annotated[Otherwise, Asked("If that has passed", words=DOES)] = "continue"
    if_missing: Annotated[Otherwise, Asked("If there is no date", words=DOES)] = "exit"

    @model_validator(mode="after")
    def _one_date(self) -> "WaitDate":
        if sum(each is not None for each in (self.date, self.attribute, self.entry)) != 1:
            raise ValueError("a wait until a date has one of 'date', 'attribute' and 'entry'")
        return self

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a wait whose date is still to be chosen."""
        del events
        return cls(id=node, date="")

    @property
    def takes_time(self) -> bool:
        """True, whatever the date is (R216)."""
        return True

    @property
    def longest(self) -> int:
        """Seconds it counts as lasting at most (R7)."""
        return LONGEST

    def ports(self) -> tuple[Port, ...]:
        """Return the way on, and those for a date that is over, or is none."""
        past = (Port(PAST, "It has passed"),) if self.if_past == "branch" else ()
        missing = (Port(MISSING, "There is no date"),) if self.if_missing == "branch" else ()
        onward = Port(NEXT, "Then") if past or missing else Port(NEXT)
        return (onward, *past, *missing)

    def summary(self) -> str:
        """Say until when."""
        return f"Wait {self.phrase}"

    @property
    def phrase(self) -> str:
        """What is waited for: 'until 3 days before their birthday'."""
        if self.date == "":
            return "until a date"
        shift = ""
        if self.offset is not None:
            shift = f"{self.offset.words} {'before' if self.before else 'after'} "
        return f"until {shift}{self._named}"

    @property
    def _named(self) -> str:
        if self.attribute is not None:
            return f"their {spoken(self.attribute)}"
        if self.entry is not None:
            return f"the {spoken(self.entry)} they entered with"
        written = WrittenDate.parse(self.date or "")
        at = f", {self.time}" if written is not None and not written.has_time else ""
        return f"{self.date}{at}"

    def check(self) -> Iterator[Problem]:
        """Yield a problem for a date that is still to be chosen, or that does not exist."""
        if self.date == "":
            words = "This wait has no date yet: choose one."
            yield Problem("no_date", words, self.id, brief="Has no date yet")
        elif self.date is not None and WrittenDate.parse(self.date) is None:
            words = f"{self.date!r} is no date: write it like 2026-12-24, or 2026-12-24T09:00."
            yield Problem("impossible_date", words, self.id, brief=f"{self.date!r} is no date")

    @property
    def reads(self) -> Mapping[str, frozenset[ColumnType]]:
        """The date, where it is not a fixed one."""
        if self.attribute is not None:
            return {f"customer.{self.attribute}": DATES}
        return {f"event.{self.entry}": DATES} if self.entry is not None else {}

    def left_by(self, telling: Telling) -> str | None:
        """Return the port for who has no such date, or the one it is waited for."""
        ways = {
            Reason.DATE_PAST: (self.if_past, PAST),
            Reason.DATE_MISSING: (self.if_missing, MISSING),
        }
        if telling.reason not in ways:
            return super().left_by(telling)
        otherwise, own = ways[telling.reason]
        return {"continue": NEXT, "branch": own}.get(otherwise)

    def lower(self, to: Assembler) -> None:
        """Write the wait."""
        ports = [port.id for port in self.ports()]
        to.wait_date(
            DateWait(
                date=self.date,
                attribute=self.attribute,
                entry=self.entry,
                time=self.time,
                offset=self.offset or Duration(),
                is_before=self.before,
                past=_port(self.if_past, PAST, ports),
                missing=_port(self.if_missing, MISSING, ports),
            )
        )

    def say(self, telling: Telling) -> str:
        """Say until when, and on whose clock; or what is done without such a date."""
        match telling.reason:
            case Reason.WAIT_STARTED:
                return f"Waits {self.phrase}: {telling.clock} ({telling.zone})."
            case Reason.WAIT_MOVED:
                return f"{telling.moved_by}: now waits until {telling.clock}."
            case Reason.DATE_PAST:
                return f"Does not wait: {telling.clock} has passed."
            case Reason.DATE_MISSING:
                return "Does not wait: has no such date."
            case Reason.STOPPED:
                return "Leaves the journey here."
            case _:
                return OVER_IN_PAUSE if telling.is_paused else "The wait is over."


def _port(otherwise: Otherwise, own: str, ports: Sequence[str]) -> int | None:
    """Return the place of the port to go on by; None to leave the journey."""
    if otherwise == "exit":
        return None
    return ports.index(own if otherwise == "branch" else NEXT)
