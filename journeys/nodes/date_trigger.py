"""Around a date: customers enter on a date they have, or some time before it or after."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, ClassVar, Self

from journeys.clocks import MORNING, TimeOfDay
from journeys.document.asked import Asked
from journeys.document.node import Card
from journeys.document.problems import Problem
from journeys.document.trigger import Order, TimedTrigger
from journeys.durations import Duration
from journeys.people.population import ColumnType
from journeys.program.assembler import Assembler
from journeys.program.dates import DATES, DateEntry
from journeys.program.telling import Telling
from journeys.spoken import spoken
from journeys.values import Name, Truth

UNCHOSEN = "some_date"
WHICH = Asked("Which date", "One in the customer\u2019s profile.", picks="date", unchosen=UNCHOSEN)


class DateTrigger(TimedTrigger):
    """Customers enter on the date in an `attribute`, by `offset` after it or `before` it (R220).

    A date without a time is at `time` on the customer's clock. With `yearly` it comes again each
    year, by month and day.
    """

    kind: ClassVar[str] = "date_trigger"
    card: ClassVar[Card] = Card(
        "Around a date",
        "Start",
        "calendar-heart",
        "trigger",
        says="Customers enter on a date of theirs, such as a birthday, or before or after it.",
    )

    attribute: Annotated[Name, WHICH]
    time: Annotated[TimeOfDay, Asked("Time of day", "Where the date has no time of its own.")] = (
        MORNING
    )
    offset: Annotated[Duration | None, Asked("On it, before or after")] = None
    before: Truth = False
    yearly: Annotated[Truth, Asked("Every year")] = False
    order: Order = 0

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a trigger whose date is still to be chosen."""
        del events
        return cls(id=node, attribute=UNCHOSEN)

    @property
    def phrase(self) -> str:
        """When they enter: '3 days before their renewal date, at 09:00, every year'."""
        on = "" if self.offset is not None else "on "
        return f"{on}{self._moment}, at {self.time}{', every year' if self.yearly else ''}"

    @property
    def _moment(self) -> str:
        named = "a date" if self.attribute == UNCHOSEN else f"their {spoken(self.attribute)}"
        if self.offset is None:
            return named
        return f"{self.offset.words} {'before' if self.before else 'after'} {named}"

    @property
    def reads(self) -> Mapping[str, frozenset[ColumnType]]:
        """The date, once it is chosen."""
        return {} if self.attribute == UNCHOSEN else {f"customer.{self.attribute}": DATES}

    def summary(self) -> str:
        """Say when."""
        return f"{self.phrase[:1].upper()}{self.phrase[1:]}"

    def check(self) -> Iterator[Problem]:
        """Yield a problem where it is not said which date."""
        if self.attribute == UNCHOSEN:
            words = "This start has no date yet: choose which one of the customer's it is."
            yield Problem("no_date", words, self.id, brief="Has no date yet")

    def lower(self, to: Assembler) -> None:
        """Write which date, and how far from it."""
        offset = self.offset or Duration()
        to.date_entry(DateEntry(self.attribute, self.time, offset, self.before, self.yearly))

    def because(self, telling: Telling) -> str:
        """Return that it is time, and by which date."""
        del telling
        return f"it is {self._moment}"
