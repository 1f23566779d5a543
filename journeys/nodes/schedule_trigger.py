"""Schedule: everybody, or a segment, enters at a time, once or again and again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated, ClassVar, Literal, Self

from pydantic import StringConstraints

from journeys.document.asked import Asked
from journeys.document.edits.steps import ChangeNode
from journeys.document.node import Card
from journeys.document.problems import Problem
from journeys.document.trigger import Order, TimedTrigger
from journeys.names import NO_NAMES, Names
from journeys.program.assembler import Assembler
from journeys.program.telling import Telling
from journeys.schedule_words import said_schedule
from journeys.schedules import Rule, TooOftenError, WallTime, ever_comes
from journeys.values import Identifier, evolve

Repeat = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=500)]

NINETY_DAYS = 90 * 86_400
CLOCK = Asked(
    "By whose clock",
    words={"customer": "The customer\u2019s own", "workspace": "The same for everyone"},
)
AIMED = Asked(
    "For whom",
    add="Only a segment",
    empty="Everybody enters.",
    picks="segment",
)
FRESH = WallTime.parse("2026-01-05T09:00")
WEEKLY = "FREQ=WEEKLY;BYDAY=MO"
DAILY = "FREQ=DAILY"


class ScheduleTrigger(TimedTrigger):
    """Everybody enters by the clock, once or again and again (R217, R219).

    It comes once at `start`, or as `repeat` says from there on, an RRULE of RFC 5545 that comes
    daily or more rarely. The clock is each customer's own, or that of the workspace. With a
    `segment`, only its members enter.
    """

    kind: ClassVar[str] = "schedule_trigger"
    card: ClassVar[Card] = Card(
        "On a schedule",
        "Start",
        "calendar-clock",
        "trigger",
        says="Everybody, or a segment, enters at a time you set: once, or again and again.",
    )

    start: Annotated[WallTime, Asked("When they enter")]
    repeat: Repeat | None = None
    segment: Annotated[Identifier | None, AIMED] = None
    zone: Annotated[Literal["customer", "workspace"], CLOCK] = "customer"
    order: Order = 0

    @property
    def longest(self) -> int:
        """Seconds it counts as lasting, where it comes again and again (R7)."""
        return NINETY_DAYS if self.repeat is not None else 0

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a schedule of every Monday at nine."""
        del events
        return cls(id=node, start=FRESH, repeat=WEEKLY)

    @property
    def named_segment(self) -> str | None:
        """The segment whose members enter, where it is not everybody."""
        return self.segment

    def summary(self) -> str:
        """Say when, and for whom."""
        return self.line(NO_NAMES)

    def line(self, names: Names) -> str:
        """Say when, and for whom, by the title of the segment."""
        when = said_schedule(self.start, self.repeat)
        said = f"{when[:1].upper()}{when[1:]}"
        if self.segment is None:
            return said
        return f"{said}, for those in {names.segment(self.segment).quoted}"

    def check(self) -> Iterator[Problem]:
        """Yield a problem for a rule that cannot be, comes too often, or never comes."""
        try:
            comes = ever_comes(self.start, self.repeat)
        except TooOftenError:
            words = "This schedule would come more often than once a day: daily is the most."
            fix = ChangeNode(evolve(self, repeat=DAILY), "Come once a day")
            brief = "More often than daily"
            yield Problem("too_often", words, self.id, fix=fix, brief=brief)
        except ValueError as error:
            words = f"This is no rule to repeat by: {error}."
            fix = ChangeNode(evolve(self, repeat=None), "Come once")
            brief = "Cannot be repeated like this"
            yield Problem("impossible_rule", words, self.id, fix=fix, brief=brief)
        else:
            if not comes:
                yield self._never()

    def _never(self) -> Problem:
        """Return the problem of a rule that fits no day."""
        rule = Rule.parse(self.repeat or "")
        is_over = rule.until is not None and rule.until < self.start.shown
        why = "it ends before it begins" if is_over else "there is no such day"
        tried: dict[str, str | None] = {}
        if rule.until is not None:
            tried["Come without an end"] = str(replace(rule, until=None))
        if "BYMONTHDAY" in dict(rule.lists):
            tried["Come on the last day of the month"] = str(rule.on_last_day())
        comes = [said for said, repeat in tried.items() if ever_comes(self.start, repeat)]
        fix, *also = (
            ChangeNode(evolve(self, repeat=tried.get(said)), said) for said in (*comes, "Come once")
        )
        words = f"This schedule never comes: {why}."
        return Problem(
            "never_comes", words, self.id, fix=fix, brief="Never comes", also=tuple(also)
        )

    def lower(self, to: Assembler) -> None:
        """Write when it comes, on whose clock, and for whom."""
        is_own = self.zone == "customer"
        to.schedule(self.start, self.repeat, self.segment, is_own_clock=is_own)

    def because(self, telling: Telling) -> str:
        """Return for when it is scheduled."""
        return f"scheduled for {telling.day}, {telling.clock}"
