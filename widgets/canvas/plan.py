"""Where steps and paths stand, as what is laid over them asks: on the canvas and in pictures."""

from dataclasses import dataclass
from typing import Protocol

from journeys.document.journey import Journey
from widgets.canvas.counts import Counts
from widgets.canvas.table import Table
from widgets.canvas.ways import Ways


class Plan(Protocol):
    """A journey in its place, with the counts that are shown."""

    @property
    def journey(self) -> Journey:
        """What is shown."""

    @property
    def counts(self) -> Counts | None:
        """The counts that are shown, if any are."""

    @property
    def steps(self) -> Table[str]:
        """The frames of steps."""

    @property
    def ways(self) -> Ways:
        """The ways of paths, and the chips on them."""


@dataclass(frozen=True, slots=True)
class StillPlan:
    """A journey that is drawn once, as for a picture."""

    journey: Journey
    counts: Counts | None
    steps: Table[str]
    ways: Ways
