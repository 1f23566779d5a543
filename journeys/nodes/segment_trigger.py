"""Segment: customers enter when they join a segment, or when they leave it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, ClassVar, Literal, Self

from pydantic import model_validator

from journeys.document.asked import Asked
from journeys.document.node import Card
from journeys.document.problems import Problem
from journeys.document.trigger import Order, TimedTrigger
from journeys.names import NO_NAMES, Names
from journeys.program.assembler import Assembler
from journeys.program.telling import Telling
from journeys.values import Identifier, Truth

UNCHOSEN = "some_segment"
DIRECTION = Asked("They enter when they", words={"entered": "Join it", "left": "Leave it"})
CURRENT = Asked("Those already in it, too", "They enter at the moment the run starts.")


class SegmentTrigger(TimedTrigger):
    """Customers enter at the moment they come to be in a segment, or cease to be (R218).

    Those who are in it when the run starts have not come to be in it, unless `include_current`.
    """

    kind: ClassVar[str] = "segment_trigger"
    card: ClassVar[Card] = Card(
        "Joins or leaves a segment",
        "Start",
        "users",
        "trigger",
        says="Customers enter when they join a segment, or when they leave it.",
    )

    segment: Annotated[Identifier, Asked("Which segment", picks="segment", unchosen=UNCHOSEN)]
    on: Annotated[Literal["entered", "left"], DIRECTION] = "entered"
    include_current: Annotated[Truth, CURRENT] = False
    order: Order = 0

    @model_validator(mode="after")
    def _only_entered_includes(self) -> "SegmentTrigger":
        if self.include_current and self.on == "left":
            raise ValueError("'include_current' goes only with 'entered'")
        return self

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a trigger whose segment is still to be chosen."""
        del events
        return cls(id=node, segment=UNCHOSEN)

    def asks(self, name: str) -> bool:
        """Say that those who are in it now matter only where joining lets customers enter."""
        return name != "include_current" or self.on == "entered"

    def along(self, changes: Mapping[str, object]) -> Mapping[str, object]:
        """Return that those who are in it now do not enter where leaving does."""
        return {"include_current": False} if changes.get("on") == "left" else {}

    @property
    def named_segment(self) -> str | None:
        """The segment it is about, once it is chosen."""
        return None if self.segment == UNCHOSEN else self.segment

    def summary(self) -> str:
        """Say what happens, and whether those who are in it already enter, too."""
        return self.line(NO_NAMES)

    def line(self, names: Names) -> str:
        """Say the same, by the title of the segment."""
        also = ", and those already in it" if self.include_current else ""
        named = "a segment" if self.segment == UNCHOSEN else names.segment(self.segment).quoted
        return f"When they {'join' if self.on == 'entered' else 'leave'} {named}{also}"

    def check(self) -> Iterator[Problem]:
        """Yield a problem where it is not said which segment."""
        if self.segment == UNCHOSEN:
            words = "This start has no segment yet: choose which one it is about."
            yield Problem("no_segment", words, self.id, brief="Has no segment yet")

    def lower(self, to: Assembler) -> None:
        """Write which segment, and in which direction."""
        to.segment_entry(
            self.segment, is_left=self.on == "left", includes_current=self.include_current
        )

    def because(self, telling: Telling) -> str:
        """Return what happened to their membership."""
        known = self.named_segment
        if known is None:
            named = "a segment"
        else:
            named = f"the segment {telling.names.segment(known).quoted}"
        return f"{'joins' if self.on == 'entered' else 'leaves'} {named}"
